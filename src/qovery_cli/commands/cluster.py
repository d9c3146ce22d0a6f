"""qovery cluster get: the API has no operation for one cluster."""

from typing import Annotated

import typer

from qovery_cli.cli.handler_binding import Binding
from qovery_cli.errors import NotFoundError
from qovery_cli.http.pagination import records
from qovery_cli.messages import does_not_exist
from qovery_cli.session import Session

Cluster = Annotated[
    str | None,
    typer.Argument(metavar="CLUSTER", help="Cluster name or ID"),
    Binding("clusterId", "path", resource="cluster"),
]


def get(session: Session, cluster: Cluster = None) -> None:
    """Show one cluster from the list of its organization."""
    target = session.find("cluster", cluster)
    organization = session.find("organization")
    path = {"organizationId": organization.id}
    clusters = records(session.get_cached("listOrganizationCluster", path))
    match = next((row for row in clusters if row.get("id") == target.id), None)
    if match is None:
        raise NotFoundError(
            does_not_exist("cluster", target.id), hint="`qovery cluster list` shows the clusters."
        )
    session.show(match)
