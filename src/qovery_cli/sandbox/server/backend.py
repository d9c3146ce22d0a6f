"""The API without HTTP: one request in, one response out.

The order of checks: token (401), path and method (404, 405), the documents in the path (404, or
403 in an organization that the API token may not access), query and body (400), and the handler
(409 and others). Each request is one transaction.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog import Operation
from qovery_cli.sandbox.handler import KINDS, Call, Handler, Refusal, Success, collect
from qovery_cli.sandbox.handlers import generic
from qovery_cli.sandbox.handlers.resource_kinds import items, members
from qovery_cli.sandbox.schema.cache import view
from qovery_cli.sandbox.schema.response_shaping import shape
from qovery_cli.sandbox.schema.string_formats import is_uuid
from qovery_cli.sandbox.server.audit import audited
from qovery_cli.sandbox.server.handler_modules import handler_modules
from qovery_cli.sandbox.server.replies import Reply, refusal, reply
from qovery_cli.sandbox.server.request_parsing import body_of, check_query
from qovery_cli.sandbox.server.router import Router, by_name
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state.lifecycle import settle
from qovery_cli.sandbox.state.store import Document, Store
from qovery_cli.sandbox.state.tokens import user_of


@dataclass(frozen=True, slots=True)
class Incoming:
    """A raw request: the path percent-encoded, header names in lower case."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""


class Backend:
    """The API at one level over one store. Not thread-safe."""

    def __init__(self, store: Store, level: str = "1.0.3") -> None:
        everything = catalog.operations()
        self.store = store
        self.level = level
        self.handlers: dict[str, Handler] = collect(handler_modules())
        unknown = sorted(set(self.handlers) - set(everything))
        if unknown:
            raise ValueError(f"Handlers of operations that do not exist: {', '.join(unknown)}.")
        served = {key: operation for key, operation in everything.items() if level in operation.api}
        self._router = Router(served.values())
        self.members = members(served)
        self._items = items(self.members)

    def respond(self, incoming: Incoming) -> Reply:
        """Return the response to a request; an error response rolls its changes back."""
        now = self.store.clock()
        # Changes due to time are kept even if the request is rejected.
        settle(self.store, now)
        try:
            with self.store.transaction():
                response = self._answer(incoming, now)
        except Refusal as error:
            path = incoming.path
            response = refusal(error.status, error.message, path, self.level, now, error.more)
            response.headers.update(error.headers)
        response.headers["x-request-id"] = str(uuid.uuid4())
        return response

    def _answer(self, incoming: Incoming, now: float) -> Reply:
        operations, values = self._router.find(incoming.path)
        # HEAD is handled as GET; ``app`` removes the body.
        operation = operations.get("GET" if incoming.method == "HEAD" else incoming.method)
        user: Document = {"id": "", "organization": None}
        if operation is None or operation.auth:
            user = user_of(self.store, incoming.headers.get("authorization"))
        if operation is None:
            raise _no_route(incoming, operations)
        path = by_name(operation, values)
        self._check_parents(path, user)
        check_query(operation, incoming.query, self.level)
        call = Call(
            operation=operation,
            path=path,
            query=dict(incoming.query),
            body=body_of(operation, incoming.content, self.level),
            level=self.level,
            store=self.store,
            now=now,
            clock=self.store.clock,
            user=user,
            url=f"http://{incoming.headers.get('host', '127.0.0.1')}",
            agent=incoming.headers.get("user-agent", ""),
        )
        return self._effect(call)

    def _check_parents(self, path: Mapping[str, str], user: Document) -> None:
        parent: str | None = None
        for name, key in path.items():
            kind = self.store.kind_of(key) if name == "serviceId" else KINDS.get(name)
            if name == "serviceId" and kind not in SERVICE_KINDS:
                raise Refusal(404, f"No service with the id {key} was found.")
            if kind is None:
                continue
            exists = self.store.get(kind, key) is not None
            # A service is no child of the stage in its path.
            within = name == "serviceId" or parent in (None, self.store.parent(kind, key))
            if not (exists and within):
                raise Refusal(404, f"No {kind} with the id {key} was found.")
            if user["organization"] not in (None, self._root(kind, key)):
                raise Refusal(403, f"The token may not use {kind} {key}.")
            parent = key

    def _check_items(self, call: Call) -> None:
        parent: str | None = None
        ids = {
            parameter.name
            for parameter in call.operation.parameters
            if parameter.where == "path"
            and (view(parameter.schema, self.level) or {}).get("format") == "uuid"
        }
        for name, key in call.path.items():
            # Items with a name instead of an id are looked up by their handler.
            kind = self._items.get(name) if name.endswith("Id") else None
            exists = kind is None or self.store.get(kind, key) is not None
            # Kinds that cannot be listed accept every id that is a UUID.
            exists = exists and (name not in ids or is_uuid(key))
            if kind is not None and parent is not None:
                exists = exists and self.store.parent(kind, key) == parent
            if not exists:
                raise Refusal(404, f"No {kind or 'service'} with the id {key} was found.")
            parent = key

    def _root(self, kind: str, key: str) -> str:
        parent = self.store.parent(kind, key)
        while parent is not None:
            key, kind = parent, self.store.kind_of(parent) or ""
            parent = self.store.parent(kind, key)
        return key

    def _effect(self, call: Call) -> Reply:
        operation = call.operation
        with audited(call) as outcome:
            status, data = self._answer_of(call)
            outcome.data = data
        schema = operation.responses.get(status)
        if schema is None:
            return reply(status, None)
        if isinstance(data, bytes):
            return Reply(status, data, {"content-type": operation.response_type})
        if data is None and 204 in operation.statuses:
            return reply(204, None)
        fitted = shape(data, schema, self.level, operation.key)
        return reply(status, fitted, operation.response_type)

    def _answer_of(self, call: Call) -> tuple[int, Any]:
        """Return the status and the data that a handler responds with."""
        handler = self.handlers.get(call.operation.key)
        if handler is None:
            self._check_items(call)
            data = generic.respond(call, self.members.get(call.operation.key))
        else:
            data = handler(call)
        if isinstance(data, Success):
            return data.status, data.data
        return call.operation.success, data


def _no_route(incoming: Incoming, operations: Mapping[str, Operation]) -> Refusal:
    if operations:
        allowed = ", ".join(sorted({*operations, *(["HEAD"] if "GET" in operations else [])}))
        message = f"{incoming.method} is not allowed, only {allowed}."
        return Refusal(405, message, headers={"allow": allowed})
    return Refusal(404, f"Unknown path {incoming.path}.")
