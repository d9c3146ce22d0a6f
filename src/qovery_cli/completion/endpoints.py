"""Return the path of the list of each kind without reading the catalog, which is slow.

Paths follow one pattern; ``tests/unit/completion/test_endpoints.py`` compares them with the
catalog.
"""

from qovery_cli.catalog.resources import RESOURCES

# Ends of list paths that differ from the segment before the id of an item.
_EXCEPTIONS = {
    "member": "member",
    "invite": "inviteMember",
    "awsCredentials": "aws/credentials",
    "scalewayCredentials": "scaleway/credentials",
    "digitalOceanCredentials": "digitalOcean/credentials",
    "gcpCredentials": "gcp/credentials",
    "azureCredentials": "azure/credentials",
    "onPremiseCredentials": "onPremise/credentials",
    "role": "availableRole",
}


class NetworkError(Exception):
    """The API could not be reached in time, or sent an invalid response."""


class RefusedError(Exception):
    """The API answered that the resource does not exist or is not accessible."""


def stem(kind: str) -> str:
    """Return the path segment before the id of a resource, such as ``application``."""
    return RESOURCES[kind].parameter.removesuffix("Id")


def end(kind: str) -> str:
    """Return the end of the path of the list of a kind."""
    return _EXCEPTIONS.get(kind) or stem(kind)


def path(kind: str, parent: str | None) -> str:
    """Return the path of the list of a kind; ``parent`` is None for kinds without a parent."""
    parent_kind = RESOURCES[kind].parent
    return f"/{stem(parent_kind)}/{parent}/{end(kind)}" if parent_kind else f"/{end(kind)}"
