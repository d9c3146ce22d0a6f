"""Validation of the values of settings."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from qovery_cli.errors import UsageError
from qovery_cli.messages import available, capitalized

DEFAULT_API_URL = "https://api.qovery.com"
API_LEVELS = ("1.0.3", "1.0.4")
DEFAULT_API_LEVEL = "1.0.4"
OUTPUTS = ("table", "wide", "json", "ndjson", "yaml", "csv", "tsv", "name", "id")
DEFAULT_OUTPUT = "table"

_OFF = frozenset({"", "0", "false", "no", "off"})
_PORTS = {"http": 80, "https": 443}


def switched_on(environ: Mapping[str, str], name: str) -> bool:
    """Return true if a variable is set, and not to 0, false, no or off."""
    return environ.get(name, "").strip().lower() not in _OFF


def one_of(value: str, allowed: tuple[str, ...], origin: str) -> str:
    """Return an allowed value; raise UsageError, starting with the origin, for any other."""
    if value in allowed:
        return value
    hint = closest(value, allowed) or available("values", allowed)
    raise UsageError(f"{capitalized(origin)}: invalid value {value!r}.", hint=hint)


def closest(value: str, names: Iterable[str]) -> str | None:
    """Return "Did you mean 'NAME'?" for the most similar name, or None if none is similar."""
    import difflib

    near = difflib.get_close_matches(value.lower(), list(names), n=1)
    return f"Did you mean '{near[0]}'?" if near else None


def api_url(text: str, origin: str, *, allow_http: bool) -> str:
    """Return the URL without a trailing slash, with scheme and host in lower case.

    Raises UsageError for anything but http and https, for credentials, a query or a fragment, and
    for http to another machine unless ``allow_http``, as the token would not be encrypted. The
    message never contains the URL, as it may hold a password.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _invalid_url(origin, "is not a valid URL") from None
    if not text.isascii() or not text.isprintable() or " " in text or "\\" in text:
        raise _invalid_url(origin, "contains invalid characters")
    if parts.scheme not in _PORTS or not host:
        raise _invalid_url(origin, "is not an http or https URL")
    if "@" in parts.netloc:
        raise _invalid_url(origin, "contains credentials")
    if "?" in text or "#" in text:
        raise _invalid_url(origin, "contains a query or a fragment")
    if parts.scheme == "http" and not allow_http and not is_loopback(host):
        raise UsageError(
            f"{capitalized(origin)}: http to {host} would send the token unencrypted.",
            hint="Use https, or set QOVERY_ALLOW_HTTP=1 if you trust the network.",
        )
    return _joined(parts.scheme, host, port) + parts.path.rstrip("/")


def url_origin(url: str) -> str:
    """Return scheme, host and port of a URL, without the default port of the scheme.

    Raises ValueError for an invalid URL.
    """
    parts = urlsplit(url)
    if not parts.scheme or not parts.hostname:
        raise ValueError("not a URL")
    port = None if parts.port == _PORTS.get(parts.scheme) else parts.port
    return _joined(parts.scheme, parts.hostname, port)


def is_loopback(host: str) -> bool:
    """Return true for a loopback address or localhost; other names are not resolved."""
    if host in {"localhost", "127.0.0.1", "::1"}:
        return True
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _joined(scheme: str, host: str, port: int | None) -> str:
    bracketed = f"[{host}]" if ":" in host else host
    return f"{scheme}://{bracketed}" + (f":{port}" if port is not None else "")


def _invalid_url(origin: str, problem: str) -> UsageError:
    return UsageError(
        f"{capitalized(origin)}: the API URL {problem}.",
        hint=f"Use a URL such as {DEFAULT_API_URL}.",
    )
