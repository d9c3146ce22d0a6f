"""Fetch the current state that an update starts from."""

from typing import Any

from qovery_cli import catalog
from qovery_cli.body.update import request_from
from qovery_cli.catalog.schema import only_item
from qovery_cli.cli.body_builder import BodyBuilder
from qovery_cli.errors import NotFoundError
from qovery_cli.http.pagination import mapping, records


def read_current(builder: BodyBuilder, *, cached: bool = False) -> tuple[Any, Any]:
    """Return the current resource, and the request body that would not change it.

    With ``cached``, a response from earlier in this run is reused.
    """
    response = _fetch(builder, cached)
    if builder.spec.list_of_one and isinstance(response, list):
        response = next(iter(response), {})
    return response, as_request(builder, response)


def as_request(builder: BodyBuilder, response: Any) -> Any:
    """Convert a resource from the response schema to the request schema."""
    schema = builder.operation.response or {}
    if builder.spec.list_of_one:
        schema = only_item(schema)
        response = next(iter(response), {}) if isinstance(response, list) else response
    return request_from(response, schema, builder.schema, builder.spec.renames)


def _fetch(builder: BodyBuilder, cached: bool) -> Any:
    fetch, path = builder.variant.fetch, builder.path
    assert fetch is not None, "only called for updates that read the current state"
    names = catalog.operation(fetch).path_names
    get = builder.session.get_cached if cached else builder.session.get
    response = get(fetch, {name: path[name] for name in names})
    list_parameters = [name for name in builder.operation.path_names if name not in names]
    if not list_parameters:
        return response
    id = path[list_parameters[-1]]
    # A singleton is returned as an object instead of a list.
    for item in records(response) or [mapping(response)]:
        if str(item.get("id")) == id:
            return item
    raise NotFoundError(f"{id} is no longer there.", hint="List what there is.")
