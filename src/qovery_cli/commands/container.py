"""qovery container: deploy a container with an image tag."""

from typing import Annotated

import typer

from qovery_cli.cli.handler_binding import Binding
from qovery_cli.errors import UsageError
from qovery_cli.session import Session
from qovery_cli.session.confirmation import fetch_details

Tag = Annotated[
    str | None,
    typer.Option(
        "--tag", metavar="TAG", help="Image tag to deploy; defaults to the configured one"
    ),
    Binding("image_tag"),
]


def deploy(session: Session, container: str | None = None, tag: Tag = None) -> None:
    """Deploy a container with an image tag."""
    target = session.find("container", container)

    def body() -> dict[str, str]:
        image_tag = tag or fetch_details(session, target).get("tag")
        if not image_tag:
            raise UsageError("The container has no image tag.", hint="Use --tag TAG.")
        session.notice(f"Deploying {target.name or target.id} at {image_tag}")
        return {"image_tag": image_tag}

    path = {"containerId": target.id}
    session.show(session.perform("deploy", target, "deployContainer", path, body=body))
