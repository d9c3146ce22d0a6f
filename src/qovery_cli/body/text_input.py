"""Read input text: files, standard input, environment variables.

Bytes are decoded as UTF-8 in every locale. A leading byte order mark is dropped; everything else
stays unchanged, including line ends.
"""

import os
from pathlib import Path
from typing import Final

from qovery_cli.errors import UsageError
from qovery_cli.messages import does_not_exist

_BOM: Final = b"\xef\xbb\xbf"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(name: str, option: str = "") -> bytes:
    """Return the content of a file; ``~`` is the home directory.

    Raises UsageError, with ``option`` if given, if the file cannot be read.
    """
    try:
        return Path(name).expanduser().read_bytes()
    except FileNotFoundError:
        problem = does_not_exist("file", name)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        problem = f"File {name!r} cannot be read: {reason}."
    raise UsageError(f"{option}: {problem[0].lower()}{problem[1:]}" if option else problem)


def read_text(name: str, option: str = "") -> str:
    """Return the text of a file; raise the errors of ``read_bytes`` and ``decode``."""
    source = f"{option}: {name!r}" if option else repr(name)
    return decode(read_bytes(name, option), source)


def decode(data: bytes, source: str) -> str:
    """Decode bytes as UTF-8, without a byte order mark.

    Raises UsageError with ``source``, line and column for invalid UTF-8 and for NUL characters,
    which no variable, secret or field can contain.
    """
    content = data.removeprefix(_BOM)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{source} is not valid UTF-8 ({_position(content, error.start)}).",
            hint=_encoding_hint(data),
        ) from None
    offset = content.find(b"\0")
    if offset >= 0:
        raise UsageError(
            f"{source} contains a NUL character ({_position(content, offset)}).",
            hint="Remove it, or convert the text to UTF-8 if it has another encoding.",
        )
    return text


def decode_variable(value: str, source: str) -> str:
    """Decode the value of an environment variable as UTF-8.

    Python decodes the environment by the locale. Raises the errors of ``decode``.
    """
    return decode(os.fsencode(value), source)


def without_line_end(text: str) -> str:
    r"""Return a single value without the one line end (``\n`` or ``\r\n``) at its end."""
    shorter = text.removesuffix("\n")
    return shorter.removesuffix("\r") if shorter != text else text


def _position(data: bytes, offset: int) -> str:
    start = data.rfind(b"\n", 0, offset) + 1
    line = data.count(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode(errors="replace")) + 1
    return f"line {line}, column {column}"


def _encoding_hint(data: bytes) -> str:
    if data.startswith(_UTF_16):
        return "Convert it from UTF-16 with `iconv -f UTF-16 -t UTF-8`."
    return "Convert it with `iconv -f ENCODING -t UTF-8`."
