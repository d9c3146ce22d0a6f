import pytest

from qovery_cli.commands import completion
from qovery_cli.completion import scripts
from qovery_cli.errors import UsageError


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_is_installed_once_and_removed(open_session, tmp_path, shell):
    first = open_session()
    completion.install(first.session, shell)
    assert {row["shell"] for row in first.json} == {shell}
    assert "Open a new shell to use it." in first.err
    again = open_session()
    completion.install(again.session, shell)
    assert {row["done"] for row in again.json} == {"unchanged"}
    assert "Open a new shell" not in again.err
    removed = open_session()
    completion.uninstall(removed.session, shell)
    assert removed.json
    left = [path for path in tmp_path.rglob("*") if path.is_file() and "qovery" in path.read_text()]
    assert left == []


def test_removal_of_what_is_not_installed_is_a_notice(open_session):
    opened = open_session()
    completion.uninstall(opened.session, "bash")
    assert opened.json == []
    assert "is not installed for bash" in opened.err


def test_script_is_printed(open_session):
    opened = open_session()
    completion.show(opened.session, "zsh")
    assert opened.out == scripts.text("zsh", "qovery")


@pytest.mark.parametrize("login", ["/bin/zsh", "/usr/local/bin/pwsh"])
def test_default_is_the_shell_of_the_user(open_session, login):
    opened = open_session(variables={"SHELL": login})
    completion.show(opened.session)
    name = "powershell" if login.endswith("pwsh") else "zsh"
    assert opened.out == scripts.text(name, "qovery")


@pytest.mark.parametrize(
    ("login", "message"), [("", "No shell specified."), ("/bin/tcsh", "Unsupported shell 'tcsh'.")]
)
def test_shell_is_required(open_session, login, message):
    opened = open_session(variables={"SHELL": login})
    with pytest.raises(UsageError) as caught:
        completion.install(opened.session)
    assert caught.value.message == message
    assert "fish" in caught.value.hint


def test_home_directory_is_required(open_session, monkeypatch):
    monkeypatch.setattr(completion, "home_directory", lambda _: None)
    with pytest.raises(UsageError, match="home directory"):
        completion.install(open_session().session, "bash")
