"""qovery cluster: what the facts cannot say about clusters."""

from typing import Annotated

import typer

from qovery_cli.cli.handler_binding import Binding
from qovery_cli.errors import NotFoundError
from qovery_cli.http.pagination import records
from qovery_cli.session import Session

Cluster = Annotated[
    str | None,
    typer.Argument(metavar="CLUSTER", help="Cluster name or ID"),
    Binding("clusterId", "path", resource="cluster"),
]


def get(session: Session, cluster: Cluster = None) -> None:
    """Show one cluster, picked from the organization's list."""
    wanted = session.find("cluster", cluster)
    organization = session.find("organization")
    path = {"organizationId": organization.id}
    listed = records(session.get_cached("listOrganizationCluster", path))
    found = next((item for item in listed if item.get("id") == wanted.id), None)
    if found is None:
        raise NotFoundError(f"There is no cluster {wanted.id}.", hint="qovery cluster list")
    session.show(found)
