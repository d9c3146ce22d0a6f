"""A list whose later page is refused shows what it has, and ends with the error of that page."""

from uuid import UUID

import httpx
import pytest
from command_lines import Case, cases, place
from fake_api import FakeApi

PAGED = [
    pytest.param(case, id=repr(case))
    for case in cases("list")
    if any(parameter.name == "startId" for parameter in case.operation.parameters)
]
SIZE = 20


class Paged(FakeApi):
    """Has one full page; what comes after it is refused."""

    key = "id"
    ids = tuple(str(UUID(int=number)) for number in range(SIZE))
    paged = ""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        start = request.url.params.get("startId")
        answer = super().handle_request(request)
        if start is not None:
            return httpx.Response(503, json={})
        if self.asked[-1].operation != self.paged:
            return answer
        rows = [{self.key: one, "name": f"row {one}"} for one in self.ids]
        return httpx.Response(200, json={"page": 1, "page_size": SIZE, "results": rows})


def run(ran, monkeypatch, case: Case, *words: str):
    api = Paged.instead_of_network(monkeypatch, case.level)
    api.paged = case.operation.key
    line = [*place(case), *words]
    return api, ran(case.row.command, *line, env=api.environ)


@pytest.mark.parametrize("form", ["table", "json", "ndjson", "csv"])
@pytest.mark.parametrize("case", PAGED)
def test_what_came_before_a_refused_page_is_shown(case, form, ran, monkeypatch):
    _, ended = run(ran, monkeypatch, case, "--limit", "50", "-o", form)
    assert ended.code == 7, ended
    assert len(ended.out.splitlines()) >= SIZE
    assert ended.err
    if form == "json":
        assert len(ended.json) == SIZE


@pytest.mark.parametrize("case", PAGED)
def test_a_page_beyond_the_limit_does_not_matter(case, ran, monkeypatch):
    _, ended = run(ran, monkeypatch, case, "--limit", str(SIZE), "-o", "json")
    assert ended.code == 0, ended
    assert len(ended.json) == SIZE


@pytest.mark.parametrize("case", PAGED)
def test_a_hash_is_no_cursor(case, ran, monkeypatch):
    monkeypatch.setattr(Paged, "key", "git_commit_id")
    monkeypatch.setattr(Paged, "ids", tuple(f"{number:040x}" for number in range(SIZE)))
    api, ended = run(ran, monkeypatch, case, "--limit", "50", "-o", "json")
    assert ended.code == 0, ended
    assert len(ended.json) == SIZE
    assert not [one for one in api.asked if dict(one.query).get("startId")]
