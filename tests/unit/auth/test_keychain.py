import os
import subprocess
import sys

import pytest
from keyring import core, errors

from qovery_cli.auth import keychain
from qovery_cli.auth.keychain import Keychain
from qovery_cli.errors import AuthError


def test_default_timeout_is_three_seconds():
    assert keychain.LIMIT_SECONDS == 3.0
    assert Keychain()._limit == 3.0


def test_stored_secret_is_returned(keyring):
    Keychain().put("service", "ana", "value")
    assert Keychain().get("service", "ana") == "value"


def test_missing_secret_is_none(keyring):
    assert Keychain().get("service", "ana") is None


def test_removed_secret_is_none(keyring):
    Keychain().put("service", "ana", "value")
    Keychain().remove("service", "ana")
    assert keyring.secrets == {}


def test_removing_missing_secret_is_no_error(keyring):
    Keychain().remove("service", "ana")
    assert keyring.calls == ["get"]


def test_the_backend_that_took_a_secret_is_named(keyring):
    name = Keychain().put("service", "ana", "value")
    assert name.endswith(".FakeKeyring")


@pytest.mark.parametrize(
    "call",
    [
        lambda chain: chain.get("service", "ana"),
        lambda chain: chain.put("service", "ana", "value"),
        lambda chain: chain.remove("service", "ana"),
    ],
    ids=["get", "put", "remove"],
)
def test_hanging_keyring_times_out(keyring, call):
    keyring.hang()
    with pytest.raises(AuthError) as raised:
        call(Keychain(limit=0.01))
    assert raised.value.message == "The system keyring did not answer within 0.01 seconds."
    assert "--insecure-storage" in raised.value.hint


def test_keyring_is_not_called_after_timeout(keyring):
    keyring.hang()
    chain = Keychain(limit=0.2)
    for _ in range(2):
        with pytest.raises(AuthError):
            chain.get("service", "ana")
    assert keyring.calls == ["get"]


def test_a_keyring_that_hangs_does_not_keep_the_process_from_ending(tmp_path):
    (tmp_path / "hanging.py").write_text(
        "import threading\n"
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 1\n"
        "    def get_password(self, service, username):\n"
        "        threading.Event().wait()\n"
        "    set_password = delete_password = get_password\n"
    )
    program = (
        "import keyring.core; keyring.core.get_keyring()\n"
        "from qovery_cli.auth.keychain import Keychain\n"
        "from qovery_cli.errors import AuthError\n"
        "try:\n"
        "    Keychain(limit=0.01).get('service', 'ana')\n"
        "except AuthError as error:\n"
        "    print(type(error).code)\n"
    )
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": path, "PYTHON_KEYRING_BACKEND": "hanging.Keyring"},
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "auth\n", "")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (errors.NoKeyringError(), "No system keyring is available on this machine."),
        (errors.KeyringLocked(), "The system keyring is locked."),
        (errors.PasswordSetError("hidden-value"), "The system keyring failed (PasswordSetError)."),
        (OSError("hidden-value"), "The system keyring failed (OSError)."),
    ],
)
def test_backend_error_message_is_not_shown(keyring, error, sentence):
    keyring.error = error
    with pytest.raises(AuthError) as raised:
        Keychain().get("service", "ana")
    assert raised.value.message == sentence
    assert keychain.HINT in raised.value.hint


def test_backend_that_stores_nothing_is_rejected(keyring):
    keyring.forgetful = True
    with pytest.raises(AuthError, match="did not store"):
        Keychain().put("service", "ana", "value")


def test_a_backend_that_does_not_encrypt_is_refused(keyring, monkeypatch):
    plain = type("PlaintextKeyring", (type(keyring),), {})()
    monkeypatch.setattr(core, "_keyring_backend", plain)
    with pytest.raises(AuthError, match="does not encrypt"):
        Keychain().put("service", "ana", "value")
    assert plain.secrets == {}


def test_a_backend_of_keyring_itself_is_loaded_by_its_name(keyring, monkeypatch):
    named = type(keyring)()
    named.secrets["service", "ana"] = "from the named one"
    monkeypatch.setattr(core, "load_keyring", {"keyring.backends.X.Keyring": named}.__getitem__)
    found = Keychain().get("service", "ana", backend="keyring.backends.X.Keyring")
    assert found == "from the named one"


def test_a_backend_that_no_longer_works_is_replaced_by_the_best_one(keyring):
    keyring.secrets["service", "ana"] = "value"
    for name in ("keyring.backends.gone.Keyring", "keyring.backends.fail.Gone"):
        assert Keychain().get("service", "ana", backend=name) == "value"


def test_no_module_but_those_of_keyring_is_imported_by_a_name_in_a_file(keyring, monkeypatch):
    monkeypatch.setattr(core, "load_keyring", lambda name: pytest.fail(name))
    assert Keychain().get("service", "ana", backend="evil.Keyring") is None


def test_a_backend_that_the_user_chose_is_used_instead_of_the_named_one(keyring, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "mine.Keyring")
    monkeypatch.setattr(core, "load_keyring", lambda name: pytest.fail(name))
    assert Keychain().get("service", "ana", backend="keyring.backends.X.Keyring") is None
