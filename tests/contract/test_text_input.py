"""Text from outside arrives byte for byte, by every way and for every option that takes it."""

import json

import httpx
import pytest
from command_lines import Case, at, body_schema, cases, needed, options, place, put, whole_line
from fake_api import FakeApi
from fake_resources import be_there

from qovery_cli.catalog.schema import at_level, only_item, properties
from qovery_cli.cli.command_table import ParameterSpec

BOM = b"\xef\xbb\xbf"
TEXT = "-----BEGIN é-----\r\n\tabc  \n\n€ end \r\n"
NOT_UTF_8 = b"cnry-4711 caf\xe9"

SECRETS = [
    pytest.param(case, parameter, path, id=f"{case!r} {parameter.flag}")
    for case in cases("create", "action", "custom")
    if case.takes_body
    for path, parameter in options(case).items()
    if parameter.secret
]
BODIES = [
    case
    for case in cases()
    if case.takes_body and not case.row.handler
    if at_level(case.operation.body, case.level) is not None
]
IMPORTS = [(command, scope) for command in ("var", "secret") for scope in ("--app", "--container")]


def rest(case: Case, parameter: ParameterSpec) -> list[str]:
    others = {flag: words for flag, words in needed(case).items() if flag != parameter.flag}
    return [*place(case), *(word for words in others.values() for word in words)]


def sent_body(case: Case, api: FakeApi):
    body = api.changes[-1].body
    return body[0] if isinstance(body, list) and case.row.list_of_one else body


@pytest.mark.parametrize(("case", "parameter", "path"), SECRETS)
def test_a_secret_keeps_its_bytes_by_every_way(case, parameter, path, ran, home, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    flag, line = str(parameter.flag), rest(case, parameter)
    is_object = parameter.type == "object"
    value = {"note": TEXT} if is_object else TEXT
    text = json.dumps(value, ensure_ascii=False) if is_object else TEXT
    setting = f"{path}:=@secret.pem" if is_object else f"{path}=@secret.pem"
    sent_path = f"{path}.note" if is_object else path
    piped = BOM + text.encode() + b"\r\n"
    (home.path / "secret.pem").write_bytes(piped)
    body: dict[str, object] = {}
    put(body, path, value)
    (home.path / "body.json").write_bytes(BOM + json.dumps(body, ensure_ascii=False).encode())
    ways = [(flag, "-"), (flag, "@secret.pem"), (flag, "env:CANARY"), ("-f", "body.json")]
    for way in [*ways, ("--set", setting)]:
        api.asked.clear()
        environ = {**api.environ, "CANARY": text}
        ended = ran(case.row.command, *line, *way, "--no-validate", stdin=piped, env=environ)
        assert ended.code == 0, ended
        assert at(sent_body(case, api), sent_path) == TEXT, way


@pytest.mark.parametrize(("case", "parameter", "path"), SECRETS)
def test_a_secret_that_is_not_utf_8_is_refused(case, parameter, path, ran, home, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    flag, line = str(parameter.flag), rest(case, parameter)
    for data, problem in ((NOT_UTF_8, "is not valid UTF-8"), (b"cnry-4711 \0", "NUL")):
        (home.path / "secret.txt").write_bytes(data)
        for way, source in (
            ((flag, "-"), "Standard input"),
            ((flag, "@secret.txt"), f"{flag}: 'secret.txt'"),
            (("--set", f"{path}=@secret.txt"), f"--set {path}: 'secret.txt'"),
        ):
            ended = ran(case.row.command, *line, *way, stdin=data, env=api.environ)
            assert ended.code == 2, ended
            assert ended.sentence.startswith(f"{source} "), ended
            assert problem in ended.sentence, ended
            assert "line 1, column " in ended.sentence, ended
            assert "cnry-4711" not in ended.err, ended
    environ = {**api.environ, "CANARY": "caf\udce9"}
    ended = ran(case.row.command, *line, flag, "env:CANARY", env=environ)
    assert (ended.code, "CANARY is not valid UTF-8" in ended.sentence) == (2, True), ended
    assert api.changes == []


@pytest.mark.parametrize("case", BODIES, ids=repr)
def test_a_body_that_is_not_utf_8_is_refused(case, ran, home, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    be_there(api, case)
    seen = at_level(only_item(body_schema(case)), case.level) or {}
    fields = [name for name in properties(seen) if at_level(properties(seen)[name], case.level)]
    line = whole_line(case)
    for data, problem in ((b'{"a": "' + NOT_UTF_8 + b'"}', "UTF-8"), (b'"a\\u0000"', "NUL")):
        (home.path / "body.json").write_bytes(data)
        ways = [("-f", "body.json"), ("-f", "-")]
        escaped = [name.replace(".", "\\.") for name in fields[:1]]
        ways += [("--set", f"{name}:=@body.json") for name in escaped]
        for way in ways:
            ended = ran(case.row.command, *line, *way, stdin=data, env=api.environ)
            assert ended.code == 2, ended
            assert problem in ended.sentence, ended
    assert api.changes == []


@pytest.mark.parametrize(("command", "scope"), IMPORTS)
@pytest.mark.parametrize("level", ["1.0.3", "1.0.4"])
def test_a_dotenv_file_keeps_its_bytes(command, scope, level, ran, home, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, level)
    data = BOM + "NAME=café  \r\nPEM='".encode() + TEXT.encode() + b"'\r\nLAST=x"
    (home.path / "a.env").write_bytes(data)
    for way in ("a.env", "-"):
        ended = ran(f"{command} import {way} {scope} api", *ids(scope), stdin=data, env=api.environ)
        assert api.changes, ended
        found = {one["name"]: one["value"] for one in api.changes[-1].body["vars"]}
        assert found == {"NAME": "café", "PEM": TEXT, "LAST": "x"}
    api.asked.clear()
    for bad, problem in ((b"A=" + NOT_UTF_8, "UTF-8"), (b"A=x\0", "NUL")):
        (home.path / "a.env").write_bytes(bad)
        for way in ("a.env", "-"):
            line = f"{command} import {way} {scope} api"
            ended = ran(line, *ids(scope), stdin=bad, env=api.environ)
            assert (ended.code, problem in ended.sentence) == (2, True), ended
    assert api.changes == []


def ids(scope: str) -> list[str]:
    # The one that is given last counts.
    return [scope, "7c4a9a36-5f5e-4f0a-9a7e-6d1c8a6a5b11"]


def test_a_raw_body_is_passed_on_byte_for_byte(ran, home, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch)
    sent: list[bytes] = []

    def noted(_api, request):
        sent.append(request.read())
        return httpx.Response(201, json={})

    monkeypatch.setattr(FakeApi, "handle_request", noted)
    data = BOM + b'{"name": "caf\xc3\xa9"}\r\n'
    (home.path / "body.json").write_bytes(data)
    for way in ("body.json", "-"):
        ran(f"api organization -X POST --input {way}", stdin=data, env=api.environ)
    assert sent == [data, data]


def test_a_field_of_a_raw_request_is_read_from_a_file(ran, home, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch)
    (home.path / "a.txt").write_bytes(BOM + TEXT.encode() + b"\n")
    ended = ran("api organization -F name=@a.txt", env=api.environ)
    assert api.changes[-1].body == {"name": TEXT}, ended
    (home.path / "a.txt").write_bytes(NOT_UTF_8)
    ended = ran("api organization -F name=@a.txt", env=api.environ)
    assert (ended.code, "--typed-field: 'a.txt' is not valid UTF-8" in ended.err) == (2, True)


def test_an_argument_that_is_not_utf_8_is_refused(ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch)
    ended = ran("var set", "A=caf\udce9", "--app", "api", env=api.environ)
    assert ended.code == 2
    assert ended.sentence == "Argument 3 is not valid UTF-8."
    ended = ran("var set", "A=caf\udce9", "-o", "json", env=api.environ)
    assert ended.error["exit"] == 2
    assert api.asked == []
