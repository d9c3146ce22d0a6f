"""What only an older level has: at the newer one its successor is called, or it is retired."""

import pytest
from command_lines import Case, cases, options, place, some_id, typed, whole_line
from fake_api import FakeApi

from qovery_cli import catalog

NEWER = "1.0.4"
GONE = [case for case in cases() if NEWER not in case.operation.api]


def line(case: Case) -> list[str]:
    """Return what is typed for an operation with all that it must have."""
    if case.row.kind != "update":
        return whole_line(case)
    texts = [p for p in options(case).values() if p.type == "string" and not p.secret]
    return [*place(case), *typed(texts[0], "new")]


def has_successor(case: Case) -> bool:
    """Tell whether the command does the same by another operation at the newer level."""
    chosen = [one for one in case.row.variants if one.when == case.variant.when]
    return any(NEWER in one.api for one in chosen)


def test_there_are_as_many_as_were_counted():
    """Counted in the two documents, not by the code that is tested."""
    known = catalog.operations().values()
    assert len({case.variant.operation for case in GONE}) == 69
    assert sum(NEWER not in one.api for one in known) == 69


@pytest.mark.parametrize("case", GONE, ids=repr)
def test_what_was_removed_is_replaced_or_is_reported_as_retired(case, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, NEWER)
    ended = ran(case.row.command, *line(case), "-o", "json", env=api.environ)
    if has_successor(case):
        assert ended.code == 0, ended
        assert api.asked[-1].operation is not None
        return
    assert ended.code == 4, ended
    assert ended.out == ""
    assert "retired" in ended.error["message"]
    assert ended.error["hint"]
    assert [one for one in api.changes if one.operation] == []


@pytest.mark.parametrize("case", GONE, ids=repr)
def test_at_its_own_level_not_found_is_not_retired(case, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    api.statuses[case.variant.operation] = 404
    if case.variant.fetch:
        api.statuses[case.variant.fetch] = 404
    ended = ran(case.row.command, *line(case), "-o", "json", env=api.environ)
    assert ended.code == 4, ended
    assert "retired" not in ended.err


def test_the_member_is_what_is_confirmed_at_every_level(ran, monkeypatch):
    for case in cases("delete"):
        if case.row.command != "org member delete":
            continue
        api = FakeApi.instead_of_network(monkeypatch, case.level)
        member = {"id": some_id("userId"), "email": "ada@acme.test", "created_at": "x"}
        api.answers["getOrganizationMembers"] = {"results": [member]}
        words = ["ada@acme.test", "--org", some_id("organizationId")]
        wrong = ran("org member delete", *words, "--confirm", "acme", env=api.environ)
        assert wrong.code == 2
        assert "ada@acme.test" in wrong.err
        assert api.changes == []
        asked = ran("org member delete", *words, "-o", "json", typed="n\n", env=api.environ)
        assert asked.code == 11
        assert "Delete member 'ada@acme.test'?" in asked.err
        words += ["--confirm", "Ada@acme.test", "-o", "json"]
        ended = ran("org member delete", *words, env=api.environ)
        assert ended.code == 0, ended
        assert ended.json["id"] == member["id"]
        assert len(api.changes) == 1
