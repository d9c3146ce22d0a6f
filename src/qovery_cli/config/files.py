"""How a settings file is read, and changed without losing what others write.

A write replaces the file in one step and under a lock, so a reader sees the old or the new file
and never half of one. A file that cannot be understood is never overwritten.
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

_ELSEWHERE = "Check its owner and permissions, or set QOVERY_CONFIG_DIR to another directory."


def read_json(path: Path) -> dict[str, Any] | None:
    """Return the object in a JSON file, or None if there is no such file.

    Raises UsageError that names the file if it cannot be read or holds anything else.
    """
    try:
        # From bytes, it takes any encoding of JSON, with a mark at its beginning or without.
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {_reason(error)}.", hint=_ELSEWHERE) from error
    except (ValueError, RecursionError) as error:
        line = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise broken(path, f"is not valid JSON{line}") from error
    if not isinstance(data, dict):
        raise broken(path, "does not hold a JSON object")
    return data


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Replace a file by this object, readable by the owner only.

    Raises UsageError if the place is not writable, ConflictError if another process keeps the
    lock for LOCK_SECONDS.
    """
    with _locked(path) as target:
        _replace_text(target, _text(data))


def update(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Let ``change`` edit the object in a file, and write it if it differs afterwards.

    A missing file counts as an empty object. What ``change`` does not touch stays. Nothing is
    written if ``change`` raises. Errors as read_json and write_json.
    """
    with _locked(path) as target:
        found = read_json(target)
        data = {} if found is None else found
        before = _text(data)
        change(data)
        after = _text(data)
        if after != before:
            _replace_text(target, after)


def move_aside(path: Path) -> Path | None:
    """Rename a file to ``NAME.broken`` (or .broken2, ...) and return that path.

    For a file that cannot be understood, when the user asked for it. None if there is no file.
    """
    with _locked(path) as target, _explained(path):
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
    """Create a directory, or restrict an existing one, so that only its owner can enter it.

    Raises UsageError if that is not possible.
    """
    with _explained(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)


def open_private(path: Path) -> BinaryIO:
    """Return an emptied file, open for writing, that only its owner can read.

    Raises UsageError if it cannot be written.
    """
    with _explained(path):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        # A file that was there keeps its permissions otherwise.
        path.chmod(0o600)
        return os.fdopen(descriptor, "wb")


def remove(path: Path) -> None:
    """Delete a file if there is one; UsageError if the directory is not writable."""
    with _explained(path):
        path.unlink(missing_ok=True)


def broken(path: Path, what: str) -> UsageError:
    """Return the error for a file whose content makes no sense; ``what`` completes the sentence."""
    return UsageError(
        f"{path} {what}.",
        hint="Repair the file, or move it away and set things up anew; it was left as it is.",
    )


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=2) + "\n"


@contextmanager
def _locked(path: Path) -> Iterator[Path]:
    """Hold the file's lock; yields the file itself where the path is a link to it."""
    from filelock import FileLock, Timeout

    target = Path(os.path.realpath(path))
    lock = FileLock(f"{target}.lock", timeout=LOCK_SECONDS, mode=0o600)
    with _explained(path):
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

    with _explained(target):
        if target.exists() and not os.access(target, os.W_OK):
            # Replacing it would work, but who made it read-only meant it to stay.
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
    """Rename over the target; on Windows that fails for as long as somebody reads it."""
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
def _explained(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into a sentence."""
    try:
        yield
    except (OSError, NotImplementedError) as error:
        reason = _reason(error) if isinstance(error, OSError) else "it cannot be locked here"
        raise UsageError(f"{path} cannot be written: {reason}.", hint=_ELSEWHERE) from error


def _reason(error: OSError) -> str:
    text = error.strerror or type(error).__name__
    return text[:1].lower() + text[1:]
