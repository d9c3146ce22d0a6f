"""The interface of the server to its handlers: ``Call``, ``Refusal``, ``handles`` and ``serves``.

A handler is a function of one argument::

    @handles("getApplication")
    def get_application(call: Call) -> Any:
        return call.document("application")

``serves`` marks a handler of the same operation on every kind of service, by method and path with
KIND for the kind: ``@serves("GET /KIND/{}/status")``.

It returns the response's data (an object, a list envelope, None for an empty body, bytes for
another format, ``Success`` for a status other than the first documented one), with the fields
of every API level: ``schema.response_shaping`` keeps those of the level served and adds missing
ones. The status is the documented one. It rejects a request by raising ``Refusal``. Before the call
the server checks the token, looks up every document named in the path (for kinds in ``KINDS``) and
validates the body; the handler runs in one transaction that a refusal rolls back.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from qovery_cli import catalog
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS, kind_in

if TYPE_CHECKING:
    from qovery_cli.catalog import Operation
    from qovery_cli.sandbox.datetimes import Moment
    from qovery_cli.sandbox.state.store import Document, Store

#: The kind of document of each path parameter. Handlers look up other parameters.
KINDS: Mapping[str, str] = {
    "organizationId": "organization",
    "projectId": "project",
    "environmentId": "environment",
    "clusterId": "cluster",
    "deploymentStageId": "deploymentStage",
    "blueprintId": "blueprint",
    **{f"{kind}Id": kind for kind in SERVICE_KINDS},
}


class Refusal(Exception):  # noqa: N818 - a response, not an error of the sandbox
    """An error response: a status of 400 or above, and a message.

    ``more`` is added to the error's body, ``headers`` to the response's.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        more: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.more = dict(more or {})
        self.headers = dict(headers or {})


@dataclass(frozen=True, slots=True)
class Success:
    """Response data with one of several documented statuses of success."""

    status: int
    data: Any


@dataclass(frozen=True, slots=True)
class Call:
    """A validated request: the operation, its values and the state of the sandbox.

    ``path`` and ``query`` hold strings by parameter name (a query's numbers and booleans too);
    ``now`` is the time of the request in seconds since 1970; ``user`` is the account's document;
    ``url`` is the base URL of the sandbox, ``agent`` the client's User-Agent.
    """

    operation: "Operation"
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    level: str
    store: "Store"
    now: float
    clock: "Moment"
    user: "Document"
    url: str = "http://127.0.0.1"
    agent: str = ""

    @property
    def kind(self) -> str:
        """The kind of service that the operation, or the ``serviceId`` in its path, is about."""
        id = self.path.get("serviceId")
        kind = kind_in(self.operation.path) if id is None else self.store.kind_of(id)
        if kind is None:
            raise ValueError(f"{self.operation.key} is about no kind of service.")
        return kind

    def service(self) -> "Document":
        """Return the service in the path; Refusal 404 if it does not exist."""
        return self.document(self.kind, self.path.get("serviceId"))

    def document(self, kind: str, id: str | None = None) -> "Document":
        """Return the document of a kind with this id, by default the one in the path.

        Raises Refusal 404 if it does not exist.
        """
        key = id if id is not None else self.path[_parameter(kind)]
        document = self.store.get(kind, key)
        if document is None:
            raise Refusal(404, f"No {kind} with the id {key} was found.")
        return document

    def flag(self, name: str) -> bool:
        """Return whether a boolean query parameter is true."""
        return self.query.get(name, "").lower() == "true"


def _parameter(kind: str) -> str:
    return f"{kind}Id"


Handler = Callable[[Call], Any]
_Function = TypeVar("_Function", bound=Handler)
_KEYS, _ROUTES = "__operations__", "__routes__"


def handles(*keys: str) -> Callable[[_Function], _Function]:
    """Mark a function as the handler of operations, by their keys in the catalog."""

    def mark(function: _Function) -> _Function:
        setattr(function, _KEYS, keys)
        return function

    return mark


def serves(*routes: str) -> Callable[[_Function], _Function]:
    """Mark a function as the handler of operations on every kind of service that has them."""

    def mark(function: _Function) -> _Function:
        setattr(function, _ROUTES, routes)
        return function

    return mark


def collect(modules: Iterable[ModuleType]) -> dict[str, Handler]:
    """Return the handlers of modules by operation key; ValueError if two claim one.

    They are the marked functions of a module and those in its ``HANDLERS``, a mapping by key.
    """
    handlers: dict[str, Handler] = {}
    for key, handler in (pair for module in modules for pair in _handlers_in(module)):
        if key in handlers:
            raise ValueError(f"{key} has two handlers.")
        handlers[key] = handler
    return handlers


def _handlers_in(module: ModuleType) -> Iterator[tuple[str, Handler]]:
    yield from getattr(module, "HANDLERS", {}).items()
    for function in vars(module).values():
        if getattr(function, "__module__", None) == module.__name__:
            keys = (*getattr(function, _KEYS, ()), *_served(function))
            yield from ((key, function) for key in keys)


def is_for_all_kinds(handler: Handler, key: str) -> bool:
    """Return whether a handler serves an operation for every kind of service that has it."""
    return key in _served(handler)


def _served(function: Any) -> list[str]:
    routes = getattr(function, _ROUTES, ())
    return [key for key, route in _service_routes().items() if route in routes] if routes else []


@cache
def _service_routes() -> Mapping[str, str]:
    """Return the route of each operation on a kind of service: ``GET /KIND/{}/status``."""
    routes: dict[str, str] = {}
    for key, operation in catalog.operations().items():
        kind = kind_in(operation.path)
        if kind is not None:
            path = re.sub(rf"/{kind}(?=/|$)", "/KIND", operation.path, count=1)
            path = re.sub(r"\{\w+\}", "{}", path)
            routes[key] = f"{operation.method} {path}"
    return routes
