"""Checks of Host and Origin: only loopback addresses are accepted.

A web page can make a browser send requests to a server on this machine: from its own origin, or
through its own host name that resolves to 127.0.0.1 (DNS rebinding). Both are rejected.
"""

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from qovery_cli.sandbox.handler import Refusal

_HTTP_PORT = 80


def check_origin(headers: Mapping[str, str], port: int | None) -> None:
    """Raise Refusal unless Host and Origin name a loopback address and the server's port.

    421 for a host, 403 for an origin. Only browsers send an origin.
    """
    server = port or _HTTP_PORT
    host = headers.get("host", "")
    if not _is_own(f"http://{host}", server):
        raise Refusal(421, f"The host '{host}' is not allowed.")
    origin = headers.get("origin")
    if origin is not None and not _is_own(origin, server):
        raise Refusal(403, f"The origin '{origin}' is not allowed.")


def _is_own(url: str, server: int) -> bool:
    try:
        parts = urlsplit(url)
        port = parts.port or _HTTP_PORT
    except ValueError:
        return False
    # Neither header may have a user, a path or another scheme.
    bare = parts.scheme == "http" and not (parts.path or parts.query or parts.fragment)
    return bare and "@" not in parts.netloc and port == server and _is_loopback(parts.hostname)


def _is_loopback(name: str | None) -> bool:
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name or "").is_loopback
    except ValueError:
        return False
