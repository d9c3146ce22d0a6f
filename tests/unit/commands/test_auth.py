import json

import pytest

from qovery_cli.commands import auth
from qovery_cli.errors import AuthError, UsageError

TOKEN = "qov_s3cret_0123456789"
NO_TOKEN = {"QOVERY_API_TOKEN": ""}


@pytest.fixture(autouse=True)
def acme(api):
    api.answers["listOrganization"] = {"results": [{"id": "o1", "name": "Acme"}]}


@pytest.fixture
def stored_token(tmp_path):
    """Return a function that returns all that is stored, as text."""

    def read():
        files = [path for path in (tmp_path / "config").rglob("*") if path.is_file()]
        return "".join(path.read_text() for path in files)

    return read


def sign_in(open_session, **options):
    opened = open_session(stdin=f"{TOKEN}\n".encode(), variables=NO_TOKEN, **options)
    auth.login(opened.session, insecure_storage=True)
    return opened


def test_checked_token_is_stored_and_never_shown(open_session, stored_token):
    opened = sign_in(open_session)
    assert opened.json["sees"] == ["Acme"]
    assert opened.json["profile"] == "default"
    assert TOKEN not in opened.out + opened.err
    assert "Signed in with access to Acme." in opened.err
    assert TOKEN in stored_token()


def test_refused_token_is_not_stored(api, open_session, stored_token):
    api.others = 401
    with pytest.raises(AuthError):
        sign_in(open_session)
    assert TOKEN not in stored_token()


@pytest.mark.parametrize("stdin", [b"", b" \n"])
def test_token_is_required(api, open_session, stdin):
    with pytest.raises(UsageError, match="no token"):
        auth.login(open_session(stdin=stdin, variables=NO_TOKEN).session)
    assert api.asked == []


def test_token_with_invalid_characters_is_not_sent(api, open_session):
    with pytest.raises(AuthError):
        auth.login(open_session(stdin=b"two words", variables=NO_TOKEN).session)
    assert api.asked == []


def test_token_without_an_organization_is_accepted(api, open_session):
    api.answers["listOrganization"] = {"results": []}
    assert "access to no organization yet" in sign_in(open_session).err


def test_typed_token_is_read_without_echo(open_session, monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: TOKEN)
    opened = open_session(typed="", variables=NO_TOKEN)
    auth.login(opened.session, insecure_storage=True)
    assert opened.json["sees"] == ["Acme"]
    assert auth.WHERE_TO_MAKE_A_TOKEN in opened.err


def test_url_in_the_environment_is_reported_if_the_profile_has_another(open_session):
    shared = {"output": "json", "profile": "work"}
    sign_in(open_session, shared=shared)
    opened = open_session(
        stdin=TOKEN.encode(),
        shared=shared,
        variables={**NO_TOKEN, "QOVERY_API_URL": "http://127.0.0.1:2"},
    )
    auth.login(opened.session, insecure_storage=True)
    assert "QOVERY_API_URL is ignored: profile work is for http://127.0.0.1:1." in opened.err


def test_level_in_the_environment_is_stored_with_the_token(open_session, tmp_path):
    sign_in(open_session, shared={"output": "json", "profile": "work"})
    profile = json.loads((tmp_path / "config" / "config.json").read_text())["profiles"]["work"]
    assert profile["api_level"] == "1.0.3"


def test_logout_deletes_the_token(open_session, stored_token):
    sign_in(open_session)
    opened = open_session(variables=NO_TOKEN)
    auth.logout(opened.session)
    assert opened.json == {"profile": "default", "done": "forgotten"}
    assert TOKEN not in stored_token()


def test_logout_without_a_token_is_no_error(open_session):
    opened = open_session(variables=NO_TOKEN)
    auth.logout(opened.session)
    assert opened.json == {"profile": "default", "done": "nothing"}
    assert "Profile default has no stored token." in opened.err


def test_status_shows_the_token_in_use(open_session):
    opened = open_session(variables={"QOVERY_API_TOKEN": TOKEN})
    auth.status(opened.session)
    assert (opened.json["works"], opened.json["sees"]) == (True, ["Acme"])
    assert TOKEN not in opened.out
    assert "QOVERY_API_TOKEN" in opened.out


def test_status_of_a_refused_token_is_shown_and_is_an_error(api, open_session):
    api.others = 401
    opened = open_session(variables={"QOVERY_API_TOKEN": TOKEN})
    with pytest.raises(AuthError):
        auth.status(opened.session)
    assert opened.json["works"] is False
    assert opened.json["sees"] == []


@pytest.mark.parametrize(("header", "text"), [(False, TOKEN), (True, f"Token {TOKEN}")])
def test_token_is_printed_on_request(open_session, header, text):
    opened = open_session(shared={}, variables={"QOVERY_API_TOKEN": TOKEN})
    auth.token(opened.session, header)
    assert opened.out.strip() == text
    assert opened.err == ""


def test_token_on_a_terminal_has_a_warning(open_session):
    opened = open_session(shared={}, typed="", variables={"QOVERY_API_TOKEN": TOKEN})
    auth.token(opened.session)
    assert "This is a secret" in opened.err
