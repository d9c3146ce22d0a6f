"""What a quantity such as ``500m``, ``512MB`` or ``1h30m`` is in the unit that the API counts in.

The API counts CPU in millicores, and 1024 MB are a GB to it, so that GB and GiB are the same.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from qovery_cli.record import record

_PIECE: Final = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,9})?|\.[0-9]{1,9})\s*([A-Za-z]*)\s*")


@record
class Unit:
    """One unit of the API, and how a person may write quantities of it.

    ``scales`` are the units that may be written, in lower case, with their size in the API's own.
    ``bare`` is the size of a number with a dot and without a unit. Where it is ``compound``,
    several parts add up.
    """

    noun: str
    metavar: str
    examples: tuple[str, str]
    scales: Mapping[str, Fraction]
    bare: int = 1
    compound: bool = False


def quantity(text: str, unit: Unit) -> int | None:
    """Return how many of the API's units a text means, None for what is no whole number of them.

    A whole number without a unit is in the API's own.
    """
    pieces = _pieces(text.strip())
    if not pieces or (len(pieces) > 1 and not unit.compound):
        return None
    total = Fraction(0)
    for number, word in pieces:
        if word:
            scale = unit.scales.get(word.casefold())
        elif len(pieces) > 1:
            scale = None
        else:
            scale = Fraction(unit.bare if "." in number else 1)
        if scale is None:
            return None
        total += Fraction(number) * scale
    return int(total) if total.denominator == 1 else None


def _pieces(text: str) -> list[tuple[str, str]]:
    """Return the numbers of a text with the words after them, nothing if there is more to it."""
    found: list[tuple[str, str]] = []
    place = 0
    while place < len(text):
        piece = _PIECE.match(text, place)
        if piece is None:
            return []
        found.append((piece.group(1), piece.group(2)))
        place = piece.end()
    return found


def _cpu() -> Unit:
    cores = dict.fromkeys(("c", "core", "cores", "cpu", "cpus"), Fraction(1000))
    parts = dict.fromkeys(("m", "millicore", "millicores"), Fraction(1))
    return Unit("CPU", "CPU", ("500m", "0.5"), {**cores, **parts}, bare=1000)


def _size(own: str, *examples: str) -> Unit:
    letters = "kmgt"
    scales = {
        f"{letter}{rest}": Fraction(1024) ** (power - letters.index(own))
        for power, letter in enumerate(letters)
        for rest in ("", "b", "i", "ib")
    }
    first, second = examples
    return Unit("a size", "SIZE", (first, second), scales)


def _time(own: str, *examples: str) -> Unit:
    seconds = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
    long = {"sec": "s", "min": "m"}
    known = {**seconds, **{word: seconds[letter] for word, letter in long.items()}}
    scales = {word: Fraction(size, seconds[own]) for word, size in known.items()}
    first, second = examples
    return Unit("a time", "TIME", (first, second), scales, compound=True)


#: By the names that the words about fields use.
UNITS: Final[Mapping[str, Unit]] = {
    "millicores": _cpu(),
    "KB": _size("k", "8KB", "1MB"),
    "MB": _size("m", "512MB", "1GB"),
    "MiB": _size("m", "512MiB", "1GiB"),
    "GB": _size("g", "10GB", "1TB"),
    "GiB": _size("g", "10GiB", "1TiB"),
    "seconds": _time("s", "90s", "1h30m"),
    "days": _time("d", "30d", "2w"),
    "weeks": _time("w", "8w", "84d"),
}
