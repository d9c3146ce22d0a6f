"""Where the list of each kind is asked for, without the catalog, whose reading TAB need not pay.

Paths follow one pattern; ``tests/unit/completion/test_places.py`` holds them against the catalog.
"""

from qovery_cli.catalog.resources import RESOURCES

# What stands at the end of a list's path where it is not what stands before an item's id.
_OTHERS = {
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
    """The API could not be reached in time, or what answered does not speak as it does."""


class RefusedError(Exception):
    """The API answered that there is no such thing to be seen."""


def stem(kind: str) -> str:
    """Return what stands before the id of a resource in a path, such as ``application``."""
    return RESOURCES[kind].parameter.removesuffix("Id")


def end(kind: str) -> str:
    """Return the end of the path of a kind's list."""
    return _OTHERS.get(kind) or stem(kind)


def path(kind: str, parent: str | None) -> str:
    """Return the path of the list of a kind in a parent with this id, None for one without."""
    above = RESOURCES[kind].parent
    return f"/{stem(above)}/{parent}/{end(kind)}" if above else f"/{end(kind)}"
