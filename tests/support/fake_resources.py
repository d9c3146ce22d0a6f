"""Resources that a fake API has: what an update starts from, and items of lists."""

from random import Random
from typing import Any

from command_lines import Case, put, some_id
from fake_api import FakeApi
from generated import Maker

from qovery_cli import catalog
from qovery_cli.catalog.resources import Resource, by_parameter
from qovery_cli.catalog.schema import at_level


def item_of(resource: Resource, level: str, **fields: Any) -> dict[str, Any]:
    """Return an item of a resource's list with an id of its own."""
    response = catalog.operation(resource.list_operation).response
    listed = at_level(response or {}, level) or {}
    seen = (at_level(x, level) or {} for x in listed.get("properties", {}).values())
    envelope = next((x for x in seen if "items" in x), listed)
    made = Maker(level, Random(resource.kind)).value(envelope["items"])
    scope = {"scope": resource.own_scope} if resource.own_scope else {}
    kind = {"service_type": resource.service_type} if resource.service_type else {}
    own = {"id": some_id(resource.parameter), **scope, **kind, **fields}
    if resource.items_field:
        # The list has the resources around it, each with those of this kind.
        return {**made, resource.items_field: [{"name": "made", **own}]}
    item = {**made, **own}
    put(item, resource.id_field, item["id"])
    return item


def be_there(api: FakeApi, case: Case) -> None:
    """Let the list that an update starts from hold what is updated."""
    api.at(case.level)
    fetch = case.variant.fetch
    inner = case.operation.path_names[-1:]
    if fetch and inner and inner[0] not in catalog.operation(fetch).path_names:
        resource = by_parameter(inner[0], case.variant.operation)
        if resource is not None and not resource.singleton:
            api.answers[fetch] = {"results": [item_of(resource, case.level)]}
        elif resource is not None:
            answer = Maker(case.level, Random(1)).value(catalog.operation(fetch).response or {})
            api.answers[fetch] = {**answer, "id": some_id(inner[0])}
