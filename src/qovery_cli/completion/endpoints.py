"""Return the path of the list of each kind without reading the catalog, which is slow.

Paths follow one pattern, with exceptions in the table of resources;
``tests/unit/completion/test_endpoints.py`` compares them with the catalog.
"""

from qovery_cli.catalog.resources import RESOURCES


class NetworkError(Exception):
    """The API could not be reached in time, or sent an invalid response."""


class RefusedError(Exception):
    """The API answered that the resource does not exist or is not accessible."""


def end(kind: str) -> str:
    """Return the end of the path of the list of a kind."""
    return RESOURCES[kind].list_path.rpartition("}/")[2]


def all_services(environment: str) -> str:
    """Return the path of the list of the services of all kinds in an environment."""
    return f"/environment/{environment}/services"


def path(kind: str, parent: str | None) -> str:
    """Return the path of the list of a kind; ``parent`` is None for kinds without a parent."""
    resource = RESOURCES[kind]
    if "{}" in resource.list_path:
        return resource.list_path.format(parent)
    before = f"/{RESOURCES[resource.parent].segment}/{parent}" if resource.parent else ""
    return f"{before}/{resource.list_path}"
