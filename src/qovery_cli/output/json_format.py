"""JSON: exact, and safe to look at.

What could steer a terminal (see `clean`) and what UTF-8 cannot carry (a lone surrogate) is
written as an escape, which any reader turns back into the same data.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from qovery_cli.output.sanitize import UNSAFE


def pretty(data: Any, *, ascii_only: bool = False) -> str:
    """Return data as indented JSON, ending in a line break."""
    return _safe(json.dumps(data, indent=2, ensure_ascii=ascii_only)) + "\n"


def pretty_parts(items: Iterable[Any], *, ascii_only: bool = False) -> Iterator[str]:
    """Yield, in parts, what `pretty` returns of a list: neither has to exist as a whole."""
    before = "[\n  "
    for item in items:
        # Only between values are there line breaks: those inside a text are escaped.
        yield before + pretty(item, ascii_only=ascii_only).rstrip("\n").replace("\n", "\n  ")
        before = ",\n  "
    yield "\n]\n" if before.startswith(",") else "[]\n"


def line(data: Any, *, ascii_only: bool = False) -> str:
    """Return data as JSON on one line, ending in a line break."""
    return _safe(json.dumps(data, ensure_ascii=ascii_only, separators=(",", ":"))) + "\n"


@cache
def _unsafe() -> re.Pattern[str]:
    # A JSON text has control characters of its own only as line breaks, which stay.
    return re.compile(rf"[{UNSAFE}\ud800-\udfff]")


def _safe(text: str) -> str:
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return _unsafe().sub(lambda match: f"\\u{ord(match[0]):04x}", text)
