"""Records: small immutable classes of named values, without the price of ``dataclasses``.

For a type checker a record is a frozen dataclass, and it behaves as one: keyword arguments,
defaults, equality, a hash where all its values have one. At run time it is a plain class. A
frozen dataclass with slots compiles six methods when its module is imported, which costs half a
millisecond; two dozen of them would be an eighth of a whole command. Values lie in the instance's
``__dict__``, which one step fills: that is quicker, too, than the initializer of a frozen
dataclass, which sets one attribute after the other.
"""

__all__ = ["changed", "names_of", "record", "values_of"]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, TypeVar, dataclass_transform

    T = TypeVar("T")

    @dataclass_transform(frozen_default=True)
    def record(kind: type[T]) -> type[T]:
        """Return the class with an initializer for its annotated fields, and equality."""

else:

    def record(kind):
        """Return the class with an initializer for its annotated fields, and equality.

        A default is the attribute of that name, and so is shared: it must be immutable. A
        ``__repr__`` of the class's own is kept.
        """
        kind.__match_args__ = names = tuple(kind.__annotations__)
        kind.__defaults__ = {name: vars(kind)[name] for name in names if name in vars(kind)}
        kind.__init__ = _fill
        kind.__eq__ = _equal
        kind.__hash__ = _hash
        kind.__setattr__ = kind.__delattr__ = _refuse
        if "__repr__" not in kind.__dict__:
            kind.__repr__ = _shown
        return kind

    def _fill(self, *values, **named):
        names, filled = self.__match_args__, self.__dict__
        filled |= self.__defaults__
        filled.update(zip(names, values, strict=False))
        twice = named.keys() & names[: len(values)] if values and named else ()
        filled |= named
        if len(filled) != len(names) or len(values) > len(names) or twice:
            raise TypeError(_complaint(type(self), len(values), filled, twice))

    def _complaint(kind, count, filled, twice):
        names = set(kind.__match_args__)
        wrong = {
            "missing": names - filled.keys(),
            "unknown": filled.keys() - names,
            "twice": set(twice),
        }
        said = [f"{word} {', '.join(sorted(found))}" for word, found in wrong.items() if found]
        return f"{kind.__name__}: {'; '.join(said) or f'{count} values are too many'}"

    def _equal(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def _hash(self):
        return hash(tuple(values_of(self).values()))

    def _refuse(self, name, *_):
        raise AttributeError(f"{type(self).__name__} is immutable: {name}")

    def _shown(self):
        said = ", ".join(f"{name}={value!r}" for name, value in values_of(self).items())
        return f"{type(self).__name__}({said})"


def names_of(kind: "type[Any]") -> "tuple[str, ...]":
    """Return the names of a record's fields, in order."""
    return tuple(kind.__annotations__)


def values_of(row: "Any") -> "dict[str, Any]":
    """Return the fields of a record with their values, in order."""
    return {name: getattr(row, name) for name in row.__match_args__}


def changed(row: "T", **new: "Any") -> "T":
    """Return a record with some fields changed."""
    return type(row)(**{**values_of(row), **new})
