import threading

import pytest
from keyring import core
from keyring.backend import KeyringBackend

from qovery_cli.config import settings


class FakeKeyring(KeyringBackend):
    """A keyring in memory that can fail, hang, or lose everything."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.secrets = {}
        self.calls = []
        self.error = None
        self.forgetful = False
        self.never = None

    def hang(self):
        self.never = threading.Event()

    def _call(self, name):
        self.calls.append(name)
        if self.never is not None:
            self.never.wait()
        if self.error is not None:
            raise self.error

    def get_password(self, service, username):
        self._call("get")
        return self.secrets.get((service, username))

    def set_password(self, service, username, password):
        self._call("set")
        if not self.forgetful:
            self.secrets[service, username] = password

    def delete_password(self, service, username):
        self._call("delete")
        del self.secrets[service, username]


@pytest.fixture
def keyring(monkeypatch):
    """The keyring of the system, in memory; what hangs is let go at the end."""
    fake = FakeKeyring()
    monkeypatch.setattr(core, "_keyring_backend", fake)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    yield fake
    if fake.never is not None:
        fake.never.set()


@pytest.fixture
def load(tmp_path):
    """Load settings as a command would, with tmp_path as the directory of the settings."""

    def load_settings(environ=None, **options):
        home = {"QOVERY_CONFIG_DIR": str(tmp_path), "HOME": str(tmp_path)}
        return settings.load(options, home | (environ or {}), tmp_path)

    return load_settings
