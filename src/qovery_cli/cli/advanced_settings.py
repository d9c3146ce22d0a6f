"""Show the settings of a resource with their defaults."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog.schema import at_level, only_item
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.cli.invocation import Invocation
from qovery_cli.cli.requested_fields import requested_fields
from qovery_cli.http.pagination import mapping
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.render import TABULAR, output_format

_COLUMNS = ("setting", "value", "unit", "default", "changed")


def show_settings(invocation: Invocation) -> None:
    """Show the settings: one table row per setting, or the unchanged object in JSON.

    JSON has one object per setting if an output option names a column of the table.
    """
    session, spec = invocation.session, invocation.spec
    operation = invocation.operation.key
    data = unwrap_settings(session.get(operation, invocation.target.values))
    if output_format(session) not in TABULAR and not _names_column(session):
        session.show(data)
        return
    defaults = setting_defaults(session, spec, operation)
    rows = [_setting_row(spec, name, value, defaults) for name, value in sorted(data.items())]
    hidden = set() if defaults else {"default", "changed"}
    hidden |= set() if spec.units else {"unit"}
    columns = [column for column in _COLUMNS if column not in hidden]
    session.show(rows, View(columns, kind="list", name="setting"))


def _names_column(session: Session) -> bool:
    """Return whether an output option names a column of the table."""
    fields = requested_fields(session, View(_COLUMNS))
    return not set(_COLUMNS).isdisjoint((*fields.columns, *fields.keys))


def unwrap_settings(data: Any) -> dict[str, Any]:
    """Return the settings object of a response, which some API levels wrap in a list."""
    return mapping((data[0] if data else {}) if isinstance(data, list) else data)


def setting_defaults(session: Session, spec: CommandSpec, operation: str) -> dict[str, Any]:
    """Return the default of each setting, from the API if it has them, else from the facts."""
    defaults_operation = spec.defaults.get(session.level)
    if defaults_operation is not None:
        return unwrap_settings(session.get(defaults_operation, {}))
    facts = catalog.operation(operation)
    level = facts.level(session.level)
    properties = (at_level(only_item(facts.response or {}), level) or {}).get("properties", {})
    schemas = {name: at_level(schema, level) or {} for name, schema in properties.items()}
    return {
        name: schema["default"]
        for name, schema in schemas.items()
        if schema.get("default") is not None
    }


def _setting_row(
    spec: CommandSpec, name: str, value: Any, defaults: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "setting": name,
        "value": value,
        "unit": spec.units.get(name),
        "default": defaults.get(name),
        "changed": value != defaults[name] if name in defaults else None,
    }
