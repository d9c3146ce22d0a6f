"""Access to the system keyring with a timeout.

A Secret Service without a desktop can block forever, on the import of its backend as well as on
any call. So each call runs in a daemon thread, which can be abandoned and does not keep the
process from exiting.
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
    "Set QOVERY_API_TOKEN, or store the token in a file that only you can read: "
    "`qovery auth login --insecure-storage`."
)
_UNLOCK = f"Unlock it and try again. {HINT}"

_MESSAGES = {
    "NoKeyringError": ("No system keyring is available on this machine.", HINT),
    "KeyringLocked": ("The system keyring is locked.", _UNLOCK),
}

Result = TypeVar("Result")


class Keychain:
    """The keyring of the user; every method raises AuthError on failure and on timeout.

    After a timeout all further calls fail at once, so that a command waits only once.
    """

    def __init__(self, limit: float = LIMIT_SECONDS) -> None:
        self._limit = limit
        self._timed_out = False

    def get(self, service: str, user: str, backend: str | None = None) -> str | None:
        """Return a secret, or None; ``backend``, the name that ``put`` returned, saves time."""
        return self._with_timeout(lambda: _backend(backend).get_password(service, user))

    def put(self, service: str, user: str, secret: str) -> str:
        """Store a secret, and return the name of the backend that stored it."""

        def call() -> str:
            backend = _backend()
            name = f"{type(backend).__module__}.{type(backend).__qualname__}"
            if name.endswith(".PlaintextKeyring"):
                raise AuthError("The only available keyring does not encrypt secrets.", hint=HINT)
            backend.set_password(service, user, secret)
            # The null backend accepts every secret and stores nothing.
            if backend.get_password(service, user) != secret:
                raise AuthError("The system keyring did not store the token.", hint=HINT)
            return name

        return self._with_timeout(call)

    def remove(self, service: str, user: str, backend: str | None = None) -> None:
        """Delete a secret, if there is one."""

        def call() -> None:
            keyring = _backend(backend)
            if keyring.get_password(service, user) is not None:
                keyring.delete_password(service, user)

        self._with_timeout(call)

    def _with_timeout(self, call: Callable[[], Result]) -> Result:
        if self._timed_out:
            raise self._timeout_error()
        results: list[Result] = []
        failures: list[Exception] = []

        def run() -> None:
            try:
                results.append(call())
            except Exception as error:  # backends raise any exception of their libraries
                failures.append(error)

        thread = threading.Thread(target=run, name="keyring", daemon=True)
        thread.start()
        thread.join(self._limit)
        if results:
            return results[0]
        if failures:
            raise _to_error(failures[0]) from failures[0]
        self._timed_out = True
        raise self._timeout_error()

    def _timeout_error(self) -> AuthError:
        return AuthError(
            f"The system keyring did not answer within {self._limit:g} seconds.", hint=_UNLOCK
        )


def _backend(name: str | None = None) -> "KeyringBackend":
    """Return the named backend if keyring includes it and it works, else the preferred one."""
    import logging

    from keyring import core

    # Otherwise a backend that cannot be loaded prints its traceback on the terminal.
    logging.getLogger("keyring").addHandler(logging.NullHandler())
    built_in = name is not None and name.startswith("keyring.backends.")
    if name is not None and built_in and "PYTHON_KEYRING_BACKEND" not in os.environ:
        try:
            return core.load_keyring(name)  # searching all backends takes half of the time
        except (ImportError, AttributeError, RuntimeError):
            pass
    return core.get_keyring()


def _to_error(error: Exception) -> QoveryError:
    """Return the error for a failure, without the backend's message, as it may quote a secret."""
    if isinstance(error, QoveryError):
        return error
    kind = type(error).__name__
    sentence, hint = _MESSAGES.get(kind, (f"The system keyring failed ({kind}).", HINT))
    return AuthError(sentence, hint=hint)
