"""A secret that some level requires is asked for at every level, and nothing is sent without it."""

import pytest
from command_lines import Case, cases, needed, options, place, sure
from fake_api import FakeApi
from fake_resources import be_there

from qovery_cli.cli.command_table import ParameterSpec

#: Secrets that only one way of signing in needs: 1.0.4 has another way beside it.
ALTERNATIVES = {
    ("org credentials create", "--secret-access-key"),
    ("org credentials create", "--scaleway-secret-key"),
    ("org credentials update", "--secret-access-key"),
}


CASES = [
    pytest.param(case, parameter, path, id=f"{case!r} {parameter.flag}")
    for case in cases("create", "action", "update", "custom")
    if case.takes_body and not case.row.handler
    for path, parameter in options(case).items()
    # An update demands only what the API never returns.
    if parameter.secret
    and (case.position in parameter.required_variants or parameter.required_by_override)
    if (case.row.command, parameter.flag) not in ALTERNATIVES
]


def line(case: Case, parameter: ParameterSpec) -> list[str]:
    others = {flag: words for flag, words in needed(case).items() if flag != parameter.flag}
    return [*place(case), *sure(case), *(word for words in others.values() for word in words)]


@pytest.mark.parametrize(("case", "parameter", "path"), CASES)
def test_required_secret_is_named_without_a_terminal(case, parameter, path, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    be_there(api, case)
    ended = ran(case.row.command, *line(case, parameter), env=api.environ)
    assert ended.code == 2, ended
    assert ended.sentence.startswith(f"{parameter.flag} is missing"), ended
    assert api.changes == []


@pytest.mark.parametrize(("case", "parameter", "path"), CASES)
def test_required_secret_is_requested(case, parameter, path, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    be_there(api, case)
    asked = []

    def typed(question, *_, **__):
        asked.append(question)
        return "" if len(asked) == 1 else "4111111111111111"

    monkeypatch.setattr("qovery_cli.session.secrets.hidden", typed)
    ended = ran(case.row.command, *line(case, parameter), typed="", env=api.environ)
    assert ended.code == 2, ended
    assert "the input is empty" in ended.err
    assert api.changes == []
    ran(case.row.command, *line(case, parameter), typed="", env=api.environ)
    assert len(asked) == 2
    assert all(str(parameter.flag) in question for question in asked)


def test_variables_and_secrets_are_among_them():
    commands = {case.row.command for case, *_ in (one.values for one in CASES)}
    assert {"secret create", "secret update", "secret override"} <= commands
