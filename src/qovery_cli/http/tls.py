"""TLS settings: the certificates of the system, or those of an environment variable."""

import os
import ssl
from collections.abc import Mapping
from pathlib import Path

from qovery_cli.errors import UsageError

#: Environment variables for a file or directory of certificates, highest precedence first.
VARIABLES = ("QOVERY_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR")


def context_for(
    url: str, ca_bundle: str | None = None, environ: Mapping[str, str] | None = None
) -> ssl.SSLContext:
    """Return the TLS context for a URL.

    ``ca_bundle`` overrides QOVERY_CA_BUNDLE. For ``http://`` the context is empty and trusts no
    certificate: loading certificates takes longer than a local request. Raises UsageError for
    certificates that cannot be read.
    """
    if not url.lower().startswith("https:"):
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    variables = os.environ if environ is None else environ
    bundles = {**{name: variables.get(name) for name in VARIABLES}}
    bundles["QOVERY_CA_BUNDLE"] = ca_bundle or bundles["QOVERY_CA_BUNDLE"]
    for name, value in bundles.items():
        if value:
            return _from_files(name, Path(value))
    return _from_system()


def _from_files(name: str, path: Path) -> ssl.SSLContext:
    try:
        if path.is_dir():
            return ssl.create_default_context(capath=str(path))
        return ssl.create_default_context(cafile=str(path))
    except OSError as error:
        # ssl.SSLError is an OSError whose strerror is an OpenSSL message.
        reason = "no such file" if isinstance(error, FileNotFoundError) else "no certificates in it"
        raise UsageError(
            f"Invalid {name} '{path}': {reason}.",
            hint=f"Set {name} to a file of PEM certificates, or unset it.",
        ) from error


def _from_system() -> ssl.SSLContext:
    try:
        import truststore
    except ImportError:
        # It cannot be imported on Pythons that do not expose the peer's certificate chain.
        return ssl.create_default_context()
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
