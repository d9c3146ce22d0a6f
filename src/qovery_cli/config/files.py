"""Read settings files, and update them atomically.

A write replaces the file in one step and under a lock: readers see the old or the new file, never
a partial one, and concurrent updates are kept. An invalid file is never overwritten.
"""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from qovery_cli.errors import ConflictError, UsageError

LOCK_SECONDS = 5.0
_REPLACE_ATTEMPTS = 20
_REPLACE_PAUSE = 0.02

_CANNOT_ACCESS_HINT = (
    "Check its owner and permissions, or set QOVERY_CONFIG_DIR to another directory."
)


def read_json(path: Path) -> dict[str, Any] | None:
    """Return the object in a JSON file, or None if there is no such file.

    Raises UsageError with the path if the file cannot be read or holds anything else.
    """
    try:
        # Given bytes, json detects the encoding, with or without a byte order mark.
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {_reason(error)}.", hint=_CANNOT_ACCESS_HINT
        ) from error
    except (ValueError, RecursionError) as error:
        line = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise broken(path, f"is not valid JSON{line}") from error
    if not isinstance(data, dict):
        raise broken(path, "must contain a JSON object")
    return data


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write an object to a file that only the owner can read.

    Raises UsageError if the path is not writable, ConflictError if another process holds the
    lock for LOCK_SECONDS.
    """
    with _locked(path) as target:
        _replace_text(target, _text(data))


def update(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Modify the object in a file with ``change``, and write it if it differs afterwards.

    A missing file is an empty object. Other keys are kept. Nothing is written if ``change``
    raises. Raises the errors of read_json and write_json.
    """
    with _locked(path) as target:
        content = read_json(target)
        data = {} if content is None else content
        before = _text(data)
        change(data)
        after = _text(data)
        if after != before:
            _replace_text(target, after)


def move_aside(path: Path) -> Path | None:
    """Rename a file to ``NAME.broken`` (or .broken2, ...); return the new path, None without file.

    Used for an invalid file when the user requests it.
    """
    with _locked(path) as target, _wrap_errors(path):
        if not target.exists():
            return None
        aside = target.with_name(f"{target.name}.broken")
        number = 2
        while aside.exists():
            aside = target.with_name(f"{target.name}.broken{number}")
            number += 1
        target.rename(aside)
        return aside


def make_private_directory(path: Path) -> None:
    """Create a directory that only its owner can enter, or restrict an existing one.

    Raises UsageError if that is not possible.
    """
    with _wrap_errors(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)


def open_private(path: Path) -> BinaryIO:
    """Open a file for writing, truncated and readable by its owner only.

    Raises UsageError if it cannot be written.
    """
    with _wrap_errors(path):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        # The mode of os.open does not apply to an existing file.
        path.chmod(0o600)
        return os.fdopen(descriptor, "wb")


def remove(path: Path) -> None:
    """Delete a file if it exists; raise UsageError if the directory is not writable."""
    with _wrap_errors(path):
        path.unlink(missing_ok=True)


def broken(path: Path, problem: str) -> UsageError:
    """Return the error for a file with invalid content; ``problem`` is the predicate, a verb first.

    For example: ``has no valid version``.
    """
    return UsageError(
        f"{path} {problem}.",
        hint="Repair the file, or move it away and sign in again. It was not changed.",
    )


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=2) + "\n"


@contextmanager
def _locked(path: Path) -> Iterator[Path]:
    """Hold the lock of a file; yield its path with links resolved."""
    from filelock import FileLock, Timeout

    target = Path(os.path.realpath(path))
    lock = FileLock(f"{target}.lock", timeout=LOCK_SECONDS, mode=0o600)
    with _wrap_errors(path):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout as error:
            raise ConflictError(
                f"{path} has been in use by another process for {LOCK_SECONDS:g} seconds.",
                hint="Try again when the other command has ended.",
            ) from error
    try:
        yield target
    finally:
        lock.release()


def _replace_text(target: Path, text: str) -> None:
    import tempfile

    with _wrap_errors(target):
        if target.exists() and not os.access(target, os.W_OK):
            # Replacing the file would work, but it was made read-only on purpose.
            raise PermissionError(13, "it is read-only")
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            _replace(temporary, target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _replace(temporary: Path, target: Path) -> None:
    """Rename over the target; on Windows, retry while another process reads it."""
    for _ in range(_REPLACE_ATTEMPTS if _windows() else 0):
        try:
            temporary.replace(target)
            return
        except PermissionError:
            time.sleep(_REPLACE_PAUSE)
    temporary.replace(target)


def _windows() -> bool:
    return os.name == "nt"


@contextmanager
def _wrap_errors(path: Path) -> Iterator[None]:
    """Convert system errors about a file to UsageError."""
    try:
        yield
    except (OSError, NotImplementedError) as error:
        reason = _reason(error) if isinstance(error, OSError) else "it cannot be locked here"
        raise UsageError(
            f"{path} cannot be written: {reason}.", hint=_CANNOT_ACCESS_HINT
        ) from error


def _reason(error: OSError) -> str:
    text = error.strerror or type(error).__name__
    return text[:1].lower() + text[1:]
