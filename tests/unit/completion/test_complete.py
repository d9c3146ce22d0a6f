import io
import sys
import time
from pathlib import Path

import pytest
from list_server import serving

from qovery_cli.completion import cache, complete
from qovery_cli.completion.endpoints import NetworkError
from qovery_cli.config.profiles import Profile

ORG, SHOP, ENV, APP = (f"{digit * 8}-0000-4000-8000-000000000000" for digit in "1234")


@pytest.fixture
def server():
    with serving() as running:
        running.has("/organization", ("Acme", ORG))
        running.has(f"/organization/{ORG}/project", ("shop", SHOP))
        running.has(f"/project/{SHOP}/environment", ("staging", ENV), ("-x", APP))
        for kind in ("application", "container", "database"):
            running.has(f"/environment/{ENV}/{kind}", (f"my {kind}", APP))
        yield running


@pytest.fixture
def given(environ, server) -> dict[str, str]:
    return environ | {"QOVERY_API_URL": server.url, "QOVERY_API_TOKEN": "token"}


@pytest.fixture
def known(given):
    folder = cache.folder(given, Profile("default"), False)

    def known(kind: str, parent: str | None, *rows: tuple[str, str], seconds: int = 600) -> Path:
        path = Path(cache.names_file(folder, kind, parent) or "")
        cache.write(str(path), rows, seconds)
        return path

    return known


@pytest.fixture
def lines(given, tmp_path):
    """The lines for the last of some words."""

    def lines(text: str, last: str = "", seconds: float = 5, **environ: str) -> list[str]:
        deadline = time.monotonic() + seconds
        return complete.candidates([*text.split(), last], given | environ, tmp_path, deadline)

    return lines


def test_names_in_the_scope_of_the_line(lines):
    assert lines("app list --project shop --env") == ["staging", "-x"]


def test_every_name_is_a_line_whatever_is_begun(lines):
    assert lines("app list --project shop --env", "sta") == ["staging", "-x"]


def test_a_name_behind_an_equals_sign_is_a_whole_word(lines):
    assert lines("app list --project shop", "--env=sta") == ["--env=staging", "--env=-x"]


def test_as_an_argument_a_name_like_an_option_is_told_by_its_id(lines):
    assert lines("env get --project shop") == ["staging", f"{APP}\t-x"]
    assert lines("env get --project shop --") == ["staging", "-x"]


def test_of_several_kinds_each_says_which_it_is(lines, monkeypatch):
    monkeypatch.setattr(complete, "_select_kinds", lambda *_: ["application", "database"])
    found = lines("app get --project shop --env staging --app")
    assert found == ["my application\tapplication", "my database\tdatabase"]


def test_variables_and_directories_are_scope(lines, tmp_path):
    assert lines("app get --project shop", QOVERY_ENVIRONMENT="staging") == []
    assert lines("app get", QOVERY_PROJECT="shop", QOVERY_ENVIRONMENT="staging") == [
        "my application"
    ]
    (tmp_path / ".qovery.yaml").write_text("project: shop\nenvironment: staging\n")
    assert lines("app get") == ["my application"]


@pytest.mark.parametrize("text", ["", "app", "app list --output", "nonsense --env", "app list"])
def test_what_is_no_name_needs_no_network(lines, server, text):
    assert lines(text) == []
    assert server.asked == []


def test_what_is_known_needs_no_network(lines, known, server):
    known("organization", None, ("Acme", ORG))
    known("project", ORG, ("shop", SHOP))
    known("environment", SHOP, ("staging", ENV))
    assert lines("app list --project shop --env") == ["staging"]
    assert server.asked == []


def test_a_server_that_hangs_leaves_what_is_known(lines, known, server):
    known("organization", None, ("Acme", ORG))
    known("project", ORG, ("shop", SHOP))
    known("environment", SHOP, ("old", ENV), seconds=-1)
    server.hang()
    started = time.monotonic()
    assert lines("app list --project shop --env", seconds=0.3) == ["old"]
    assert time.monotonic() - started < 5


def test_a_trickle_of_bytes_keeps_nobody_waiting(lines, server):
    server.trickles = True
    started = time.monotonic()
    assert lines("app list --project shop --env", seconds=0.3) == []
    assert time.monotonic() - started < 5


def test_a_server_that_could_not_be_reached_is_left_alone_for_a_while(lines, server):
    server.hang()
    lines("app list --project shop --env", seconds=0.2)
    server.let_go()
    asked = len(server.asked)
    assert lines("app list --project shop --env") == []
    assert len(server.asked) == asked


def test_after_that_while_it_is_asked_again(lines, server, known):
    known("hold", None, seconds=-1)
    assert lines("app list --project shop --env") == ["staging", "-x"]


def test_nothing_is_written_where_that_is_switched_off(lines, given, server):
    off = {"QOVERY_NO_CACHE": "1"}
    assert lines("app list --project shop --env", **off) == ["staging", "-x"]
    server.hang()
    lines("app list --project shop --env", seconds=0.2, **off)
    assert not Path(given["QOVERY_CACHE_DIR"]).exists()


@pytest.mark.parametrize(
    "environ",
    [
        {"QOVERY_API_TOKEN": ""},
        {"QOVERY_API_URL": "http://127.0.0.1:9"},
        {"QOVERY_API_URL": "not a url"},
        {"QOVERY_PROFILE": "nobody"},
        {"QOVERY_CONFIG_DIR": "\0"},
    ],
)
def test_whatever_is_missing_is_missed_in_silence(lines, environ, capsys):
    assert lines("app list --project shop --env", **environ) == []
    assert capsys.readouterr() == ("", "")


def test_broken_settings_are_silent(lines, given, capsys):
    config = Path(given["QOVERY_CONFIG_DIR"])
    config.mkdir()
    (config / "config.json").write_text("{", encoding="utf-8")
    assert lines("app list --project shop --env") == []
    assert capsys.readouterr() == ("", "")


@pytest.fixture
def printed(monkeypatch, given, tmp_path):
    """Run the answer of a process, and return what it prints."""
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)

    def printed(*words: str) -> bytes:
        stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr(sys, "stdout", stream)
        assert complete.main(words) == 0
        stream.flush()
        return stream.buffer.getvalue()

    return printed


def test_names_are_printed_as_utf_8_whatever_the_locale(printed, server):
    server.has(f"/project/{SHOP}/environment", ("日本", ENV))
    words = ("app", "list", "--project", "shop", "--env", "")
    assert printed("fish", *words) == "日本\n".encode()


def test_powershell_sends_an_empty_word_as_a_blank(printed):
    words = ("app", "list", "--project", "shop", "--env", " ")
    assert printed("powershell", *words) == b"staging\n-x\n"


@pytest.mark.parametrize(
    "words", [(), ("tcsh", ""), ("bash",), ("bash", "--help"), ("powershell",)]
)
def test_words_that_make_no_sense_print_nothing(printed, words):
    assert printed(*words) == b""


def test_a_closed_stream_is_no_crash(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    assert complete.main(["bash", "app", "get", ""]) == 0


def test_a_bug_is_silent(printed, monkeypatch, capsys):
    def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(complete, "candidates", fails)
    assert printed("bash", "app", "get", "") == b""
    assert capsys.readouterr().err == ""


def test_a_network_that_fails_holds_the_next_question(lines, monkeypatch, given):
    class Fails:
        def __init__(self, *_: object) -> None:
            pass

        def get(self, _: str) -> None:
            raise NetworkError

        def close(self) -> None:
            pass

    monkeypatch.setattr("qovery_cli.completion.fetch.Fetch", Fails)
    assert lines("app list --project shop --env") == []
    held = cache.read(f"{cache.folder(given, Profile('default'), False)}/hold")
    assert held is not None
    assert held.fresh
