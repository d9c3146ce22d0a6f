"""Match queued requests and executions against one deployment request."""

from collections.abc import Sequence

from qovery_cli.catalog.states import TRIGGERS
from qovery_cli.frozen import record
from qovery_cli.session.tracking.observations import Execution, Observation, QueuedRequest
from qovery_cli.session.tracking.verdicts import Goal, Receipt

#: Page sizes of history requests.
PAGE, LARGE_PAGE = 20, 100


@record
class Matches:
    """Executions that may be ours, oldest first.

    ``possible`` match in action, author and time. Of these, ``full`` cover all expected services
    and ``half_covered`` at least half of them. ``complete`` is False if the page of the history
    was too short to contain all.
    """

    full: tuple[Execution, ...] = ()
    half_covered: tuple[Execution, ...] = ()
    possible: tuple[Execution, ...] = ()
    complete: bool = True


class Matcher:
    """Matcher of ids, actions, authors and services with those of the request.

    ``old`` are the ids of executions that began before it. ``queued`` is the request as the queue
    has it, None until then. ``authors`` are the names of our user, None until fetched.
    """

    def __init__(self, goal: Goal, before: Observation) -> None:
        self._goal = goal
        self.old = {row.id for row in before.history or ()} | before.executions
        self.queued: QueuedRequest | None = None
        self.receipt = Receipt()
        self.authors: frozenset[str] | None = None

    def executions(self, latest: Observation) -> Matches:
        """Return the new executions in the history that may be ours."""
        new: list[Execution] = []
        for row in latest.history or ():
            if row.id in self.old:
                return self._sorted(latest, new, complete=True)
            new.append(row)
        # A full page without an old execution may not contain all new ones.
        complete = len(new) < (LARGE_PAGE if latest.whole else PAGE)
        return self._sorted(latest, new, complete=complete)

    def _sorted(self, latest: Observation, new: Sequence[Execution], *, complete: bool) -> Matches:
        possible = tuple(row for row in reversed(new) if self._may_be_ours(row))
        needed = self._needed(latest)
        full = tuple(row for row in possible if needed <= row.service_ids)
        half = tuple(row for row in possible if 2 * len(needed & row.service_ids) >= len(needed))
        return Matches(full, half, possible, complete)

    def _needed(self, latest: Observation) -> frozenset[str]:
        """Return the services that our execution must cover, if they still exist."""
        services = self.queued.services if self.queued else self._goal.expected
        if latest.services is not None and self._goal.action != "delete":
            services &= latest.services.keys()
        return self._goal.targets | services

    def _may_be_ours(self, row: Execution) -> bool:
        fits = row.action in (None, "UNKNOWN") or row.action in TRIGGERS[self._goal.action]
        return fits and self._by_us(row.author) and self.receipt.precedes(row.created)

    def request(self, queued: QueuedRequest) -> bool:
        """Return True if a queued request has our action, services and author."""
        needed = self._goal.targets or self._goal.expected
        fits = queued.action in TRIGGERS[self._goal.action] and needed <= queued.services
        return fits and self._by_us(queued.author)

    def _by_us(self, author: str | None) -> bool:
        queued_author = self.queued and self.queued.author
        authors = {queued_author} if queued_author else self.authors
        return not authors or author is None or author in authors
