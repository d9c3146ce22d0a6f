"""Update a resource without losing concurrent changes.

A PUT replaces the whole resource, and the API has no version or ETag to send with it. Updates from
one machine are therefore serialized with a lock, an old state is read and merged again before the
PUT, and the result is compared with the request. A change by another machine between the last read
and the PUT is still overwritten.
"""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any, Final

from qovery_cli import catalog
from qovery_cli.body.diff import Change, difference
from qovery_cli.body.merge import json_equal
from qovery_cli.body.schemas import MISSING
from qovery_cli.body.suggestions import listed
from qovery_cli.body.three_way import three_way_merge
from qovery_cli.body.units import format_quantity
from qovery_cli.body.verify import Mismatch, not_applied
from qovery_cli.cli.body_builder import BodyBuilder
from qovery_cli.cli.invocation import Invocation
from qovery_cli.errors import ConflictError, NotFoundError, QoveryError
from qovery_cli.http.pagination import mapping, records
from qovery_cli.output.changes import show_changes, spelled
from qovery_cli.session.update_lock import UpdateLock

#: Seconds after which the state that was read must be read again.
FRESH_FOR: Final = 1.0
#: Seconds before the resource is read once more if it does not show a change.
_PAUSE: Final = 0.5


def update_resource(invocation: Invocation, builder: BodyBuilder) -> tuple[Any, bool]:
    """Return the response of an update and True, or the resource and False if nothing changes.

    Raises ConflictError if somebody else changed the same field: before the PUT if the change is
    visible by then, else after it, if the resource does not show the sent values. A dry run only
    plans the request.
    """
    session, update = invocation.session, _Update(invocation, builder)
    builder.read_inputs()
    if session.flags.dry_run_only:
        return update.send(*update.prepared(cached=True))
    with UpdateLock(session, invocation.operation.path.format(**invocation.target.values)) as lock:
        builder.prompt_context = lock.pause
        started = monotonic()
        response, before, body = update.prepared()
        is_old = lock.paused or monotonic() - started > FRESH_FOR
        if is_old and not builder.replaces and not json_equal(before, body):
            response, before, body = update.merged(before, body)
        response, changed = update.send(response, before, body)
        if changed:
            update.verify(before, body, response)
        return response, changed


class _Update:
    """The steps of one update."""

    def __init__(self, invocation: Invocation, builder: BodyBuilder) -> None:
        self.invocation = invocation
        self.session = invocation.session
        self.builder = builder
        self.fields = builder.fields
        self.list_keys = invocation.spec.list_keys

    def read(self, *, cached: bool = False) -> tuple[Any, Any]:
        """Return the current resource, and the request body that would not change it.

        With ``cached``, a response from earlier in this run is reused.
        """
        fetch, path = str(self.invocation.variant.fetch), self.invocation.target.values
        names = catalog.operation(fetch).path_names
        get = self.session.get_cached if cached else self.session.get
        response = get(fetch, {name: path[name] for name in names})
        item_names = [name for name in self.invocation.operation.path_names if name not in names]
        if item_names:
            response = _item(response, path[item_names[-1]])
        response = self.fields.unwrapped(response)
        return response, self.fields.from_response(response)

    def prepared(self, *, cached: bool = False) -> tuple[Any, Any, Any]:
        """Return the resource, its current state as a request body, and the body to send."""
        response, before = self.read(cached=cached)
        body = self.builder.build_update(before, response)
        if not self.builder.replaces:
            show_changes(self.differences(before, body), self.session.terminal)
        return response, before, body

    def merged(self, base: Any, ours: Any) -> tuple[Any, Any, Any]:
        """Read the resource again and merge changes since ``base``; return as ``prepared``.

        Raises ConflictError if both changed a field to different values.
        """
        response, theirs = self.read()
        merge = three_way_merge(base, ours, theirs, self.list_keys)
        foreign = self.differences(base, theirs)
        if foreign:
            self.session.notice("Someone else has changed the resource in the meantime.")
            show_changes(foreign, self.session.terminal)
        if merge.conflicts:
            raise ConflictError(
                f"Someone else has just changed {_quoted(merge.conflicts)} to another value.",
                hint="Nothing was sent. Run the command again to start from the new state.",
            )
        if foreign:
            self.session.notice("These changes are kept.")
            self.builder.check(merge.body, theirs)
        return response, theirs, merge.body

    def differences(self, before: Any, after: Any) -> list[Change]:
        """Return the differences between two bodies for display, with secrets masked."""
        units = self.invocation.spec.units
        return difference(before, after, self.fields.is_secret, self.list_keys, units)

    def send(self, response: Any, before: Any, body: Any) -> tuple[Any, bool]:
        """Send the body unless it changes nothing; return the response and whether it was sent."""
        if not self.builder.replaces and json_equal(before, body):
            return response, False
        operation, path = self.invocation.operation.key, self.invocation.target.values
        body = self.fields.wrapped(body)
        return self.session.send(operation, path, query=self.invocation.query, body=body), True

    def verify(self, before: Any, body: Any, response: Any) -> None:
        """Raise ConflictError if the resource does not show the sent values.

        The update was made already, so errors while reading it back are only reported.
        """
        is_resource = isinstance(response, dict | list)
        echo = self.fields.from_response(response) if is_resource else MISSING
        try:
            missing = self.missing(before, body, echo)
            if missing:
                # Reads may lag behind writes.
                self.session.runtime.sleep(_PAUSE)
                missing = self.missing(before, body, echo)
        except QoveryError as error:
            self.session.notice(f"The update was made, but could not be verified: {error.message}")
            return
        if missing:
            paths = [mismatch.path for mismatch in missing]
            units = self.invocation.spec.units
            raise ConflictError(
                f"The update was sent, but the resource shows another value of {_quoted(paths)}: "
                "someone else may have changed it at the same time.",
                hint="Check the resource, and run the command again if necessary.",
                detail=tuple(_describe(mismatch, units) for mismatch in missing),
            )

    def missing(self, before: Any, body: Any, echo: Any) -> list[Mismatch]:
        """Read the resource and return the sent changes that it does not show."""
        _, after = self.read()
        # The server may compute derived fields differently.
        derived = {path.replace("[]", "") for path in self.invocation.spec.derive}
        derived -= self.builder.inputs.named

        def ignored(path: str) -> bool:
            return path in derived or self.fields.is_secret(path)

        return not_applied(before, body, after, echo, ignored=ignored, list_keys=self.list_keys)


def _item(response: Any, id: str) -> Any:
    """Return the item of a list; a singleton is returned as an object instead of a list."""
    for item in records(response) or [mapping(response)]:
        if str(item.get("id")) == id:
            return item
    raise NotFoundError(f"{id} no longer exists.")


def _describe(mismatch: Mismatch, units: Mapping[str, str]) -> str:
    """Return a description of a mismatch, without the values of objects and lists."""
    sent, actual = mismatch.sent, mismatch.actual
    if sent is None and actual is not None:
        return f"{mismatch.path}: not removed"
    if isinstance(sent, dict | list) or isinstance(actual, dict | list):
        return f"{mismatch.path}: differs from the sent value"
    unit = units.get(mismatch.plain, "")
    sent, actual = (format_quantity(value, unit) or spelled(value) for value in (sent, actual))
    return f"{mismatch.path}: sent {sent}, read {actual}"


def _quoted(paths: Sequence[str]) -> str:
    return listed([f"'{path}'" for path in paths], "and")
