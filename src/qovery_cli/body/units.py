"""Read and write quantities such as ``500m``, ``512MB`` or ``1h30m``.

The API counts CPU in millicores, and 1024 MB are a GB to it, so that GB and GiB are the same.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from qovery_cli.frozen import record

_PIECE: Final = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,9})?|\.[0-9]{1,9})\s*([A-Za-z]*)\s*")


@record
class Unit:
    """One unit of the API, and how a person may write quantities of it.

    ``scales`` are the units that may be written, in lower case, with their size in the API's own.
    ``bare`` is the size of a number with a dot and without a unit. Where it is ``compound``,
    several parts add up. ``shown`` are the units in which quantities are shown, the largest first
    and the API's own last. ``readings`` are what a whole number without a unit may be meant as:
    how that is written unmistakably, and what it is called. A number below ``least`` makes no sense
    in the API's unit; None where every number does.
    """

    noun: str
    metavar: str
    examples: tuple[str, str]
    scales: Mapping[str, Fraction]
    bare: int = 1
    compound: bool = False
    shown: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    least: int | None = None


def format_quantity(value: Any, name: str) -> str | None:
    """Return a quantity as `parse_quantity` reads it, such as ``500m``, ``1GB`` or ``1h30m``.

    ``name`` is the API's unit, a key of UNITS. None for what is no whole number from 0.
    """
    unit = UNITS.get(name)
    if unit is None or isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if value < 0 or value != value // 1:
        return None
    rest, parts = int(value), []
    for word in unit.shown:
        scale = unit.scales[word.casefold()]
        count = rest // scale
        if count and (unit.compound or not rest % scale):
            parts.append(f"{count}{word}")
            rest -= int(count * scale)
    return "".join(parts) or f"0{unit.shown[-1]}"


def unit_hint(number: int, name: str) -> str:
    """Return what a number without a unit may mean, as a hint: one reading, or both."""
    found = [
        f"{written.replace('#', str(number))} for {number} {_plural(noun, number)}"
        for written, noun in UNITS[name].readings
    ]
    return f"Use {', or '.join(found)}."


def _plural(noun: str, number: int) -> str:
    return noun if number == 1 or noun[:1].isupper() else f"{noun}s"


def parse_quantity(text: str, unit: Unit) -> int | None:
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
    return Unit(
        "CPU",
        "CPU",
        ("500m", "0.5"),
        {**cores, **parts},
        bare=1000,
        shown=("m",),
        readings=(("#000m or #.0", "core"), ("#m", "millicore")),
        least=10,
    )


def _size(name: str, *examples: str, least: int | None = None) -> Unit:
    letters, own, rest_of_name = "kmgt", name[0].casefold(), name[1:]
    scales = {
        f"{letter}{rest}": Fraction(1024) ** (power - letters.index(own))
        for power, letter in enumerate(letters)
        for rest in ("", "b", "i", "ib")
    }
    first, second = examples
    larger = [f"{letter.upper()}{rest_of_name}" for letter in letters[letters.index(own) :]]
    return Unit(
        "a size",
        "SIZE",
        (first, second),
        scales,
        shown=tuple(reversed(larger)),
        readings=tuple((f"#{word}", word) for word in reversed(larger[:2])),
        least=least,
    )


def _time(own: str, *examples: str) -> Unit:
    seconds = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
    long = {"sec": "s", "min": "m"}
    known = {**seconds, **{word: seconds[letter] for word, letter in long.items()}}
    scales = {word: Fraction(size, seconds[own]) for word, size in known.items()}
    first, second = examples
    shown = ("d", "h", "m", "s") if own == "s" else (own,)
    nouns = {"s": "second", "m": "minute", "d": "day", "w": "week"}
    readings = ("m", "s") if own == "s" else (own,)
    return Unit(
        "a time",
        "TIME",
        (first, second),
        scales,
        compound=True,
        shown=shown,
        readings=tuple((f"#{word}", nouns[word]) for word in readings),
    )


#: By the names that the words about fields use.
UNITS: Final[Mapping[str, Unit]] = {
    "millicores": _cpu(),
    "KB": _size("KB", "8KB", "1MB"),
    "MB": _size("MB", "512MB", "1GB", least=16),
    "MiB": _size("MiB", "512MiB", "1GiB", least=16),
    "GB": _size("GB", "10GB", "1TB"),
    "GiB": _size("GiB", "10GiB", "1TiB"),
    "seconds": _time("s", "90s", "1h30m"),
    "days": _time("d", "30d", "2w"),
    "weeks": _time("w", "8w", "84d"),
}
