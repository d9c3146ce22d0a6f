"""Blocks of lines in files of others: a shell's start-up file keeps everything else as it is."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from qovery_cli.errors import UsageError


def with_block(text: str | None, name: str, lines: str, path: Path) -> str:
    """Return a file's text with the block of a name, new at its end or in place of the old one.

    ``text`` is None for a file that is not there. Raises UsageError where the old block does not
    end.
    """
    block = f"{_start(name)}\n{lines}\n{_end(name)}\n"
    if text is None:
        return block
    before, old, after = _cut(text, name, path)
    # One newline, whether the last line had its own or not: so it can be taken back exactly.
    return before + block + after if old else f"{text}\n{block}"


def without_block(text: str, name: str, path: Path) -> str | None:
    """Return a file's text as it was without the block of a name, None if that is all it has."""
    before, old, after = _cut(text, name, path)
    if not old:
        return text
    if text == old:
        return None
    # The newline in front of it is ours, unless it keeps two lines of somebody else apart.
    newline = "\r\n" if old.endswith("\r\n") else "\n"
    if not after or before.endswith(newline * 2):
        before = before.removesuffix(newline)
    return before + after


def read(path: Path) -> str | None:
    """Return what a file holds, None if there is none; raises UsageError."""
    try:
        # Newlines and bytes that are no text go back as they came.
        with path.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
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


def _cut(text: str, name: str, path: Path) -> tuple[str, str, str]:
    """Return what stands before the block of a name, the block, and what stands behind it."""
    lines = re.split(r"(?<=\n)", text)
    bare = [line.rstrip() for line in lines]
    if _start(name) not in bare:
        return text, "", ""
    first = bare.index(_start(name))
    if _end(name) not in bare[first:]:
        raise UsageError(
            f"{path}, line {first + 1}: the block of {name} does not end.",
            hint=f"Remove its lines, or put '{_end(name)}' after the last one.",
        )
    last = bare.index(_end(name), first)
    parts = lines[:first], lines[first : last + 1], lines[last + 1 :]
    before, old, after = ("".join(part) for part in parts)
    return before, old, after


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
