"""An exclusive file lock, which the operating system releases when the process ends.

It uses system calls directly: filelock takes 40 ms to import, and on file systems without locks
it falls back to marker files, which a killed process leaves behind.
"""

import os
import sys
from contextlib import suppress

_FLAGS = (
    os.O_RDWR
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


class FileLock:
    """An exclusive lock between processes and between threads.

    The file is readable by its owner only, stays empty, and is never removed: a waiting process
    must not lock a file that other processes can no longer open.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Acquire the lock without waiting; return false if another holder has it.

        Raises OSError if the file cannot be opened or the file system has no locks.
        """
        descriptor = os.open(self.path, _FLAGS, 0o600)
        try:
            _lock(descriptor)
        except BlockingIOError:
            os.close(descriptor)
            return False
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Release the lock, if it is held."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            with suppress(OSError):
                os.close(descriptor)


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            # Windows reports EACCES or EDEADLOCK for a region that another handle has locked.
            raise BlockingIOError(error.errno, "The file is locked.") from error

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except PermissionError as error:
            # Some network file systems report EACCES for a locked file.
            raise BlockingIOError(error.errno, "The file is locked.") from error
