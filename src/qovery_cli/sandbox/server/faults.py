"""Injected faults: slow, failing, broken and unexpected responses.

The header ``X-Sandbox-Fault`` requests a fault for one request; a POST of the same fields as JSON
to ``/_sandbox/faults`` does so for later requests. The header is a list of ``name=value`` pairs
separated by semicolons::

    X-Sandbox-Fault: kind=status; status=429; retry_after=2

=========== ======================================================================
kind        effect
=========== ======================================================================
status      the response is ``status`` (default 503), nothing takes effect;
            ``retry_after`` adds the header of that name, in seconds
late-status the request takes effect, then the response is ``status``
latency     the response is delayed by ``seconds``
broken      the connection closes in the middle of the response
html        an HTML page as of a gateway, with ``status`` (default 502)
empty       the right status with an empty body
truncated   half of the right body, complete as far as HTTP is concerned
state       every state in the response is ``state`` (default HIBERNATING)
=========== ======================================================================

``times`` is the number of requests (default 1; 0 for all until cleared), ``rate`` the share of
requests affected (default 1.0; the same ones in every run); ``method`` and ``path`` (with ``*``)
select requests.

Deployments fail by name, at any level: a service or cluster whose name contains one of the words
in ``state.injected_failures.FAULTS`` fails accordingly.
"""

import fnmatch
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.server.replies import Reply

KINDS = ("status", "late-status", "latency", "broken", "html", "empty", "truncated", "state")
_STATES = ("state", "status", "last_deployment_state")


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault and the requests it applies to."""

    kind: str
    status: int = 503
    seconds: float = 1.0
    retry_after: float | None = None
    state: str = "HIBERNATING"
    times: int = 1
    rate: float = 1.0
    method: str = "*"
    path: str = "*"

    @property
    def prevents(self) -> bool:
        """True if the request has no effect."""
        return self.kind == "status" or (self.kind == "html" and self.status >= 400)


def parse_fault(fields: Mapping[str, Any]) -> Fault:
    """Return the fault described by fields; Refusal 400 if they are invalid."""
    values: dict[str, Any] = {}
    for name, value in fields.items():
        kind = _TYPES.get(name)
        if kind is None:
            raise Refusal(400, f"A fault has no field {name}.")
        try:
            values[name] = kind(value)
        except (TypeError, ValueError):
            raise Refusal(400, f"{name} of a fault must be a number.") from None
    if values.get("kind") not in KINDS:
        raise Refusal(400, f"kind of a fault must be one of {', '.join(KINDS)}.")
    if values["kind"] == "html":
        values.setdefault("status", 502)
    return Fault(**values)


_TYPES: dict[str, Any] = {
    "kind": str,
    "status": int,
    "seconds": float,
    "retry_after": float,
    "state": str,
    "times": int,
    "rate": float,
    "method": str,
    "path": str,
}


def parse_header(text: str) -> Fault:
    """Return the fault in a value of ``X-Sandbox-Fault``; Refusal 400 if it is invalid."""
    pairs = (part.partition("=") for part in text.split(";") if part.strip())
    return parse_fault({name.strip(): value.strip() for name, _, value in pairs})


class Faults:
    """The faults for later requests."""

    def __init__(self, seed: str = "") -> None:
        self._waiting: list[Fault] = []
        self._random = Random(seed)

    def add(self, fault: Fault) -> None:
        """Add a fault for later requests."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Delete all faults."""
        self._waiting.clear()

    def waiting(self) -> list[Fault]:
        """Return the pending faults, oldest first."""
        return list(self._waiting)

    def take(self, method: str, path: str) -> list[Fault]:
        """Return the faults of a request, at most one of each kind, and count them down."""
        hit: dict[str, Fault] = {}
        for index, fault in enumerate(self._waiting):
            matches = fault.method in ("*", method) and fnmatch.fnmatch(path, fault.path)
            if fault.kind in hit or not matches or self._random.random() >= fault.rate:
                continue
            hit[fault.kind] = fault
            remaining = -1 if fault.times == 1 else max(fault.times - 1, 0)
            self._waiting[index] = replace(fault, times=remaining)
        self._waiting = [fault for fault in self._waiting if fault.times >= 0]
        return list(hit.values())


def apply_fault(fault: Fault, right: Reply | None) -> Reply:
    """Return the response changed by a fault; ``None`` stands for no original response."""
    if fault.kind in ("status", "late-status"):
        text = {"status": fault.status, "error": "Fault", "message": "Injected fault."}
        wait = {} if fault.retry_after is None else {"retry-after": f"{fault.retry_after:g}"}
        headers = {"content-type": "application/json", **wait}
        return Reply(fault.status, json.dumps(text).encode(), headers)
    if fault.kind == "html":
        page = f"<html><body><h1>{fault.status} Bad Gateway</h1></body></html>"
        return Reply(fault.status, page.encode(), {"content-type": "text/html"})
    if right is None:
        raise ValueError(f"{fault.kind} modifies a response, but the request has none.")
    if fault.kind == "empty":
        return replace(right, content=b"")
    if fault.kind == "truncated":
        return replace(right, content=right.content[: len(right.content) // 2])
    if fault.kind == "state":
        content = json.dumps(_strange(right.data, fault.state)).encode() if right.content else b""
        return replace(right, content=content)
    return right


def _strange(data: Any, state: str) -> Any:
    if isinstance(data, list):
        return [_strange(item, state) for item in data]
    if not isinstance(data, dict):
        return data
    changed = {}
    for name, value in data.items():
        is_state = name in _STATES and isinstance(value, str) and value.isupper()
        changed[name] = state if is_state else _strange(value, state)
    return changed
