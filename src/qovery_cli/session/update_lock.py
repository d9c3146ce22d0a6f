"""Serialize updates of the same resource on this machine.

The API has no resource versions that a PUT could check: of two updates that read the same state,
the second would revert the changes of the first.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final, Self

from qovery_cli.errors import ConflictError, UsageError

if TYPE_CHECKING:
    from qovery_cli.config.file_lock import FileLock
    from qovery_cli.session.session import Session

#: Seconds until a waiting command prints a notice, and until it gives up.
NOTICE_AFTER: Final = 3.0
LONGEST_WAIT: Final = 60.0
_PAUSE: Final = 0.05
#: Number of lock files, shared by all resources, so that their number is bounded.
_FILES: Final = 4096


class UpdateLock:
    """Lock of one resource, held during a ``with`` block.

    Without a writable cache directory the block runs without a lock. ``paused`` is True if the
    lock was released in between, so that another process may have changed the resource.
    """

    def __init__(self, session: "Session", resource: str) -> None:
        self._session = session
        self._resource = resource
        self._lock: FileLock | None = None
        self.paused = False

    def __enter__(self) -> Self:
        self._acquire()
        return self

    def __exit__(self, *_error: object) -> None:
        self._release()

    @contextmanager
    def pause(self) -> Iterator[None]:
        """Release the lock during the block, such as for a prompt, and acquire it again."""
        self._release()
        self.paused = True
        yield
        self._acquire()

    def _acquire(self) -> None:
        """Wait for the lock; raise ConflictError after LONGEST_WAIT."""
        try:
            self._lock = self._file()
            self._wait(self._lock)
        except (OSError, UsageError) as error:
            self._lock = None
            if self._session.flags.shared.get("debug"):
                self._session.notice(f"Updating without a lock: {error}")

    def _file(self) -> "FileLock":
        """Return the lock of the resource; raise OSError or UsageError without a directory."""
        import os
        from zlib import crc32

        from qovery_cli.config.file_lock import FileLock
        from qovery_cli.config.paths import cache_directory

        folder = cache_directory(self._session.runtime.environ) / "locks"
        if not folder.is_dir():
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
        # IDs are case-insensitive.
        name = f"{self._session.settings.api_url} {self._resource}".casefold().encode()
        return FileLock(os.fspath(folder / f"{crc32(name) % _FILES:03x}"))

    def _wait(self, lock: "FileLock") -> None:
        started, announced = monotonic(), False
        while not lock.acquire():
            waited = monotonic() - started
            if waited > LONGEST_WAIT:
                raise ConflictError(
                    f"Another update on this machine is still running after {LONGEST_WAIT:g} s.",
                    hint="Nothing was sent. Try again when the other command has ended.",
                )
            if waited > NOTICE_AFTER and not announced:
                self._session.notice("Waiting for another update on this machine to end.")
                announced = True
            self._session.runtime.sleep(_PAUSE)

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
