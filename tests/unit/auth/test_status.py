import base64
import json

import pytest

from qovery_cli.auth import status
from qovery_cli.auth.store import TokenStore
from qovery_cli.config import profiles
from qovery_cli.errors import AuthError

URL = "https://api.qovery.com"
LONG = "qov_0123456789abcdef"


def jwt(payload):
    part = base64.urlsafe_b64encode(json.dumps(payload).encode()).decode().rstrip("=")
    return f"head.{part}.signature"


@pytest.fixture
def store(tmp_path, keyring):
    return TokenStore(tmp_path, {})


def test_a_token_in_a_variable_is_described(load, store):
    environ = {"QOVERY_API_TOKEN": LONG, "Q_CLI_ACCESS_TOKEN": "other"}
    assert status.describe(load(environ), environ, store) == status.Status(
        profile="default",
        api_url=URL,
        api_level="1.0.4",
        source="QOVERY_API_TOKEN",
        storage="variable",
        plain_text=False,
        token="qov_****ef",
        scheme="Token",
        expires_at=None,
        ignored=("Q_CLI_ACCESS_TOKEN",),
    )


@pytest.mark.parametrize(
    ("how", "storage", "plain"),
    [
        ({}, "keyring", False),
        ({"insecure": True}, "file", True),
        ({"inline": True}, "inline", True),
    ],
)
def test_stored_token_has_storage_and_plain_text(load, store, how, storage, plain):
    store.save("default", URL, LONG, **how)
    found = status.describe(load(), {}, store)
    assert (found.storage, found.plain_text) == (storage, plain)
    assert found.token == "qov_****ef"
    assert found.ignored == ()


def test_ignored_profile_token_is_listed(load, store):
    store.save("default", URL, LONG)
    environ = {"QOVERY_API_TOKEN": "variable"}
    found = status.describe(load(environ), environ, store)
    assert found.storage == "variable"
    assert found.ignored == ("profile default (keyring)",)


def test_ignored_variable_is_listed(load, store):
    store.save("prod", URL, LONG)
    environ = {"QOVERY_API_TOKEN": "variable"}
    found = status.describe(load(environ, profile="prod"), environ, store)
    assert (found.profile, found.storage) == ("prod", "keyring")
    assert found.ignored == ("QOVERY_API_TOKEN",)


def test_without_a_token_there_is_nothing_to_describe(load, store):
    with pytest.raises(AuthError):
        status.describe(load(), {}, store)


def test_a_description_does_not_hold_the_token(load, store):
    store.save("default", URL, LONG)
    assert LONG not in repr(status.describe(load(), {}, store))


def test_every_profile_is_listed_without_asking_the_keyring(store, tmp_path, keyring):
    store.save("prod", URL, LONG)
    store.save("sandbox", "http://127.0.0.1:4000", "sandbox", inline=True)
    data = json.loads((tmp_path / "config.json").read_text())
    data["active"] = "prod"
    data["profiles"]["bare"] = {}
    (tmp_path / "config.json").write_text(json.dumps(data))
    keyring.calls.clear()
    lines = status.describe_profiles(profiles.read(tmp_path))
    assert lines == [
        status.ProfileToken("prod", True, URL, "keyring", False),
        status.ProfileToken("sandbox", False, "http://127.0.0.1:4000", "inline", True),
        status.ProfileToken("bare", False, None, None, False),
    ]
    assert keyring.calls == []


def test_jwt_expiry_is_decoded():
    assert status.expires_at(jwt({"exp": 1700000000})) == "2023-11-14T22:13:20+00:00"


@pytest.mark.parametrize(
    "value",
    [
        LONG,
        "a.b.c",
        "a.é.c",
        jwt({}),
        jwt([]),
        jwt(1),
        jwt({"exp": "soon"}),
        jwt({"exp": None}),
        jwt({"exp": 1e300}),
    ],
)
def test_other_tokens_have_no_expiry(value):
    assert status.expires_at(value) is None


def test_the_text_for_newcomers_names_both_ways_to_a_token():
    assert "Organization settings > API tokens" in status.WHERE_TO_MAKE_A_TOKEN
    assert "`qovery org token create`" in status.WHERE_TO_MAKE_A_TOKEN
