"""The ASGI application: the API, and control endpoints below ``/_sandbox/``."""

import asyncio
import uuid

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from qovery_cli.sandbox.datetimes import Clock
from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.seeds import plant
from qovery_cli.sandbox.server.backend import Backend, Incoming
from qovery_cli.sandbox.server.control import PREFIX, Control
from qovery_cli.sandbox.server.faults import Fault, Faults, apply_fault, parse_header
from qovery_cli.sandbox.server.origins import check_origin
from qovery_cli.sandbox.server.replies import Reply, refusal
from qovery_cli.sandbox.state.store import Store


class BrokenConnection(Exception):  # noqa: N818 - intended, not an error
    """Signal to close the connection in the middle of a response (fault ``broken``)."""


def create_app(
    store: Store | None = None, *, api: str = "1.0.3", seed: str = "demo", speed: float = 1.0
) -> Starlette:
    """Return the application over a store, by default a new one in memory.

    An unseeded store is seeded with ``demo`` (an organization with resources in every state),
    ``empty`` (an account and its token) or ``big`` (20,000 services). ``app.state`` has the
    ``store`` and its ``clock``.
    """
    if store is None:
        store = Store(clock=Clock(), speed=speed)
    if store.setting("seed") is None:
        plant(store, seed)
    dispatcher = _Dispatcher(store, api)
    app = Starlette(exception_handlers={Exception: dispatcher.internal_error})
    # Not a route: a route has fixed methods and its own response to the others.
    app.router.default = dispatcher
    app.state.store = store
    app.state.clock = store.clock
    return app


class _Dispatcher:
    """The ASGI endpoint: routes requests to the API or the control endpoints and applies faults."""

    def __init__(self, store: Store, api: str) -> None:
        clock = store.clock if isinstance(store.clock, Clock) else Clock(store.clock)
        clock.ahead = store.setting("ahead", clock.ahead)
        self._level = api
        self._clock = clock
        self._faults = Faults()
        self._backend = Backend(store, api)
        self._control = Control(store, clock, api, self._faults)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to a request of any method."""
        response = await self._respond(Request(scope, receive))
        if scope["method"] == "HEAD":
            # Content-Length stays that of the body.
            response.body = b""
        await response(scope, receive, send)

    async def internal_error(self, request: Request, _: Exception) -> Response:
        """Return a 500 in the API's error format; Starlette then re-raises the exception."""
        message = "Internal error of the sandbox."
        return _response(refusal(500, message, _path(request), self._level, self._clock()))

    async def _respond(self, request: Request) -> Response:
        incoming = Incoming(
            request.method,
            _path(request),
            dict(request.query_params),
            {name.lower(): value for name, value in request.headers.items()},
            await request.body(),
        )
        try:
            check_origin(incoming.headers, (request.scope.get("server") or ("", None))[1])
        except Refusal as error:
            path, now = incoming.path, self._clock()
            return _response(refusal(error.status, error.message, path, self._level, now))
        if incoming.path.startswith(PREFIX) or incoming.path == PREFIX.rstrip("/"):
            return _response(self._control.respond(incoming))
        try:
            faults = self._faults_of(incoming)
        except Refusal as error:
            return Response(error.message, error.status)
        for fault in faults:
            if fault.kind == "latency":
                await asyncio.sleep(fault.seconds)
        reply = self._reply(incoming, faults)
        self._control.note(incoming, reply.status)
        if any(fault.kind == "broken" for fault in faults):
            return _Broken(reply)
        return _response(reply)

    def _faults_of(self, incoming: Incoming) -> list[Fault]:
        header = incoming.headers.get("x-sandbox-fault")
        requested = [parse_header(header)] if header else []
        return requested + self._faults.take(incoming.method, incoming.path)

    def _reply(self, incoming: Incoming, faults: list[Fault]) -> Reply:
        prevented = next((fault for fault in faults if fault.prevents), None)
        if prevented is not None:
            return apply_fault(prevented, None)
        reply = self._backend.respond(incoming)
        for fault in faults:
            reply = apply_fault(fault, reply)
        return reply


def _path(request: Request) -> str:
    """Return the path as sent: in the decoded one ``%2F`` cannot be told from a slash.

    A client of a proxy sends scheme and host before it (RFC 9112, section 3.2.2).
    """
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    path = raw.decode("latin-1").partition("?")[0]
    return path if path.startswith("/") else f"/{path.partition('://')[2].partition('/')[2]}"


def _response(reply: Reply) -> Response:
    reply.headers.setdefault("x-request-id", str(uuid.uuid4()))
    return Response(reply.content, reply.status, reply.headers)


class _Broken(Response):
    """A response shorter than its Content-Length; the server then closes the connection."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.content, reply.status, reply.headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        length = str(len(self.body) + 1000).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", length)]
        await send({"type": "http.response.start", "status": self.status_code, "headers": headers})
        half = bytes(self.body[: len(self.body) // 2])
        await send({"type": "http.response.body", "body": half, "more_body": True})
        raise BrokenConnection
