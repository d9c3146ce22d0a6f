"""Edit a marked block of lines in a shell's start-up file; all other lines are kept."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from qovery_cli.errors import UsageError


def with_block(text: str | None, name: str, lines: str, path: Path) -> str:
    """Return a file's text with the block of a name, appended or in place of the old block.

    ``text`` is None for a missing file. Raises UsageError if the old block has no end.
    """
    block = f"{_start(name)}\n{lines}\n{_end(name)}\n"
    if text is None:
        return block
    before, old, after = _split(text, name, path)
    # Always one newline, so that the original text can be restored exactly.
    return before + block + after if old else f"{text}\n{block}"


def without_block(text: str, name: str, path: Path) -> str | None:
    """Return a file's text without the block of a name, None if nothing else is in it."""
    before, old, after = _split(text, name, path)
    if not old:
        return text
    if text == old:
        return None
    # Remove the newline before the block, unless it now separates two other lines.
    newline = "\r\n" if old.endswith("\r\n") else "\n"
    if not after or before.endswith(newline * 2):
        before = before.removesuffix(newline)
    return before + after


def read(path: Path) -> str | None:
    """Return the text of a file, None if it is missing; raises UsageError."""
    try:
        # Line endings and invalid UTF-8 are preserved.
        with path.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _file_error(path, "read", error) from error


def write(path: Path, text: str) -> None:
    """Replace a file atomically, following links and keeping its mode; raises UsageError."""
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
        raise _file_error(path, "written", error) from error


def remove(path: Path) -> None:
    """Remove a file; raises UsageError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _file_error(path, "removed", error) from error


def _split(text: str, name: str, path: Path) -> tuple[str, str, str]:
    """Return the text before the block of a name, the block, and the text after it."""
    lines = re.split(r"(?<=\n)", text)
    stripped = [line.rstrip() for line in lines]
    if _start(name) not in stripped:
        return text, "", ""
    first = stripped.index(_start(name))
    if _end(name) not in stripped[first:]:
        raise UsageError(
            f"{path}, line {first + 1}: the block of {name} has no end.",
            hint=f"Remove its lines, or put '{_end(name)}' after the last one.",
        )
    last = stripped.index(_end(name), first)
    parts = lines[:first], lines[first : last + 1], lines[last + 1 :]
    before, old, after = ("".join(part) for part in parts)
    return before, old, after


def _start(name: str) -> str:
    return f"# >>> {name} completion >>>"


def _end(name: str) -> str:
    return f"# <<< {name} completion <<<"


def _file_error(path: Path, action: str, error: OSError) -> UsageError:
    reason = (error.strerror or type(error).__name__).lower()
    return UsageError(
        f"{path} cannot be {action}: {reason}.",
        hint="Check its owner and permissions, or install the output of `qovery completion show` "
        "yourself.",
    )
