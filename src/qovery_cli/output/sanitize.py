r"""Sanitize untrusted text for display, so that it cannot control the terminal or reorder a line.

Escape sequences (ECMA-48: CSI, OSC, DCS and their 8-bit forms), control characters and Unicode
line separators are removed. Characters that change the text direction and invisible characters
are escaped, as ``\u200b``: they can disguise text.
"""

import re
from functools import cache

_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
#: Zero width space, invisible operators, the byte order mark and tags. Not the joiners U+200C and
#: U+200D, which emoji and several scripts need.
_INVISIBLE = r"\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f"

#: The inside of a regex character class: characters unsafe for any terminal; ``\t``, ``\n`` and
#: ``\r`` are not included.
UNSAFE = _CONTROLS + _DIRECTIONS


@cache
def _control_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
        # An unterminated string sequence ends where the next sequence starts, so that it does
        # not swallow the rest of the text.
        r"|(?:\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)"
        r"|\x1b[ -/]*[0-~]"
        rf"|[{_CONTROLS}]"
    )


@cache
def _hiding_pattern() -> re.Pattern[str]:
    return re.compile(f"[{_DIRECTIONS}{_INVISIBLE}]")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def clean(text: str, *, keep_hiding: bool = False) -> str:
    r"""Return text that is safe to display, with line breaks (``\n``) and tabs kept.

    ``keep_hiding`` keeps invisible and direction characters, for output to programs.
    """
    if text.isprintable():
        return text
    cleaned = _control_pattern().sub("", text).replace("\r\n", "\n").replace("\r", "")
    return cleaned if keep_hiding else _hiding_pattern().sub(_escape, cleaned)


def one_line(text: str, *, keep_hiding: bool = False) -> str:
    r"""Return text that is safe to display on one line, with ``\n`` and ``\t`` escaped."""
    if text.isprintable():
        return text
    return clean(text, keep_hiding=keep_hiding).replace("\n", "\\n").replace("\t", "\\t")
