"""qovery env export terraform: save an environment as Terraform manifests."""

from pathlib import Path
from typing import Annotated

import typer

from qovery_cli.commands.saved_file import save
from qovery_cli.http.request import Request
from qovery_cli.session import Session
from qovery_cli.session.render import show_done

To = Annotated[str | None, typer.Option("--to", metavar="FILE", help="File to write; - for stdout")]

_EXPORT = "exportEnvironmentConfigurationIntoTerraform"


def export_terraform(
    session: Session,
    env: str | None = None,
    export_secrets: bool | None = None,
    to: To = None,
) -> None:
    """Save the ZIP archive of an environment to a file that only the user can read."""
    target = session.find("environment", env)
    query = {"exportSecrets": export_secrets}
    request: Request = session.request(_EXPORT, {"environmentId": target.id}, query)
    with session.client.stream(request) as answer:
        if to == "-":
            for chunk in answer.chunks():
                session.terminal.write_bytes(chunk)
            return
        file = Path(to or f"{target.id}-terraform.zip")
        save(file, answer.chunks(), private=True)
    show_done(session, {"id": target.id, "name": str(file), "done": "exported"})
