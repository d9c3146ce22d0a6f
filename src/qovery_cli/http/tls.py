"""Which certificates are trusted: the system's, unless a setting names others."""

import os
import ssl
from collections.abc import Mapping
from pathlib import Path

from qovery_cli.errors import UsageError

#: The variables that name a file (or directory) of certificates, strongest first.
VARIABLES = ("QOVERY_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR")


def context_for(
    url: str, ca_bundle: str | None = None, environ: Mapping[str, str] | None = None
) -> ssl.SSLContext:
    """Return the TLS settings for a URL.

    ``ca_bundle`` stands for QOVERY_CA_BUNDLE. For ``http://`` it is an empty context that trusts
    nobody: reading certificates takes longer than a local request, and a mistake must not
    connect unverified. Raises UsageError for certificates that cannot be read.
    """
    if not url.lower().startswith("https:"):
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    variables = os.environ if environ is None else environ
    named = {**{name: variables.get(name) for name in VARIABLES}}
    named["QOVERY_CA_BUNDLE"] = ca_bundle or named["QOVERY_CA_BUNDLE"]
    for name, value in named.items():
        if value:
            return _from_files(name, Path(value))
    return _from_system()


def _from_files(name: str, place: Path) -> ssl.SSLContext:
    try:
        if place.is_dir():
            return ssl.create_default_context(capath=str(place))
        return ssl.create_default_context(cafile=str(place))
    except OSError as error:
        # ssl.SSLError is an OSError whose strerror is in OpenSSL's words.
        reason = "no such file" if isinstance(error, FileNotFoundError) else "no certificates in it"
        raise UsageError(
            f"'{place}', which {name} names, cannot be used: {reason}.",
            hint=f"Let {name} name a file of certificates in PEM form, or unset it.",
        ) from error


def _from_system() -> ssl.SSLContext:
    try:
        import truststore
    except ImportError:
        # It refuses Pythons that cannot show it the peer's chain.
        return ssl.create_default_context()
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
