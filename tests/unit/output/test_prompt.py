import getpass
import warnings

import pytest

from qovery_cli.errors import DeclinedError, UsageError
from qovery_cli.output.prompt import confirm, hidden, type_name


@pytest.mark.parametrize("typed", ["y\n", "Y\n", "yes\n", " YES \n", "y"])
def test_yes_means_yes(person, typed):
    assert confirm("Delete api?", person(typed=typed))


@pytest.mark.parametrize("typed", ["\n", "n\n", "no\n", "yep\n"])
def test_anything_else_means_no(person, typed):
    assert not confirm("Delete api?", person(typed=typed))


def test_the_question_is_on_stderr(person):
    terminal = person(typed="y\n")
    confirm("Delete \x1b[31mapi?", terminal)
    assert (terminal.stdout.getvalue(), terminal.stderr.getvalue()) == ("", "Delete api? [y/N] ")


def test_the_name_has_to_be_typed(person):
    assert type_name("Delete the project.", "Shop", person(typed="shop\n"))
    assert not type_name("Delete the project.", "Shop", person(typed="y\n"))


def test_the_name_to_type_is_shown(person):
    terminal = person(typed="Shop\n")
    type_name("Delete the project.", "Shop", terminal)
    assert terminal.stderr.getvalue() == "Delete the project.\nType Shop to confirm: "


@pytest.mark.parametrize(
    "ask",
    [
        lambda terminal: confirm("Sure?", terminal, flag="--flag"),
        lambda terminal: type_name("Sure?", "api", terminal, flag="--flag"),
        lambda terminal: hidden("Token?", terminal, flag="--flag"),
    ],
)
def test_without_a_terminal_the_flag_is_named(piped, ask):
    with pytest.raises(UsageError) as refused:
        ask(piped)
    assert "--flag" in refused.value.hint
    assert piped.stderr.getvalue() == ""


@pytest.mark.parametrize(
    "ask",
    [
        lambda terminal: confirm("Sure?", terminal),
        lambda terminal: type_name("Sure?", "a", terminal),
    ],
)
def test_the_end_of_input_declines(person, ask):
    terminal = person()
    with pytest.raises(DeclinedError):
        ask(terminal)
    assert terminal.stderr.getvalue().endswith("\n")


def test_ctrl_c_passes_through(person):
    terminal = person()

    def interrupted():
        raise KeyboardInterrupt

    terminal.stdin.readline = interrupted
    with pytest.raises(KeyboardInterrupt):
        confirm("Sure?", terminal)


@pytest.fixture
def types(monkeypatch):
    def prepare(answer):
        def fake(prompt, stream):
            stream.write(prompt)
            if isinstance(answer, BaseException):
                raise answer
            return answer

        monkeypatch.setattr(getpass, "getpass", fake)

    return prepare


def test_hidden_input_is_prompted_on_stderr(person, types):
    types("secret")
    terminal = person()
    assert hidden("Token:", terminal, flag="--token") == "secret"
    assert (terminal.stdout.getvalue(), terminal.stderr.getvalue()) == ("", "Token: ")


def test_the_end_of_hidden_input_declines(person, types):
    types(EOFError())
    with pytest.raises(DeclinedError):
        hidden("Token:", person(), flag="--token")


def test_ctrl_c_passes_through_hidden_input(person, types):
    types(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        hidden("Token:", person(), flag="--token")


def test_a_terminal_that_would_show_a_secret_is_not_used(person, monkeypatch):
    def cannot_hide(_prompt, stream):
        warnings.warn("Can not control echo on the terminal.", getpass.GetPassWarning, stacklevel=1)
        stream.write("asked")

    monkeypatch.setattr(getpass, "getpass", cannot_hide)
    terminal = person()
    with pytest.raises(UsageError) as refused:
        hidden("Token:", terminal, flag="--token")
    assert (refused.value.hint, terminal.stderr.getvalue()) == ("Use --token.", "")
