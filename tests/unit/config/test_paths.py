import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

from qovery_cli.config import paths
from qovery_cli.errors import UsageError


@pytest.fixture
def on_linux(monkeypatch):
    monkeypatch.setattr(paths.sys, "platform", "linux")


@pytest.fixture
def on_windows(monkeypatch):
    fake = types.ModuleType("platformdirs")
    fake.user_config_path = lambda name, **_: Path("/local") / name
    fake.user_cache_path = lambda name, **_: Path("/local") / name / "Cache"
    monkeypatch.setitem(sys.modules, "platformdirs", fake)
    monkeypatch.setattr(paths.sys, "platform", "win32")


def test_a_variable_names_the_config_directory(tmp_path):
    assert paths.config_directory({"QOVERY_CONFIG_DIR": str(tmp_path)}) == tmp_path


def test_a_variable_names_the_cache_directory(tmp_path):
    assert paths.cache_directory({"QOVERY_CACHE_DIR": str(tmp_path)}) == tmp_path


def test_a_relative_directory_is_made_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert paths.config_directory({"QOVERY_CONFIG_DIR": "here"}) == tmp_path / "here"


def test_a_tilde_that_no_shell_has_expanded_is_expanded():
    assert paths.config_directory({"QOVERY_CONFIG_DIR": "~/settings"}).name == "settings"
    assert "~" not in str(paths.config_directory({"QOVERY_CONFIG_DIR": "~/settings"}))


def test_the_config_directory_follows_xdg(on_linux):
    found = paths.config_directory({"XDG_CONFIG_HOME": "/xdg", "HOME": "/home/ana"})
    assert found == Path("/xdg/qovery")


def test_a_relative_xdg_directory_is_ignored(on_linux):
    found = paths.config_directory({"XDG_CONFIG_HOME": "xdg", "HOME": "/home/ana"})
    assert found == Path("/home/ana/.config/qovery")


def test_caches_lie_below_the_home_directory(on_linux):
    assert paths.cache_directory({"HOME": "/home/ana"}) == Path("/home/ana/.cache/qovery")


def test_other_systems_use_the_directory_of_the_platform(on_windows):
    assert paths.config_directory({}) == Path("/local/qovery")
    assert paths.cache_directory({}) == Path("/local/qovery/Cache")


def test_without_a_home_directory_the_variable_is_named(on_linux, monkeypatch):
    monkeypatch.setattr(paths, "home_directory", lambda _: None)
    with pytest.raises(UsageError) as raised:
        paths.config_directory({})
    assert "QOVERY_CONFIG_DIR" in raised.value.hint
    assert paths.readable_config_directory({}) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="directories have no modes there")
def test_inaccessible_home_has_no_settings(on_linux, tmp_path, monkeypatch):
    real = os.stat

    def stat(path, *args, **more):
        if str(path).startswith(f"{tmp_path}/."):
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **more)

    monkeypatch.setattr(paths.os, "stat", stat)
    environ = {"HOME": str(tmp_path)}
    assert paths.readable_config_directory(environ) is None
    assert paths.config_directory(environ) == tmp_path / ".config/qovery"
    # A directory that is named is meant: what cannot be read there is an error.
    named = {**environ, "QOVERY_CONFIG_DIR": str(tmp_path / "own")}
    assert paths.readable_config_directory(named) == tmp_path / "own"


def test_missing_home_is_usable(on_linux, tmp_path):
    home = tmp_path / "new"
    assert paths.readable_config_directory({"HOME": str(home)}) == home / ".config/qovery"


def test_a_user_that_the_system_does_not_know_has_no_home(on_linux, monkeypatch):
    def nobody():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(paths.Path, "home", nobody)
    assert paths.home_directory({}) is None


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="imported there on purpose")
def test_the_directories_are_found_without_importing_platformdirs():
    program = (
        "import sys; from qovery_cli.config import paths;"
        "paths.config_directory({'HOME': '/home/ana'});"
        "sys.exit('platformdirs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
