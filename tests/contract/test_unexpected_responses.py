"""Answers that no document announces: every reading command takes them without a crash."""

import pytest
from command_lines import cases, needed, place, sure, whole_line
from fake_api import FakeApi

ANSWERS = {
    "nothing": None,
    "a text": "x",
    "a list of odd things": {
        "results": [None, 3, "x", [], {}, {"id": None}, {"id": "a", "name": 5, "state": []}],
    },
    "fields of other types": {
        **{"id": 7, "name": ["x"], "state": {"a": 1}, "key": None, "results": None},
        **{"git_repository": "x", "environment": [], "tag": {"x": [1]}},
    },
}
READS = [case for case in cases() if not case.row.changes and case.level == case.variant.api[0]]


@pytest.mark.parametrize("case", READS, ids=repr)
def test_odd_answer_is_shown_or_reported(case, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    said = whole_line(case)
    for name, answer in ANSWERS.items():
        api.answers[case.variant.operation] = answer
        ended = ran(case.row.command, *said, env=api.environ)
        assert ended.code in {0, 2, 4, 7}, f"{name}: {ended}"
        assert (ended.code == 0) == ("error: " not in ended.err), f"{name}: {ended}"


@pytest.mark.parametrize("case", [case for case in cases() if sure(case)], ids=repr)
def test_nothing_is_changed_whose_name_an_odd_answer_was_to_tell(case, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    said = [*place(case), *(word for words in needed(case).values() for word in words)]
    for name, answer in ANSWERS.items():
        api.answers = Every(answer)
        ended = ran(case.row.command, *said, env=api.environ)
        assert ended.code in {2, 4, 7}, f"{name}: {ended}"
        assert api.changes == []


@pytest.mark.parametrize("line", ["status --env {id}", "auth status", "env list --all --org {id}"])
@pytest.mark.parametrize("level", ["1.0.3", "1.0.4"])
def test_our_own_commands_take_odd_answers(line, level, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, level)
    given = line.format(id="0b2d5a0e-3a3e-4c0e-8a3e-0123456789ab")
    for name, answer in ANSWERS.items():
        api.answers = Every(answer)
        for form in ("json", "table"):
            ended = ran(given, "-o", form, env=api.environ)
            assert ended.code in {0, 2, 4, 7}, f"{name}: {ended}"


LISTS = [case for case in READS if case.row.kind == "list" and not case.row.handler]


@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize("case", LISTS, ids=repr)
def test_a_list_answered_with_a_scalar_is_an_unexpected_answer(case, form, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    for answer in (5, 0, "x", True, {"results": 5}):
        api.answers[case.variant.operation] = answer
        ended = ran(case.row.command, *whole_line(case), "-o", form, env=api.environ)
        assert (ended.code, ended.out) == (7, ""), f"{answer}: {ended}"


@pytest.mark.parametrize("level", ["1.0.3", "1.0.4"])
def test_a_look_up_answered_with_a_scalar_is_an_unexpected_answer(level, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, level)
    api.answers = Every(5)
    for line in ("app list --env a --project b", "app list --all", "auth status", "cluster get a"):
        assert ran(line, env=api.environ).code == 7, line


class Every(dict):
    """The same answer to every operation."""

    def __init__(self, answer):
        super().__init__()
        self.answer = answer

    def get(self, *_):
        return self.answer
