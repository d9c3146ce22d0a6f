import json
import os
import stat

import pytest
from keyring import errors

from qovery_cli.auth.keychain import Keychain
from qovery_cli.auth.store import TokenStore
from qovery_cli.config import paths, profile_changes, profiles
from qovery_cli.config.profiles import Profile, StoredToken
from qovery_cli.errors import AuthError, UsageError

URL = "https://api.qovery.com"
NO_KEYRING = {"QOVERY_NO_KEYRING": "1"}


@pytest.fixture
def store(tmp_path, keyring):
    return TokenStore(tmp_path, {})


@pytest.fixture
def without_keyring(tmp_path, keyring):
    return TokenStore(tmp_path, NO_KEYRING)


def profile(directory, name="default"):
    return profiles.read(directory).get(name)


def everything_on_disk(directory):
    return "".join(path.read_text() for path in directory.iterdir() if path.is_file())


def test_a_token_goes_to_the_keyring_and_not_to_the_disk(store, tmp_path, keyring):
    assert store.save("default", URL, "qov_secret") == "keyring"
    assert list(keyring.secrets.values()) == ["qov_secret"]
    assert "qov_secret" not in everything_on_disk(tmp_path)


def test_a_token_in_the_keyring_is_loaded(store, tmp_path):
    store.save("default", URL, "qov_secret")
    assert store.load(profile(tmp_path)) == "qov_secret"


def test_the_profile_notes_where_its_token_is_and_for_which_url(store, tmp_path):
    store.save("prod", "https://acme.test", "qov_secret")
    found = profile(tmp_path, "prod")
    assert (found.token.storage, found.token.url) == ("keyring", "https://acme.test")
    assert found.api_url == "https://acme.test"


def test_profiles_and_hosts_do_not_share_a_token(store, keyring):
    store.save("a", URL, "one")
    store.save("b", URL, "two")
    store.save("c", "https://acme.test", "three")
    assert sorted(keyring.secrets.values()) == ["one", "three", "two"]
    assert len(keyring.secrets) == 3


def test_another_host_written_into_the_file_does_not_get_the_token(store):
    store.save("default", URL, "qov_secret")
    moved = Profile("default", token=StoredToken("keyring", "https://evil.test"))
    with pytest.raises(AuthError, match="no longer has the token"):
        store.load(moved)


def test_a_file_takes_the_token_only_with_consent(store, tmp_path, keyring):
    assert store.save("default", URL, "qov_secret", insecure=True) == "file"
    assert keyring.calls == []
    assert store.load(profile(tmp_path)) == "qov_secret"
    assert json.loads(store.path.read_text())["tokens"] == {
        "default": {"url": URL, "token": "qov_secret"}
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_the_owner_may_read_the_file(store):
    store.save("default", URL, "qov_secret", insecure=True)
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_the_file_keeps_the_tokens_of_other_profiles(store, tmp_path):
    store.save("a", URL, "one", insecure=True)
    store.save("b", URL, "two", insecure=True)
    assert store.load(profile(tmp_path, "a")) == "one"
    assert store.load(profile(tmp_path, "b")) == "two"


def test_a_token_in_the_file_belongs_to_its_url(store):
    store.save("default", URL, "qov_secret", insecure=True)
    moved = Profile("default", token=StoredToken("file", "https://evil.test"))
    with pytest.raises(AuthError):
        store.load(moved)


def test_the_token_of_the_sandbox_is_kept_in_the_profile(without_keyring, tmp_path):
    url = "http://127.0.0.1:4000"
    assert without_keyring.save("sandbox", url, "sandbox", inline=True) == "inline"
    found = profile(tmp_path, "sandbox")
    assert found.token == StoredToken("inline", url, value="sandbox")
    assert without_keyring.load(found) == "sandbox"
    assert not without_keyring.path.exists()


def test_a_profile_without_a_token_has_none(store, keyring):
    assert store.load(Profile("default")) is None
    assert keyring.calls == []


@pytest.mark.parametrize("storage", ["file", "inline"])
def test_a_token_that_is_elsewhere_needs_no_keyring(store, tmp_path, keyring, storage):
    store.save("x", URL, "qov", insecure=storage == "file", inline=storage == "inline")
    store.load(profile(tmp_path, "x"))
    assert keyring.calls == []


def test_without_keyring_and_consent_nothing_is_saved(without_keyring, tmp_path, keyring):
    with pytest.raises(UsageError) as raised:
        without_keyring.save("default", URL, "qov_secret")
    assert "--insecure-storage" in raised.value.hint
    assert keyring.calls == []
    assert list(tmp_path.iterdir()) == []


def test_with_consent_no_keyring_is_needed(without_keyring):
    assert without_keyring.save("default", URL, "qov_secret", insecure=True) == "file"


def test_keyring_token_is_unavailable_if_keyring_is_disabled(
    store, without_keyring, tmp_path, keyring
):
    store.save("default", URL, "qov_secret")
    keyring.calls.clear()
    for call in (without_keyring.load, without_keyring.delete):
        with pytest.raises(AuthError, match="QOVERY_NO_KEYRING"):
            call(profile(tmp_path))
    assert keyring.calls == []


def test_a_keyring_that_fails_saves_nothing(store, tmp_path, keyring):
    keyring.error = errors.NoKeyringError()
    with pytest.raises(AuthError) as raised:
        store.save("default", URL, "qov_secret")
    assert "--insecure-storage" in raised.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_keyring_that_hangs_saves_nothing(tmp_path, keyring):
    keyring.hang()
    store = TokenStore(tmp_path, {}, Keychain(limit=0.01))
    with pytest.raises(AuthError, match="did not answer"):
        store.save("default", URL, "qov_secret")
    assert list(tmp_path.iterdir()) == []


def test_lost_keyring_token_has_a_hint(store, tmp_path, keyring):
    store.save("prod", URL, "qov_secret")
    keyring.secrets.clear()
    with pytest.raises(AuthError) as raised:
        store.load(profile(tmp_path, "prod"))
    assert raised.value.hint == "Sign in again: `qovery auth login --profile prod`."


def test_missing_token_file_has_a_hint(store, tmp_path):
    store.save("default", URL, "qov_secret", insecure=True)
    store.path.unlink()
    with pytest.raises(AuthError, match=r"credentials\.json no longer has"):
        store.load(profile(tmp_path))


@pytest.mark.parametrize("content", ["{", "[]", '{"tokens": []}'])
def test_a_damaged_file_is_refused_and_left_alone(store, tmp_path, content):
    store.save("default", URL, "qov_secret", insecure=True)
    store.path.write_text(content)
    with pytest.raises(UsageError, match=r"credentials\.json"):
        store.load(profile(tmp_path))
    with pytest.raises(UsageError):
        store.save("default", URL, "other", insecure=True)
    assert store.path.read_text() == content


def test_a_token_moved_to_the_file_leaves_the_keyring(store, keyring):
    store.save("default", URL, "old")
    store.save("default", URL, "new", insecure=True)
    assert keyring.secrets == {}


def test_a_token_moved_to_the_keyring_leaves_the_file(store, tmp_path):
    store.save("default", URL, "old", insecure=True)
    store.save("default", URL, "new")
    assert "old" not in store.path.read_text()
    assert store.load(profile(tmp_path)) == "new"


def test_a_token_for_another_host_replaces_the_one_before(store, keyring):
    store.save("default", URL, "old")
    store.save("default", "https://acme.test", "new")
    assert list(keyring.secrets.values()) == ["new"]


def test_an_old_copy_that_cannot_be_removed_does_not_stop_the_new_one(store, tmp_path, keyring):
    store.save("default", URL, "old")
    keyring.error = errors.KeyringLocked()
    assert store.save("default", URL, "new", insecure=True) == "file"
    assert store.load(profile(tmp_path)) == "new"


def test_saving_keeps_the_rest_of_the_profile(store, tmp_path):
    profile_changes.set_values(tmp_path, "default", {"organization": "Acme"})
    store.save("default", URL, "qov_secret")
    assert profile(tmp_path).scope == {"organization": "Acme"}


@pytest.mark.parametrize("token", ["", " ", "a b", "a\nb", "Bearer x", "é", "a\x00"])
def test_invalid_token_is_not_saved(store, tmp_path, token):
    with pytest.raises(AuthError):
        store.save("default", URL, token)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("storage", [{}, {"insecure": True}, {"inline": True}])
def test_a_token_is_saved_without_the_white_space_around_it(store, tmp_path, storage):
    store.save("default", URL, " qov_secret\r\n", **storage)
    assert store.load(profile(tmp_path)) == "qov_secret"


def test_without_a_home_directory_there_is_no_token_and_none_can_be_saved(monkeypatch):
    monkeypatch.setattr(paths, "home_directory", lambda _: None)
    monkeypatch.setattr(paths.sys, "platform", "linux")
    store = TokenStore(None, {})
    assert store.load(Profile("default")) is None
    with pytest.raises(UsageError) as raised:
        store.save("default", URL, "qov_secret", insecure=True)
    assert "QOVERY_CONFIG_DIR" in raised.value.hint


def test_a_name_that_no_profile_can_have_gets_no_token(store, keyring):
    with pytest.raises(UsageError):
        store.save("a b", URL, "qov_secret")
    assert keyring.calls == []


@pytest.mark.parametrize("storage", ["keyring", "file", "inline"])
def test_deleted_token_is_removed_everywhere(store, tmp_path, keyring, storage):
    store.save("x", URL, "qov_secret", insecure=storage == "file", inline=storage == "inline")
    assert store.delete(profile(tmp_path, "x")) is True
    assert keyring.secrets == {}
    assert "qov_secret" not in everything_on_disk(tmp_path)
    assert profile(tmp_path, "x").token is None


def test_delete_without_token_returns_false(store):
    assert store.delete(Profile("default")) is False


def test_token_that_cannot_be_deleted_keeps_its_record(store, tmp_path, keyring):
    store.save("default", URL, "qov_secret")
    keyring.error = errors.KeyringLocked()
    with pytest.raises(AuthError, match="locked"):
        store.delete(profile(tmp_path))
    assert profile(tmp_path).token is not None
