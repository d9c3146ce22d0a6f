"""Read what an update starts from."""

from typing import Any

from qovery_cli import catalog
from qovery_cli.body.update import request_from
from qovery_cli.catalog.schema import only_item
from qovery_cli.cli.body_builder import BodyBuilder
from qovery_cli.errors import NotFoundError
from qovery_cli.http.pagination import mapping, records


def current(builder: BodyBuilder, *, known: bool = False) -> tuple[Any, Any]:
    """Return the resource as it is, and the body that would leave it as it is.

    With ``known`` the answer of a look-up of this run will do.
    """
    answer = _fetch(builder, known)
    if builder.row.list_of_one and isinstance(answer, list):
        answer = next(iter(answer), {})
    return answer, as_request(builder, answer)


def as_request(builder: BodyBuilder, answer: Any) -> Any:
    """Return a resource in the shape in which it is sent."""
    response = builder.operation.response or {}
    if builder.row.list_of_one:
        response = only_item(response)
        answer = next(iter(answer), {}) if isinstance(answer, list) else answer
    return request_from(answer, response, builder.schema, builder.row.renames)


def _fetch(builder: BodyBuilder, known: bool) -> Any:
    fetch, path = builder.variant.fetch, builder.path
    assert fetch is not None, "only called for updates that start from what is there"
    names = catalog.operation(fetch).path_names
    ask = builder.session.get_cached if known else builder.session.get
    data = ask(fetch, {name: path[name] for name in names})
    missing = [name for name in builder.operation.path_names if name not in names]
    if not missing:
        return data
    wanted = path[missing[-1]]
    # Where there can be only one, the answer is no list of one but the one itself.
    for item in records(data) or [mapping(data)]:
        if str(item.get("id")) == wanted:
            return item
    raise NotFoundError(f"{wanted} is no longer there.", hint="List what there is.")
