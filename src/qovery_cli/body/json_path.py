"""Where in a body a path leads: names with dots in them, list items, items yet to be.

A path is a tuple of steps: a name, the index of a list item, or APPEND for a new item. Names are
taken apart at their dots; what belongs together is decided here, by what the schema declares.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.body.suggestions import nearest

#: The step that adds an item to a list.
APPEND: Final = None

Step = str | int | None


class PathError(ValueError):
    """Why a path leads nowhere: a clause without a dot, what was probably meant, at which step."""

    def __init__(self, problem: str, step: int, close: tuple[str, ...] = ()) -> None:
        super().__init__(problem)
        self.problem = problem
        self.step = step
        self.nearest = close


class PathWriter:
    """Puts one value into a body at a path.

    ``write`` receives what is there now (or ``shape.MISSING``) and the schema of the place, and
    returns what shall be there. With ``known_only`` a name that is neither declared nor in the
    body already is a PlaceError. No value given in is changed.
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
        """Return the body with the value in place."""
        return self._put(body, schema, 0)

    def _put(self, current: Any, schema: schemas.Schema, index: int) -> Any:
        if index == len(self.steps):
            return self.write(current, schema)
        step = self.steps[index]
        if isinstance(step, str):
            return self._put_field(current, schema, index)
        return self._put_item(current, schema, index, step)

    def _put_field(self, current: Any, schema: schemas.Schema, index: int) -> dict[str, Any]:
        self._must_be("object", current, schema, index)
        owner = dict(current) if isinstance(current, dict) else {}
        name, taken = self._name(owner, schema, index)
        inner = schemas.field(schema, name)
        if inner is None and name not in owner and self.known_only:
            close = nearest(name, schemas.names(schema))
            raise PathError(f"there is no field {name!r}", index, close)
        known = owner.get(name, schemas.MISSING)
        owner[name] = self._put(known, inner or schemas.ANY, index + taken)
        return owner

    def _put_item(self, current: Any, schema: schemas.Schema, index: int, step: int | None) -> Any:
        self._must_be("array", current, schema, index)
        owner = list(current) if isinstance(current, list) else []
        position = len(owner) if step is None else step
        if position > len(owner):
            many = f"the list has {len(owner)} items"
            raise PathError(f"{many}, so the next one is [{len(owner)}]", index)
        known = owner[position] if position < len(owner) else schemas.MISSING
        owner[position:] = [
            self._put(known, schemas.items(schema), index + 1),
            *owner[position + 1 :],
        ]
        return owner

    def _must_be(self, wanted: str, current: Any, schema: schemas.Schema, index: int) -> None:
        """Refuse a name in a list, an index in an object, and either in what is neither."""
        words = {"object": "fields", "array": "items"}
        declared = schemas.kinds(schema)
        own = schemas.kind_of(current) if current is not schemas.MISSING else "null"
        fits = wanted in declared or "any" in declared
        if fits and own in (wanted, "null"):
            return
        if fits and own not in words and "any" not in declared:
            return
        hint = "; write [0] for its first item" if "array" in (*declared, own) else ""
        raise PathError(f"what is before this has no {words[wanted]}{hint}", index)

    def _names(self, index: int) -> list[str]:
        """Return the names that follow one another from a step on."""
        run: list[str] = []
        for step in self.steps[index:]:
            if not isinstance(step, str):
                break
            run.append(step)
        return run

    def _name(self, owner: dict[str, Any], schema: schemas.Schema, index: int) -> tuple[str, int]:
        """Return the longest name that exists, and of how many steps it is made.

        Advanced settings have names such as "network.ingress.enable_cors".
        """
        known = {*schemas.names(schema), *owner}
        run = self._names(index)
        for length in range(len(run), 0, -1):
            name = ".".join(run[:length])
            if name in known:
                return name, length
        dotted = any("." in name for name in known)
        whole = len(run) if dotted or schemas.is_map(schema) else 1
        return ".".join(run[:whole]), whole
