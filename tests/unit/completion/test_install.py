from pathlib import Path

import pytest

from qovery_cli.completion import install, scripts
from qovery_cli.completion.install import plan

HOME = Path("/home/me")


def places(shell: str, program: str = "qovery", **environ: str) -> list[str]:
    paths = plan(shell, program, environ, HOME)
    return [path.as_posix() for path in (paths.script, *paths.starters)]


def test_each_shell_has_its_own_paths(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    assert places("bash") == [
        "/home/me/.local/share/bash-completion/completions/qovery",
        "/home/me/.bashrc",
    ]
    assert places("zsh") == ["/home/me/.zfunc/_qovery", "/home/me/.zshrc"]
    assert places("fish") == ["/home/me/.config/fish/completions/qovery.fish"]


def test_macos_uses_the_login_file_of_bash(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "darwin")
    names = [path.name for path in plan("bash", "qovery", {}, tmp_path).starters]
    assert names == [".bashrc", ".bash_profile"]
    (tmp_path / ".profile").write_text("")
    names = [path.name for path in plan("bash", "qovery", {}, tmp_path).starters]
    assert names == [".bashrc", ".profile"]


def test_environment_variables_change_the_paths():
    assert places("bash", XDG_DATA_HOME="/x")[0] == "/x/bash-completion/completions/qovery"
    assert places("bash", BASH_COMPLETION_USER_DIR="/y")[0] == "/y/completions/qovery"
    assert places("zsh", ZDOTDIR="/z") == ["/z/.zfunc/_qovery", "/z/.zshrc"]
    assert places("fish", XDG_CONFIG_HOME="/c") == ["/c/fish/completions/qovery.fish"]


@pytest.mark.parametrize("shell", scripts.FILES)
def test_files_and_lines_depend_on_the_program_name(shell):
    ours, theirs = (plan(shell, name, {}, HOME) for name in ("qovery", "qov"))
    assert ours.script != theirs.script
    assert ours.lines == "" or ours.lines != theirs.lines


@pytest.mark.parametrize("shell", scripts.FILES)
def test_home_with_quotes_and_spaces_is_quoted(shell):
    lines = plan(shell, "qovery", {}, Path("/home/it's me")).lines
    assert "it's me" not in lines.replace("it''s me", "").replace("it'\\''s me", "")


def test_unterminated_block_is_left_unchanged(tmp_path):
    starter = tmp_path / ".bashrc"
    starter.write_text("# >>> qovery completion >>>\nmine\n")
    with pytest.raises(install.UsageError, match="has no end"):
        install.install("bash", "qovery", {}, tmp_path)
    assert starter.read_text() == "# >>> qovery completion >>>\nmine\n"


@pytest.mark.parametrize("mark", install._MARKS)
def test_older_generated_script_is_replaced(mark, tmp_path):
    script = plan("fish", "qovery", {}, tmp_path).script
    script.parent.mkdir(parents=True)
    script.write_text(f"# old. {mark}\n")
    (change,) = install.install("fish", "qovery", {}, tmp_path)
    assert change.done == "changed"
    assert script.read_text(encoding="utf-8") == scripts.text("fish")


def test_foreign_script_is_not_removed(tmp_path):
    script = plan("fish", "qovery", {}, tmp_path).script
    script.parent.mkdir(parents=True)
    script.write_text("# mine\n")
    assert install.uninstall("fish", "qovery", {}, tmp_path) == []
    assert script.read_text() == "# mine\n"


def test_every_script_has_the_mark_of_ours():
    assert all(install._MARKS[0] in scripts.text(shell) for shell in scripts.FILES)
