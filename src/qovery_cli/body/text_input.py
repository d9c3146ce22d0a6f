"""Read text that comes from outside: files, standard input, variables of the environment.

Bytes are UTF-8 whatever the locale says. A byte order mark at the beginning is dropped; everything
else stays as it is, line ends included.
"""

import os
from pathlib import Path
from typing import Final

from qovery_cli.errors import UsageError

_BOM: Final = b"\xef\xbb\xbf"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(name: str, option: str = "") -> bytes:
    """Return the content of a file; ``~`` is the home directory.

    Raises UsageError, naming ``option`` if there is one, if the file cannot be read.
    """
    try:
        return Path(name).expanduser().read_bytes()
    except FileNotFoundError:
        problem, hint = f"{name!r} does not exist.", "Check the path."
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        problem, hint = f"{name!r} cannot be read: {reason}.", "Name a readable file."
    raise UsageError(f"{option}: {problem}" if option else problem, hint=hint)


def read_text(name: str, option: str = "") -> str:
    """Return the text of a file; raises what ``read_bytes`` and ``decode`` raise."""
    source = f"{option}: {name!r}" if option else repr(name)
    return decode(read_bytes(name, option), source)


def decode(data: bytes, source: str) -> str:
    """Return bytes as text, without a byte order mark.

    Raises UsageError that names ``source``, line and column if they are not UTF-8, or contain a
    NUL character, which no variable, secret or field can hold.
    """
    rest = data.removeprefix(_BOM)
    try:
        text = rest.decode()
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{source} is not valid UTF-8 ({_position(rest, error.start)}).",
            hint=_encoding_hint(data),
        ) from None
    place = rest.find(b"\0")
    if place >= 0:
        raise UsageError(
            f"{source} contains a NUL character ({_position(rest, place)}).",
            hint="Remove it, or save the text as UTF-8 if it is in another encoding.",
        )
    return text


def decode_variable(value: str, source: str) -> str:
    """Return the value of an environment variable as the text that its bytes are in UTF-8.

    Python decodes the environment by the locale; raises what ``decode`` raises.
    """
    return decode(os.fsencode(value), source)


def without_line_end(text: str) -> str:
    r"""Return a single value without the one line end (``\n`` or ``\r\n``) that follows it."""
    shorter = text.removesuffix("\n")
    return shorter.removesuffix("\r") if shorter != text else text


def _position(data: bytes, place: int) -> str:
    start = data.rfind(b"\n", 0, place) + 1
    line = data.count(b"\n", 0, place) + 1
    column = len(data[start:place].decode(errors="replace")) + 1
    return f"line {line}, column {column}"


def _encoding_hint(data: bytes) -> str:
    if data.startswith(_UTF_16):
        return "It is UTF-16. Convert it to UTF-8 first, with `iconv -f UTF-16 -t UTF-8`."
    return "Save it as UTF-8, or convert it with `iconv -f ENCODING -t UTF-8`."
