"""One action of ours in a modelled environment, with somebody else at work and a bad network."""

from contextlib import suppress
from dataclasses import dataclass
from random import Random
from typing import Any

from deployment_queue import EPOCH, Environment, Execution, Habits, RefusedError, Request

from qovery_cli.errors import UnavailableError
from qovery_cli.frozen import changed
from qovery_cli.http.polling import poll_until
from qovery_cli.resolve.resource_ref import ResourceRef
from qovery_cli.session.environment_snapshot import Service
from qovery_cli.session.tracking.by_id import IdTracker
from qovery_cli.session.tracking.by_state import StateTracker
from qovery_cli.session.tracking.goals import goal_for
from qovery_cli.session.tracking.observations import (
    GONE,
    Observation,
    executions_of,
    history_rows,
    queue_of,
    request_state_of,
    service_state,
    states_of_stages,
)
from qovery_cli.session.tracking.verdicts import FASTEST, Ending, Lookup, Need, Receipt, Verdict

KINDS = ("application", "container", "database", "environment")
TRIGGERS = {"deploy": "DEPLOY", "restart": "RESTART", "stop": "STOP", "delete": "DELETE"}
ENDINGS = {
    "SUCCESS": Ending.SUCCEEDED,
    "ERROR": Ending.FAILED,
    "CANCELED": Ending.CANCELLED,
}


@dataclass
class Scene:
    """One run, made from a seed: the environment, the others, the network, and our action."""

    seed: int
    level: str = "1.0.4"
    outage_until: float = 0.0
    lost: str = ""

    def __post_init__(self) -> None:
        self.random = random = Random(f"{self.level}/{self.seed}")
        self.environment = Environment(random, self.level, Habits.at_random(random))
        for number in range(random.randint(1, 4)):
            kind = random.choice(KINDS[:3])
            self.environment.add(f"{kind}-{number}", kind)
        services = sorted(self.environment.services)
        self.target = "env" if random.random() < 0.25 else random.choice(services)
        self.kind = "environment" if self.target == "env" else self.target.partition("-")[0]
        self.action = random.choice(("deploy", "deploy", "restart", "stop", "delete"))
        self.events: list[float] = []
        #: Where an answer may be lost, nobody else uses our token: that could not be told apart.
        self.network = random.choice(("good", "good", "bad", "loses"))
        shares = self.network != "loses" and random.random() < 0.15
        self.other = "ada" if shares else "grace"
        if shares:
            # What was cancelled and asked for anew by the same user could not be told apart.
            self.environment.habits.forgets_requests = False
        self.tracker: Any = None

    # Time.

    def clock(self) -> float:
        """Return the virtual time."""
        return self.environment.now

    def sleep(self, seconds: float) -> None:
        """Let time pass, and others act at their moments."""
        until = self.environment.now + seconds
        while self.events and self.events[0] <= until:
            self.environment.advance(self.events.pop(0))
            self._somebody_acts()
        self.environment.advance(until)

    def _somebody_acts(self) -> None:
        environment, random = self.environment, self.random
        chance = random.random()
        if chance < 0.12:
            environment.cancel_running()
        elif chance < 0.22 and self._cancellable():
            environment.cancel_request(random.choice(self._cancellable()))
        elif chance < 0.25 and self.level == "1.0.4":
            self._many_short_ones()
        else:
            self._somebody_asks(random.choice((6.0, 20.0, 60.0)))

    def _cancellable(self) -> list[Request]:
        """Return what waits for longer than a person needs to find and cancel it."""
        now = self.environment.now
        return [one for one in self.environment.waiting if now - one.asked_at > 3]

    def _many_short_ones(self) -> None:
        """Let so much happen in an outage that a page of the history overflows."""
        self.outage_until = self.environment.now + 40
        for _ in range(self.random.randint(15, 130)):
            self._somebody_asks(0.2)
            self.environment.advance(self.environment.now + 0.25)

    def _somebody_asks(self, longest: float) -> None:
        environment, random = self.environment, self.random
        services = set(environment.services)
        if not services:
            return
        if random.random() < 0.7:
            services = {random.choice(sorted(services))}
        actions = ["DEPLOY", "DEPLOY", "RESTART", "STOP"]
        if random.random() < 0.03:
            actions = ["DELETE"]
        fails = {id for id in sorted(services) if random.random() < 0.4}
        seconds = longest if longest < 1 else random.uniform(FASTEST, longest)
        action = random.choice(actions)
        with suppress(RefusedError):
            environment.ask(action, services, self.other, fails, seconds)

    # The run.

    def play(self) -> Verdict | None:
        """Return the verdict; None if nothing was sent, or if it was refused."""
        self._past()
        read_at = self.clock()
        before = self._read_before()
        if before is None or (self.target != "env" and self.target not in before.services):
            return None
        services = {
            id: Service(id, id, one.kind, None) for id, one in self.environment.services.items()
        }
        target = ResourceRef(self.kind, self.target, self.target)
        goal = goal_for(self.action, target, before, services, None)
        by_id = self.level == "1.0.4"
        self.tracker = (IdTracker if by_id else StateTracker)(goal, before)
        self.sleep(self.random.choice((0.1, 0.3, 3.0)))
        self.started = self.clock()
        receipt = self._post()
        if receipt is None:
            return None
        self.tracker.accepted(changed(receipt, waited=self.clock() - read_at))
        return poll_until(self._round, deadline=None, clock=self.clock, sleep=self.sleep)

    def _past(self) -> None:
        for _ in range(self.random.choice((0, 1, 5, 30))):
            author = self.random.choice(("ada", "grace"))
            names = set(self.environment.services)
            self.environment.ask(self.random.choice(("DEPLOY", "STOP")), names, author, set(), 1.0)
            pause = 10.0 if self.level == "1.0.3" else self.random.choice((0.5, 3.0))
            self.environment.advance(self.clock() + pause)
        count = self.random.choice((0, 2, 6))
        now = self.clock()
        self.events = sorted(now + self.random.expovariate(1 / 15) for _ in range(count))
        if self.random.random() < 0.4:
            self._somebody_asks(60.0)

    def _read_before(self) -> Observation | None:
        try:
            return self._read((Lookup.STATES, Lookup.QUEUE, Lookup.HISTORY), Observation())
        except UnavailableError:
            return None

    def _post(self) -> Receipt | None:
        random, environment = self.random, self.environment
        names = set(environment.services) if self.target == "env" else {self.target}
        fails = {id for id in sorted(names) if random.random() < 0.4}
        loses = self.network == "loses" and self.level == "1.0.4"
        self.lost = random.choice(("", "before", "after")) if loses else ""
        self.own: Request | None = None
        began, took = self.clock(), random.choice((0.1, 0.5, 5.0))
        self.sleep(took / 2)
        names &= set(environment.services)
        if self.lost != "before" and names:
            try:
                trigger, seconds = TRIGGERS[self.action], random.choice((1.0, 10.0, 90.0))
                self.own = environment.ask(trigger, names, "ada", fails, seconds)
            except RefusedError:
                return None
        if not names:
            return None
        answer = self.own and environment.answer(self.own, environment=self.target == "env")
        if self.action == "delete":
            answer = {}
        self.sleep(took / 2 if not self.lost else random.choice((1.0, 60.0)))
        if self.lost:
            return Receipt(None)
        answered = float(int(EPOCH + self.clock()))
        took = self.clock() - began
        return Receipt(answer or {}, (answered - took - 2, answered + 2))

    def _round(self) -> Verdict | None:
        seen = Observation(at=self.clock() - self.started)
        asks = self.tracker.lookups()
        while True:
            seen = self._read(asks, seen)
            outcome = self.tracker.observe(seen)
            if not isinstance(outcome, Need):
                return outcome if isinstance(outcome, Verdict) else None
            asks = outcome.lookups

    # The network.

    def _read(self, asks: tuple[Lookup, ...], seen: Observation) -> Observation:
        order = list(asks)
        self.random.shuffle(order)
        for ask in order:
            self.sleep(self.random.uniform(0.01, 0.2))
            if self.clock() < self.outage_until or self._fails():
                raise UnavailableError("API error.")
            found = self._old(ask) if self.level == "1.0.3" else self._new(ask)
            seen = changed(seen, **found)
        return seen

    def _fails(self) -> bool:
        return self.network != "good" and self.random.random() < 0.15

    def _new(self, ask: Lookup) -> dict[str, Any]:
        environment = self.environment
        if ask is Lookup.STATES:
            if self._environment_is_gone():
                return {"gone": True}
            status, services = states_of_stages(environment.statuses())
            return {"status": status, "services": services}
        if ask is Lookup.QUEUE:
            return {"queue": queue_of(environment.queue())}
        if ask is Lookup.AUTHORS:
            return {"authors": frozenset({"ada", "ada@acme.test"})}
        if ask is Lookup.REQUEST:
            data = environment.request_state(self.tracker.request)
            return {"request_state": GONE if data is None else request_state_of(data)}
        size = 100 if ask is Lookup.WHOLE_HISTORY else 20
        return {"history": executions_of(environment.history_page(size)), "whole": size == 100}

    def _old(self, ask: Lookup) -> dict[str, Any]:
        environment = self.environment
        if ask is Lookup.QUEUE:
            return {}
        if ask is not Lookup.STATES:
            size = 100 if ask is Lookup.WHOLE_HISTORY else 20
            rows = history_rows(environment.old_history_page(size))
            return {"history": rows, "whole": size == 100}
        if self._environment_is_gone():
            return {"gone": True}
        if self.target == "env":
            services = {id: service_state(environment.status(id)) for id in environment.services}
            return {"status": {"id": "env", "state": environment.state()}, "services": services}
        if self.target not in environment.services:
            return {"gone": True}
        status = environment.status(self.target)
        return {"status": status, "services": {self.target: service_state(status)}}

    def _environment_is_gone(self) -> bool:
        """Return whether the environment went with its last service, as ours was to do."""
        return self.target == "env" and self.action == "delete" and not self.environment.services

    # The truth.

    def truth(self) -> set[Ending]:
        """Return what our action came to; empty if the request never arrived."""
        left = self.environment.services
        gone = not left if self.target == "env" else self.target not in left
        if self.action == "delete" and gone:
            return {Ending.SUCCEEDED}
        if self.own is None:
            return set()
        request = self.own.final
        if request.execution is None:
            return {Ending.CANCELLED}
        return {self._ending(request.execution)}

    def _ending(self, execution: Execution) -> Ending:
        if self.target == "env":
            return ENDINGS[execution.status(execution.end)]
        return ENDINGS[execution.fates.get(self.target, "CANCELED")]
