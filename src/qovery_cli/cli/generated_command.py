"""Run a generated command: select its operation, then read or change."""

from collections.abc import Mapping
from typing import Any

from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.cli.id_labels import with_names
from qovery_cli.cli.invocation import Invocation, listed_resource
from qovery_cli.cli.requested_fields import requested_fields
from qovery_cli.cli.select_operation import reject_body, reject_inapplicable_options
from qovery_cli.session import Session


def run(session: Session, spec: CommandSpec, values: Mapping[str, Any]) -> None:
    """Run a generated command with its parsed values."""
    invocation = Invocation(session, spec, values)
    reject_inapplicable_options(invocation)
    reject_body(invocation)
    if values.get("skeleton"):
        _print_skeleton(invocation)
        return
    session.retired = {each.operation: each.retired or "" for each in spec.variants}
    if spec.kind == "list":
        from qovery_cli.cli.listing import Listing

        Listing(invocation).show()
    elif spec.kind == "settings":
        from qovery_cli.cli.advanced_settings import show_settings

        show_settings(invocation)
    elif spec.kind == "get":
        _get(invocation)
    else:
        # Imported late: the body engine would add a tenth to the time of a list.
        from qovery_cli.cli.mutate import run_change

        run_change(invocation)


def _get(invocation: Invocation) -> None:
    session, target = invocation.session, invocation.target
    operation, query = invocation.operation.key, invocation.query
    data = None if query else listed_resource(operation, target.resource)
    if data is None:
        data = invocation.read()
    if invocation.spec.names:
        fields = requested_fields(session, session.view)
        (data,) = with_names(session, invocation.spec, [data], target.values, fields)
    session.show(data)


def _print_skeleton(invocation: Invocation) -> None:
    from qovery_cli.body.template import skeleton
    from qovery_cli.catalog.schema import only_item

    operation, spec = invocation.operation, invocation.spec
    assert operation.body is not None, "checked by reject_body"
    body = only_item(operation.body) if spec.list_of_one else operation.body
    fields = [p for p in spec.parameters if p.where == "body"]
    help_texts = {str(p.field): p.help for p in fields}
    required = None
    if invocation.variant.fetch and not invocation.values.get("replace"):
        position = invocation.position
        required = {
            str(p.field).partition(".")[0] for p in fields if position in p.required_variants
        }
    text = skeleton(body, invocation.level, help_texts.get, required)
    invocation.session.terminal.write(text)
