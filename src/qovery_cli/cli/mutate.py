"""Run a generated command that changes something: resolve, build, confirm, send, show."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli.body_builder import BodyBuilder
from qovery_cli.cli.command_table import CommandSpec, belongs
from qovery_cli.cli.output_options import check_output
from qovery_cli.cli.query import build_query
from qovery_cli.cli.request_target import RequestTarget, resolve_target
from qovery_cli.errors import QoveryError
from qovery_cli.http.concurrency import in_parallel
from qovery_cli.http.pagination import items
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.confirmation import Confirmation, confirm
from qovery_cli.session.render import output_format, set_target


def run_change(
    session: Session, spec: CommandSpec, position: int, values: Mapping[str, Any]
) -> None:
    """Send the request of a command and show the result."""
    check_output(session, spec, [position])
    target = _resolve_target(session, spec, position, values)
    if target.resource is not None and spec.kind != "create":
        set_target(session, target.resource)
    variant = spec.variants[position]
    session.changing.add(variant.operation)
    builder = _builder(session, spec, position, values, target)
    is_update = builder is not None and spec.kind == "update" and variant.fetch is not None
    body = builder.wrap(builder.build_new()) if builder and not is_update else None
    if target.resource is not None:
        confirm(session, _confirmation(spec, target, values))
    query = build_query(session, spec, position, values)
    if builder is not None and is_update:
        _update(session, spec, target, builder, query)
        return
    if spec.wait is not None and target.resource is not None:
        response = session.perform(
            spec.wait, target.resource, variant.operation, target.values, query=query, body=body
        )
    else:
        response = session.send(variant.operation, target.values, query=query, body=body)
    _show_result(session, spec, target, response)


def _resolve_target(
    session: Session, spec: CommandSpec, position: int, values: Mapping[str, Any]
) -> RequestTarget:
    """Return the target of a request, while names in its body are resolved in parallel.

    Their results and errors are cached for the time when the body is built.
    """
    lookups = [
        partial(session.find, str(p.resource), values[p.name])
        for p in spec.parameters
        if p.where == "body" and p.resource and isinstance(values.get(p.name), str)
        if belongs(p, position) and RESOURCES[p.resource].parent == "organization"
    ]
    jobs: list[Callable[[], Any]] = [
        partial(resolve_target, session, spec, position, values),
        *lookups,
    ]
    target = in_parallel(jobs)[0]
    if isinstance(target, QoveryError):
        raise target
    assert isinstance(target, RequestTarget)
    return target


def _builder(
    session: Session,
    spec: CommandSpec,
    position: int,
    values: Mapping[str, Any],
    target: RequestTarget,
) -> BodyBuilder | None:
    """Return the builder of the request body, None for a request without a body."""
    if catalog.operation(spec.variants[position].operation).body is None:
        return None
    return BodyBuilder(session, spec, position, values, target.values)


def _update(
    session: Session,
    spec: CommandSpec,
    target: RequestTarget,
    builder: BodyBuilder,
    query: Mapping[str, Any],
) -> None:
    from qovery_cli.cli.update_resource import update_resource

    response, is_changed = update_resource(session, builder, query)
    if is_changed:
        _show_result(session, spec, target, response)
        return
    session.notice("Nothing changes: that is how it is already.")
    session.show(response, _result_view(session, spec, response))


def _confirmation(
    spec: CommandSpec, target: RequestTarget, values: Mapping[str, Any]
) -> Confirmation:
    resource = target.resource
    assert resource is not None, "only called for commands on a resource"
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
    if len(spec.words) > 2 and not RESOURCES[resource.kind].is_called(spec.words[1]):
        # `app dependency delete web` deletes a dependency, not the application.
        noun = f"{spec.words[1]} of {spec.words[0]}"
    verb, level = spec.words[-1], spec.confirm
    return Confirmation(verb, noun, resource, level, in_production, named, target.values)


def _result_view(session: Session, spec: CommandSpec, response: Any) -> View | None:
    """Return a view of name and id for a created or updated resource; ``-o wide`` shows all."""
    brief = spec.kind in {"create", "update"} and not spec.columns
    has_name = isinstance(response, dict) and {"name", "id"} <= response.keys()
    if brief and has_name and output_format(session) == "table":
        return View(("name", "id"), kind="object")
    return None


_DONE = {"delete": "deleted", "update": "updated", "create": "created"}


def _show_result(session: Session, spec: CommandSpec, target: RequestTarget, response: Any) -> None:
    # A deleted resource has no last status.
    if (response is not None and response != {}) or session.planned:
        response = _unwrapped(spec, response)
        session.show(response, _result_view(session, spec, response))
        return
    resource = target.resource
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
