"""The interface between the server and its handlers: ``Call``, ``Refusal`` and ``handles``.

A handler is a function of one argument::

    @handles("getApplication")
    def get_application(call: Call) -> Any:
        return call.document("application")

It returns the response's data (an object, a list envelope, None for an empty body), with the fields
of every API level: ``schema.response_shaping`` keeps those of the level served and adds missing
ones. The status is the documented one. It rejects a request by raising ``Refusal``. Before the call
the server checks the token, looks up every document named in the path (for kinds in ``KINDS``) and
validates the body; the handler runs in one transaction that a refusal rolls back.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

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
    "applicationId": "application",
    "containerId": "container",
    "databaseId": "database",
    "jobId": "job",
    "helmId": "helm",
    "terraformId": "terraform",
}

#: The kinds of service, in the order in which an environment deploys them.
SERVICES = ("database", "container", "application")


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
class Call:
    """A validated request: the operation, its values and the state of the sandbox.

    ``path`` and ``query`` hold strings by parameter name (a query's numbers and booleans too);
    ``now`` is the time of the request in seconds since 1970; ``user`` is the account's document;
    ``url`` is the base URL of the sandbox.
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
_MARK = "__operations__"


def handles(*keys: str) -> Callable[[_Function], _Function]:
    """Mark a function as the handler of operations, by their keys in the catalog."""

    def mark(function: _Function) -> _Function:
        setattr(function, _MARK, keys)
        return function

    return mark


def collect(modules: Iterable[ModuleType]) -> dict[str, Handler]:
    """Return the marked functions of modules by operation key; ValueError if two claim one."""
    handlers: dict[str, Handler] = {}
    for module in modules:
        for function in vars(module).values():
            if getattr(function, "__module__", None) != module.__name__:
                continue
            for key in getattr(function, _MARK, ()):
                if key in handlers:
                    raise ValueError(f"{key} has two handlers.")
                handlers[key] = function
    return handlers
