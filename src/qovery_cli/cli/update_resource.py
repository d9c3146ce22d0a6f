"""Update a resource without losing what somebody else changes at the same time.

A PUT replaces the whole resource, and the API has no version that a PUT could name. So the updates
of one machine take turns, what was read is read again before it is sent if it may be old, and what
was sent is compared with what the API has afterwards. Between the last read and the PUT remains a
window in which the change of another machine is overwritten.
"""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any, Final

from qovery_cli.body.diff import Change, difference
from qovery_cli.body.schemas import MISSING
from qovery_cli.body.suggestions import listed
from qovery_cli.body.three_way import three_way_merge
from qovery_cli.body.units import format_quantity
from qovery_cli.body.verify import Mismatch, not_applied
from qovery_cli.cli.body_builder import BodyBuilder
from qovery_cli.cli.current_state import as_request, current
from qovery_cli.errors import ConflictError, QoveryError
from qovery_cli.output.changes import show_changes, spelled
from qovery_cli.session import Session
from qovery_cli.session.update_lock import UpdateLock

#: Seconds for which what was read is taken for what is there.
FRESH_FOR: Final = 1.0
#: Seconds after which the API is asked once more when it does not show a change.
_PAUSE: Final = 0.5


def update_resource(
    session: Session, builder: BodyBuilder, query: Mapping[str, Any]
) -> tuple[Any, bool]:
    """Return the answer of an update and True, or the resource and False if nothing changes.

    Raises ConflictError if somebody else changed the same field: before anything is sent if it is
    known by then, else when the resource does not show what was sent. A rehearsal only plans the
    request.
    """
    update = _Update(session, builder, query)
    builder.collect()
    if session.flags.dry_run_only:
        return update.send(*update.prepared(known=True))
    with UpdateLock(session, builder.operation.path.format(**builder.path)) as lock:
        builder.asking = lock.pause
        started = monotonic()
        answer, before, body = update.prepared()
        old = lock.paused or monotonic() - started > FRESH_FOR
        if old and not builder.replaces and not builder.same(before, body):
            answer, before, body = update.merged(before, body)
        answer, changed = update.send(answer, before, body)
        if changed:
            update.verify(before, body, answer)
        return answer, changed


class _Update:
    """The steps of one update."""

    def __init__(self, session: Session, builder: BodyBuilder, query: Mapping[str, Any]) -> None:
        self.session = session
        self.builder = builder
        self.query = query
        self.list_keys = builder.row.list_keys

    def prepared(self, *, known: bool = False) -> tuple[Any, Any, Any]:
        """Return the resource, the body that would leave it as it is, and the body to send."""
        answer, before = current(self.builder, known=known)
        body = self.builder.changed(before, answer)
        if not self.builder.replaces:
            show_changes(self.differences(before, body), self.session.terminal)
        return answer, before, body

    def merged(self, base: Any, ours: Any) -> tuple[Any, Any, Any]:
        """Return what ``prepared`` returns, read anew, with what changed since kept.

        Raises ConflictError if that is a field which this update changes to another value.
        """
        answer, theirs = current(self.builder)
        merge = three_way_merge(base, ours, theirs, self.list_keys)
        foreign = self.differences(base, theirs)
        if foreign:
            self.session.notice("Changed by somebody else in the meantime:")
            show_changes(foreign, self.session.terminal)
        if merge.conflicts:
            raise ConflictError(
                f"Somebody else has just changed {_named(merge.conflicts)} to another value.",
                hint="Nothing was sent. Run the command again to start from the new state.",
            )
        if foreign:
            self.session.notice("These changes are kept.")
            self.builder.check(merge.body, theirs)
        return answer, theirs, merge.body

    def differences(self, before: Any, after: Any) -> list[Change]:
        """Return the difference between two bodies, for a person to read."""
        units = self.builder.row.units
        return difference(before, after, self.builder.is_secret, self.list_keys, units)

    def send(self, answer: Any, before: Any, body: Any) -> tuple[Any, bool]:
        """Send the body unless it changes nothing; return the answer and whether it was sent."""
        if not self.builder.replaces and self.builder.same(before, body):
            return answer, False
        operation, path = self.builder.variant.operation, self.builder.path
        body = self.builder.wrapped(body)
        return self.session.send(operation, path, query=self.query, body=body), True

    def verify(self, before: Any, body: Any, answer: Any) -> None:
        """Raise ConflictError if the resource does not show what was sent.

        The update is done by then: what keeps it from being looked at is only a notice.
        """
        echo = as_request(self.builder, answer) if isinstance(answer, dict | list) else MISSING
        try:
            missing = self.missing(before, body, echo)
            if missing:
                # What answers reads may be a moment behind what takes writes.
                self.session.runtime.sleep(_PAUSE)
                missing = self.missing(before, body, echo)
        except QoveryError as error:
            self.session.notice(f"The update was made, but could not be checked: {error.message}")
            return
        if missing:
            raise ConflictError(
                f"The update was sent, but {_named([each.path for each in missing])} is not as it"
                " was sent: somebody else may have changed it at the same time.",
                hint="Look at the resource, and run the command again if the change is wanted.",
                detail=tuple(_told(each, self.builder.row.units) for each in missing),
            )

    def missing(self, before: Any, body: Any, echo: Any) -> list[Mismatch]:
        """Read the resource and return the changes that it does not show."""
        _, after = current(self.builder)
        given = self.builder.given_fields()
        # The server may know better than we what follows from other fields.
        derived = {path.replace("[]", "") for path in self.builder.row.derive} - given

        def ignored(path: str) -> bool:
            return path in derived or self.builder.is_secret(path)

        return not_applied(before, body, after, echo, ignored=ignored, list_keys=self.list_keys)


def _told(mismatch: Mismatch, units: Mapping[str, str]) -> str:
    """Return a line about a field; an object or list is not repeated."""
    sent, found = mismatch.sent, mismatch.actual
    if sent is None and found is not None:
        return f"{mismatch.path}: still there"
    if isinstance(sent, dict | list) or isinstance(found, dict | list):
        return f"{mismatch.path}: not as it was sent"
    unit = units.get(mismatch.plain, "")
    sent, found = (format_quantity(value, unit) or spelled(value) for value in (sent, found))
    return f"{mismatch.path}: sent {sent}, read {found}"


def _named(paths: Sequence[str]) -> str:
    return listed([f"'{path}'" for path in paths], "and")
