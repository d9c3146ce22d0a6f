"""The services, environments and clusters of an organization that refer to a resource.

A document uses a resource if the resource's id occurs anywhere in it, as in ``registry_id`` or in
the items of ``labels_groups``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qovery_cli.sandbox.service_kinds import enum_word
from qovery_cli.sandbox.state.deployments import services_of
from qovery_cli.sandbox.state.store import Document, Store


@dataclass(frozen=True, slots=True)
class PlacedService:
    """A service with the environment and the project that it is in."""

    kind: str
    doc: Document
    environment: Document
    project: Document

    @property
    def job_type(self) -> str:
        """``CRON`` or ``LIFECYCLE`` for a job, else the enum value of the kind."""
        if self.kind != "job":
            return enum_word(self.kind)
        return str(self.doc.get("job_type") or "CRON")

    @property
    def place(self) -> Document:
        """The response fields that name the environment and the project."""
        return {
            "project_id": self.project["id"],
            "project_name": self.project["name"],
            "environment_id": self.environment["id"],
            "environment_name": self.environment["name"],
        }

    @property
    def named(self) -> Document:
        """The response fields of an associated service."""
        return {
            **self.place,
            "service_id": self.doc["id"],
            "service_name": self.doc["name"],
            "service_type": self.job_type,
        }


def services_in(store: Store, organization: str) -> Iterator[PlacedService]:
    """Yield every service of an organization, oldest project and environment first."""
    for project in store.children("project", organization):
        for environment in store.children("environment", project["id"]):
            for kind, doc in services_of(store, environment["id"]):
                yield PlacedService(kind, doc, environment, project)


def services_using(store: Store, organization: str, id: str) -> list[PlacedService]:
    """Return the services of an organization that refer to a resource."""
    return [each for each in services_in(store, organization) if refers_to(each.doc, id)]


def clusters_using(store: Store, organization: str, id: str) -> list[Document]:
    """Return the clusters of an organization that refer to a resource."""
    return [doc for doc in store.children("cluster", organization) if refers_to(doc, id)]


def refers_to(value: Any, id: str) -> bool:
    """Return whether an id occurs in a value, however deeply nested."""
    if isinstance(value, dict):
        return any(refers_to(item, id) for item in value.values())
    if isinstance(value, list):
        return any(refers_to(item, id) for item in value)
    return bool(value == id)
