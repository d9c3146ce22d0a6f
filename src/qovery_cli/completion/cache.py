"""The files from which a shell reads names: where each one lies, and what is in it.

``completion/FOLDER/KIND.PARENT`` below the directory of caches has the names of one list: the time
at which it expires (seconds since 1970) in the first line, then a line for each resource with name,
tab and id. FOLDER is the profile with what else decides whose names they are, KIND that of
``catalog.resources``, PARENT the id of what the list belongs to. Every shell's script knows this
form. Errors of the file system are the caller's to swallow: a cache must never fail a command.
"""

import os
import string
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from qovery_cli.catalog.resources import Resource
from qovery_cli.config import paths, validation
from qovery_cli.config.profiles import Profile
from qovery_cli.frozen import record

#: Seconds for which names count as fresh, and for which a list that could not be had is left alone.
FRESH = 600
HELD = 20

MOST_NAMES = 5000
MOST_FILES = 400
_LONGEST_NAME = 200
_LONGEST_FOLDER = 150
_MOST_BYTES = 4 * 1024 * 1024

#: Where a token may be given; the names that it sees are not those of the profile's own token.
_TOKENS = ("QOVERY_API_TOKEN", "QOVERY_CLI_ACCESS_TOKEN", "Q_CLI_ACCESS_TOKEN")

_ID = frozenset(string.ascii_letters + string.digits + "-_")
_PLAIN = frozenset(string.ascii_letters + string.digits)

#: A name and an id.
Row = tuple[str, str]


@record
class Names:
    """The rows of one list, and whether they are still fresh."""

    rows: tuple[Row, ...]
    fresh: bool


def directory(environ: Mapping[str, str]) -> str:
    """Return the directory of all of completion's caches; errors as config.paths."""
    return os.path.join(paths.cache_directory(environ), "completion")  # noqa: PTH118 - on TAB's path


def folder(environ: Mapping[str, str], profile: Profile, on_command_line: bool) -> str:
    """Return the directory of the names that one profile sees in this environment.

    The name says where they come from: another URL or another token has other names. No part of
    a token is in it.
    """
    url, token = profile.api_url or "", ""
    if not on_command_line:
        url = environ.get("QOVERY_API_URL", "").strip() or url
        token = "+token" if any(environ.get(name) for name in _TOKENS) else ""
    plain = (
        "".join(c if c in _PLAIN else "_" for c in url) if url != validation.DEFAULT_API_URL else ""
    )
    name = f"{profile.name}{'@' + plain if plain else ''}{token}"[:_LONGEST_FOLDER]
    return os.path.join(directory(environ), name)  # noqa: PTH118 - as above


def names_file(folder: str, kind: str, parent: str | None) -> str | None:
    """Return the path of a list's file; None for an id that cannot be part of a file's name."""
    if parent is None:
        return os.path.join(folder, kind)  # noqa: PTH118 - as above
    if not is_id(parent):
        return None
    return os.path.join(folder, f"{kind}.{parent}")  # noqa: PTH118 - as above


def is_id(text: str) -> bool:
    """Tell whether a text is fit to be the id in a file's name, and in a line."""
    return 0 < len(text) <= 64 and set(text) <= _ID


def read(path: str) -> Names | None:
    """Return what a file holds, None for one that is missing, unreadable or of another form."""
    until, body = _content(path)
    try:
        lines = body.decode().split("\n")[:MOST_NAMES]
    except ValueError:
        return None
    if until is None:
        return None
    rows = (line.split("\t") for line in lines if line.count("\t") == 1)
    return Names(tuple((name, id) for name, id in rows), until > time.time())


def write(path: str, rows: Sequence[Row], seconds: int = FRESH) -> None:
    """Replace a file in one step, readable by its owner only; raises OSError.

    One that says the same, and will for half of the time, stays: most commands see what is known.
    """
    body = "".join(f"{name}\t{id}\n" for name, id in rows[:MOST_NAMES]).encode()
    until, now = int(time.time()) + seconds, time.time()
    kept, same = _content(path)
    if kept is None or same != body or not now + seconds / 2 < kept <= until:
        _replace(path, f"{until}\n".encode() + body)


def _content(path: str) -> tuple[int | None, bytes]:
    """Return the time in a file's first line, None without one, and the whole lines below it."""
    first, _, body = start_of(path, _MOST_BYTES).partition(b"\n")
    until = int(first) if first.isdigit() and len(first) < 16 else None
    return until, body[: body.rfind(b"\n") + 1]


def start_of(path: str, most: int) -> bytes:
    """Return the first bytes of a file, b"" of what cannot be read; a pipe is not waited for."""
    try:
        with open(path, "rb", buffering=0, opener=_at_once) as file:
            return file.read(most) or b""
    except OSError:
        return b""


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def replace(path: str, text: str) -> None:
    """Replace any file of the caches in one step, readable by its owner only.

    Raises OSError, UnicodeError.
    """
    _replace(path, text.encode())


def _replace(path: str, content: bytes) -> None:
    place, _, name = path.rpartition(os.sep)
    temporary = os.path.join(place, f".{name}.{os.getpid()}")  # noqa: PTH118 - as above
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(temporary, flags, 0o600)
    except FileNotFoundError:
        _make(place)
        handle = os.open(temporary, flags, 0o600)
    try:
        with open(handle, "wb", buffering=0) as file:  # noqa: PTH123 - as above
            file.write(content)
        os.replace(temporary, path)  # noqa: PTH105 - as above
    except OSError:
        forget(temporary)
        raise


def _make(place: str) -> None:
    """Make a directory and all that is missing above it, for its owner only; raises OSError."""
    if not os.path.isdir(place):  # noqa: PTH112 - as above
        _make(os.path.dirname(place))  # noqa: PTH120 - as above
        with suppress(FileExistsError):
            os.mkdir(place, 0o700)  # noqa: PTH102 - as above


def forget(path: str) -> None:
    """Remove a file, if it is there and may be removed."""
    with suppress(OSError):
        os.unlink(path)  # noqa: PTH108 - as above


def prune(folder: str) -> None:
    """Remove the oldest files of a folder that has too many; raises OSError."""
    with os.scandir(folder) as found:
        files = list(found)
    if len(files) > MOST_FILES:
        files.sort(key=lambda entry: entry.stat().st_mtime)
        for entry in files[: len(files) - MOST_FILES // 2]:
            forget(entry.path)


def rows_of(resource: Resource, answer: Any) -> list[Row]:
    """Return the rows of a list answer; what cannot stand in a line is known by its id alone."""
    from qovery_cli.resolve.match import names_of

    found: list[Row] = []
    for item in _items(answer):
        id = str(item.get("id") or "") if isinstance(item, Mapping) else ""
        # Qovery's own variables are in every list of variables, and nobody can change them.
        if is_id(id) and (resource.own_scope is None or item.get("scope") != "BUILT_IN"):
            names = names_of(item, resource)
            name = names[0].strip() if names else ""
            found.append((name if _fits(name) else id, id))
    return found


def _items(answer: Any) -> list[Any]:
    # The envelope has one list, whatever its key; http.pagination would take longer to import.
    values = answer.values() if isinstance(answer, Mapping) else [answer]
    return next((value for value in values if isinstance(value, list)), [])


def _fits(name: str) -> bool:
    if name.isprintable():
        return 0 < len(name) <= _LONGEST_NAME
    # What steers terminals, turns the direction of writing, ends lines, or is half a character;
    # joiners, which names in many scripts need, are not printable for Python either.
    return len(name) <= _LONGEST_NAME and not any(_steers(ord(character)) for character in name)


def _steers(code: int) -> bool:
    return (
        code < 0x20
        or 0x7F <= code < 0xA0
        or code in {0x61C, 0x200E, 0x200F}
        or 0x2028 <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
        or 0xD800 <= code <= 0xDFFF
    )
