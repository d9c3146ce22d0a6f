"""Update a resource without losing concurrent changes.

A PUT replaces the whole resource, and the API has no version or ETag to send with it. Updates from
one machine are therefore serialized with a lock, an old state is read and merged again before the
PUT, and the result is compared with the request. A change by another machine between the last read
and the PUT is still overwritten.
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
from qovery_cli.cli.current_state import as_request, read_current
from qovery_cli.errors import ConflictError, QoveryError
from qovery_cli.output.changes import show_changes, spelled
from qovery_cli.session import Session
from qovery_cli.session.update_lock import UpdateLock

#: Seconds after which the state that was read must be read again.
FRESH_FOR: Final = 1.0
#: Seconds before the resource is read once more if it does not show a change.
_PAUSE: Final = 0.5


def update_resource(
    session: Session, builder: BodyBuilder, query: Mapping[str, Any]
) -> tuple[Any, bool]:
    """Return the response of an update and True, or the resource and False if nothing changes.

    Raises ConflictError if somebody else changed the same field: before the PUT if the change is
    visible by then, else after it, if the resource does not show the sent values. A dry run only
    plans the request.
    """
    update = _Update(session, builder, query)
    builder.read_inputs()
    if session.flags.dry_run_only:
        return update.send(*update.prepared(cached=True))
    with UpdateLock(session, builder.operation.path.format(**builder.path)) as lock:
        builder.prompt_context = lock.pause
        started = monotonic()
        response, before, body = update.prepared()
        is_old = lock.paused or monotonic() - started > FRESH_FOR
        if is_old and not builder.replaces and not builder.is_unchanged(before, body):
            response, before, body = update.merged(before, body)
        response, changed = update.send(response, before, body)
        if changed:
            update.verify(before, body, response)
        return response, changed


class _Update:
    """The steps of one update."""

    def __init__(self, session: Session, builder: BodyBuilder, query: Mapping[str, Any]) -> None:
        self.session = session
        self.builder = builder
        self.query = query
        self.list_keys = builder.spec.list_keys

    def prepared(self, *, cached: bool = False) -> tuple[Any, Any, Any]:
        """Return the resource, its current state as a request body, and the body to send."""
        response, before = read_current(self.builder, cached=cached)
        body = self.builder.build_update(before, response)
        if not self.builder.replaces:
            show_changes(self.differences(before, body), self.session.terminal)
        return response, before, body

    def merged(self, base: Any, ours: Any) -> tuple[Any, Any, Any]:
        """Read the resource again and merge changes since ``base``; return as ``prepared``.

        Raises ConflictError if both changed a field to different values.
        """
        response, theirs = read_current(self.builder)
        merge = three_way_merge(base, ours, theirs, self.list_keys)
        foreign = self.differences(base, theirs)
        if foreign:
            self.session.notice("Changed by somebody else in the meantime:")
            show_changes(foreign, self.session.terminal)
        if merge.conflicts:
            raise ConflictError(
                f"Somebody else has just changed {_quoted(merge.conflicts)} to another value.",
                hint="Nothing was sent. Run the command again to start from the new state.",
            )
        if foreign:
            self.session.notice("These changes are kept.")
            self.builder.check(merge.body, theirs)
        return response, theirs, merge.body

    def differences(self, before: Any, after: Any) -> list[Change]:
        """Return the differences between two bodies for display, with secrets masked."""
        units = self.builder.spec.units
        return difference(before, after, self.builder.is_secret, self.list_keys, units)

    def send(self, response: Any, before: Any, body: Any) -> tuple[Any, bool]:
        """Send the body unless it changes nothing; return the response and whether it was sent."""
        if not self.builder.replaces and self.builder.is_unchanged(before, body):
            return response, False
        operation, path = self.builder.variant.operation, self.builder.path
        body = self.builder.wrap(body)
        return self.session.send(operation, path, query=self.query, body=body), True

    def verify(self, before: Any, body: Any, response: Any) -> None:
        """Raise ConflictError if the resource does not show the sent values.

        The update was made already, so errors while reading it back are only reported.
        """
        echo = as_request(self.builder, response) if isinstance(response, dict | list) else MISSING
        try:
            missing = self.missing(before, body, echo)
            if missing:
                # Reads may lag behind writes.
                self.session.runtime.sleep(_PAUSE)
                missing = self.missing(before, body, echo)
        except QoveryError as error:
            self.session.notice(f"The update was made, but could not be checked: {error.message}")
            return
        if missing:
            paths = [mismatch.path for mismatch in missing]
            raise ConflictError(
                f"The update was sent, but {_quoted(paths)} is not as it"
                " was sent: somebody else may have changed it at the same time.",
                hint="Look at the resource, and run the command again if the change is wanted.",
                detail=tuple(_describe(mismatch, self.builder.spec.units) for mismatch in missing),
            )

    def missing(self, before: Any, body: Any, echo: Any) -> list[Mismatch]:
        """Read the resource and return the sent changes that it does not show."""
        _, after = read_current(self.builder)
        named = self.builder.named_fields()
        # The server may compute derived fields differently.
        derived = {path.replace("[]", "") for path in self.builder.spec.derive} - named

        def ignored(path: str) -> bool:
            return path in derived or self.builder.is_secret(path)

        return not_applied(before, body, after, echo, ignored=ignored, list_keys=self.list_keys)


def _describe(mismatch: Mismatch, units: Mapping[str, str]) -> str:
    """Return a description of a mismatch, without the values of objects and lists."""
    sent, actual = mismatch.sent, mismatch.actual
    if sent is None and actual is not None:
        return f"{mismatch.path}: still there"
    if isinstance(sent, dict | list) or isinstance(actual, dict | list):
        return f"{mismatch.path}: not as it was sent"
    unit = units.get(mismatch.plain, "")
    sent, actual = (format_quantity(value, unit) or spelled(value) for value in (sent, actual))
    return f"{mismatch.path}: sent {sent}, read {actual}"


def _quoted(paths: Sequence[str]) -> str:
    return listed([f"'{path}'" for path in paths], "and")
