"""Field-by-field difference of two bodies, for display."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from qovery_cli.body.merge import LIST_KEYS, distinct, json_equal
from qovery_cli.body.units import format_quantity
from qovery_cli.frozen import record

MASK: Final = "***"


@record
class Change:
    """One field that is added (+), removed (-) or changed (~).

    ``path`` is dotted; an item of a list of objects is identified by its key, as in
    ``ports[internal_port=8080].name``, or by its index without one.
    """

    path: str
    kind: str
    old: Any = None
    new: Any = None


def difference(
    before: Any,
    after: Any,
    secret: Callable[[str], bool] = lambda _path: False,
    list_keys: Mapping[str, str] = LIST_KEYS,
    units: Mapping[str, str] = MappingProxyType({}),
) -> list[Change]:
    """Return the changes from one body to the other, in the order of the fields.

    Lists of objects are compared item by item in any order, other lists as a whole.
    ``secret`` is called with a dotted path without indexes and returns True for fields to mask.
    ``units`` maps such paths to the unit of their numbers.
    """
    return list(_Comparison(secret, list_keys, units).values("", "", before, after))


@record
class _Comparison:
    secret: Callable[[str], bool]
    list_keys: Mapping[str, str]
    units: Mapping[str, str]

    def values(self, path: str, plain: str, old: Any, new: Any) -> Iterator[Change]:
        if json_equal(old, new):
            return
        if isinstance(old, dict) and isinstance(new, dict) and not self.is_secret(plain):
            yield from self.fields(path, plain, old, new)
        elif isinstance(old, list) and isinstance(new, list) and not self.is_secret(plain):
            yield from self.lists(path, plain, old, new)
        else:
            yield Change(path, "~", self.masked(plain, old), self.masked(plain, new))

    def fields(
        self, path: str, plain: str, old: dict[str, Any], new: dict[str, Any]
    ) -> Iterator[Change]:
        for name in dict.fromkeys([*old, *new]):
            inner = f"{path}.{name}" if path else name
            plain_inner = f"{plain}.{name}" if plain else name
            if name not in new:
                yield Change(inner, "-", old=self.masked(plain_inner, old[name]))
            elif name not in old:
                yield Change(inner, "+", new=self.masked(plain_inner, new[name]))
            else:
                yield from self.values(inner, plain_inner, old[name], new[name])

    def lists(self, path: str, plain: str, old: list[Any], new: list[Any]) -> Iterator[Change]:
        if not all(isinstance(item, dict) for item in [*old, *new]):
            yield Change(path, "~", self.masked(plain, old), self.masked(plain, new))
            return
        key = self.key(plain, old, new)
        before = {self.label(item, index, key): item for index, item in enumerate(old)}
        after = {self.label(item, index, key): item for index, item in enumerate(new)}
        yield from (
            change
            for label in dict.fromkeys([*before, *after])
            for change in self.item(f"{path}[{label}]", plain, before.get(label), after.get(label))
        )

    def item(self, path: str, plain: str, old: Any, new: Any) -> Iterator[Change]:
        if old is None:
            yield Change(path, "+", new=self.masked(plain, new))
        elif new is None:
            yield Change(path, "-", old=self.masked(plain, old))
        else:
            yield from self.values(path, plain, old, new)

    def key(self, plain: str, old: list[Any], new: list[Any]) -> str | None:
        """Return the field that identifies the items of both lists, None without one."""
        for key in (self.list_keys.get(plain), "id", "key", "name"):
            if key and distinct(old, key) and distinct(new, key):
                return key
        return None

    def label(self, item: dict[str, Any], index: int, key: str | None) -> str:
        return f"{key}={item[key]}" if key else str(index)

    def is_secret(self, plain: str) -> bool:
        return bool(plain) and self.secret(plain)

    def masked(self, plain: str, value: Any) -> Any:
        """Return a value for display, with its unit and with secrets masked."""
        if value is None or value in ("", [], {}):
            return value
        if self.is_secret(plain):
            return MASK
        if isinstance(value, dict):
            return {
                name: self.masked(f"{plain}.{name}" if plain else name, inner)
                for name, inner in value.items()
            }
        if isinstance(value, list):
            return [self.masked(plain, item) for item in value]
        return format_quantity(value, self.units.get(plain, "")) or value
