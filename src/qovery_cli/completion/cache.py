"""Read and write the cache files from which shells complete names.

``completion/FOLDER/KIND.PARENT`` in the cache directory has the names of one list: the first line
is its expiry time (seconds since 1970), each further line the name of a resource, a tab and its id.
FOLDER is derived from the profile, API URL and token source, KIND is that of
``catalog.resources``, PARENT the id of the parent resource. The script of every shell reads this
format. Callers ignore file system errors: a cache must never fail a command.
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

#: Seconds for which names are fresh, and for which the API is not called after a failure.
FRESH_SECONDS = 600
HOLD_SECONDS = 20

MAX_NAMES = 5000
MAX_FILES = 400
_MAX_NAME = 200
_MAX_FOLDER = 150
_MAX_BYTES = 4 * 1024 * 1024

#: Variables with a token, which may see other names than the token of the profile.
_TOKEN_VARIABLES = ("QOVERY_API_TOKEN", "QOVERY_CLI_ACCESS_TOKEN", "Q_CLI_ACCESS_TOKEN")

_ID_CHARACTERS = frozenset(string.ascii_letters + string.digits + "-_")
_FOLDER_CHARACTERS = frozenset(string.ascii_letters + string.digits)

#: A name and an id.
Row = tuple[str, str]


@record
class Names:
    """The rows of one list, and whether they are still fresh."""

    rows: tuple[Row, ...]
    fresh: bool


def directory(environ: Mapping[str, str]) -> str:
    """Return the directory of all completion caches; raises the errors of `config.paths`."""
    return os.path.join(paths.cache_directory(environ), "completion")  # noqa: PTH118 - on TAB's path


def folder(environ: Mapping[str, str], profile: Profile, on_command_line: bool) -> str:
    """Return the directory of the names that a profile sees in this environment.

    It contains the API URL and whether a token comes from the environment, because these change
    the visible names. It contains no part of a token.
    """
    url, token = profile.api_url or "", ""
    if not on_command_line:
        url = environ.get("QOVERY_API_URL", "").strip() or url
        token = "+token" if any(environ.get(name) for name in _TOKEN_VARIABLES) else ""
    url_suffix = (
        "".join(c if c in _FOLDER_CHARACTERS else "_" for c in url)
        if url != validation.DEFAULT_API_URL
        else ""
    )
    name = f"{profile.name}{'@' + url_suffix if url_suffix else ''}{token}"[:_MAX_FOLDER]
    return os.path.join(directory(environ), name)  # noqa: PTH118 - as above


def names_file(folder: str, kind: str, parent: str | None) -> str | None:
    """Return the path of a list's file; None for an id that is not valid in a file name."""
    if parent is None:
        return os.path.join(folder, kind)  # noqa: PTH118 - as above
    if not is_id(parent):
        return None
    return os.path.join(folder, f"{kind}.{parent}")  # noqa: PTH118 - as above


def is_id(text: str) -> bool:
    """Return whether a string is a valid id in a file name and in a line."""
    return 0 < len(text) <= 64 and set(text) <= _ID_CHARACTERS


def read(path: str) -> Names | None:
    """Return the content of a file, None if it is missing, unreadable or invalid."""
    expires, body = _content(path)
    try:
        lines = body.decode().split("\n")[:MAX_NAMES]
    except ValueError:
        return None
    if expires is None:
        return None
    rows = (line.split("\t") for line in lines if line.count("\t") == 1)
    return Names(tuple((name, id) for name, id in rows), expires > time.time())


def write(path: str, rows: Sequence[Row], seconds: int = FRESH_SECONDS) -> None:
    """Replace a file atomically, with mode 600; raises OSError.

    A file with the same rows is kept while at least half of ``seconds`` remains, because most
    commands see unchanged lists.
    """
    body = "".join(f"{name}\t{id}\n" for name, id in rows[:MAX_NAMES]).encode()
    expires, now = int(time.time()) + seconds, time.time()
    old_expires, old_body = _content(path)
    is_current = old_expires is not None and now + seconds / 2 < old_expires <= expires
    if not is_current or old_body != body:
        _replace(path, f"{expires}\n".encode() + body)


def _content(path: str) -> tuple[int | None, bytes]:
    """Return the expiry time in the first line, None if invalid, and the complete other lines."""
    first, _, body = read_start(path, _MAX_BYTES).partition(b"\n")
    expires = int(first) if first.isdigit() and len(first) < 16 else None
    return expires, body[: body.rfind(b"\n") + 1]


def read_start(path: str, size: int) -> bytes:
    """Return the first bytes of a file, b"" if it is unreadable; never block on a FIFO."""
    try:
        with open(path, "rb", buffering=0, opener=_open_without_blocking) as file:
            return file.read(size) or b""
    except OSError:
        return b""


def _open_without_blocking(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def replace(path: str, text: str) -> None:
    """Replace a cache file atomically, with mode 600; raises OSError and UnicodeError."""
    _replace(path, text.encode())


def _replace(path: str, content: bytes) -> None:
    parent, _, name = path.rpartition(os.sep)
    temporary = os.path.join(parent, f".{name}.{os.getpid()}")  # noqa: PTH118 - as above
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(temporary, flags, 0o600)
    except FileNotFoundError:
        _make_directories(parent)
        handle = os.open(temporary, flags, 0o600)
    try:
        with open(handle, "wb", buffering=0) as file:  # noqa: PTH123 - as above
            file.write(content)
        os.replace(temporary, path)  # noqa: PTH105 - as above
    except OSError:
        forget(temporary)
        raise


def _make_directories(parent: str) -> None:
    """Create a directory and its missing parents with mode 700; raises OSError."""
    if not os.path.isdir(parent):  # noqa: PTH112 - as above
        _make_directories(os.path.dirname(parent))  # noqa: PTH120 - as above
        with suppress(FileExistsError):
            os.mkdir(parent, 0o700)  # noqa: PTH102 - as above


def forget(path: str) -> None:
    """Remove a file; ignore errors."""
    with suppress(OSError):
        os.unlink(path)  # noqa: PTH108 - as above


def prune(folder: str) -> None:
    """Remove the oldest files of a folder with too many; raises OSError."""
    with os.scandir(folder) as entries:
        files = list(entries)
    if len(files) > MAX_FILES:
        files.sort(key=lambda entry: entry.stat().st_mtime)
        for entry in files[: len(files) - MAX_FILES // 2]:
            forget(entry.path)


def rows_of(resource: Resource, response: Any, operation: str | None = None) -> list[Row]:
    """Return the rows of a list response; a name that is not valid in a line becomes the id.

    ``operation`` returned the response; by default it is the kind's own list operation.
    """
    from qovery_cli.resolve.match import id_of, items_of, names_of

    rows: list[Row] = []
    for item in items_of(_items(response), resource, operation):
        id = id_of(item, resource)
        # Built-in variables are read-only, so their names are never completed.
        if is_id(id) and (resource.own_scope is None or item.get("scope") != "BUILT_IN"):
            names = names_of(item, resource)
            name = names[0].strip() if names else ""
            rows.append((name if _is_valid_name(name) else id, id))
    return rows


def _items(response: Any) -> list[Any]:
    # Every envelope has exactly one list; importing http.pagination would be slower.
    values = response.values() if isinstance(response, Mapping) else [response]
    return next((value for value in values if isinstance(value, list)), [])


def _is_valid_name(name: str) -> bool:
    if name.isprintable():
        return 0 < len(name) <= _MAX_NAME
    # str.isprintable also rejects joiners, which names in many scripts need.
    return len(name) <= _MAX_NAME and not any(_is_control(ord(character)) for character in name)


def _is_control(code: int) -> bool:
    """Return whether a code point is a control, bidi control, line separator or surrogate."""
    return (
        code < 0x20
        or 0x7F <= code < 0xA0
        or code in {0x61C, 0x200E, 0x200F}
        or 0x2028 <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
        or 0xD800 <= code <= 0xDFFF
    )
