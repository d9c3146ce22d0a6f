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
def variables(environ, server) -> dict[str, str]:
    return environ | {"QOVERY_API_URL": server.url, "QOVERY_API_TOKEN": "token"}


@pytest.fixture
def cache_names(variables):
    folder = cache.folder(variables, Profile("default"), False)

    def cache_names(
        kind: str, parent: str | None, *rows: tuple[str, str], seconds: int = 600
    ) -> Path:
        path = Path(cache.names_file(folder, kind, parent) or "")
        cache.write(str(path), rows, seconds)
        return path

    return cache_names


@pytest.fixture
def complete_line(variables, tmp_path):
    """Return a function that completes the last word of a line."""

    def complete_line(text: str, last: str = "", seconds: float = 5, **environ: str) -> list[str]:
        deadline = time.monotonic() + seconds
        return complete.candidates([*text.split(), last], variables | environ, tmp_path, deadline)

    return complete_line


def test_names_in_the_scope_are_printed(complete_line):
    assert complete_line("app list --project shop --env") == ["staging", "-x"]


def test_all_names_are_printed_for_any_prefix(complete_line):
    assert complete_line("app list --project shop --env", "sta") == ["staging", "-x"]


def test_value_after_an_equals_sign_is_printed_as_a_whole_word(complete_line):
    assert complete_line("app list --project shop", "--env=sta") == ["--env=staging", "--env=-x"]


def test_option_like_name_is_replaced_by_its_id_in_an_argument(complete_line):
    assert complete_line("env get --project shop") == ["staging", f"{APP}\t-x"]
    assert complete_line("env get --project shop --") == ["staging", "-x"]


def test_names_of_several_kinds_show_their_kind(complete_line, monkeypatch):
    monkeypatch.setattr(complete, "_select_kinds", lambda *_: ["application", "database"])
    actual = complete_line("app get --project shop --env staging --app")
    assert actual == ["my application\tapplication", "my database\tdatabase"]


def test_scope_is_read_from_variables_and_directories(complete_line, tmp_path):
    assert complete_line("app get --project shop", QOVERY_ENVIRONMENT="staging") == []
    assert complete_line("app get", QOVERY_PROJECT="shop", QOVERY_ENVIRONMENT="staging") == [
        "my application"
    ]
    (tmp_path / ".qovery.yaml").write_text("project: shop\nenvironment: staging\n")
    assert complete_line("app get") == ["my application"]


@pytest.mark.parametrize("text", ["", "app", "app list --output", "nonsense --env", "app list"])
def test_words_that_are_not_names_need_no_network(complete_line, server, text):
    assert complete_line(text) == []
    assert server.asked == []


def test_cached_names_need_no_network(complete_line, cache_names, server):
    cache_names("organization", None, ("Acme", ORG))
    cache_names("project", ORG, ("shop", SHOP))
    cache_names("environment", SHOP, ("staging", ENV))
    assert complete_line("app list --project shop --env") == ["staging"]
    assert server.asked == []


def test_hanging_server_leaves_cached_names(complete_line, cache_names, server):
    cache_names("organization", None, ("Acme", ORG))
    cache_names("project", ORG, ("shop", SHOP))
    cache_names("environment", SHOP, ("old", ENV), seconds=-1)
    server.hang()
    started = time.monotonic()
    assert complete_line("app list --project shop --env", seconds=0.3) == ["old"]
    assert time.monotonic() - started < 5


def test_slow_response_ends_at_the_deadline(complete_line, server):
    server.trickles = True
    started = time.monotonic()
    assert complete_line("app list --project shop --env", seconds=0.3) == []
    assert time.monotonic() - started < 5


def test_unreachable_server_is_not_called_again_for_a_while(complete_line, server):
    server.hang()
    complete_line("app list --project shop --env", seconds=0.2)
    server.let_go()
    asked = len(server.asked)
    assert complete_line("app list --project shop --env") == []
    assert len(server.asked) == asked


def test_expired_hold_allows_calls_again(complete_line, server, cache_names):
    cache_names("hold", None, seconds=-1)
    assert complete_line("app list --project shop --env") == ["staging", "-x"]


def test_nothing_is_written_if_caches_are_disabled(complete_line, variables, server):
    off = {"QOVERY_NO_CACHE": "1"}
    assert complete_line("app list --project shop --env", **off) == ["staging", "-x"]
    server.hang()
    complete_line("app list --project shop --env", seconds=0.2, **off)
    assert not Path(variables["QOVERY_CACHE_DIR"]).exists()


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
def test_missing_resources_are_silent(complete_line, environ, capsys):
    assert complete_line("app list --project shop --env", **environ) == []
    assert capsys.readouterr() == ("", "")


def test_invalid_settings_are_silent(complete_line, variables, capsys):
    config = Path(variables["QOVERY_CONFIG_DIR"])
    config.mkdir()
    (config / "config.json").write_text("{", encoding="utf-8")
    assert complete_line("app list --project shop --env") == []
    assert capsys.readouterr() == ("", "")


@pytest.fixture
def printed(monkeypatch, variables, tmp_path):
    """Return a function that runs the process and returns its output."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)

    def printed(*words: str) -> bytes:
        stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr(sys, "stdout", stream)
        assert complete.main(words) == 0
        stream.flush()
        return stream.buffer.getvalue()

    return printed


def test_names_are_printed_as_utf_8_in_any_locale(printed, server):
    server.has(f"/project/{SHOP}/environment", ("日本", ENV))
    words = ("app", "list", "--project", "shop", "--env", "")
    assert printed("fish", *words) == "日本\n".encode()


def test_powershell_passes_an_empty_word_as_a_space(printed):
    words = ("app", "list", "--project", "shop", "--env", " ")
    assert printed("powershell", *words) == b"staging\n-x\n"


@pytest.mark.parametrize(
    "words", [(), ("tcsh", ""), ("bash",), ("bash", "--help"), ("powershell",)]
)
def test_invalid_words_print_nothing(printed, words):
    assert printed(*words) == b""


def test_closed_stdout_is_ignored(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    assert complete.main(["bash", "app", "get", ""]) == 0


def test_unexpected_exception_is_silent(printed, monkeypatch, capsys):
    def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(complete, "candidates", fails)
    assert printed("bash", "app", "get", "") == b""
    assert capsys.readouterr().err == ""


def test_network_error_suspends_further_calls(complete_line, monkeypatch, variables):
    class Fails:
        def __init__(self, *_: object) -> None:
            pass

        def get(self, _: str) -> None:
            raise NetworkError

        def close(self) -> None:
            pass

    monkeypatch.setattr("qovery_cli.completion.fetch.Fetch", Fails)
    assert complete_line("app list --project shop --env") == []
    held = cache.read(f"{cache.folder(variables, Profile('default'), False)}/hold")
    assert held is not None
    assert held.fresh
