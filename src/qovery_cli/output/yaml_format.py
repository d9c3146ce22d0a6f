"""YAML that parsers of versions 1.1 and 1.2 read as the same data.

Import this module only when needed, as it imports yaml.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import yaml

from qovery_cli.output.sanitize import UNSAFE

_NEVER_FOLD = 1_000_000

#: Strings that some parser would read as a number or a boolean, and that PyYAML does not quote.
_LOOKS_OTHERWISE = re.compile(
    r"[-+]?\.?[0-9][0-9_.]*(?:[eE][-+]?[0-9]*)?|[-+]?0[oxb][0-9a-fA-F_]+|[yYnN]"
)


def dumps(data: Any, *, ascii_only: bool = False) -> str:
    """Return data as YAML in block style, ending in a line break; the order of keys is kept."""
    try:
        text = _dump(data, _dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)), ascii_only)
        # libyaml escapes every emoji; the slower emitter in Python does not.
        is_readable = ascii_only or "\\U000" not in text
    except UnicodeEncodeError:
        # libyaml accepts UTF-8 only; the Python emitter escapes lone surrogates.
        is_readable = False
    if not is_readable:
        text = _dump(data, _dumper(yaml.SafeDumper), ascii_only)
    if text.endswith("\n...\n"):
        # PyYAML writes a document end marker after a scalar document.
        text = text.removesuffix("...\n")
    return _unsafe_pattern().sub(_escaped, text)


def list_parts(items: Iterable[Any], *, ascii_only: bool = False) -> Iterator[str]:
    """Yield the result of `dumps` for a list in parts, one for each item."""
    part = ""
    for item in items:
        part = dumps([item], ascii_only=ascii_only)
        yield part
    if not part:
        yield dumps([], ascii_only=ascii_only)


def _dump(data: Any, dumper: Any, ascii_only: bool) -> str:
    text: str = yaml.dump(
        data,
        Dumper=dumper,
        allow_unicode=not ascii_only,
        default_flow_style=False,
        sort_keys=False,
        width=_NEVER_FOLD,
    )
    return text


@cache
def _dumper(parent: Any) -> Any:
    class Dumper(parent):  # type: ignore[misc]
        """A dumper that writes every string in a style that keeps it a string."""

        def ignore_aliases(self, _data: Any) -> bool:
            return True

    Dumper.add_representer(str, _represent_text)
    return Dumper


def _represent_text(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    if _unsafe_pattern().search(text):
        return '"'
    if "\n" in text:
        return "|"
    return "'" if _LOOKS_OTHERWISE.fullmatch(text) else None


@cache
def _unsafe_pattern() -> re.Pattern[str]:
    return re.compile(f"[{UNSAFE}]")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"
