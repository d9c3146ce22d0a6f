"""A model of an environment of the API: queue, executions, states and history, without real time.

Built from what is known of the real API: one execution at a time, requests wait first in, first
out, waiting requests of the same user and action are merged, and the states of a waiting service
keep the id of its previous execution. What is not known of it is a ``Habits``, so that tests can
vary it. At level 1.0.3 there is no queue: a request during another one is refused.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any

GROUPS = {"application": "applications", "container": "containers", "database": "databases"}
ENDS = {"DEPLOY": "DEPLOYED", "RESTART": "RESTARTED", "STOP": "STOPPED", "DELETE": "DELETED"}
GOING = {"DEPLOY": "DEPLOYING", "RESTART": "RESTARTING", "STOP": "STOPPING", "DELETE": "DELETING"}
WAITS = {
    "DEPLOY": "DEPLOYMENT_QUEUED",
    "RESTART": "RESTART_QUEUED",
    "STOP": "STOP_QUEUED",
    "DELETE": "DELETE_QUEUED",
}
ERRORS = {
    "DEPLOY": "DEPLOYMENT_ERROR",
    "RESTART": "RESTART_ERROR",
    "STOP": "STOP_ERROR",
    "DELETE": "DELETE_ERROR",
}
#: What 1.0.3 calls the states that came later.
EARLIER = {"DEPLOYED": "RUNNING", "RESTARTED": "RUNNING", "RESTARTING": "DEPLOYING"}
EARLIER |= {"RESTART_QUEUED": "DEPLOYMENT_QUEUED", "RESTART_ERROR": "DEPLOYMENT_ERROR"}

#: The server's clock at the beginning, in Unix seconds: years from that of the tests.
EPOCH = 1_700_000_000.0


class RefusedError(Exception):
    """409: an operation is in progress."""


@dataclass
class Habits:
    """Behaviour that the documents leave open."""

    names_started_requests: bool = True
    shows_new_execution: bool = False
    keeps_request_after_start: bool = False
    forgets_requests: bool = False
    merges_into_new_id: bool = False
    cancelled_keep_older_state: bool = False

    @classmethod
    def at_random(cls, random: Random) -> "Habits":
        """Return any combination."""
        return cls(*(random.random() < 0.5 for _ in range(6)))


@dataclass
class Service:
    """A service: its state, and the execution that led to it."""

    id: str
    kind: str
    state: str = "READY"
    execution: str | None = None
    deployed_at: float | None = None


@dataclass
class Request:
    """A request, and what became of it: an execution, or a cancellation."""

    id: str
    action: str
    author: str
    services: set[str]
    fails: set[str]
    seconds: float
    asked_at: float
    execution: "Execution | None" = None
    cancelled: bool = False
    merged: "Request | None" = None

    @property
    def final(self) -> "Request":
        """The request that this one became a part of."""
        return self.merged.final if self.merged else self


@dataclass
class Execution:
    """A request under way or at its end; ``fates`` are SUCCESS, ERROR or CANCELED by service."""

    id: str
    request: Request
    began: float
    ends: dict[str, float]
    fates: dict[str, str]
    older: dict[str, str]
    cancelled_at: float | None = None

    @property
    def end(self) -> float:
        """When it has ended."""
        return max(self.ends.values(), default=self.began)

    def status(self, now: float) -> str:
        """Return how far it is, in the words of ``action_status``."""
        if now < self.end:
            return "CANCELING" if self.cancelled_at is not None else "ONGOING"
        if self.cancelled_at is not None:
            return "CANCELED"
        return "ERROR" if "ERROR" in self.fates.values() else "SUCCESS"


@dataclass
class Environment:
    """One environment at a level; ``now`` is moved by whoever uses it."""

    random: Random
    level: str = "1.0.4"
    habits: Habits = field(default_factory=Habits)
    now: float = 0.0
    services: dict[str, Service] = field(default_factory=dict)
    waiting: list[Request] = field(default_factory=list)
    history: list[Execution] = field(default_factory=list)
    requests: dict[str, Request] = field(default_factory=dict)

    def add(self, id: str, kind: str) -> None:
        """Add a service that was never deployed."""
        self.services[id] = Service(id, kind)

    @property
    def running(self) -> Execution | None:
        """The execution that is under way."""
        last = self.history[-1] if self.history else None
        return last if last is not None and self.now < last.end else None

    def advance(self, to: float) -> None:
        """Let time pass: executions end, and what waits begins."""
        while True:
            last = self.history[-1] if self.history else None
            if last is not None and last.end > to:
                break
            if last is not None:
                self._settle(last)
            if not self.waiting:
                break
            self.now = max(self.now, last.end if last else self.now)
            self._begin(self.waiting.pop(0))
        self.now = max(self.now, to)

    def _settle(self, execution: Execution) -> None:
        for id, fate in execution.fates.items():
            service = self.services.get(id)
            if service is None or service.execution != execution.id:
                continue
            service.state = self._state(execution, id, fate)
            service.deployed_at = execution.ends[id]
            if service.state == "DELETED":
                del self.services[id]

    def _state(self, execution: Execution, id: str, fate: str) -> str:
        action = execution.request.action
        if fate == "CANCELED":
            kept = self.habits.cancelled_keep_older_state
            return execution.older[id] if kept else "CANCELED"
        return ENDS[action] if fate == "SUCCESS" else ERRORS[action]

    def _begin(self, request: Request) -> None:
        covered = [id for id in sorted(request.services) if id in self.services]
        longest = request.seconds
        ends = {id: self.now + longest * self.random.uniform(0.3, 1) for id in covered}
        if covered:
            ends[covered[0]] = self.now + longest
        request.execution = Execution(
            f"env-{len(self.history) + 1}",
            request,
            self.now,
            ends,
            {id: "ERROR" if id in request.fails else "SUCCESS" for id in covered},
            {id: self.services[id].state for id in covered},
        )
        for id in covered:
            self.services[id].execution = request.execution.id
        self.history.append(request.execution)

    # What users do.

    def ask(
        self, action: str, services: set[str], author: str, fails: set[str], seconds: float
    ) -> Request:
        """Accept a request as the API does; raises RefusedError at 1.0.3 while another runs."""
        self.advance(self.now)
        request = Request(self._id(), action, author, set(services), fails, seconds, self.now)
        self.requests[request.id] = request
        if self.running is None and not self.waiting:
            self._begin(request)
            return request
        if self.level == "1.0.3":
            raise RefusedError
        same = (one for one in self.waiting if (one.author, one.action) == (author, action))
        other = next(same, None)
        if other is None:
            self.waiting.append(request)
            return request
        other.services |= request.services
        other.fails |= fails
        request.merged = other
        return request

    def _id(self) -> str:
        return f"request-{self.random.getrandbits(48):012x}"

    def cancel_request(self, request: Request) -> None:
        """Take a request out of the queue."""
        if request in self.waiting:
            self.waiting.remove(request)
            request.cancelled = True

    def cancel_running(self) -> None:
        """Cancel what is under way; services that have ended keep their end."""
        execution = self.running
        if execution is None or execution.cancelled_at is not None:
            return
        execution.cancelled_at = self.now
        for id, end in execution.ends.items():
            if end > self.now:
                execution.fates[id] = "CANCELED"
                execution.ends[id] = self.now + 1.5

    # What the API answers.

    def answer(self, request: Request, *, environment: bool) -> dict[str, Any]:
        """Return the body of the 202."""
        started = request.final.execution is not None
        shown: str | None = request.id
        if started and not self.habits.names_started_requests:
            shown = None
        if request.merged and not self.habits.merges_into_new_id:
            shown = request.final.id
        last = self.history[-1].id if self.history else None
        if started and not self.habits.shows_new_execution:
            last = self.history[-2].id if len(self.history) > 1 else None
        key = "last_deployment_id" if environment else "execution_id"
        return {"deployment_request_id": shown, key: last} if self.level != "1.0.3" else {}

    def statuses(self) -> dict[str, Any]:
        """Return the answer of statusesWithStages."""
        stage: dict[str, list[Any]] = {group: [] for group in GROUPS.values()}
        for service in self.services.values():
            stage[GROUPS[service.kind]].append(self.status(service.id))
        last = self.history[-1].id if self.history else None
        own = {"id": "env", "state": self.state(), "last_deployment_id": last}
        return {"environment": own, "stages": [stage]}

    def state(self) -> str:
        """Return the state of the environment."""
        states = {self.status(id)["state"] for id in self.services}
        for part in ("QUEUED", "ING"):
            going = sorted(one for one in states if one.endswith(part) and one != "RUNNING")
            if going:
                return going[0]
        failed = sorted(one for one in states if one.endswith("ERROR"))
        if failed:
            return failed[0]
        return "CANCELED" if "CANCELED" in states else next(iter(sorted(states)), "READY")

    def status(self, id: str) -> dict[str, Any]:
        """Return the status of a service."""
        service = self.services[id]
        state, request = service.state, None
        running = self.running
        if running is not None and id in running.fates:
            state = self._now(running, id)
            request = running.request.id if self.habits.keeps_request_after_start else None
        pending = next((one for one in reversed(self.waiting) if id in one.services), None)
        if pending is not None and (running is None or id not in running.fates):
            state, request = WAITS[pending.action], pending.id
        found = {"id": id, "state": self._shown(state)}
        if service.deployed_at is not None:
            found["last_deployment_date"] = date(service.deployed_at)
        if self.level != "1.0.3":
            found |= {"execution_id": service.execution, "deployment_request_id": request}
        return found

    def _shown(self, state: str) -> str:
        return EARLIER.get(state, state) if self.level == "1.0.3" else state

    def _now(self, execution: Execution, id: str) -> str:
        action = execution.request.action
        if self.now >= execution.ends[id]:
            return self._state(execution, id, execution.fates[id])
        if execution.cancelled_at is not None:
            return "CANCELING"
        return WAITS[action] if self.now < execution.began + 0.5 else GOING[action]

    def queue(self) -> dict[str, Any]:
        """Return the answer of deploymentQueue."""
        return {"results": [self._queued(request) for request in self.waiting]}

    def _queued(self, request: Request) -> dict[str, Any]:
        services = [
            {"identifier": {"service_id": id, "service_type": "APPLICATION", "name": id}}
            for id in sorted(request.services)
        ]
        return {
            "identifier": {"deployment_request_id": request.id, "environment_id": "env"},
            "auditing_data": {"triggered_by": request.author, "origin": "CLI"},
            "trigger_action": request.action,
            "stages": [{"name": "all", "status": "QUEUED", "services": services}],
        }

    def history_page(self, size: int) -> dict[str, Any]:
        """Return the answer of deploymentHistoryV2."""
        return {"results": [self._row(one) for one in reversed(self.history[-size:])]}

    def _row(self, execution: Execution) -> dict[str, Any]:
        status = execution.status(self.now)
        services = [
            {
                "identifier": {"service_id": id, "service_type": "APPLICATION", "name": id},
                "status": self._now(execution, id),
                "status_details": {
                    "status": execution.fates[id] if self.now >= execution.ends[id] else "ONGOING"
                },
            }
            for id in execution.fates
        ]
        return {
            "identifier": {"execution_id": execution.id, "environment_id": "env"},
            "auditing_data": {
                "created_at": date(execution.began),
                "triggered_by": execution.request.author,
            },
            "trigger_action": execution.request.action,
            "action_status": status,
            "status": self._overall(execution, status),
            "stages": [{"name": "all", "services": services}],
        }

    def _overall(self, execution: Execution, status: str) -> str:
        action = execution.request.action
        words = {"SUCCESS": ENDS[action], "ERROR": ERRORS[action], "CANCELED": "CANCELED"}
        return self._shown(words.get(status) or {"CANCELING": status}.get(status, GOING[action]))

    def old_history_page(self, size: int = 20) -> dict[str, Any]:
        """Return the answer of the older deploymentHistory."""
        return {"results": [self._old_row(one) for one in reversed(self.history[-size:])]}

    def _old_row(self, execution: Execution) -> dict[str, Any]:
        groups: dict[str, list[Any]] = {group: [] for group in GROUPS.values()}
        for id, fate in execution.fates.items():
            kind = id.partition("-")[0]
            word: str | None = self._shown(self._now(execution, id))
            if kind != "application":
                word = "SUCCESS" if fate == "SUCCESS" else "FAILED"
                word = word if self.now >= execution.ends[id] else None
            groups[GROUPS[kind]].append({"id": f"{execution.id}/{id}", "name": id, "status": word})
        return {
            "id": execution.id,
            "created_at": date(execution.began),
            "status": self._overall(execution, execution.status(self.now)),
            **groups,
        }

    def request_state(self, id: str) -> dict[str, Any] | None:
        """Return the answer of deploymentStatus, None for 404."""
        request = self.requests.get(id)
        if request is None or (self.habits.forgets_requests and request not in self.waiting):
            return None
        if request.cancelled:
            return {"status": "CANCELED"}
        request = request.final
        if request.execution is None:
            return {"status": "QUEUED" if not request.cancelled else "CANCELED"}
        return {"status": self._overall(request.execution, request.execution.status(self.now))}


def date(moment: float) -> str:
    """Return a moment as the API writes it."""
    return datetime.fromtimestamp(EPOCH + moment, UTC).isoformat().replace("+00:00", "Z")
