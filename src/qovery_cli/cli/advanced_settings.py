"""Settings of a resource: each value beside its default."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog.schema import at_level, only_item
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.cli.request_target import place
from qovery_cli.cli.requested_fields import requested_fields
from qovery_cli.http.pagination import mapping
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.render import TABULAR, output_format

_COLUMNS = ("setting", "value", "unit", "default", "changed")


def show_settings(
    session: Session, row: CommandSpec, position: int, values: Mapping[str, Any]
) -> None:
    """Show settings: a line for each in a table, the object as it is in JSON.

    JSON has an object for each if an output option names a column of the table.
    """
    where = place(session, row, position, values)
    operation = row.variants[position].operation
    data = one(session.get(operation, where.values))
    if output_format(session) not in TABULAR and not _named(session):
        session.show(data)
        return
    defaults = known_defaults(session, row, operation)
    lines = [_line(row, name, value, defaults) for name, value in sorted(data.items())]
    left_out = set() if defaults else {"default", "changed"}
    left_out |= set() if row.units else {"unit"}
    columns = [column for column in _COLUMNS if column not in left_out]
    session.show(lines, View(columns, kind="list", name="setting"))


def _named(session: Session) -> bool:
    """Return whether an output option names one of the table's columns."""
    fields = requested_fields(session, View(_COLUMNS))
    return not set(_COLUMNS).isdisjoint((*fields.columns, *fields.keys))


def one(data: Any) -> dict[str, Any]:
    """Return the settings of an answer, which some levels wrap in a list."""
    return mapping((data[0] if data else {}) if isinstance(data, list) else data)


def known_defaults(session: Session, row: CommandSpec, operation: str) -> dict[str, Any]:
    """Return the defaults: as the API tells them, or as its document does."""
    teller = row.defaults.get(session.level)
    if teller is not None:
        return one(session.get(teller, {}))
    facts = catalog.operation(operation)
    level = facts.level(session.level)
    properties = (at_level(only_item(facts.response or {}), level) or {}).get("properties", {})
    seen = {name: at_level(fact, level) or {} for name, fact in properties.items()}
    return {name: one["default"] for name, one in seen.items() if one.get("default") is not None}


def _line(row: CommandSpec, name: str, value: Any, defaults: Mapping[str, Any]) -> dict[str, Any]:
    known = name in defaults
    return {
        "setting": name,
        "value": value,
        "unit": row.units.get(name),
        "default": defaults.get(name),
        "changed": value != defaults[name] if known else None,
    }
