"""Downloads of invoices, with a client that never opens a connection."""

import httpx
import pytest

from qovery_cli.commands import invoice
from qovery_cli.errors import QoveryError
from qovery_cli.http.client import Client
from qovery_cli.http.response import UnexpectedResponseError

ORGANIZATION = "77777777-7777-4777-8777-777777777777"
INVOICE = "88888888-8888-4888-8888-888888888888"
LINK = "https://files.example.com/invoice.pdf?signature=x"
PDF = b"%PDF-1.4 \x00\xff"


@pytest.fixture
def host(monkeypatch):
    """The host of the link: the requests that it received, and its response."""
    received = []
    responses = {"status": 200, "content": PDF}

    def respond(request):
        received.append(request)
        return httpx.Response(responses["status"], content=responses["content"])

    def client(url, *arguments, **options):
        return Client(url, *arguments, **options, transport=httpx.MockTransport(respond))

    monkeypatch.setattr(invoice, "Client", client)
    received_and_responses = type("Host", (), {"received": received, "responses": responses})
    return received_and_responses


@pytest.fixture
def download(api, open_session, host):
    """Return a function that downloads an invoice, and the session with its output."""
    api.answers["getOrganizationInvoicePDF"] = {"url": LINK}

    def download(to=None):
        opened = open_session(scope={"organization": ORGANIZATION})
        invoice.download(opened.session, INVOICE, to)
        return opened

    return download


def test_invoice_is_saved(download, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    opened = download()
    file = tmp_path / f"invoice-{INVOICE}.pdf"
    assert file.read_bytes() == PDF
    assert opened.json == {"id": INVOICE, "name": file.name, "done": "downloaded"}
    assert not list(tmp_path.glob("*.part"))


def test_token_is_not_sent_to_the_host_of_the_link(download, host, tmp_path):
    download(str(tmp_path / "x.pdf"))
    (request,) = host.received
    assert str(request.url) == LINK
    assert "authorization" not in request.headers


def test_invoice_is_written_to_stdout(download):
    assert download("-").out == PDF.decode(errors="replace")


@pytest.mark.parametrize("url", [None, "", "files.example.com/x.pdf", 7, "ftp://x", "http://[x"])
def test_invalid_link_is_an_unexpected_response(api, download, host, url):
    api.answers["getOrganizationInvoicePDF"] = {"url": url}
    with pytest.raises(UnexpectedResponseError):
        download()
    assert host.received == []


def test_failed_download_leaves_the_old_file(download, host, tmp_path):
    file = tmp_path / "x.pdf"
    file.write_bytes(b"old")
    host.responses["status"] = 404
    with pytest.raises(QoveryError):
        download(str(file))
    assert file.read_bytes() == b"old"
