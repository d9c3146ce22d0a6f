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


def test_plain_http_reads_no_certificates_and_trusts_nobody(bundle):
    context = context_for("http://127.0.0.1:1", str(bundle), {})
    assert context.get_ca_certs() == []
    assert context.verify_mode is ssl.CERT_REQUIRED


@pytest.mark.parametrize("name", ["QOVERY_CA_BUNDLE", "SSL_CERT_FILE"])
def test_a_variable_names_the_certificates(bundle, name):
    context = context_for("https://a.test", None, {name: str(bundle)})
    assert names(context) == [{"commonName": "localhost"}]


def test_what_is_given_beats_the_variables(bundle, tmp_path):
    context = context_for("https://a.test", str(bundle), {"SSL_CERT_FILE": str(tmp_path / "none")})
    assert names(context) == [{"commonName": "localhost"}]


def test_a_directory_of_certificates_is_accepted(tmp_path):
    assert context_for("https://a.test", None, {"SSL_CERT_DIR": str(tmp_path)}).check_hostname


def test_a_file_that_is_not_there_is_told_with_the_variable(tmp_path):
    with pytest.raises(UsageError, match=r"which QOVERY_CA_BUNDLE names.*no such file"):
        context_for("https://a.test", str(tmp_path / "none.pem"), {})


def test_a_file_without_certificates_is_told(tmp_path):
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing")
    with pytest.raises(UsageError, match="no certificates in it"):
        context_for("https://a.test", None, {"SSL_CERT_FILE": str(empty)})


def test_otherwise_the_system_decides():
    assert type(context_for("https://a.test", None, {})).__module__.startswith("truststore")


def test_a_python_that_truststore_refuses_has_the_certificates_of_openssl(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "truststore", None)
    assert type(context_for("https://a.test", None, {})) is ssl.SSLContext
