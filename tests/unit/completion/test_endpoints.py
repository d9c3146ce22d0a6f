import pytest

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.completion import endpoints

NAMED = [kind for kind, resource in RESOURCES.items() if not resource.singleton]


@pytest.mark.parametrize("kind", NAMED)
def test_list_paths_match_the_facts(kind):
    resource = RESOURCES[kind]
    parameter = RESOURCES[resource.parent].parameter if resource.parent else ""
    expected = catalog.operation(resource.list_operation).path.replace(f"{{{parameter}}}", "ID")
    assert endpoints.path(kind, "ID" if resource.parent else None) == expected


@pytest.mark.parametrize("kind", NAMED)
def test_item_paths_match_the_facts(kind):
    resource = RESOURCES[kind]
    if resource.get_operation is not None:
        path = catalog.operation(resource.get_operation).path
        assert f"/{resource.segment}/{{{resource.parameter}}}" in path
