"""Which values a setting may have, and the sentence for one that it may not have."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from qovery_cli.errors import UsageError

DEFAULT_API_URL = "https://api.qovery.com"
API_LEVELS = ("1.0.3", "1.0.4")
DEFAULT_API_LEVEL = "1.0.4"
OUTPUTS = ("table", "wide", "json", "ndjson", "yaml", "csv", "tsv", "name", "id")
DEFAULT_OUTPUT = "table"

_OFF = frozenset({"", "0", "false", "no", "off"})
_PORTS = {"http": 80, "https": 443}


def switched_on(environ: Mapping[str, str], name: str) -> bool:
    """Tell whether a variable switches something on: set, and not 0, false, no or off."""
    return environ.get(name, "").strip().lower() not in _OFF


def one_of(value: str, allowed: tuple[str, ...], origin: str) -> str:
    """Return the value if it is allowed; else raises UsageError that starts with the origin."""
    if value in allowed:
        return value
    hint = closest(value, allowed) or f"Use one of {', '.join(allowed)}."
    raise UsageError(f"{_capital(origin)}: {value!r} is not known.", hint=hint)


def closest(value: str, names: Iterable[str]) -> str | None:
    """Return the question whether the most similar name was meant, or None if none is similar."""
    import difflib

    near = difflib.get_close_matches(value.lower(), list(names), n=1)
    return f"Did you mean {near[0]}?" if near else None


def api_url(text: str, origin: str, *, allow_http: bool) -> str:
    """Return the URL without a trailing slash, scheme and host in lower case.

    Raises UsageError for anything but http and https, for credentials, a query or a fragment, and
    for http to another machine unless ``allow_http``: the token would travel in clear. The text
    is never repeated in the message, as it may hold a password.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _bad_url(origin, "is not a URL") from None
    if not text.isascii() or not text.isprintable() or " " in text or "\\" in text:
        raise _bad_url(origin, "has characters that a URL may not have")
    if parts.scheme not in _PORTS or not host:
        raise _bad_url(origin, "is not an http or https URL")
    if "@" in parts.netloc:
        raise _bad_url(origin, "has credentials in it")
    if "?" in text or "#" in text:
        raise _bad_url(origin, "has a query or a fragment")
    if parts.scheme == "http" and not allow_http and not is_loopback(host):
        raise UsageError(
            f"{_capital(origin)}: http to {host} would send the token in clear.",
            hint="Use https, or set QOVERY_ALLOW_HTTP=1 if you trust the network.",
        )
    return _joined(parts.scheme, host, port) + parts.path.rstrip("/")


def url_origin(url: str) -> str:
    """Return scheme, host and port of a URL; the port only where it is not the scheme's own.

    Raises ValueError for what is no URL.
    """
    parts = urlsplit(url)
    if not parts.scheme or not parts.hostname:
        raise ValueError("not a URL")
    port = None if parts.port == _PORTS.get(parts.scheme) else parts.port
    return _joined(parts.scheme, parts.hostname, port)


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine; a name other than localhost never counts."""
    if host in {"localhost", "127.0.0.1", "::1"}:
        return True
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _joined(scheme: str, host: str, port: int | None) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}" + (f":{port}" if port is not None else "")


def _bad_url(origin: str, what: str) -> UsageError:
    return UsageError(
        f"{_capital(origin)}: the API URL {what}.", hint=f"Write it as {DEFAULT_API_URL}."
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text[:1].isalpha() else text
