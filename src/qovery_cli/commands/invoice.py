"""qovery org billing invoice: download one to a file."""

import sys
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from qovery_cli.api.client import Client
from qovery_cli.api.pages import mapping
from qovery_cli.api.request import Request
from qovery_cli.errors import UnavailableError, UsageError
from qovery_cli.session import Session

To = Annotated[str | None, typer.Option("--to", metavar="FILE", help="File to write; - for stdout")]


def download(session: Session, invoice: str | None = None, to: To = None) -> None:
    """Fetch the link of an invoice, and what it leads to."""
    organization = session.find("organization")
    found = session.find("invoice", invoice)
    path = {"organizationId": organization.id, "invoiceId": found.id}
    link = mapping(session.ask("getOrganizationInvoicePDF", path)).get("url")
    content = _fetched(str(link or ""))
    if to == "-":
        sys.stdout.buffer.write(content)
        return
    file = Path(to or f"invoice-{found.id}.pdf")
    try:
        file.write_bytes(content)
    except OSError as error:
        raise UsageError(
            f"Cannot write {file}: {error.strerror}.", hint="Name another file with --to."
        ) from None
    session.show({"id": found.id, "name": str(file), "done": "downloaded"})


def _fetched(url: str) -> bytes:
    """Return what a link leads to; the token stays here, the link is all that it takes."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise UnavailableError("The API gave no link to the invoice.", hint="Try again later.")
    client = Client(f"{parts.scheme}://{parts.netloc}")
    try:
        return client.send(Request("GET", url, accept="application/pdf")).content
    finally:
        client.close()
