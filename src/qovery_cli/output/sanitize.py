r"""What of a foreign text may be displayed: nothing that steers a terminal or reorders a line.

Removed are escape sequences (ECMA-48: CSI, OSC, DCS and their 8-bit forms), control characters
and the Unicode characters that end a line. Escaped, as ``\u200b``, are the characters that change
the direction of a text and those that have no width at all: they can hide what a text says.
"""

import re
from functools import cache

_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
#: Zero width space, invisible operators, the byte order mark and tags. Not the joiners U+200C and
#: U+200D, which emoji and several scripts need.
_INVISIBLE = r"\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f"

#: The inside of a character class: what no terminal may get, besides ``\t``, ``\n`` and ``\r``.
UNSAFE = _CONTROLS + _DIRECTIONS


@cache
def _steering() -> re.Pattern[str]:
    return re.compile(
        r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
        # A string sequence ends where the next sequence starts at the latest, so that an
        # unfinished one does not swallow the rest of the text.
        r"|(?:\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)"
        r"|\x1b[ -/]*[0-~]"
        rf"|[{_CONTROLS}]"
    )


@cache
def _hiding() -> re.Pattern[str]:
    return re.compile(f"[{_DIRECTIONS}{_INVISIBLE}]")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def clean(text: str, *, keep_hiding: bool = False) -> str:
    r"""Return a text that is safe to display, its lines (``\n``) and tabs kept.

    ``keep_hiding`` keeps the characters that a person would not see, for a program to read.
    """
    if text.isprintable():
        return text
    shown = _steering().sub("", text).replace("\r\n", "\n").replace("\r", "")
    return shown if keep_hiding else _hiding().sub(_escape, shown)


def one_line(text: str, *, keep_hiding: bool = False) -> str:
    r"""Return a text that is safe to display on one line; breaks and tabs become ``\n``, ``\t``."""
    if text.isprintable():
        return text
    return clean(text, keep_hiding=keep_hiding).replace("\n", "\\n").replace("\t", "\\t")
