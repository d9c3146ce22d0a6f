"""Which columns are shown, and which field a name on the command line means."""

from collections.abc import Sequence
from typing import Any

from qovery_cli.errors import UsageError
from qovery_cli.output.dotted_path import MISSING, find, leaves, names
from qovery_cli.output.view import Column, View, column

#: What is taken from data that comes without a view: more does not fit a terminal.
_DERIVED = 8
_FIRST = ("name", "key", "id")


def requested(specs: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns that ``--columns`` lists, commas separating them.

    Raises UsageError for an empty name or path.
    """
    wanted = tuple(column(spec) for text in specs for spec in text.split(",") if spec.strip())
    if specs and not (wanted and all(one.path and one.header for one in wanted)):
        raise UsageError(
            f"'{','.join(specs)}' is not a list of columns.",
            hint="Write --columns name,state or --columns header=path.",
        )
    return wanted


def choose(
    specs: Sequence[str], view: View, items: Sequence[Any], *, wide: bool = False
) -> tuple[Column, ...]:
    """Return the columns asked for, else those of the view, which may be none.

    Raises UsageError for a column that neither the view nor any item has.
    """
    wanted = requested(specs)
    if wanted:
        return tuple(Column(one.header, path_of(one.path, view, items)) for one in wanted)
    return view.chosen(wide)


def derived(items: Sequence[Any], *, whole: bool) -> tuple[Column, ...]:
    """Return columns for the items' own fields: name and id first, then those without depth.

    Only the first few that a terminal has room for, unless the ``whole`` is asked for.
    """
    if not items or not all(isinstance(item, dict) for item in items):
        return (Column("value", ""),) if items else ()
    keys: dict[str, bool] = {}
    for item in items:
        for key, value in item.items():
            keys[key] = keys.get(key, True) and not isinstance(value, dict | list)
    ordered = [key for key in _FIRST if key in keys]
    ordered += [key for key, flat in keys.items() if flat and key not in _FIRST]
    deep = [key for key, flat in keys.items() if not flat and key not in _FIRST]
    shown = ordered + deep if whole else (ordered or deep)[:_DERIVED]
    return tuple(Column(key, key) for key in shown)


def flat(data: Any) -> tuple[Column, ...]:
    """Return a column for every value inside one object."""
    return tuple(Column(path, path) for path, _ in leaves(data))


def picked(item: Any, columns: Sequence[Column]) -> Any:
    """Return an object of an item's values by header, null where there is none.

    Without columns it is the item itself.
    """
    if not columns:
        return item
    found = ((column.header, find(item, column.path)) for column in columns)
    return {header: None if value is MISSING else value for header, value in found}


def means_column(name: str, view: View) -> bool:
    """Tell whether a name is that of a column of the view, by its header or its path."""
    return any(
        name.casefold() in {one.header.casefold(), one.path.casefold()}
        for one in view.chosen(wide=True)
    )


def path_of(name: str, view: View, items: Sequence[Any]) -> str:
    """Return the path that a name means: a header of the view, or a path in the items.

    Raises UsageError, listing what there is, if nothing has it. An empty list can have anything.
    """
    known = view.chosen(wide=True)
    for one in known:
        if name.casefold() in {one.header.casefold(), one.path.casefold()}:
            return one.path
    if not items or name in view.fields:
        return name
    if any(find(item, name) is not MISSING for item in items):
        return name
    valid = [*dict.fromkeys([*(one.header for one in known), *view.fields, *names(items)])]
    raise UsageError(f"There is no field '{name}'.", hint=_choice(name, valid))


#: More names than this are too many to choose from.
_OFFERED = 20


def _choice(name: str, valid: list[str]) -> str:
    if not valid:
        return "What is listed has no fields."
    from qovery_cli.body.suggestions import did_you_mean, nearest

    more = ", or one that -o json shows" if len(valid) > _OFFERED else ""
    every = f"Choose from {', '.join(valid[:_OFFERED])}{more}."
    return did_you_mean(nearest(name, valid)) or every
