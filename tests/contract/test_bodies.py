"""Every command with a body merges its inputs, computes fields and validates the result once."""

from collections import Counter

import pytest
from command_lines import Case, cases, some_id, whole_line
from fake_api import FakeApi

from qovery_cli.body import build_body, computed_fields, validate

CASES = [
    case for case in cases("create", "update", "action") if case.takes_body and not case.row.handler
]


@pytest.fixture
def calls(monkeypatch) -> Counter[str]:
    """Count the calls of the body engine."""
    calls: Counter[str] = Counter()

    def count(module, name):
        function = getattr(module, name)

        def counted(*arguments, **named):
            calls[name] += 1
            return function(*arguments, **named)

        monkeypatch.setattr(module, name, counted)

    count(build_body, "build_body")
    count(build_body, "amend")
    count(computed_fields, "derive")
    count(validate, "problems")
    return calls


@pytest.mark.parametrize("case", CASES, ids=repr)
def test_a_body_is_built_computed_and_validated_once(case: Case, calls, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch).at(case.level)
    if case.variant.fetch and case.operation.path_names:
        # The current state of some resources is an item of a list.
        api.answers[case.variant.fetch] = {"id": some_id(case.operation.path_names[-1])}
    run = ran(case.row.command, *whole_line(case), env=api.environ)
    is_update = case.row.kind == "update" and case.variant.fetch is not None
    assert (calls.pop("build_body"), calls.pop("amend", 0)) == (1, is_update), run
    assert calls.pop("derive") == 1, run
    # An empty body that the API does not require is not sent.
    validated = calls.pop("problems", 0)
    assert validated == 1 or (not api.changes or api.changes[0].body is None), run
    assert not calls
