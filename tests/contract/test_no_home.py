"""Commands that store nothing work without a home directory, as in a container."""

import pytest
from command_lines import cases, selector, whole_line
from fake_api import FakeApi

from qovery_cli.completion.cache_writer import CacheWriter
from qovery_cli.config import paths

first = [case for case in cases() if case.level == case.variant.api[-1]]
#: Each generated command once, and once for each value that selects an operation.
CASES = list({(case.row.command, *selector(case.variant)): case for case in first}.values())
CASES = [case for case in CASES if not case.row.handler]

#: Commands that store something below the home directory.
WRITERS = [
    "auth login --insecure-storage",
    "context set --project shop --no-check",
    "context unset project",
    "context use default",
    "completion install bash",
    "sandbox start",
]

READERS = [
    "context list",
    "context show",
    "auth status",
    "commands",
    "completion show bash",
    "sandbox status",
    "sandbox stop",
]


@pytest.fixture
def api(monkeypatch):
    return FakeApi.instead_of_network(monkeypatch)


@pytest.fixture
def homeless(monkeypatch, home, ran):
    """Run lines as a user whom the system does not know."""

    def nobody():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(paths.sys, "platform", "linux")
    monkeypatch.setattr(paths.Path, "home", nobody)
    for name in ("HOME", "USERPROFILE", "QOVERY_CONFIG_DIR", "QOVERY_CACHE_DIR"):
        home.environ.pop(name, None)
        monkeypatch.delenv(name, raising=False)
    return ran


@pytest.mark.parametrize("case", CASES, ids=repr)
def test_a_command_needs_no_home(case, api, ran, homeless, home):
    api.at(case.level)
    there = {"QOVERY_CONFIG_DIR": str(home.path / "c"), "QOVERY_CACHE_DIR": str(home.path / "d")}
    line = [*whole_line(case), *(["--timeout=1s"] if case.row.wait else [])]
    expected = ran(case.row.command, *line, env={**api.environ, **there})
    # What is asked at once arrives in any order.
    sent = sorted(repr((one.method, one.path, one.body)) for one in api.asked)
    api.asked.clear()
    # An update is remembered: the second run starts anew.
    api.at(case.level)
    ended = homeless(case.row.command, *line, env=api.environ)
    assert (ended.code, ended.out, ended.err) == (expected.code, expected.out, expected.err)
    assert sorted(repr((one.method, one.path, one.body)) for one in api.asked) == sent


@pytest.mark.parametrize("line", READERS)
def test_command_that_stores_nothing_needs_no_home(line, api, homeless):
    ended = homeless(line, env=api.environ)
    assert ended.code == 0, ended


@pytest.mark.parametrize("line", WRITERS)
def test_command_that_stores_something_reports_the_missing_home(line, api, homeless):
    ended = homeless(line, stdin="token", env={**api.environ, "SHELL": "/bin/bash"})
    assert ended.code == 2, ended
    assert "home directory" in ended.sentence
    assert "QOVERY_CONFIG_DIR" in ended.hint or "HOME" in ended.hint


def test_what_is_learned_for_completion_is_dropped_without_a_home(homeless, home):
    memory = CacheWriter(home.environ)
    memory.flush(None)
