"""Asks the API for lists while somebody waits for TAB: one deadline, no retries.

Only a kept connection that the server has closed meanwhile is made anew.

httpx would take longer to import than the answer takes to come, and http.client, which reads the
answer, a fifth of what we may take: so the request is sent by hand, and http.client is imported
while the server works.
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

_LONGEST = 32 * 1024 * 1024
_PORTS = {"http": 80, "https": 443}


class Fetch:
    """Asks one API until a moment of the monotonic clock; each thread needs its own."""

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
        """Return the decoded answer of a GET request to a path below the API's URL.

        Raises RefusedError for a 4xx, NetworkError for everything else that is no answer.
        """
        is_used = self._socket is not None
        try:
            if self._socket is None:
                self._connect()
            self._send(f"GET {self._prefix}{path}", self._headers)
            status, content = self._answer()
        except (OSError, ValueError) as error:
            # Half an answer may still come.
            self.close()
            if is_used and isinstance(error, ConnectionError):
                # The server may have closed it between two requests.
                return self.get(path)
            raise NetworkError from error
        if 400 <= status < 500 and status != 429:
            raise RefusedError
        if status // 100 != 2:
            raise NetworkError
        return _decoded(content)

    def close(self) -> None:
        """Give the connection back."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _send(self, request: str, headers: Mapping[str, str]) -> None:
        lines = [f"{request} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        if request.count(" ") != 1 or not all(line.isprintable() for line in lines):
            raise ValueError("an id or a token would end its line")
        self._in_time().sendall("\r\n".join([*lines, "", ""]).encode("ascii"))

    def _answer(self, method: str = "GET") -> tuple[int, bytes]:
        """Return status and content; of what follows CONNECT, no content is read."""
        from http.client import HTTPException, HTTPResponse

        answer = HTTPResponse(_Deadline(self._in_time), method=method)  # type: ignore[arg-type]
        try:
            answer.begin()
            if method == "CONNECT":
                return answer.status, b""
            content = answer.read(_LONGEST)
        except HTTPException as error:
            raise ConnectionError from error
        if answer.will_close or not answer.isclosed():
            self.close()
        return answer.status, content

    def _connect(self) -> None:
        secure, host = self._url.scheme == "https", self._url.hostname or ""
        port = self._url.port or _PORTS[self._url.scheme]
        proxy = _proxy(self._url, self._environ)
        if proxy:
            self._socket = self._opened(str(proxy.hostname), proxy.port or 80)
            name = f"[{host}]" if ":" in host else host
            self._ask_proxy(_credentials(proxy), f"{name}:{port}" if secure else None)
        else:
            self._socket = self._opened(host, port)
        if secure:
            from qovery_cli.http.tls import context_for

            context = context_for(self._url.geturl(), None, self._environ)
            self._socket = context.wrap_socket(self._socket, server_hostname=host)

    def _ask_proxy(self, credentials: Mapping[str, str], tunnel: str | None) -> None:
        """Make a tunnel to a host and port; without, it is the proxy who gets the requests."""
        if tunnel is None:
            self._headers |= credentials
            self._prefix = f"http://{self._url.netloc}{self._url.path}"
            return
        self._send(f"CONNECT {tunnel}", {"Host": tunnel, **credentials})
        status, _ = self._answer("CONNECT")
        if status // 100 != 2:
            raise ConnectionRefusedError

    def _opened(self, host: str, port: int) -> socket.socket:
        # Of bytes Python does not ask whether they are an international name: that takes 1 ms.
        name: Any = host.encode() if host.isascii() else host
        connection = socket.create_connection((name, port), timeout=self._left())
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def _in_time(self) -> socket.socket:
        """Return the connection, which waits until the deadline at most."""
        assert self._socket is not None, "the connection is made first"
        self._socket.settimeout(self._left())
        return self._socket

    def _left(self) -> float:
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Deadline(RawIOBase):
    """What HTTPResponse takes for a socket: each read gets only the time that is left.

    A timeout of the socket itself is per read, so an answer that trickles in would never end.
    """

    def __init__(self, connection: Callable[[], socket.socket]) -> None:
        self._connection = connection

    def makefile(self, _mode: str) -> BufferedReader:
        """Return the stream that HTTPResponse reads from."""
        return BufferedReader(self)

    def readable(self) -> bool:
        """Return True; BufferedReader asks."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what has come in; TimeoutError after the deadline."""
        return self._connection().recv_into(buffer)


def _decoded(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NetworkError from error


def _proxy(url: SplitResult, environ: Mapping[str, str]) -> SplitResult | None:
    """Return the proxy that the environment names for a URL, as httpx reads it.

    Not those that are spoken to by other means than http.
    """

    def said(name: str) -> str:
        # For a program that a web server runs, HTTP_PROXY is what a stranger's header says.
        is_header = name == "http_proxy" and "REQUEST_METHOD" in environ
        return environ.get(name, "" if is_header else environ.get(name.upper(), ""))

    host, port = url.hostname or "", url.port or _PORTS[url.scheme]
    named = said(f"{url.scheme}_proxy") or said("all_proxy")
    excepted = said("no_proxy").lower().split(",")
    if not named or is_loopback(host) or any(_means(one.strip(), host, port) for one in excepted):
        return None
    proxy = urlsplit(named if "://" in named else f"http://{named}")
    return proxy if proxy.scheme == "http" else None


def _means(entry: str, host: str, port: int) -> bool:
    """Tell whether an entry of NO_PROXY means a host."""
    if entry in {"*", host}:
        return True
    name, colon, number = entry.partition(":")
    if not name or (colon and number != str(port)):
        return False
    # With a dot in front it means only what lies below.
    return host == name or host.endswith(name if name.startswith(".") else f".{name}")


def _credentials(proxy: SplitResult) -> dict[str, str]:
    if not proxy.username:
        return {}
    from binascii import b2a_base64

    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": "Basic " + b2a_base64(pair.encode(), newline=False).decode()}
