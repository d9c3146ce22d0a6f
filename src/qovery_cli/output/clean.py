r"""What of a foreign text may be displayed: nothing that steers a terminal or reorders a line.

Removed are escape sequences (ECMA-48: CSI, OSC, DCS and their 8-bit forms), control characters,
and the Unicode characters that change the direction of a text or end a line.
"""

import re
from functools import cache

#: The inside of a character class: what no terminal may get, besides ``\t``, ``\n`` and ``\r``.
UNSAFE = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
)


@cache
def _steering() -> re.Pattern[str]:
    return re.compile(
        r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
        # A string sequence ends where the next sequence starts at the latest, so that an
        # unfinished one does not swallow the rest of the text.
        r"|(?:\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)"
        r"|\x1b[ -/]*[0-~]"
        rf"|[{UNSAFE}]"
    )


def clean(text: str) -> str:
    r"""Return a text that is safe to display, its lines (``\n``) and tabs kept."""
    if text.isprintable():
        return text
    return _steering().sub("", text).replace("\r\n", "\n").replace("\r", "")


def one_line(text: str) -> str:
    r"""Return a text that is safe to display on one line; breaks and tabs become ``\n``, ``\t``."""
    if text.isprintable():
        return text
    return clean(text).replace("\n", "\\n").replace("\t", "\\t")
