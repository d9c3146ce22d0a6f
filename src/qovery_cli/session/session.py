"""Session of one invocation: settings, client, name lookup and output, each opened lazily."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from functools import cached_property, partial
from threading import Lock
from typing import TYPE_CHECKING, Any

from qovery_cli import catalog
from qovery_cli.auth.store import TokenStore
from qovery_cli.config.settings import Settings, load
from qovery_cli.errors import QoveryError
from qovery_cli.frozen import changed
from qovery_cli.http.client import Client
from qovery_cli.http.concurrency import both
from qovery_cli.http.request import Request, request_for
from qovery_cli.http.response import Response
from qovery_cli.output.message import notice
from qovery_cli.output.terminal import Terminal
from qovery_cli.output.view import View
from qovery_cli.resolve.resolver import Resolver, ResourceRef
from qovery_cli.session.empty_scope import EmptyScope
from qovery_cli.session.options import EngineOptions, Runtime
from qovery_cli.session.stdin import StandardInput

if TYPE_CHECKING:
    from qovery_cli.session.batch import ReadRequest


class Session:
    """Interface of commands: find resources, send requests, wait, and print results.

    Read with ``get``, ``get_many`` and ``get_stream``; write with ``send`` and ``perform``.
    """

    def __init__(self, runtime: Runtime, flags: EngineOptions, view: View | None = None) -> None:
        self.runtime = runtime
        self.flags = flags
        self.view = view or View()
        self.stdin = StandardInput(runtime.read_stdin)
        self.write_notice: Callable[[str, Terminal], None] = notice
        self.planned: list[Request] = []
        self.retired: Mapping[str, str] = {}
        #: Values that must never be printed.
        self.secrets: set[str] = set()
        #: Operations with which this command has sent or planned changes.
        self.changing: set[str] = set()
        #: True for a command that changes something: its output must not fail it.
        self.is_change = False
        #: Target of the action, for results that have no name or id of their own.
        self.target: ResourceRef | None = None
        #: Operations that the API refused and that have an older fallback, with their errors.
        self.refused: dict[str, QoveryError] = {}
        self._client: Client | None = None
        self._opening = Lock()

    @cached_property
    def settings(self) -> Settings:
        """Settings and their origins, from options, environment, ``.qovery.yaml`` and profile."""
        return self.load_settings()

    def load_settings(self, *, new_profile: bool = False) -> Settings:
        """Return the settings; with ``new_profile`` the profile need not exist yet."""
        options = {name: self.flags.shared.get(name) for name in ("profile", "output")}
        return load(
            {**self.flags.scope, **options},
            self.runtime.environ,
            self.runtime.cwd,
            new_profile=new_profile,
        )

    @property
    def level(self) -> str:
        """API level of the server, such as "1.0.4"."""
        return self.settings.api_level

    @property
    def terminal(self) -> Terminal:
        """Terminal for output and prompts."""
        return self.runtime.terminal

    @property
    def client(self) -> Client:
        """Authenticated client of this session; AuthError without a token."""
        with self._opening:
            if self._client is None:
                self._client = self.client_for(self.authorization())
                self._client.deadline = self.flags.deadline
            return self._client

    def client_for(self, authorization: str | None) -> Client:
        """Return a client with another Authorization header than the profile's."""
        return Client(
            self.settings.api_url,
            authorization,
            debug=self.notice if self.flags.shared.get("debug") else None,
            notice=self.notice,
            secrets=self.secrets,
            max_answer=self.runtime.max_answer,
            ca_bundle=self.runtime.environ.get("QOVERY_CA_BUNDLE"),
            sleep=self.runtime.sleep,
        )

    @cached_property
    def tokens(self) -> TokenStore:
        """Token store, which reads nothing before a token is requested."""
        return TokenStore(self.settings.config_directory, self.runtime.environ)

    def authorization(self) -> str:
        """Return the value of the Authorization header; AuthError without a token."""
        from qovery_cli.auth.token import find_token

        return find_token(self.settings, self.runtime.environ, self.tokens).authorization

    @property
    def scheme(self) -> str:
        """Scheme of the Authorization header: Bearer or Token."""
        return self.authorization().split()[0]

    @cached_property
    def resolver(self) -> Resolver:
        """Resolver of names, ids, paths and URLs."""
        return Resolver(
            self.get,
            self.settings.scope,
            offers=self.offers,
            learn=self._learn_list,
            fallback=self.empty_scope.used,
        )

    @cached_property
    def empty_scope(self) -> EmptyScope:
        """Rule for scope variables that are set but empty."""
        return EmptyScope(self.notice, changes=self.flags.changes)

    def offers(self, operation: str) -> bool:
        """Return True if the API has an operation at this session's level."""
        return self.level in catalog.operation(operation).api

    def _learn_list(
        self, operation: str, path: Mapping[str, str], rows: Sequence[Mapping[str, Any]]
    ) -> None:
        self._record(self.request(operation, path), {"results": rows})

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

    def get(self, operation: str, path: Mapping[str, str], query: Any = None) -> Any:
        """Return the decoded response of a read operation."""
        return self.exchange(self.request(operation, path, query)).data

    def get_cached(self, operation: str, path: Mapping[str, str], query: Any = None) -> Any:
        """Return the response of a read operation, reusing one of a lookup in this run.

        Use it for output and as the base of an update; not for polling, and not after a prompt.
        """
        return self.resolver.memo(operation, path, query or None)

    def get_many(
        self, reads: Iterable[tuple[str, Mapping[str, str], Mapping[str, Any] | None]]
    ) -> list[Any]:
        """Return the responses of independent read operations, sent in parallel.

        Each is an operation with its path values and query. Raises the first failure, with the
        others in its detail.
        """
        from qovery_cli.session.batch import require_all

        requests = [self.request(operation, path, query) for operation, path, query in reads]
        responses = self.client.send_all(requests)
        for request, response in zip(requests, responses, strict=True):
            if isinstance(response, Response):
                self._record(request, response.data)
        return [response.data for response in require_all(responses)]

    def get_stream(
        self, requests: "Sequence[ReadRequest]"
    ) -> "Generator[tuple[ReadRequest, Any], None, None]":
        """Yield read requests with their decoded responses, in order, as soon as possible.

        Raises the first failure after the last result, with all others in its detail.
        """
        from qovery_cli.session.batch import stream_results

        return stream_results(self.client, requests, self._record)

    def send(
        self,
        operation: str,
        path: Mapping[str, str],
        *,
        query: Mapping[str, Any] | None = None,
        body: Any = None,
    ) -> Any:
        """Send the request of an operation and return the decoded response.

        In a dry run, add a request that changes something to the plan and return None.
        """
        return self.send_request(self.request(operation, path, query, body))

    def send_request(self, request: Request) -> Any:
        """Send a prepared request as ``send`` does, or plan it in a dry run."""
        from qovery_cli.session.render import prepare

        prepare(self, request)
        if self.flags.dry_run_only and request.changes:
            self.planned.append(request)
            return None
        return self.exchange(request).data

    def exchange(self, request: Request) -> Response:
        """Send a request and return the whole response, with its headers."""
        response = self.client.send(request)
        self._record(request, response.data)
        return response

    def _record(self, request: Request, data: Any) -> None:
        if self.runtime.memory is not None:
            self.runtime.memory.answered(request, data)

    def request(
        self, operation: str, path: Mapping[str, str], query: Any = None, body: Any = None
    ) -> Request:
        """Return the request of an operation for this session's API URL."""
        facts = catalog.operation(operation)
        request = request_for(facts, self.settings.api_url, path, query or {}, body)
        if self.level not in facts.api:
            # A lookup that the command needs is retired together with the command.
            replacement = next(iter(self.retired.values()), "")
            return changed(request, retired=self.retired.get(operation, replacement))
        return request

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

    def notice(self, text: str) -> None:
        """Write a notice to stderr, above the live lines of a wait."""
        self.write_notice(text, self.terminal)

    def close(self) -> None:
        """Close connections and write the completion cache."""
        if self._client is not None:
            self._client.close()
        if self.runtime.memory is not None:
            # Only settings that were loaded: a broken file must not fail the command that mends it.
            self.runtime.memory.flush(self.__dict__.get("settings"))
