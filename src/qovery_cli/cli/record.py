"""Records for the command table, which help reads before anything else is imported.

For a type checker a record is a dataclass. At run time it is a plain class with defaults,
made without ``dataclasses``, whose import (with ``inspect``) would double the cost of ``--help``.
"""

__all__ = ["changed", "names_of", "record", "values_of"]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from typing import Any, TypeVar

    T = TypeVar("T")
else:

    def record(kind):
        """Return the class with an initializer for its annotated fields, and equality."""
        kind.__init__ = _fill
        kind.__eq__ = _equal
        kind.__hash__ = None
        kind.__repr__ = _shown
        return kind

    def _fill(self, *values, **named):
        given = {**dict(zip(names_of(type(self)), values, strict=False)), **named}
        unknown = given.keys() - set(names_of(type(self)))
        missing = [n for n in names_of(type(self)) if n not in given and not hasattr(self, n)]
        if unknown or missing:
            raise TypeError(f"{type(self).__name__}: unknown {unknown}, missing {missing}")
        self.__dict__.update(given)

    def _equal(self, other):
        return type(self) is type(other) and values_of(self) == values_of(other)

    def _shown(self):
        return f"{type(self).__name__}({values_of(self)})"


def names_of(kind: "type[Any]") -> "tuple[str, ...]":
    """Return the names of a record's fields, in order."""
    return tuple(kind.__annotations__)


def values_of(row: "Any") -> "dict[str, Any]":
    """Return the fields of a record with their values."""
    return {name: getattr(row, name) for name in names_of(type(row))}


def changed(row: "T", **new: "Any") -> "T":
    """Return a record with some fields changed."""
    return type(row)(**{**values_of(row), **new})
