"""The system's keyring, asked with a hard limit of time.

A Secret Service without a desktop can block for ever, on the import of its backend as well as on
any call. So each call runs in a daemon thread: it can be left behind, and it does not keep the
process from ending.
"""

import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from qovery_cli.errors import AuthError, QoveryError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

LIMIT_SECONDS = 3.0

HINT = (
    "Set QOVERY_API_TOKEN, or keep the token in a file that only you can read: "
    "`qovery auth login --insecure-storage`."
)
_UNLOCK = f"Unlock it and try again. {HINT}"

_SENTENCES = {
    "NoKeyringError": ("There is no system keyring on this machine.", HINT),
    "KeyringLocked": ("The system keyring is locked.", _UNLOCK),
}

Result = TypeVar("Result")


class Keychain:
    """The keyring of the user; every method raises AuthError when it fails or is too slow.

    After one call that was too slow, the next ones fail at once: a command waits once only.
    """

    def __init__(self, limit: float = LIMIT_SECONDS) -> None:
        self._limit = limit
        self._gave_up = False

    def get(self, service: str, user: str, backend: str | None = None) -> str | None:
        """Return what is kept, or None; ``backend`` is what ``put`` returned, and saves time."""
        return self._within_limit(lambda: _backend(backend).get_password(service, user))

    def put(self, service: str, user: str, secret: str) -> str:
        """Keep a secret, and return the name of the backend that took it."""

        def call() -> str:
            backend = _backend()
            name = f"{type(backend).__module__}.{type(backend).__qualname__}"
            if name.endswith(".PlaintextKeyring"):
                raise AuthError("The only keyring here does not encrypt what it keeps.", hint=HINT)
            backend.set_password(service, user, secret)
            # The null backend takes everything and keeps nothing.
            if backend.get_password(service, user) != secret:
                raise AuthError("The system keyring did not keep the token.", hint=HINT)
            return name

        return self._within_limit(call)

    def remove(self, service: str, user: str, backend: str | None = None) -> None:
        """Forget a secret; it is no error if there is none."""

        def call() -> None:
            found = _backend(backend)
            if found.get_password(service, user) is not None:
                found.delete_password(service, user)

        self._within_limit(call)

    def _within_limit(self, call: Callable[[], Result]) -> Result:
        if self._gave_up:
            raise self._too_slow()
        results: list[Result] = []
        failures: list[Exception] = []

        def run() -> None:
            try:
                results.append(call())
            except Exception as error:  # backends raise whatever their libraries do
                failures.append(error)

        thread = threading.Thread(target=run, name="keyring", daemon=True)
        thread.start()
        thread.join(self._limit)
        if results:
            return results[0]
        if failures:
            raise _explained(failures[0]) from failures[0]
        self._gave_up = True
        raise self._too_slow()

    def _too_slow(self) -> AuthError:
        return AuthError(
            f"The system keyring did not answer within {self._limit:g} seconds.", hint=_UNLOCK
        )


def _backend(name: str | None = None) -> "KeyringBackend":
    """The named backend if it is one of keyring's own and works, else the best one there is."""
    import logging

    from keyring import core

    # Else a backend that cannot be loaded shows its traceback on the terminal.
    logging.getLogger("keyring").addHandler(logging.NullHandler())
    known = name is not None and name.startswith("keyring.backends.")
    if name is not None and known and "PYTHON_KEYRING_BACKEND" not in os.environ:
        try:
            return core.load_keyring(name)  # the search for the best one takes half of the time
        except (ImportError, AttributeError, RuntimeError):
            pass
    return core.get_keyring()


def _explained(error: Exception) -> QoveryError:
    """The sentence for a failure; what the backend says is left out, as it may quote a secret."""
    if isinstance(error, QoveryError):
        return error
    kind = type(error).__name__
    sentence, hint = _SENTENCES.get(kind, (f"The system keyring failed ({kind}).", HINT))
    return AuthError(sentence, hint=hint)
