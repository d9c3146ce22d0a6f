"""Runs a generated command: choose what is meant, then read or change."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.cli.id_labels import with_names
from qovery_cli.cli.query import query
from qovery_cli.cli.request_target import place, whole_answer
from qovery_cli.cli.requested_fields import requested_fields
from qovery_cli.cli.select_operation import choose, reject_body, reject_inapplicable_options
from qovery_cli.session import Session


def run(session: Session, row: CommandSpec, values: Mapping[str, Any]) -> None:
    """Run a generated command with the values that it was given."""
    position, _ = choose(session, row, values)
    reject_inapplicable_options(session, row, position, values)
    reject_body(session, row, position, values)
    if values.get("skeleton"):
        _print_skeleton(session, row, position, values)
        return
    session.retired = {one.operation: one.retired or "" for one in row.variants}
    if row.kind == "list":
        from qovery_cli.cli.listing import Listing

        Listing(session, row, position, values).show()
    elif row.kind == "settings":
        from qovery_cli.cli.advanced_settings import show_settings

        show_settings(session, row, position, values)
    elif row.kind == "get":
        _get(session, row, position, values)
    else:
        # Imported late: what builds bodies would be a tenth of the time of a list.
        from qovery_cli.cli.mutate import change

        change(session, row, position, values)


def _get(session: Session, row: CommandSpec, position: int, values: Mapping[str, Any]) -> None:
    where = place(session, row, position, values)
    operation = row.variants[position].operation
    said = query(session, row, position, values)
    known = None if said else whole_answer(operation, where.target)
    data = session.get_cached(operation, where.values, said) if known is None else known
    if row.names:
        fields = requested_fields(session, session.view)
        (data,) = with_names(session, row, [data], where.values, fields)
    session.show(data)


def _print_skeleton(
    session: Session, row: CommandSpec, position: int, values: Mapping[str, Any]
) -> None:
    from qovery_cli.body.template import skeleton
    from qovery_cli.catalog.schema import only_item

    operation = catalog.operation(row.variants[position].operation)
    assert operation.body is not None, "refused before"
    body = only_item(operation.body) if row.list_of_one else operation.body
    fields = [p for p in row.parameters if p.where == "body"]
    words = {str(p.field): p.help for p in fields}
    demanded = None
    if row.variants[position].fetch and not values.get("replace"):
        demanded = {str(p.field).partition(".")[0] for p in fields if position in p.demanded}
    level = operation.level(session.level)
    session.terminal.write(skeleton(body, level, words.get, demanded))
