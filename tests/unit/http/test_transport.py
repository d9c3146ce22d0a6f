import pkgutil
import subprocess
import sys

import pytest
from certificate import CERTIFICATE

from qovery_cli import http
from qovery_cli.errors import UnavailableError
from qovery_cli.http.client import Client
from qovery_cli.http.request import Request


def loaded_after(code):
    """Return the modules that a new interpreter has loaded after running the code."""
    script = f"import sys\n{code}\nprint(*sorted(sys.modules), sep='\\n')"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


SEND = """
from qovery_cli.http.client import Client
from qovery_cli.http.request import Request
client = Client("http://127.0.0.1:1", sleep=lambda _: None)
try:
    client.send(Request("GET", "http://127.0.0.1:1/x"))
except Exception as error:
    assert "Could not connect" in str(error), error
"""


def test_request_does_not_load_the_httpx_command_line():
    loaded = loaded_after(SEND)
    assert "httpx" in loaded
    assert not loaded & {"click", "rich", "pygments", "httpx._main", "h2", "truststore"}


OPEN = """
from qovery_cli import http
from qovery_cli.http.transport import skip_optional_imports
with skip_optional_imports():
    import httpx
"""


def test_importing_the_package_does_not_import_httpx():
    names = [module.name for module in pkgutil.iter_modules(http.__path__)]
    loaded = loaded_after("\n".join(f"import qovery_cli.http.{name}" for name in names))
    assert not loaded & {"httpx", "httpcore", "truststore", "concurrent.futures", "asyncio"}


def test_optional_imports_are_allowed_if_httpx_needs_them(tmp_path):
    package = tmp_path / "httpx"
    package.mkdir()
    (package / "__init__.py").write_text("from ._main import main\n")
    (package / "_main.py").write_text("main = 1\n")
    code = f"sys.path.insert(0, {str(tmp_path)!r})\n"
    code += OPEN
    assert {"httpx", "httpx._main"} <= loaded_after(code)


def test_blocked_modules_are_restored():
    assert not {"httpx._main", "anyio", "trio"} & loaded_after(OPEN)
    assert "anyio" in loaded_after(f"{OPEN}\nimport anyio\n")


@pytest.fixture
def secure(loopback, steps):
    return loopback(steps.respond(200, b"[1]"), tls=True)


def send(url):
    client = Client(url, "Token t", sleep=lambda _: None)
    try:
        return client.send(Request("POST", url + "/x"))
    finally:
        client.close()


def test_untrusted_certificate_is_rejected_with_a_hint(monkeypatch, secure):
    for name in ("QOVERY_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(UnavailableError, match="secure connection to localhost: ") as caught:
        send(secure.url)
    assert "QOVERY_CA_BUNDLE" in caught.value.hint
    assert secure.seen == []


@pytest.mark.parametrize("name", ["QOVERY_CA_BUNDLE", "SSL_CERT_FILE"])
def test_custom_ca_bundle_is_trusted(monkeypatch, secure, name):
    monkeypatch.setenv(name, str(CERTIFICATE))
    assert send(secure.url).data == [1]


def test_server_without_tls_is_reported(loopback, steps):
    plain = loopback(steps.respond(200))
    with pytest.raises(UnavailableError, match="secure connection to localhost: "):
        send(plain.url.replace("http://127.0.0.1", "https://localhost"))
