"""Measure and truncate text in terminal columns.

Widths follow Unicode's East Asian Width. Marks, joiners and modifiers combine with the character
before them, as in terminals.
"""

from collections.abc import Iterator
from functools import lru_cache

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SOFT_HYPHEN = "\u00ad"


def width_of(text: str) -> int:
    """Return the width in columns of sanitized, one-line text."""
    return len(text) if text.isascii() else _width_of(text)


@lru_cache(maxsize=4096)
def _width_of(text: str) -> int:
    return sum(width for _, width in clusters(text))


def cut(text: str, limit: int, mark: str = "…") -> tuple[str, int]:
    """Truncate text to at most ``limit`` columns; return it and its width in columns.

    Truncated text ends in ``mark``.
    """
    whole = width_of(text)
    if whole <= limit:
        return text, whole
    mark = mark if width_of(mark) < limit else ""
    available = limit - width_of(mark)
    if text.isascii():
        return text[:available] + mark, limit
    kept, used = "", 0
    for cluster, width in clusters(text):
        if used + width > available:
            break
        kept += cluster
        used += width
    return kept + mark, used + width_of(mark)


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Yield each grapheme cluster with its width in columns."""
    cluster, width = "", 0
    for character in text:
        if cluster and _extends_cluster(character, cluster):
            cluster += character
            if character == _EMOJI_STYLE or _is_regional(character):
                width = 2
        else:
            if cluster:
                yield cluster, width
            cluster, width = character, _width(character)
    if cluster:
        yield cluster, width


def _extends_cluster(character: str, cluster: str) -> bool:
    if _width(character) == 0:
        return True
    if cluster[-1] == _JOINER:
        return _category(character) == "So"
    if "\U0001f3fb" <= character <= "\U0001f3ff":
        return _category(cluster[0]) == "So"
    return _is_regional(character) and len(cluster) == 1 and _is_regional(cluster)


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


@lru_cache(maxsize=4096)
def _category(character: str) -> str:
    import unicodedata

    return unicodedata.category(character)


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    import unicodedata

    if character == _SOFT_HYPHEN:
        return 1
    if unicodedata.combining(character) or _category(character) in {"Mn", "Me", "Cf"}:
        return 0
    if "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
