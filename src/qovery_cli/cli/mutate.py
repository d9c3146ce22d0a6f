"""Runs a generated command that changes something: find, build, ask, send, wait, show."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli.body_builder import BodyBuilder
from qovery_cli.cli.command_table import CommandSpec, belongs
from qovery_cli.cli.output_options import check_output
from qovery_cli.cli.query import query
from qovery_cli.cli.request_target import RequestTarget, place
from qovery_cli.errors import QoveryError
from qovery_cli.http.concurrency import in_parallel
from qovery_cli.http.pagination import items
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.confirmation import SERVICES, Confirmation, confirm
from qovery_cli.session.render import output_format, set_target


def change(session: Session, row: CommandSpec, position: int, values: Mapping[str, Any]) -> None:
    """Send what a command asks for, and show what came of it."""
    check_output(session, row, [position])
    where = _place(session, row, position, values)
    if where.target is not None and row.kind != "create":
        set_target(session, where.target)
    variant = row.variants[position]
    session.changing.add(variant.operation)
    builder = _builder(session, row, position, values, where)
    updates = builder is not None and row.kind == "update" and variant.fetch is not None
    body = builder.wrapped(builder.new()) if builder and not updates else None
    if where.target is not None:
        confirm(session, _question(row, where, values))
    said = query(session, row, position, values)
    if builder is not None and updates:
        _update(session, row, where, builder, said)
        return
    if row.wait is not None and where.target is not None:
        answer = session.perform(
            row.wait, where.target, variant.operation, where.values, query=said, body=body
        )
    else:
        answer = session.send(variant.operation, where.values, query=said, body=body)
    _show_result(session, row, where, answer)


def _place(
    session: Session, row: CommandSpec, position: int, values: Mapping[str, Any]
) -> RequestTarget:
    """Return where a request goes; names in its body are looked up at the same time.

    What comes of them is known when the body is built, and so are their errors.
    """
    named = [
        partial(session.find, str(p.resource), values[p.name])
        for p in row.parameters
        if p.where == "body" and p.resource and isinstance(values.get(p.name), str)
        if belongs(p, position) and RESOURCES[p.resource].parent == "organization"
    ]
    jobs: list[Callable[[], Any]] = [partial(place, session, row, position, values), *named]
    where = in_parallel(jobs)[0]
    if isinstance(where, QoveryError):
        raise where
    assert isinstance(where, RequestTarget)
    return where


def _builder(
    session: Session,
    row: CommandSpec,
    position: int,
    values: Mapping[str, Any],
    where: RequestTarget,
) -> BodyBuilder | None:
    """Return what builds the body of the request, None if it has no body."""
    if catalog.operation(row.variants[position].operation).body is None:
        return None
    return BodyBuilder(session, row, position, values, where.values)


def _update(
    session: Session,
    row: CommandSpec,
    where: RequestTarget,
    builder: BodyBuilder,
    query: Mapping[str, Any],
) -> None:
    from qovery_cli.cli.update_resource import update_resource

    answer, changed = update_resource(session, builder, query)
    if changed:
        _show_result(session, row, where, answer)
        return
    session.notice("Nothing changes: that is how it is already.")
    session.show(answer, _result_view(session, row, answer))


def _question(row: CommandSpec, where: RequestTarget, values: Mapping[str, Any]) -> Confirmation:
    assert where.target is not None, "only asked about a resource"
    # What is smaller than a service asks no more of one in production than elsewhere.
    whole_service = row.kind == "delete" and len(row.words) == 2 and where.target.kind in SERVICES
    in_production = "name" if whole_service else row.confirm
    if row.confirm_production:
        in_production = in_production or "yes"
    named = where.target.kind == "environment" or any(
        p.name in values for p in row.parameters if p.resource == "environment"
    )
    named = named and any(p.name in values for p in row.parameters if p.where == "path")
    noun = RESOURCES[where.target.kind].noun
    if len(row.words) > 2 and not RESOURCES[where.target.kind].is_called(row.words[1]):
        # In "app dependency delete web" it is not the application that goes.
        noun = f"{row.words[1]} of {row.words[0]}"
    verb, level = row.words[-1], row.confirm
    return Confirmation(verb, noun, where.target, level, in_production, named, where.values)


def _result_view(session: Session, row: CommandSpec, answer: Any) -> View | None:
    """Return name and id for what was made or changed; ``-o wide`` shows all of it."""
    brief = row.kind in {"create", "update"} and not row.columns
    named = isinstance(answer, dict) and {"name", "id"} <= answer.keys()
    if brief and named and output_format(session) == "table":
        return View(("name", "id"), kind="object")
    return None


_DONE = {"delete": "deleted", "update": "updated", "create": "created"}


def _show_result(session: Session, row: CommandSpec, where: RequestTarget, answer: Any) -> None:
    # What was deleted has no last status.
    if (answer is not None and answer != {}) or session.planned:
        answer = _unwrapped(row, answer)
        session.show(answer, _result_view(session, row, answer))
        return
    target = where.target
    data = {
        "id": target.id if target else None,
        "name": target.name if target else None,
        "done": _done(session, row),
    }
    session.show(data, View(kind="done"))


def _done(session: Session, row: CommandSpec) -> str:
    """Return what has happened; what takes its time has only begun unless it was waited for."""
    if row.wait == "delete" and not session.flags.wait:
        return "deleting"
    return row.done or _DONE.get(row.kind, row.words[-1])


def _unwrapped(row: CommandSpec, answer: Any) -> Any:
    """Return what an answer is about, out of the list or the envelope that it comes in."""
    if row.list_of_one and isinstance(answer, list):
        return answer[0] if answer else {}
    wrapped = isinstance(answer, dict) and isinstance(answer.get("results"), list)
    return items(answer) if wrapped else answer
