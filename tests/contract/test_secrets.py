"""A secret that a command is given reaches the API and nothing else, however it is given."""

import json

import pytest
from command_lines import Case, cases, needed, options, place, put
from fake_api import FakeApi

from qovery_cli.cli.command_table import ParameterSpec

CANARY = "canary-4711"
TOKEN = "token-0815"
GIVEN = [
    pytest.param(case, parameter, path, id=f"{case!r} {parameter.flag}")
    for case in cases("create", "action", "custom")
    if case.operation.body
    for path, parameter in options(case).items()
    if parameter.secret
]


def ways(parameter: ParameterSpec, path: str) -> list[tuple[str, ...]]:
    flag = str(parameter.flag)
    typed = [(flag, CANARY), (flag, "-"), (flag, "@secret.txt"), (flag, "env:CANARY")]
    return [*typed, ("-f", "body.json"), ("--set", f"{path}={CANARY}")]


def rest(case: Case, parameter: ParameterSpec) -> list[str]:
    others = {flag: words for flag, words in needed(case).items() if flag != parameter.flag}
    return [*place(case), *(word for words in others.values() for word in words)]


@pytest.mark.parametrize(("case", "parameter", "path"), GIVEN)
def test_a_secret_is_sent_and_never_shown(case, parameter, path, ran, home, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    body: dict[str, object] = {}
    put(body, path, CANARY)
    home.write("body.json", json.dumps(body))
    home.write("secret.txt", CANARY + "\n")
    environ = {**api.environ, "CANARY": CANARY, "QOVERY_API_TOKEN": TOKEN}
    line = rest(case, parameter)
    for way in ways(parameter, path):
        for more in (["--debug"], ["--dry-run", "-o", "json"], ["--explain"], ["--set", "nope=1"]):
            api.asked.clear()
            words = [*line, *way, *more]
            ended = ran(case.row.command, *words, stdin=CANARY + "\n", env=environ)
            shown = ended.out + ended.err
            assert CANARY not in shown, ended
            assert TOKEN not in shown, ended
            if more == ["--debug"] and ended.code == 0:
                assert CANARY in json.dumps(api.changes[-1].body), words
    kept = [each for each in home.path.rglob("*") if each.is_file()]
    texts = [each.read_text() for each in kept if each.name not in {"body.json", "secret.txt"}]
    assert not [text for text in texts if CANARY in text or TOKEN in text]


def test_every_kind_of_secret_was_tried():
    flags = {parameter.flag for _, parameter, _ in (case.values for case in GIVEN)}
    assert len(flags) >= 10
