"""Suggest the closest valid names for a mistyped one."""

from collections.abc import Iterable, Sequence

#: Maximum number of words in one line.
MAX_LISTED = 12


def nearest(word: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return the known words most similar to a word, best first, ignoring case."""
    # Only errors need this import.
    import difflib

    originals: dict[str, str] = {}
    for name in known:
        originals.setdefault(plain(name), name)
    normalized = plain(word)[:200]
    close = difflib.get_close_matches(normalized, list(originals), n=limit, cutoff=0.6)
    containing = [
        name
        for name in originals
        if len(normalized) > 2 and normalized in name and name not in close
    ]
    return tuple(originals[name] for name in [*close, *containing][:limit])


def plain(word: str) -> str:
    """Normalize case, hyphens and spaces of a word for comparison."""
    return word.strip().casefold().replace("-", "_").replace(" ", "_")


def listed(words: Sequence[str], last: str = "or") -> str:
    """Return "A, B or C"; a long list is truncated."""
    visible = list(words[:MAX_LISTED])
    if len(words) > MAX_LISTED:
        return f"{', '.join(visible)} and {len(words) - MAX_LISTED} more"
    return (
        f" {last} ".join([", ".join(visible[:-1]), visible[-1]])
        if len(visible) > 1
        else "".join(visible)
    )


def did_you_mean(words: Sequence[str]) -> str | None:
    """Return the hint that suggests these words, None without any."""
    quoted = [f"'{word}'" for word in words]
    return f"Did you mean {listed(quoted)}?" if words else None
