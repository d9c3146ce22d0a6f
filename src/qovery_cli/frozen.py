"""Immutable records: a lightweight replacement for frozen dataclasses.

For a type checker a record is a frozen dataclass, and it behaves as one: keyword arguments,
defaults, equality, a hash if all values are hashable. At run time it is a plain class. A frozen
dataclass with slots compiles six methods on import, which takes half a millisecond; two dozen of
them would be an eighth of the run time of a command. One update of the instance's ``__dict__``
sets all fields, which is also faster than the initializer of a frozen dataclass.
"""

__all__ = ["changed", "names_of", "record", "values_of"]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, TypeVar, dataclass_transform

    T = TypeVar("T")

    @dataclass_transform(frozen_default=True)
    def record(cls: type[T]) -> type[T]:
        """Return the class with an initializer for its annotated fields, and equality."""

else:

    def record(cls):
        """Return the class with an initializer for its annotated fields, and equality.

        A default is a class attribute, shared by all instances. Raise TypeError for a list, dict
        or set as a default: use a tuple, ``MappingProxyType`` or frozenset. A ``__repr__`` that
        the class defines is kept.
        """
        cls.__match_args__ = names = tuple(cls.__annotations__)
        cls.__defaults__ = {name: vars(cls)[name] for name in names if name in vars(cls)}
        for name, default in cls.__defaults__.items():
            if isinstance(default, (list, dict, set)):
                kind = type(default).__name__
                raise TypeError(f"{cls.__name__}.{name}: a mutable default ({kind}) is not allowed")
        cls.__init__ = _init
        cls.__eq__ = _eq
        cls.__hash__ = _hash
        cls.__setattr__ = cls.__delattr__ = _reject_change
        if "__repr__" not in cls.__dict__:
            cls.__repr__ = _repr
        return cls

    def _init(self, *args, **kwargs):
        names, fields = self.__match_args__, self.__dict__
        fields |= self.__defaults__
        fields.update(zip(names, args, strict=False))
        duplicates = kwargs.keys() & names[: len(args)] if args and kwargs else ()
        fields |= kwargs
        if len(fields) != len(names) or len(args) > len(names) or duplicates:
            raise TypeError(_argument_error(type(self), len(args), fields, duplicates))

    def _argument_error(cls, count, fields, duplicates):
        names = set(cls.__match_args__)
        problems = {
            "missing": names - fields.keys(),
            "unknown": fields.keys() - names,
            "twice": set(duplicates),
        }
        parts = [f"{label} {', '.join(sorted(keys))}" for label, keys in problems.items() if keys]
        return f"{cls.__name__}: {'; '.join(parts) or f'{count} values are too many'}"

    def _eq(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def _hash(self):
        return hash(tuple(values_of(self).values()))

    def _reject_change(self, name, *_):
        raise AttributeError(f"{type(self).__name__} is immutable: {name}")

    def _repr(self):
        fields = ", ".join(f"{name}={value!r}" for name, value in values_of(self).items())
        return f"{type(self).__name__}({fields})"


def names_of(cls: "type[Any]") -> "tuple[str, ...]":
    """Return the names of a record's fields, in order."""
    return tuple(cls.__annotations__)


def values_of(instance: "Any") -> "dict[str, Any]":
    """Return the fields of a record with their values, in order."""
    return {name: getattr(instance, name) for name in instance.__match_args__}


def changed(instance: "T", **changes: "Any") -> "T":
    """Return a copy of a record with some fields changed."""
    return type(instance)(**{**values_of(instance), **changes})
