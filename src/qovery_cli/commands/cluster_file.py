"""qovery cluster kubeconfig and install-values: YAML files of a cluster."""

from pathlib import Path
from typing import Annotated

import typer

from qovery_cli.body.text_input import read_text
from qovery_cli.cli.handler_binding import Binding
from qovery_cli.commands.saved_file import save
from qovery_cli.errors import UsageError
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.messages import is_missing
from qovery_cli.output.view import View
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import Session
from qovery_cli.session.raw_output import write_chunks
from qovery_cli.session.render import set_target, show_done

To = Annotated[str | None, typer.Option("--to", metavar="FILE", help="File to write; - for stdout")]
File = Annotated[
    str | None,
    typer.Option("--file", "-f", metavar="FILE", help="Kubeconfig to upload; - for stdin"),
    Binding(where="cli", required=True),
]

_GET, _EDIT = "getClusterKubeconfig", "editClusterKubeconfig"
_VALUES = "getInstallationHelmValues"


def get_kubeconfig(
    session: Session,
    cluster: str | None = None,
    read_only: bool | None = None,
    token_from_cli: bool | None = None,
    to: To = None,
) -> None:
    """Save the kubeconfig of a cluster to a file that only the user can read."""
    query = {"read_only": read_only, "with_token_from_cli": token_from_cli}
    target = session.find("cluster", cluster)
    content = _content(session, _GET, target, query)
    _deliver(session, target, content, to or f"kubeconfig-{target.id}.yaml")


def update_kubeconfig(session: Session, cluster: str | None = None, file: File = None) -> None:
    """Send the kubeconfig of a cluster as it is in the file."""
    target = session.find("cluster", cluster)
    if file is None:
        raise UsageError(is_missing("--file"), hint="Use --file FILE, or - for stdin.")
    text = session.stdin.read_text("--file") if file == "-" else read_text(file, "--file")
    if not text.strip():
        raise UsageError("The kubeconfig in --file is empty.")
    session.secrets.add(text)
    set_target(session, target)
    session.changing.add(_EDIT)
    session.send(_EDIT, _path(session, target), body=text)
    data = {"id": target.id, "name": target.name, "done": "updated"}
    session.show(data, View(kind="done"))


def get_install_values(session: Session, cluster: str | None = None, to: To = None) -> None:
    """Save the Helm values for the installation of a self-managed cluster to a file."""
    target = session.find("cluster", cluster)
    content = _content(session, _VALUES, target, {})
    _deliver(session, target, content, to or f"values-{target.id}.yaml")


def _path(session: Session, target: ResourceRef) -> dict[str, str]:
    return {"organizationId": session.find("organization").id, "clusterId": target.id}


def _content(
    session: Session, operation: str, target: ResourceRef, query: dict[str, bool | None]
) -> bytes:
    """Return the bytes of a response, which are not kept for completion."""
    request = session.request(operation, _path(session, target), query)
    content = session.client.send(request).content
    if not content.strip():
        raise UnexpectedResponseError(operation)
    return content


def _deliver(session: Session, target: ResourceRef, content: bytes, to: str) -> None:
    if to == "-":
        write_chunks(session, [content])
        return
    save(Path(to), [content], private=True)
    show_done(session, {"id": target.id, "name": to, "done": "downloaded"})
