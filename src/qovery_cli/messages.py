"""Sentences that several errors share, so that the same problem reads the same everywhere.

Flags are bare, values in quotes, with special characters escaped.
"""

from collections.abc import Iterable
from typing import Final

#: Maximum number of names in a list.
_MAX_LISTED: Final = 20


def does_not_exist(noun: str, name: str, origin: str | None = None, place: str = "") -> str:
    """Return the message for an unknown name; ``place`` is where it was searched."""
    where = f" {place}" if place else ""
    return f"{capitalized(noun)} {name!r}{from_origin(origin)} does not exist{where}."


def capitalized(text: str) -> str:
    """Return a text with its first character in upper case, for the start of a sentence."""
    return text[:1].upper() + text[1:]


def from_origin(origin: str | None) -> str:
    """Return " (from ORIGIN)", or "" for a value of the command line itself."""
    return f" (from {origin})" if origin and not origin.startswith("-") else ""


def available(plural: str, names: Iterable[str]) -> str:
    """Return the hint that lists the valid names; a long list is truncated."""
    every = list(names)
    more = f" and {len(every) - _MAX_LISTED} more" if len(every) > _MAX_LISTED else ""
    return f"Available {plural}: {', '.join(every[:_MAX_LISTED])}{more}."


def invalid(name: str, value: str, expected: str) -> str:
    """Return the message for a value that cannot be parsed or is not allowed."""
    return f"Invalid {name} {value!r}: expected {expected}."


def is_missing(name: str) -> str:
    """Return the message for a required option or argument."""
    return f"{name} is missing."


def only_in(name: str, levels: str) -> str:
    """Return the message for an option or value that other API levels have."""
    return f"{name} is available only in API {levels}."


def server_level(level: str) -> str:
    """Return the hint for an option that the API level of the server does not have."""
    return f"Omit it: the server has API {level}."


def mutually_exclusive(first: str, second: str) -> str:
    """Return the message for two options that cannot be combined."""
    return f"{first} and {second} are mutually exclusive."
