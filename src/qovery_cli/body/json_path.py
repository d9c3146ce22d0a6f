"""Set values in a body by path: field names, list indexes, new list items.

A path is a tuple of steps: a name, the index of a list item, or APPEND for a new item. Paths are
split at every dot; names that contain dots are joined here, by the names of the schema.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.body.suggestions import nearest
from qovery_cli.catalog.json_values import kind_of

#: The step that appends an item to a list.
APPEND: Final = None

Step = str | int | None


class PathError(ValueError):
    """An invalid path: a clause without a final dot, the index of the step, similar names."""

    def __init__(self, problem: str, step: int, close: tuple[str, ...] = ()) -> None:
        super().__init__(problem)
        self.problem = problem
        self.step = step
        self.nearest = close


class PathWriter:
    """A writer of one value at a path of a body.

    ``write`` is called with the current value (or ``schemas.MISSING``) and its schema, and returns
    the new value. With ``known_only`` a name that is neither declared nor in the body raises
    PathError. Arguments are not modified.
    """

    def __init__(
        self,
        steps: Sequence[Step],
        write: Callable[[Any, schemas.Schema], Any],
        *,
        known_only: bool = True,
    ) -> None:
        self.steps = steps
        self.write = write
        self.known_only = known_only

    def set_in(self, body: Any, schema: schemas.Schema) -> Any:
        """Return the body with the value set; raise PathError for an invalid path."""
        return self._set(body, schema, 0)

    def _set(self, current: Any, schema: schemas.Schema, index: int) -> Any:
        if index == len(self.steps):
            return self.write(current, schema)
        step = self.steps[index]
        if isinstance(step, str):
            return self._set_field(current, schema, index)
        return self._set_item(current, schema, index, step)

    def _set_field(self, current: Any, schema: schemas.Schema, index: int) -> dict[str, Any]:
        self._check_container("object", current, schema, index)
        owner = dict(current) if isinstance(current, dict) else {}
        name, length = self._name(owner, schema, index)
        inner = schemas.field(schema, name)
        if inner is None and name not in owner and self.known_only:
            close = nearest(name, schemas.names(schema))
            raise PathError(f"unknown field {name!r}", index, close)
        current_value = owner.get(name, schemas.MISSING)
        owner[name] = self._set(current_value, inner or schemas.ANY, index + length)
        return owner

    def _set_item(self, current: Any, schema: schemas.Schema, index: int, step: int | None) -> Any:
        self._check_container("array", current, schema, index)
        owner = list(current) if isinstance(current, list) else []
        position = len(owner) if step is None else step
        if position > len(owner):
            size = f"the list has {len(owner)} items"
            raise PathError(f"{size}; use [{len(owner)}] to add one", index)
        current_value = owner[position] if position < len(owner) else schemas.MISSING
        owner[position:] = [
            self._set(current_value, schemas.items(schema), index + 1),
            *owner[position + 1 :],
        ]
        return owner

    def _check_container(
        self, expected: str, current: Any, schema: schemas.Schema, index: int
    ) -> None:
        """Raise PathError for a name in a list, an index in an object, or either in a scalar."""
        words = {"object": "an object", "array": "a list"}
        declared = schemas.kinds(schema)
        actual = kind_of(current) if current is not schemas.MISSING else "null"
        is_declared = expected in declared or "any" in declared
        if is_declared and actual in (expected, "null"):
            return
        if is_declared and actual not in words and "any" not in declared:
            return
        hint = "; use [0] for its first item" if "array" in (*declared, actual) else ""
        raise PathError(f"the parent is not {words[expected]}{hint}", index)

    def _names(self, index: int) -> list[str]:
        """Return the consecutive names starting at a step."""
        names: list[str] = []
        for step in self.steps[index:]:
            if not isinstance(step, str):
                break
            names.append(step)
        return names

    def _name(self, owner: dict[str, Any], schema: schemas.Schema, index: int) -> tuple[str, int]:
        """Return the longest existing name, and the number of steps that it consists of.

        Advanced settings have names such as "network.ingress.enable_cors".
        """
        existing = {*schemas.names(schema), *owner}
        names = self._names(index)
        for length in range(len(names), 0, -1):
            name = ".".join(names[:length])
            if name in existing:
                return name, length
        dotted = any("." in name for name in existing)
        whole = len(names) if dotted or schemas.is_map(schema) else 1
        return ".".join(names[:whole]), whole
