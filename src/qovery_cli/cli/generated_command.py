"""Run a generated command: select its operation, then read or change."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.cli.id_labels import with_names
from qovery_cli.cli.query import build_query
from qovery_cli.cli.request_target import listed_resource, resolve_target
from qovery_cli.cli.requested_fields import requested_fields
from qovery_cli.cli.select_operation import (
    reject_body,
    reject_inapplicable_options,
    select_operation,
)
from qovery_cli.session import Session


def run(session: Session, spec: CommandSpec, values: Mapping[str, Any]) -> None:
    """Run a generated command with its parsed values."""
    position, _ = select_operation(session, spec, values)
    reject_inapplicable_options(session, spec, position, values)
    reject_body(session, spec, position, values)
    if values.get("skeleton"):
        _print_skeleton(session, spec, position, values)
        return
    session.retired = {each.operation: each.retired or "" for each in spec.variants}
    if spec.kind == "list":
        from qovery_cli.cli.listing import Listing

        Listing(session, spec, position, values).show()
    elif spec.kind == "settings":
        from qovery_cli.cli.advanced_settings import show_settings

        show_settings(session, spec, position, values)
    elif spec.kind == "get":
        _get(session, spec, position, values)
    else:
        # Imported late: the body engine would add a tenth to the time of a list.
        from qovery_cli.cli.mutate import run_change

        run_change(session, spec, position, values)


def _get(session: Session, spec: CommandSpec, position: int, values: Mapping[str, Any]) -> None:
    target = resolve_target(session, spec, position, values)
    operation = spec.variants[position].operation
    query = build_query(session, spec, position, values)
    data = None if query else listed_resource(operation, target.resource)
    if data is None:
        data = session.get_cached(operation, target.values, query)
    if spec.names:
        fields = requested_fields(session, session.view)
        (data,) = with_names(session, spec, [data], target.values, fields)
    session.show(data)


def _print_skeleton(
    session: Session, spec: CommandSpec, position: int, values: Mapping[str, Any]
) -> None:
    from qovery_cli.body.template import skeleton
    from qovery_cli.catalog.schema import only_item

    operation = catalog.operation(spec.variants[position].operation)
    assert operation.body is not None, "checked by reject_body"
    body = only_item(operation.body) if spec.list_of_one else operation.body
    fields = [p for p in spec.parameters if p.where == "body"]
    help_texts = {str(p.field): p.help for p in fields}
    demanded = None
    if spec.variants[position].fetch and not values.get("replace"):
        demanded = {str(p.field).partition(".")[0] for p in fields if position in p.demanded}
    level = operation.level(session.level)
    session.terminal.write(skeleton(body, level, help_texts.get, demanded))
