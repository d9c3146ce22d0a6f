"""How many columns of a terminal a text takes, and how it is cut to fit.

Widths follow Unicode's East Asian Width; marks, joiners and modifiers belong to the character
before them, as terminals draw them.
"""

from collections.abc import Iterator
from functools import lru_cache

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SOFT_HYPHEN = "\u00ad"


def width_of(text: str) -> int:
    """Return the columns that a cleaned, one-line text takes."""
    return len(text) if text.isascii() else _width_of(text)


@lru_cache(maxsize=4096)
def _width_of(text: str) -> int:
    return sum(width for _, width in clusters(text))


def cut(text: str, limit: int, mark: str = "…") -> tuple[str, int]:
    """Return a text of at most ``limit`` columns, and how many it takes.

    It ends in ``mark`` if something was left out.
    """
    whole = width_of(text)
    if whole <= limit:
        return text, whole
    mark = mark if width_of(mark) < limit else ""
    room = limit - width_of(mark)
    if text.isascii():
        return text[:room] + mark, limit
    kept, used = "", 0
    for cluster, width in clusters(text):
        if used + width > room:
            break
        kept += cluster
        used += width
    return kept + mark, used + width_of(mark)


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Yield what a reader takes for one character, with its width in columns."""
    cluster, width = "", 0
    for character in text:
        if cluster and _belongs(character, cluster):
            cluster += character
            if character == _EMOJI_STYLE or _is_regional(character):
                width = 2
        else:
            if cluster:
                yield cluster, width
            cluster, width = character, _width(character)
    if cluster:
        yield cluster, width


def _belongs(character: str, cluster: str) -> bool:
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
