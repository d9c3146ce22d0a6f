"""Run a generated command that changes something: resolve, build, confirm, send, show."""

from typing import Any

from qovery_cli.catalog.resources import RESOURCES, SCOPE_KINDS
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.cli.id_labels import with_names
from qovery_cli.cli.invocation import Invocation
from qovery_cli.cli.output_options import check_output
from qovery_cli.cli.requested_fields import requested_fields
from qovery_cli.cli.views import view
from qovery_cli.http.pagination import items
from qovery_cli.output.view import View
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import Session
from qovery_cli.session.confirmation import Confirmation, confirm, confirm_operation
from qovery_cli.session.render import output_format, set_target


def run_change(invocation: Invocation) -> None:
    """Send the request of a command and show the result."""
    session, spec, builder = invocation.session, invocation.spec, invocation.body
    check_output(session, spec, [invocation.position])
    resource = invocation.target.resource
    if resource is not None and spec.kind != "create":
        set_target(session, resource)
    operation = invocation.operation.key
    session.changing.add(operation)
    is_update = spec.kind == "update" and invocation.variant.fetch is not None
    body = builder.fields.wrapped(builder.build_new()) if builder and not is_update else None
    if resource is not None:
        confirm(session, _confirmation(invocation, resource))
    path, query = invocation.target.values, invocation.query
    if resource is None and spec.confirm:
        confirm_operation(session, operation, next(reversed(tuple(path.values())), ""))
    if builder is not None and is_update:
        from qovery_cli.cli.update_resource import update_resource

        response, is_changed = update_resource(invocation, builder)
        if not is_changed:
            session.notice("Nothing changes: the resource already has these values.")
            session.show(response, _result_view(session, spec, response))
            return
    elif spec.wait is not None and resource is not None:
        response = session.perform(spec.wait, resource, operation, path, query=query, body=body)
    else:
        response = session.send(operation, path, query=query, body=body)
    if spec.names:
        fields = requested_fields(session, view(spec))
        response = with_names(session, spec, [_unwrapped(spec, response)], path, fields)[0]
    _show_result(session, spec, resource, response)


def _confirmation(invocation: Invocation, resource: ResourceRef) -> Confirmation:
    spec, values = invocation.spec, invocation.values
    # For parts of a service, production requires no stronger confirmation.
    is_service = RESOURCES[resource.kind].service is not None
    whole_service = spec.kind == "delete" and len(spec.words) == 2 and is_service
    in_production = "name" if whole_service else spec.confirm
    if spec.confirm_production:
        in_production = in_production or "yes"
    names_environment = resource.kind == "environment" or any(
        p.name in values for p in spec.parameters if p.resource == "environment"
    )
    names_path = any(p.name in values for p in spec.parameters if p.where == "path")
    named = names_environment and names_path
    noun = RESOURCES[resource.kind].noun
    if len(spec.words) > 2 and resource.kind in SCOPE_KINDS:
        # `app dependency delete web` deletes a dependency, not the application.
        noun = f"{spec.words[-2]} of {noun}"
    verb, level = spec.words[-1], spec.confirm
    if verb.endswith("s") and "-" in verb:
        # `env delete-services staging` deletes services, not the environment.
        verb, _, objects = verb.partition("-")
        noun = f"{objects.replace('-', ' ')} of {noun}"
    within = invocation.target.values
    return Confirmation(verb, noun, resource, level, in_production, named, within)


def _result_view(session: Session, spec: CommandSpec, response: Any) -> View | None:
    """Return a view of name and id for a created or updated resource; ``-o wide`` shows all."""
    brief = spec.kind in {"create", "update"} and not spec.columns
    has_name = isinstance(response, dict) and {"name", "id"} <= response.keys()
    if brief and has_name and output_format(session) == "table":
        return View(("name", "id"), kind="object")
    return None


_DONE = {"delete": "deleted", "update": "updated", "create": "created"}


def _show_result(
    session: Session, spec: CommandSpec, resource: ResourceRef | None, response: Any
) -> None:
    # A deleted resource has no last status.
    if (response is not None and response != {}) or session.planned:
        response = _unwrapped(spec, response)
        session.show(response, _result_view(session, spec, response))
        return
    data = {
        "id": resource.id if resource else None,
        "name": resource.name if resource else None,
        "done": _done(session, spec),
    }
    session.show(data, View(kind="done"))


def _done(session: Session, spec: CommandSpec) -> str:
    """Return the result word; a deletion without --wait has only started."""
    if spec.wait == "delete" and not session.flags.wait:
        return "deleting"
    return spec.done or _DONE.get(spec.kind, spec.words[-1])


def _unwrapped(spec: CommandSpec, response: Any) -> Any:
    """Return the content of a response without its list of one or its envelope."""
    if spec.list_of_one and isinstance(response, list):
        return response[0] if response else {}
    is_wrapped = isinstance(response, dict) and isinstance(response.get("results"), list)
    return items(response) if is_wrapped else response
