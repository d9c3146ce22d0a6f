"""JSON that is exact and safe to display.

Characters that could control a terminal (see `clean`) and those that UTF-8 cannot encode (lone
surrogates) are escaped, which any parser decodes to the same data.
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
    """Yield the result of `pretty` for a list in parts, without holding all of it in memory."""
    separator = "[\n  "
    for item in items:
        # Line breaks occur between values only: those in strings are escaped.
        yield separator + pretty(item, ascii_only=ascii_only).rstrip("\n").replace("\n", "\n  ")
        separator = ",\n  "
    yield "\n]\n" if separator.startswith(",") else "[]\n"


def line(data: Any, *, ascii_only: bool = False) -> str:
    """Return data as JSON on one line, ending in a line break."""
    return _safe(json.dumps(data, ensure_ascii=ascii_only, separators=(",", ":"))) + "\n"


@cache
def _unsafe() -> re.Pattern[str]:
    # The only control characters of JSON syntax are line breaks, which are kept.
    return re.compile(rf"[{UNSAFE}\ud800-\udfff]")


def _safe(text: str) -> str:
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return _unsafe().sub(lambda match: f"\\u{ord(match[0]):04x}", text)
