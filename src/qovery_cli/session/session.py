"""Session of one invocation: the interface of commands."""

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from qovery_cli.catalog.resources import services_at
from qovery_cli.errors import QoveryError
from qovery_cli.frozen import changed
from qovery_cli.output.view import View
from qovery_cli.resolve.resolver import Resolver, ResourceRef
from qovery_cli.session.connection import Connection
from qovery_cli.session.empty_scope import EmptyScope
from qovery_cli.session.options import EngineOptions, Runtime
from qovery_cli.session.stdin import StandardInput


class Session(Connection):
    """Interface of commands: find resources, send requests, wait, and print results.

    Read with ``get``, ``get_many`` and ``get_stream``; write with ``send`` and ``perform``.
    """

    def __init__(self, runtime: Runtime, flags: EngineOptions, view: View | None = None) -> None:
        super().__init__(runtime, flags)
        self.view = view or View()
        self.stdin = StandardInput(runtime.read_stdin)
        #: True for a command that changes something: its output must not fail it.
        self.is_change = False
        #: Target of the action, for results that have no name or id of their own.
        self.target: ResourceRef | None = None
        #: Operations that the API refused and that have an older fallback, with their errors.
        self.refused: dict[str, QoveryError] = {}

    @cached_property
    def resolver(self) -> Resolver:
        """Resolver of names, ids, paths and URLs."""
        return Resolver(
            self.get,
            self.settings.scope,
            offers=self.offers,
            learn=self._learn_list,
            fallback=self.empty_scope.used,
            services=services_at(self.level),
        )

    @cached_property
    def empty_scope(self) -> EmptyScope:
        """Rule for scope variables that are set but empty."""
        return EmptyScope(self.notice, changes=self.flags.changes)

    def _learn_list(
        self, operation: str, path: Mapping[str, str], rows: Sequence[Mapping[str, Any]]
    ) -> None:
        self.record(self.request(operation, path), {"results": rows})

    def find(
        self,
        kind: str,
        text: str | None = None,
        within: Mapping[str, str] | None = None,
        *,
        named: bool = False,
    ) -> ResourceRef:
        """Return the resource for a name, id, path or URL, or else the one of the context.

        ``within`` are path values that are resolved already, by parameter. With ``named`` an id is
        looked up too, so that its name is known. Raises NotFoundError with candidates, and
        UsageError if no resource is specified or the name is ambiguous.
        """
        return self.resolver.find(kind, text, within=within, named=named)

    def get_cached(self, operation: str, path: Mapping[str, str], query: Any = None) -> Any:
        """Return the response of a read operation, reusing one of a lookup in this run.

        Use it for output and as the base of an update; not for polling, and not after a prompt.
        """
        return self.resolver.memo(operation, path, query or None)

    def perform(
        self,
        action: str,
        target: ResourceRef,
        operation: str,
        path: Mapping[str, str],
        *,
        query: Mapping[str, Any] | None = None,
        body: Any = None,
    ) -> Any:
        """Start an action; with ``--wait``, wait for its end and return the last status.

        ``action`` is a key of ``catalog.states.ENDS``. A body that needs requests of its own is a
        function, called in parallel. Raises ``tracking.errors`` for any end but success.
        """
        from qovery_cli.http.concurrency import both
        from qovery_cli.session.render import set_target
        from qovery_cli.session.tracking.deployment import Deployment, start_only

        set_target(self, target)
        if self.flags.dry_run_only or not self.flags.wait:
            body = body() if callable(body) else body
            return start_only(self, target, self.request(operation, path, query, body))
        start = partial(Deployment, self, action, target, path)
        deployment, body = both(start, body) if callable(body) else (start(), body)
        return deployment.run(self.request(operation, path, query, body))

    def show(self, data: Any, view: View | None = None) -> None:
        """Print data on stdout in the selected format, or the plan in a dry run.

        The default view has the columns of the command.
        """
        from qovery_cli.session.render import show_outcome

        show_outcome(self, data, view or self.view)

    def show_raw(self, data: Any) -> None:
        """Print unprocessed data: JSON unless an option sets another format."""
        from qovery_cli.session.render import show_raw

        show_raw(self, data)

    def with_scope(self, scope: Mapping[str, str]) -> "Session":
        """Return a session with another scope, for name lookups in it."""
        return Session(self.runtime, changed(self.flags, scope=scope), self.view)
