"""Blocks of lines in files of others: a shell's start-up file keeps everything else as it is."""

import os
import shutil
import tempfile
from pathlib import Path

from qovery_cli.errors import UsageError


def with_block(text: str, name: str, lines: str, path: Path) -> str:
    """Return a file's text with the block of a name, new at its end or in place of the old one.

    Raises UsageError where the old one does not end.
    """
    bare, place = _cut(text, name, path)
    block = f"{_start(name)}\n{lines}\n{_end(name)}\n"
    if place is not None:
        return bare[:place] + block + bare[place:]
    if bare and not bare.endswith("\n"):
        bare += "\n"
    return f"{bare}\n{block}" if bare else block


def without_block(text: str, name: str, path: Path) -> str:
    """Return a file's text without the block of a name and the empty line that came with it."""
    bare, place = _cut(text, name, path)
    if place is not None and bare[:place].endswith("\n\n"):
        bare = bare[: place - 1] + bare[place:]
    return bare


def read(path: Path) -> str:
    """Return what a file holds, "" if there is none; raises UsageError."""
    try:
        # Newlines and bytes that are no text go back as they came.
        with path.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise _failed(path, "read", error) from error


def write(path: Path, text: str) -> None:
    """Replace a file in one step with its mode kept, through a link to it; raises UsageError."""
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(
                handle, "w", encoding="utf-8", errors="surrogateescape", newline=""
            ) as file:
                file.write(text)
            if target.exists():
                shutil.copymode(target, name)
            else:
                Path(name).chmod(0o644)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _failed(path, "written", error) from error


def remove(path: Path) -> None:
    """Remove a file; raises UsageError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _failed(path, "removed", error) from error


def _cut(text: str, name: str, path: Path) -> tuple[str, int | None]:
    """Return the text without its block, and where that was; None if there is none."""
    lines = text.splitlines(keepends=True)
    bare = [line.rstrip() for line in lines]
    if _start(name) not in bare:
        return text, None
    first = bare.index(_start(name))
    if _end(name) not in bare[first:]:
        raise UsageError(
            f"{path}, line {first + 1}: the block of {name} does not end.",
            hint=f"Remove its lines, or put '{_end(name)}' after the last one.",
        )
    last = bare.index(_end(name), first)
    before = "".join(lines[:first])
    return before + "".join(lines[last + 1 :]), len(before)


def _start(name: str) -> str:
    return f"# >>> {name} completion >>>"


def _end(name: str) -> str:
    return f"# <<< {name} completion <<<"


def _failed(path: Path, what: str, error: OSError) -> UsageError:
    reason = (error.strerror or type(error).__name__).lower()
    return UsageError(
        f"{path} cannot be {what}: {reason}.",
        hint="Check its owner and permissions, or use `qovery completion show` and place the "
        "script yourself.",
    )
