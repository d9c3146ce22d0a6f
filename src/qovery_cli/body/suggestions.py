"""Which of the words that exist was probably meant, and how to say so."""

from collections.abc import Iterable, Sequence

#: More than these are not read in one line.
MAX_LISTED = 12


def nearest(word: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return the known words that look most like this one, best first; case does not count."""
    # Imported here because only errors need it.
    import difflib

    spelled: dict[str, str] = {}
    for each in known:
        spelled.setdefault(plain(each), each)
    wanted = plain(word)[:200]
    close = difflib.get_close_matches(wanted, list(spelled), n=limit, cutoff=0.6)
    inside = [each for each in spelled if len(wanted) > 2 and wanted in each and each not in close]
    return tuple(spelled[each] for each in [*close, *inside][:limit])


def plain(word: str) -> str:
    """Return a word without what does not tell words apart: case, hyphen or underscore."""
    return word.strip().casefold().replace("-", "_").replace(" ", "_")


def listed(words: Sequence[str], last: str = "or") -> str:
    """Return "A, B or C"; a long list is cut."""
    shown = list(words[:MAX_LISTED])
    if len(words) > MAX_LISTED:
        return f"{', '.join(shown)} and {len(words) - MAX_LISTED} more"
    return (
        f" {last} ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
    )


def did_you_mean(found: Sequence[str]) -> str | None:
    """Return a hint that offers these words, or None if there are none."""
    return f"Did you mean {listed(found)}?" if found else None
