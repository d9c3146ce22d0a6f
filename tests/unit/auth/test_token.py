import subprocess
import sys

import pytest

from qovery_cli.auth import token
from qovery_cli.auth.store import TokenStore
from qovery_cli.auth.token import Token, find_token, masked, scheme_of
from qovery_cli.errors import AuthError

URL = "https://api.qovery.com"
LONG = "qov_0123456789abcdef"


class Kept:
    """A store that has one token for every profile, and counts how often it is asked."""

    def __init__(self, value="kept"):
        self.value = value
        self.asked = 0

    def load(self, _profile):
        self.asked += 1
        return self.value


@pytest.fixture
def signed_in(tmp_path):
    """Sign a profile in, with the token in a file."""

    def sign_in(name="default", url=URL, value=LONG):
        TokenStore(tmp_path, {}).save(name, url, value, insecure=True)
        return TokenStore(tmp_path, {})

    return sign_in


@pytest.mark.parametrize("variable", token.VARIABLES)
def test_a_token_in_a_variable_is_used_and_named(load, variable):
    environ = {variable: LONG}
    assert find_token(load(environ), environ, Kept()) == Token(LONG, variable, "Token")


def test_the_first_variable_wins(load):
    environ = dict(zip(token.VARIABLES, ("one", "two", "three"), strict=True))
    assert find_token(load(environ), environ, Kept()).value == "one"
    del environ["QOVERY_API_TOKEN"]
    assert find_token(load(environ), environ, Kept()).value == "two"


def test_an_empty_variable_counts_as_not_set(load):
    environ = {"QOVERY_API_TOKEN": "", "QOVERY_CLI_ACCESS_TOKEN": LONG}
    assert find_token(load(environ), environ, Kept()).source == "QOVERY_CLI_ACCESS_TOKEN"


def test_a_variable_wins_over_the_profile_which_is_not_even_read(load, signed_in):
    signed_in()
    kept = Kept()
    environ = {"QOVERY_API_TOKEN": "variable"}
    assert find_token(load(environ), environ, kept).value == "variable"
    assert kept.asked == 0


def test_without_a_variable_the_profiles_token_is_used(load, signed_in, tmp_path):
    store = signed_in()
    found = find_token(load(), {}, store)
    assert found == Token(LONG, str(tmp_path / "credentials.json"), "Token")


def test_a_profile_on_the_command_line_beats_the_variables(load, signed_in):
    store = signed_in("prod")
    environ = dict.fromkeys(token.VARIABLES, "variable")
    assert find_token(load(environ, profile="prod"), environ, store).value == LONG


def test_a_profile_in_a_variable_does_not_beat_the_token_variables(load, signed_in):
    store = signed_in("prod")
    environ = {"QOVERY_PROFILE": "prod", "QOVERY_API_TOKEN": "variable"}
    assert find_token(load(environ), environ, store).value == "variable"


@pytest.mark.parametrize("url", ["https://evil.test", "http://127.0.0.1:4000", f"{URL}:8443"])
def test_a_stored_token_is_not_sent_to_another_host(load, signed_in, url):
    signed_in()
    kept = Kept()
    environ = {"QOVERY_API_URL": url}
    with pytest.raises(AuthError) as raised:
        find_token(load(environ), environ, kept)
    assert raised.value.message == f"The token of profile default is for {URL}, not for {url}."
    assert "QOVERY_API_URL" in raised.value.hint
    assert kept.asked == 0


@pytest.mark.parametrize("url", [f"{URL}/", f"{URL}:443", "https://API.qovery.com"])
def test_same_host_may_be_spelled_differently(load, signed_in, url):
    store = signed_in()
    environ = {"QOVERY_API_URL": url}
    assert find_token(load(environ), environ, store).value == LONG


def test_a_token_in_a_variable_goes_to_any_host(load):
    environ = {"QOVERY_API_URL": "https://acme.test", "QOVERY_API_TOKEN": LONG}
    assert find_token(load(environ), environ, Kept()).value == LONG


def test_without_a_token_the_hint_names_every_way_in(load):
    with pytest.raises(AuthError) as raised:
        find_token(load(), {}, Kept())
    assert raised.value.exit_code == 3
    for way in ("qovery auth login", "QOVERY_API_TOKEN", "qovery sandbox demo"):
        assert way in raised.value.hint


def test_without_a_token_the_hint_signs_in_the_profile_in_use(load, tmp_path):
    (tmp_path / "config.json").write_text('{"profiles": {"prod": {}}}')
    environ = {"QOVERY_API_TOKEN": "hidden-value"}
    with pytest.raises(AuthError) as raised:
        find_token(load(environ, profile="prod"), environ, Kept())
    assert "qovery auth login --profile prod" in raised.value.hint
    assert raised.value.detail == ("QOVERY_API_TOKEN is ignored because of --profile.",)


def test_empty_store_is_no_token(load, signed_in):
    signed_in()
    with pytest.raises(AuthError, match="not signed in"):
        find_token(load(), {}, Kept(None))


@pytest.mark.parametrize(
    "value", ["a b", "a\nb", "a\x00b", "a\x7f", "Bearer abc", "tökén", "a\u2028b"]
)
def test_a_token_with_characters_that_none_has_is_not_used(load, value):
    environ = {"QOVERY_API_TOKEN": value}
    with pytest.raises(AuthError) as raised:
        find_token(load(environ), environ, Kept())
    assert raised.value.message == (
        "The token from QOVERY_API_TOKEN contains white space or invalid characters."
    )


@pytest.mark.parametrize("around", [" {}", "{}\n", "{}\r\n", "\t{} \n\n"])
def test_white_space_around_a_token_is_dropped_whatever_its_source(load, signed_in, around):
    text = around.format(LONG)
    for variable in token.VARIABLES:
        assert find_token(load({variable: text}), {variable: text}, Kept()).value == LONG
    signed_in()
    assert find_token(load(), {}, Kept(text)) == find_token(load(), {}, Kept(LONG))


def test_the_scheme_of_a_jwt_with_a_line_break_is_bearer(load):
    environ = {"QOVERY_API_TOKEN": "aaa.bbb.ccc\n"}
    assert find_token(load(environ), environ, Kept()).authorization == "Bearer aaa.bbb.ccc"


def test_a_variable_with_white_space_alone_counts_as_not_set(load, signed_in):
    store = signed_in()
    environ = {"QOVERY_API_TOKEN": " \n", "Q_CLI_ACCESS_TOKEN": "\t"}
    assert find_token(load(environ), environ, store).value == LONG
    assert token.ignored_variables(load(environ), environ) == ()


def test_the_error_for_a_bad_token_does_not_show_it(load):
    environ = {"QOVERY_API_TOKEN": "hidden value"}
    with pytest.raises(AuthError) as raised:
        find_token(load(environ), environ, Kept())
    assert "hidden" not in str(raised.value.as_data())


@pytest.mark.parametrize(
    ("value", "scheme"),
    [
        ("aaa.bbb.ccc", "Bearer"),
        (LONG, "Token"),
        ("sandbox", "Token"),
        ("a.b", "Token"),
        ("a.b.c.d", "Token"),
        ("..", "Token"),
        ("a..c", "Token"),
    ],
)
def test_three_parts_make_a_bearer_token(value, scheme):
    assert scheme_of(value) == scheme


def test_the_header_has_scheme_and_value():
    assert Token("a.b.c", "keyring", "Bearer").authorization == "Bearer a.b.c"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (LONG, "qov_****ef"),
        ("", "****"),
        ("sandbox", "****"),
        ("123456789012345", "****"),
        ("1234567890123456", "1234****56"),
    ],
)
def test_a_masked_token_shows_its_ends_if_it_is_long(value, shown):
    assert masked(value) == shown


def test_a_token_is_masked_wherever_it_is_shown():
    found = Token(LONG, "keyring", "Token")
    assert LONG not in f"{found} {found!r} {[found]}"
    assert "qov_****ef" in repr(found)


def test_unused_token_variables_are_listed(load, tmp_path):
    (tmp_path / "config.json").write_text('{"profiles": {"prod": {}}}')
    environ = {"QOVERY_API_TOKEN": "a", "Q_CLI_ACCESS_TOKEN": "b"}
    assert token.ignored_variables(load(), environ) == ("Q_CLI_ACCESS_TOKEN",)
    assert token.ignored_variables(load(profile="prod"), environ) == tuple(environ)
    assert token.ignored_variables(load(), {}) == ()


def test_a_token_in_a_variable_needs_no_import_of_keyring(tmp_path):
    program = (
        "import sys; from pathlib import Path\n"
        "from qovery_cli.auth.store import TokenStore\n"
        "from qovery_cli.auth.token import find_token\n"
        "from qovery_cli.config import settings\n"
        "here = Path(sys.argv[1])\n"
        "environ = {'QOVERY_CONFIG_DIR': str(here), 'QOVERY_API_TOKEN': 'abc'}\n"
        "find_token(settings.load({}, environ, here), environ, TokenStore(here, environ))\n"
        "heavy = {'keyring', 'filelock', 'yaml', 'httpx', 'pydantic'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
