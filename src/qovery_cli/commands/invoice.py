"""qovery org billing invoice download: save an invoice to a file."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from qovery_cli.commands.saved_file import save
from qovery_cli.errors import UsageError
from qovery_cli.http.client import Client
from qovery_cli.http.pagination import mapping
from qovery_cli.http.request import Request
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.session import Session
from qovery_cli.session.render import show_done

To = Annotated[str | None, typer.Option("--to", metavar="FILE", help="File to write; - for stdout")]

_LINK = "getOrganizationInvoicePDF"


def download(session: Session, invoice: str | None = None, to: To = None) -> None:
    """Download an invoice from the link that the API returns."""
    organization = session.find("organization")
    target = session.find("invoice", invoice)
    path = {"organizationId": organization.id, "invoiceId": target.id}
    link = mapping(session.get(_LINK, path)).get("url")
    # The link needs no token, and its host must not receive one.
    client = _client(session, link)
    try:
        with client.stream(Request("GET", str(link), accept="application/pdf")) as answer:
            if to == "-":
                for chunk in answer.chunks():
                    session.terminal.write_bytes(chunk)
                return
            file = Path(to or f"invoice-{target.id}.pdf")
            save(file, answer.chunks())
    finally:
        client.close()
    show_done(session, {"id": target.id, "name": str(file), "done": "downloaded"})


def _client(session: Session, link: object) -> Client:
    try:
        parts = urlsplit(link if isinstance(link, str) else "")
        return Client(
            f"{parts.scheme}://{parts.netloc}",
            notice=session.notice,
            ca_bundle=session.runtime.environ.get("QOVERY_CA_BUNDLE"),
            sleep=session.runtime.sleep,
        )
    except (ValueError, UsageError):
        raise UnexpectedResponseError(_LINK) from None
