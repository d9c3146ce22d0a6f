import ssl

import pytest
from certificate import CERTIFICATE

from qovery_cli.errors import UsageError
from qovery_cli.http.tls import context_for


@pytest.fixture
def bundle():
    return CERTIFICATE


def names(context):
    return [dict(part[0] for part in each["subject"]) for each in context.get_ca_certs()]


def test_http_loads_no_certificates(bundle):
    context = context_for("http://127.0.0.1:1", str(bundle), {})
    assert context.get_ca_certs() == []
    assert context.verify_mode is ssl.CERT_REQUIRED


@pytest.mark.parametrize("name", ["QOVERY_CA_BUNDLE", "SSL_CERT_FILE"])
def test_certificates_of_an_environment_variable(bundle, name):
    context = context_for("https://a.test", None, {name: str(bundle)})
    assert names(context) == [{"commonName": "localhost"}]


def test_argument_overrides_the_variables(bundle, tmp_path):
    context = context_for("https://a.test", str(bundle), {"SSL_CERT_FILE": str(tmp_path / "none")})
    assert names(context) == [{"commonName": "localhost"}]


def test_a_directory_of_certificates_is_accepted(tmp_path):
    assert context_for("https://a.test", None, {"SSL_CERT_DIR": str(tmp_path)}).check_hostname


def test_missing_file_is_reported_with_the_variable(tmp_path):
    with pytest.raises(UsageError, match=r"Invalid QOVERY_CA_BUNDLE .*no such file"):
        context_for("https://a.test", str(tmp_path / "none.pem"), {})


def test_file_without_certificates_is_reported(tmp_path):
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing")
    with pytest.raises(UsageError, match="no certificates in it"):
        context_for("https://a.test", None, {"SSL_CERT_FILE": str(empty)})


def test_default_is_the_certificate_store_of_the_system():
    assert type(context_for("https://a.test", None, {})).__module__.startswith("truststore")


def test_without_truststore_openssl_certificates_are_used(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "truststore", None)
    assert type(context_for("https://a.test", None, {})) is ssl.SSLContext
