"""Asks the API for lists while somebody waits for TAB: http.client, one deadline, no retries.

httpx would take longer to import than the answer takes to come.
"""

import json
import socket
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from time import monotonic
from typing import Any
from urllib.parse import unquote, urlsplit

from qovery_cli import __version__
from qovery_cli.completion.places import NetworkError, RefusedError

_LONGEST = 32 * 1024 * 1024
_CONNECTIONS = (OSError, HTTPException, ValueError)


class Fetch:
    """Asks one API until a moment of the monotonic clock; each thread needs its own."""

    def __init__(
        self, url: str, authorization: str, environ: Mapping[str, str], deadline: float
    ) -> None:
        self._url = urlsplit(url)
        self._deadline = deadline
        self._environ = environ
        self._headers = {
            "Accept": "application/json",
            "Authorization": authorization,
            "User-Agent": f"CLI qovery-cli-py/{__version__} completion",
        }
        self._connection: HTTPConnection | None = None

    def get(self, path: str) -> Any:
        """Return the decoded answer of a GET request to a path below the API's URL.

        Raises RefusedError for a 4xx, NetworkError for everything else that is no answer.
        """
        try:
            connection, prefix = self._open()
            connection.request("GET", prefix + self._url.path + path, headers=self._headers)
            self._limit(connection)
            answer = connection.getresponse()
            content = answer.read(_LONGEST)
            if 400 <= answer.status < 500 and answer.status != 429:
                raise RefusedError
            if answer.status // 100 != 2:
                raise NetworkError
            return json.loads(content)
        except (*_CONNECTIONS, RecursionError) as error:
            raise NetworkError from error

    def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            self._connection.close()

    def _open(self) -> tuple[HTTPConnection, str]:
        """Return the connection, kept for the next request, and what stands before each path."""
        proxy = _proxy(self._url.scheme, self._url.hostname or "", self._environ)
        if self._connection is None:
            self._connection = self._new(urlsplit(proxy) if proxy else None)
        self._limit(self._connection)
        plain = proxy and self._url.scheme == "http"
        return self._connection, f"http://{self._url.netloc}" if plain else ""

    def _new(self, proxy: Any) -> HTTPConnection:
        own, own_port = self._url.hostname or "", self._url.port
        host, port = (str(proxy.hostname), proxy.port or 80) if proxy else (own, own_port)
        if self._url.scheme == "http":
            if proxy:
                self._headers |= _credentials(proxy)
            return HTTPConnection(host, port, timeout=self._left())
        from qovery_cli.api.tls import context_for

        context = context_for(self._url.geturl(), None, self._environ)
        connection = HTTPSConnection(host, port, timeout=self._left(), context=context)
        if proxy:
            connection.set_tunnel(own, own_port, _credentials(proxy))
        return connection

    def _limit(self, connection: HTTPConnection) -> None:
        connection.timeout = self._left()
        if isinstance(connection.sock, socket.socket):
            connection.sock.settimeout(self._left())

    def _left(self) -> float:
        left = self._deadline - monotonic()
        if left <= 0:
            raise NetworkError
        return left


def _proxy(scheme: str, host: str, environ: Mapping[str, str]) -> str | None:
    """Return the proxy that the environment names for a host, as curl and httpx read it."""
    from qovery_cli.config.valid import is_loopback

    def said(name: str) -> str:
        # HTTP_PROXY in capitals is what a web server makes of a header "Proxy".
        capital = "" if name == "http_proxy" else environ.get(name.upper(), "")
        return environ.get(name) or capital

    proxy = said(f"{scheme}_proxy") or said("all_proxy")
    if not proxy.startswith("http://") or is_loopback(host):
        return None
    for entry in said("no_proxy").split(","):
        name = entry.strip().lstrip(".")
        if name == "*" or (name and (host == name or host.endswith(f".{name}"))):
            return None
    return proxy


def _credentials(proxy: Any) -> dict[str, str]:
    if not proxy.username:
        return {}
    from binascii import b2a_base64

    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": "Basic " + b2a_base64(pair.encode(), newline=False).decode()}
