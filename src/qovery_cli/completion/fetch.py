"""Fetch lists from the API during completion: one deadline, no retries.

Only a kept-alive connection that the server has closed is opened again.

Importing httpx takes longer than the request itself, and http.client takes a fifth of the time
limit. The request is therefore written to the socket directly, and http.client is imported for the
response while the server works.
"""

import json
import socket
from collections.abc import Callable, Mapping
from io import BufferedReader, RawIOBase
from time import monotonic
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from qovery_cli import __version__
from qovery_cli.completion.endpoints import NetworkError, RefusedError
from qovery_cli.config.validation import is_loopback

_MAX_BYTES = 32 * 1024 * 1024
_PORTS = {"http": 80, "https": 443}


class Fetch:
    """HTTP client for one API with a deadline on the monotonic clock; not thread-safe."""

    def __init__(
        self, url: str, authorization: str, environ: Mapping[str, str], deadline: float
    ) -> None:
        self._url = urlsplit(url)
        self._deadline = deadline
        self._environ = environ
        self._headers = {
            "Host": self._url.netloc,
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "Authorization": authorization,
            "User-Agent": f"CLI qovery-cli-py/{__version__} completion",
        }
        self._socket: socket.socket | None = None
        self._prefix = self._url.path

    def get(self, path: str) -> Any:
        """Return the decoded JSON response of a GET request to a path below the API's URL.

        Raises RefusedError for a 4xx response except 429, NetworkError for any other failure.
        """
        is_reused = self._socket is not None
        try:
            if self._socket is None:
                self._connect()
            self._send(f"GET {self._prefix}{path}", self._headers)
            status, content = self._read_response()
        except (OSError, ValueError) as error:
            # The rest of a response may still arrive on it.
            self.close()
            if is_reused and isinstance(error, ConnectionError):
                # The server may have closed the kept-alive connection.
                return self.get(path)
            raise NetworkError from error
        if 400 <= status < 500 and status != 429:
            raise RefusedError
        if status // 100 != 2:
            raise NetworkError
        return _decoded(content)

    def close(self) -> None:
        """Close the connection."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _send(self, request: str, headers: Mapping[str, str]) -> None:
        lines = [f"{request} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        if request.count(" ") != 1 or not all(line.isprintable() for line in lines):
            raise ValueError("an id or a token would end its line")
        self._timed_socket().sendall("\r\n".join([*lines, "", ""]).encode("ascii"))

    def _read_response(self, method: str = "GET") -> tuple[int, bytes]:
        """Read a response; return status and content, which is empty for CONNECT."""
        from http.client import HTTPException, HTTPResponse

        response = HTTPResponse(_Deadline(self._timed_socket), method=method)  # type: ignore[arg-type]
        try:
            response.begin()
            if method == "CONNECT":
                return response.status, b""
            content = response.read(_MAX_BYTES)
        except HTTPException as error:
            raise ConnectionError from error
        if response.will_close or not response.isclosed():
            self.close()
        return response.status, content

    def _connect(self) -> None:
        secure, host = self._url.scheme == "https", self._url.hostname or ""
        port = self._url.port or _PORTS[self._url.scheme]
        proxy = _proxy(self._url, self._environ)
        if proxy:
            self._socket = self._open(str(proxy.hostname), proxy.port or 80)
            name = f"[{host}]" if ":" in host else host
            self._use_proxy(_credentials(proxy), f"{name}:{port}" if secure else None)
        else:
            self._socket = self._open(host, port)
        if secure:
            from qovery_cli.http.tls import context_for

            context = context_for(self._url.geturl(), None, self._environ)
            self._socket = context.wrap_socket(self._socket, server_hostname=host)

    def _use_proxy(self, credentials: Mapping[str, str], tunnel: str | None) -> None:
        """Open a tunnel to ``host:port``; with None, send plain requests to the proxy."""
        if tunnel is None:
            self._headers |= credentials
            self._prefix = f"http://{self._url.netloc}{self._url.path}"
            return
        self._send(f"CONNECT {tunnel}", {"Host": tunnel, **credentials})
        status, _ = self._read_response("CONNECT")
        if status // 100 != 2:
            raise ConnectionRefusedError

    def _open(self, host: str, port: int) -> socket.socket:
        # Bytes skip the encoding of international names, which takes 1 ms.
        name: Any = host.encode() if host.isascii() else host
        connection = socket.create_connection((name, port), timeout=self._remaining())
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def _timed_socket(self) -> socket.socket:
        """Return the socket with its timeout set to the remaining time."""
        assert self._socket is not None, "the connection is opened first"
        self._socket.settimeout(self._remaining())
        return self._socket

    def _remaining(self) -> float:
        remaining = self._deadline - monotonic()
        if remaining <= 0:
            raise TimeoutError
        return remaining


class _Deadline(RawIOBase):
    """Socket replacement for HTTPResponse that enforces the deadline over all reads.

    The timeout of a socket is per read, so a response that trickles in would never end.
    """

    def __init__(self, connection: Callable[[], socket.socket]) -> None:
        self._connection = connection

    def makefile(self, _mode: str) -> BufferedReader:
        """Return the stream for HTTPResponse."""
        return BufferedReader(self)

    def readable(self) -> bool:
        """Return True, as BufferedReader requires."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read available bytes; raise TimeoutError after the deadline."""
        return self._connection().recv_into(buffer)


def _decoded(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NetworkError from error


def _proxy(url: SplitResult, environ: Mapping[str, str]) -> SplitResult | None:
    """Return the proxy of the environment for a URL by the rules of httpx.

    Proxies with schemes other than http are ignored.
    """

    def variable(name: str) -> str:
        # In a CGI program, HTTP_PROXY is set from the Proxy header of the request (httpoxy).
        is_header = name == "http_proxy" and "REQUEST_METHOD" in environ
        return environ.get(name, "" if is_header else environ.get(name.upper(), ""))

    host, port = url.hostname or "", url.port or _PORTS[url.scheme]
    proxy_url = variable(f"{url.scheme}_proxy") or variable("all_proxy")
    excluded = variable("no_proxy").lower().split(",")
    if (
        not proxy_url
        or is_loopback(host)
        or any(_matches(entry.strip(), host, port) for entry in excluded)
    ):
        return None
    proxy = urlsplit(proxy_url if "://" in proxy_url else f"http://{proxy_url}")
    return proxy if proxy.scheme == "http" else None


def _matches(entry: str, host: str, port: int) -> bool:
    """Return whether an entry of NO_PROXY matches a host."""
    if entry in {"*", host}:
        return True
    name, colon, number = entry.partition(":")
    if not name or (colon and number != str(port)):
        return False
    # A leading dot matches subdomains only.
    return host == name or host.endswith(name if name.startswith(".") else f".{name}")


def _credentials(proxy: SplitResult) -> dict[str, str]:
    if not proxy.username:
        return {}
    from binascii import b2a_base64

    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": "Basic " + b2a_base64(pair.encode(), newline=False).decode()}
