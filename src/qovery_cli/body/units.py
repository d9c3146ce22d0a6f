"""Parse and format quantities such as ``500m``, ``512MB`` or ``1h30m``.

The API counts CPU in millicores and defines 1 GB as 1024 MB, so that GB and GiB are the same.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from qovery_cli.frozen import record

_PIECE: Final = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,9})?|\.[0-9]{1,9})\s*([A-Za-z]*)\s*")


@record
class Unit:
    """A unit of the API, and the accepted notations of its quantities.

    ``scales`` maps accepted units, in lower case, to their size in the unit of the API. ``bare``
    is the scale of a number with a decimal point and no unit. With ``compound`` several parts are
    added. ``shown`` are the units for display, largest first and the unit of the API last.
    ``readings`` are the possible meanings of a whole number without a unit: unambiguous notation
    and noun. ``minimum`` is the smallest plausible number in the unit of the API, None for no
    limit.
    """

    noun: str
    metavar: str
    examples: tuple[str, str]
    scales: Mapping[str, Fraction]
    bare: int = 1
    compound: bool = False
    shown: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    minimum: int | None = None


def format_quantity(value: Any, name: str) -> str | None:
    """Format a quantity for `parse_quantity`, such as ``500m``, ``1GB`` or ``1h30m``.

    ``name`` is the unit of the API, a key of UNITS. Return None for anything but a whole number
    from 0.
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
    """Return the hint with the possible meanings of a number without a unit."""
    meanings = [
        f"{written.replace('#', str(number))} for {number} {_plural(noun, number)}"
        for written, noun in UNITS[name].readings
    ]
    return f"Use {', or '.join(meanings)}."


def _plural(noun: str, number: int) -> str:
    return noun if number == 1 or noun[:1].isupper() else f"{noun}s"


def parse_quantity(text: str, unit: Unit) -> int | None:
    """Parse a text to a whole number in the unit of the API, None if it is not one.

    A whole number without a unit is in the unit of the API.
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
    """Split a text into numbers and their units, [] if it contains anything else."""
    pieces: list[tuple[str, str]] = []
    offset = 0
    while offset < len(text):
        match = _PIECE.match(text, offset)
        if match is None:
            return []
        pieces.append((match.group(1), match.group(2)))
        offset = match.end()
    return pieces


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
        minimum=10,
    )


def _size(name: str, *examples: str, minimum: int | None = None) -> Unit:
    letters, base, name_suffix = "kmgt", name[0].casefold(), name[1:]
    scales = {
        f"{letter}{suffix}": Fraction(1024) ** (power - letters.index(base))
        for power, letter in enumerate(letters)
        for suffix in ("", "b", "i", "ib")
    }
    first, second = examples
    larger = [f"{letter.upper()}{name_suffix}" for letter in letters[letters.index(base) :]]
    return Unit(
        "a size",
        "SIZE",
        (first, second),
        scales,
        shown=tuple(reversed(larger)),
        readings=tuple((f"#{word}", word) for word in reversed(larger[:2])),
        minimum=minimum,
    )


def _time(base: str, *examples: str) -> Unit:
    seconds = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
    long = {"sec": "s", "min": "m"}
    sizes = {**seconds, **{word: seconds[letter] for word, letter in long.items()}}
    scales = {word: Fraction(size, seconds[base]) for word, size in sizes.items()}
    first, second = examples
    shown = ("d", "h", "m", "s") if base == "s" else (base,)
    nouns = {"s": "second", "m": "minute", "d": "day", "w": "week"}
    readings = ("m", "s") if base == "s" else (base,)
    return Unit(
        "a time",
        "TIME",
        (first, second),
        scales,
        compound=True,
        shown=shown,
        readings=tuple((f"#{word}", nouns[word]) for word in readings),
    )


#: Units by the names that overrides use.
UNITS: Final[Mapping[str, Unit]] = {
    "millicores": _cpu(),
    "KB": _size("KB", "8KB", "1MB"),
    "MB": _size("MB", "512MB", "1GB", minimum=16),
    "MiB": _size("MiB", "512MiB", "1GiB", minimum=16),
    "GB": _size("GB", "10GB", "1TB"),
    "GiB": _size("GiB", "10GiB", "1TiB"),
    "seconds": _time("s", "90s", "1h30m"),
    "days": _time("d", "30d", "2w"),
    "weeks": _time("w", "8w", "84d"),
}
