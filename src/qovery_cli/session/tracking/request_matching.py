"""Tell which queued requests and which executions may belong to one deployment request."""

from collections.abc import Sequence

from qovery_cli.catalog.states import TRIGGERS
from qovery_cli.frozen import record
from qovery_cli.session.tracking.observations import Execution, Observation, QueuedRequest
from qovery_cli.session.tracking.verdicts import Goal, Receipt

#: The sizes of the pages in which a history is read.
PAGE, LARGE_PAGE = 20, 100


@record
class Matches:
    """Executions that may be ours, oldest first.

    ``wholly`` cover all that is expected, ``partly`` at least half of it, ``any`` do the same.
    ``complete`` is False if the page of the history was too short to show all.
    """

    wholly: tuple[Execution, ...] = ()
    partly: tuple[Execution, ...] = ()
    any: tuple[Execution, ...] = ()
    complete: bool = True


class Matcher:
    """Compares ids, actions, authors and services with those of the request.

    ``old`` are executions that began before it. ``own`` is the request as the queue shows it,
    once it has been seen there. ``authors`` are our names, where they had to be asked for.
    """

    def __init__(self, goal: Goal, before: Observation) -> None:
        self._goal = goal
        self.old = {row.id for row in before.history or ()} | before.executions
        self.own: QueuedRequest | None = None
        self.receipt = Receipt()
        self.authors: frozenset[str] | None = None

    def executions(self, seen: Observation) -> Matches:
        """Return the new executions of a history that may be ours."""
        new: list[Execution] = []
        for row in seen.history or ():
            if row.id in self.old:
                return self._sorted(seen, new, complete=True)
            new.append(row)
        # A page that shows no old execution may have been cut off.
        complete = len(new) < (LARGE_PAGE if seen.whole else PAGE)
        return self._sorted(seen, new, complete=complete)

    def _sorted(self, seen: Observation, new: Sequence[Execution], *, complete: bool) -> Matches:
        possible = tuple(row for row in reversed(new) if self._may_be_ours(row))
        needed = self._needed(seen)
        wholly = tuple(row for row in possible if needed <= row.service_ids)
        half = tuple(row for row in possible if 2 * len(needed & row.service_ids) >= len(needed))
        return Matches(wholly, half, possible, complete)

    def _needed(self, seen: Observation) -> frozenset[str]:
        """Return the services that our execution must cover, if they still exist."""
        services = self.own.services if self.own else self._goal.expected
        if seen.services is not None and self._goal.action != "delete":
            services &= seen.services.keys()
        return self._goal.targets | services

    def _may_be_ours(self, row: Execution) -> bool:
        fits = row.action in (None, "UNKNOWN") or row.action in TRIGGERS[self._goal.action]
        return fits and self._by_us(row.author) and self.receipt.precedes(row.created)

    def request(self, one: QueuedRequest) -> bool:
        """Return whether a queued request does what was asked for, for the same user."""
        needed = self._goal.targets or self._goal.expected
        fits = one.action in TRIGGERS[self._goal.action] and needed <= one.services
        return fits and self._by_us(one.author)

    def _by_us(self, author: str | None) -> bool:
        own = self.own and self.own.author
        known = {own} if own else self.authors
        return not known or author is None or author in known
