"""The sandbox's own endpoints below ``/_sandbox/``: no token required, loopback only.

============================= ===============================================================
request                       effect
============================= ===============================================================
GET /_sandbox/                process id, API level, seed, speed and the clock's time
POST /_sandbox/reset          delete everything and seed again: ``{"seed": "demo"|...}``
POST /_sandbox/clock          ``{"advance": seconds}``, at most 100 years in all, and
                              ``{"speed": factor}``, from 0.001 to 1,000,000
GET, POST, DELETE .../faults  list, add or delete faults (see ``faults.py``)
POST .../injected-failures    ``{"target": id, "fault": word, "times": n}``: a resource's next
                              actions fail (``injected_failures.FAULTS``); null ends it
GET, DELETE .../requests      list or delete the latest 500 requests with their statuses
GET .../invoices/ID.pdf       the PDF of an invoice
============================= ===============================================================
"""

import json
import os
from collections import deque
from dataclasses import asdict
from typing import Any

from qovery_cli.sandbox.datetimes import FARTHEST, FASTEST, SLOWEST, Clock, is_speed, iso
from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.handlers.pdf import invoice_of
from qovery_cli.sandbox.seeds import SEEDS, plant
from qovery_cli.sandbox.server.backend import Incoming
from qovery_cli.sandbox.server.faults import Faults, parse_fault
from qovery_cli.sandbox.server.replies import Reply, reply
from qovery_cli.sandbox.state.injected_failures import inject
from qovery_cli.sandbox.state.store import Store

PREFIX = "/_sandbox/"
_KEPT = 500


class Control:
    """The endpoints about the sandbox itself."""

    def __init__(self, store: Store, clock: Clock, level: str, faults: Faults) -> None:
        self._store = store
        self._clock = clock
        self._level = level
        self._faults = faults
        self._requests: deque[dict[str, Any]] = deque(maxlen=_KEPT)

    def note(self, incoming: Incoming, status: int) -> None:
        """Log a request with its status, without body and token."""
        self._requests.append(
            {
                "method": incoming.method,
                "path": incoming.path,
                "status": status,
                "user_agent": incoming.headers.get("user-agent", ""),
            }
        )

    def respond(self, incoming: Incoming) -> Reply:
        """Return the response to a request below the prefix."""
        try:
            paper = invoice_of(incoming.path) if incoming.method == "GET" else None
            if paper is not None:
                return Reply(200, paper, {"content-type": "application/pdf"})
            return reply(200, self._data(incoming))
        except Refusal as error:
            return reply(error.status, {"status": error.status, "message": error.message})

    def _data(self, incoming: Incoming) -> Any:
        endpoint = incoming.path.removeprefix(PREFIX).strip("/")
        match incoming.method, endpoint:
            case "GET", "":
                return self._facts()
            case "POST", "reset":
                return self._reset(_fields(incoming))
            case "POST", "clock":
                return self._set_clock(_fields(incoming))
            case "POST", "injected-failures":
                return self._inject(_fields(incoming))
            case "POST", "faults":
                self._faults.add(parse_fault(_fields(incoming)))
            case "DELETE", "faults":
                self._faults.clear()
            case "DELETE", "requests":
                self._requests.clear()
            case "GET", "faults" | "requests":
                pass
            case _:
                raise Refusal(404, f"The sandbox has no {incoming.method} {incoming.path}.")
        if endpoint == "requests":
            return {"results": list(self._requests)}
        return {"results": [asdict(fault) for fault in self._faults.waiting()]}

    def _facts(self) -> dict[str, Any]:
        return {
            "pid": os.getpid(),
            "api": self._level,
            "seed": self._store.setting("seed"),
            "speed": self._store.speed,
            "now": iso(self._clock()),
        }

    def _reset(self, fields: dict[str, Any]) -> dict[str, Any]:
        seed = fields.get("seed", self._store.setting("seed"))
        if seed not in SEEDS:
            raise Refusal(400, f"seed must be one of {', '.join(SEEDS)}.")
        self._faults.clear()
        self._requests.clear()
        self._clock.ahead = 0.0
        self._store.clear()
        plant(self._store, seed)
        return self._facts()

    def _inject(self, fields: dict[str, Any]) -> dict[str, Any]:
        target, fault, times = (fields.get(name) for name in ("target", "fault", "times"))
        if not isinstance(target, str) or not (times is None or isinstance(times, int)):
            raise Refusal(400, "target must be an ID, and times an integer.")
        try:
            inject(self._store, target, fault, times)
        except ValueError as error:
            raise Refusal(400, str(error)) from None
        return fields

    def _set_clock(self, fields: dict[str, Any]) -> dict[str, Any]:
        ahead, speed = fields.get("advance", 0), fields.get("speed", self._store.speed)
        if not _is_number(speed) or not is_speed(speed):
            raise Refusal(400, f"speed must be from {SLOWEST:g} to {FASTEST:.0f}.")
        if not _is_number(ahead) or not 0 <= ahead <= FARTHEST - self._clock.ahead:
            most = f"{FARTHEST:.0f} seconds in all"
            raise Refusal(400, f"advance must be 0 or more, and not more than {most}.")
        self._clock.advance(ahead)
        self._store.speed = speed
        self._store.set_setting("ahead", self._clock.ahead)
        return self._facts()


def _fields(incoming: Incoming) -> dict[str, Any]:
    try:
        fields = json.loads(incoming.content or b"{}")
    except ValueError:
        raise Refusal(400, "The body is not JSON.") from None
    if not isinstance(fields, dict):
        raise Refusal(400, "The body must be an object.")
    return fields


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
