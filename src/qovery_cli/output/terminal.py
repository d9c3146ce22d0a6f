"""The output streams, their capabilities, and the availability of prompts.

Honours ``NO_COLOR`` (no-color.org), ``FORCE_COLOR``, ``TERM=dumb``, ``COLUMNS``, Typer's
``TERMINAL_WIDTH``, and ``CI``.
"""

import codecs
import errno
import io
import os
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, TextIO, cast

from qovery_cli.errors import QoveryError, UsageError
from qovery_cli.frozen import record

DEFAULT_WIDTH = 80


class WriteError(QoveryError):
    """A write to stdout failed, for example because the disk is full."""


@record
class Terminal:
    """The three streams of a process and their capabilities.

    ``width`` is in columns. ``unicode`` is true if both outputs can encode every character.
    ``live`` is true if lines on stderr may be redrawn.
    """

    stdout: TextIO
    stderr: TextIO
    stdin: TextIO | None
    width: int = DEFAULT_WIDTH
    color_out: bool = False
    color_err: bool = False
    interactive_out: bool = False
    interactive_err: bool = False
    can_ask: bool = False
    unicode: bool = True
    live: bool = False

    @classmethod
    def of(
        cls,
        environ: Mapping[str, str],
        stdin: TextIO | None,
        stdout: TextIO | None,
        stderr: TextIO | None,
    ) -> "Terminal":
        """Return the terminal for these streams, each of which may be missing or closed."""
        out, err, source = (None if _is_closed(s) else s for s in (stdout, stderr, stdin))
        interactive_out, interactive_err = _is_terminal(out), _is_terminal(err)
        is_ci = environ.get("CI", "").lower() not in {"", "0", "false"}
        return cls(
            stdout=cast(TextIO, SafeStream(out)),
            stderr=cast(TextIO, SafeStream(err)),
            stdin=source,
            width=_width(environ, (out, err, source)),
            color_out=_is_coloured(environ, interactive_out),
            color_err=_is_coloured(environ, interactive_err),
            interactive_out=interactive_out,
            interactive_err=interactive_err,
            can_ask=_is_terminal(source) and interactive_err and not is_ci,
            unicode=_writes_unicode(out) and _writes_unicode(err),
            live=interactive_err and not is_ci and environ.get("TERM") != "dumb",
        )

    def write(self, text: str, *, exact: bool = False) -> bool:
        """Write data to stdout and flush it; return true if every character was encodable.

        Other characters become ``?``; with ``exact``, UsageError is raised instead and nothing is
        written. Raises BrokenPipeError if the reader is gone, WriteError if the write fails.
        """
        unencodable = _unencodable(self.stdout, text)
        if exact and unencodable:
            raise UsageError(
                f"The output encoding {_encoding(self.stdout)} lacks {unencodable!a}.",
                hint="Set PYTHONIOENCODING=utf-8, or use -o json, which escapes such characters.",
            )
        with _wrap_write_errors():
            send(self.stdout, text)
        return not unencodable

    def write_bytes(self, data: bytes) -> None:
        """Write raw bytes to stdout and flush them; raise the errors of ``write``."""
        with _wrap_write_errors():
            write = getattr(self.stdout, "write_bytes", None)
            if write is None:
                send(self.stdout, data.decode(errors="replace"))
            else:
                write(data)

    def tell(self, text: str) -> None:
        """Write a message to stderr, ignoring write errors."""
        with suppress(OSError):
            send(self.stderr, text)


class SafeStream:
    """A wrapper for an output stream that may be missing; replaces unencodable characters."""

    closed = False

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str:
        """The encoding of the wrapped stream, ``utf-8`` without one."""
        return _encoding(self._stream)

    @property
    def errors(self) -> str:
        """The error handler of the wrapped stream, ``strict`` without one."""
        return getattr(self._stream, "errors", None) or "strict"

    def write(self, text: str) -> int:
        """Write and flush; return the number of characters."""
        if self._stream is not None:
            send(self._stream, text)
        return len(text)

    def write_bytes(self, data: bytes) -> None:
        """Write and flush bytes, decoded for a stream that accepts only text."""
        buffer = getattr(self._stream, "buffer", None)
        if buffer is not None:
            send(buffer, data)
        elif self._stream is not None:
            send(self._stream, data.decode(errors="replace"))

    def flush(self) -> None:
        """Flush the wrapped stream."""
        if self._stream is not None and not self._stream.closed:
            self._stream.flush()

    def isatty(self) -> bool:
        """Return true if the wrapped stream is a terminal."""
        return _is_terminal(self._stream)

    def fileno(self) -> int:
        """Return the file descriptor, or raise ``io.UnsupportedOperation`` without a stream."""
        if self._stream is None:
            raise io.UnsupportedOperation("fileno")
        return self._stream.fileno()


@contextmanager
def _wrap_write_errors() -> Generator[None, None, None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WriteError(
            f"The output cannot be written: {(error.strerror or 'it failed').lower()}.",
            hint="Redirect it elsewhere; a requested change has been made.",
        ) from error


def send(stream: Any, text: str | bytes) -> None:
    """Write text to a stream and flush it, with ``?`` for unencodable characters.

    Raises BrokenPipeError if the reader is gone, OSError if the write fails.
    """
    try:
        try:
            stream.write(text)
        except UnicodeEncodeError:
            encoding = _encoding(stream)
            stream.write(str(text).encode(encoding, "replace").decode(encoding))
        stream.flush()
    except OSError as error:
        # Windows has no EPIPE: writing to a pipe without a reader fails with EINVAL.
        if sys.platform == "win32" and error.errno == errno.EINVAL:
            raise BrokenPipeError(errno.EPIPE, "Broken pipe") from error
        raise


def _encoding(stream: TextIO | None) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def _unencodable(stream: TextIO, text: str) -> str:
    """Return the first characters that a stream cannot encode, empty if it can encode all."""
    if text.isascii():
        return ""
    try:
        text.encode(_encoding(stream), getattr(stream, "errors", None) or "strict")
    except UnicodeEncodeError as error:
        return text[error.start : error.end]
    return ""


def _is_closed(stream: TextIO | None) -> bool:
    return stream is None or bool(getattr(stream, "closed", False))


def _is_terminal(stream: TextIO | None) -> bool:
    if stream is None or stream.closed:
        return False
    try:
        return stream.isatty() and (sys.platform != "win32" or _accepts_ansi(stream))
    except (OSError, ValueError):
        return False


def _accepts_ansi(stream: TextIO) -> bool:
    from qovery_cli.output.windows_ansi import accepts_ansi

    return accepts_ansi(stream)


def _is_coloured(environ: Mapping[str, str], interactive: bool) -> bool:
    if environ.get("NO_COLOR"):
        return False
    forced = environ.get("FORCE_COLOR", "").lower()
    if forced:
        return forced not in {"0", "false"}
    return interactive and environ.get("TERM") != "dumb"


def _width(environ: Mapping[str, str], streams: tuple[TextIO | None, ...]) -> int:
    for name in ("TERMINAL_WIDTH", "COLUMNS"):
        value = environ.get(name, "")
        # More than 5 digits are not a width, and int() rejects very long strings.
        if value.isascii() and value.isdigit() and len(value) <= 5 and int(value) > 0:
            return int(value)
    for stream in streams:
        if stream is None:
            continue
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except (OSError, ValueError, AttributeError):
            continue
        if columns > 0:
            return columns
    return DEFAULT_WIDTH


def _writes_unicode(stream: TextIO | None) -> bool:
    encoding = getattr(stream, "encoding", None)
    if not isinstance(encoding, str):
        return True
    try:
        return codecs.lookup(encoding).name.startswith(("utf-", "gb18030"))
    except LookupError:
        return False
