"""Settings, client, names and output of one invocation, each opened when it is first used."""

from collections.abc import Generator, Iterable, Mapping, Sequence
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
    """What a command gets: find, ask, call, wait, show."""

    def __init__(self, runtime: Runtime, flags: EngineOptions, view: View | None = None) -> None:
        self.runtime = runtime
        self.flags = flags
        self.view = view or View()
        self.stdin = StandardInput(runtime.read_stdin)
        self.planned: list[Request] = []
        self.retired: Mapping[str, str] = {}
        #: Values that nothing may print.
        self.secrets: set[str] = set()
        #: Operations that this command changes something with.
        self.changing: set[str] = set()
        #: Whether the command changes something, so that its output cannot fail it.
        self.is_change = False
        #: What the command acts on, where the name or id of its result may be that of the target.
        self.target: ResourceRef | None = None
        #: Operations that the API refused where an older one may do, with the refusal.
        self.refused: dict[str, QoveryError] = {}
        self._client: Client | None = None
        self._opening = Lock()

    @cached_property
    def settings(self) -> Settings:
        """Settings with the origin of each; reads the profile file and ``.qovery.yaml``."""
        return self.load_settings()

    def load_settings(self, *, new_profile: bool = False) -> Settings:
        """Return the settings; with ``new_profile`` the profile need not be there yet."""
        typed = {name: self.flags.shared.get(name) for name in ("profile", "output")}
        return load(
            {**self.flags.scope, **typed},
            self.runtime.environ,
            self.runtime.cwd,
            new_profile=new_profile,
        )

    @property
    def level(self) -> str:
        """The API level that decides which fields are sent."""
        return self.settings.api_level

    @property
    def terminal(self) -> Terminal:
        """Where output goes and prompts come from."""
        return self.runtime.terminal

    @property
    def client(self) -> Client:
        """The one client, signed in; AuthError without a token."""
        with self._opening:
            if self._client is None:
                self._client = self.client_for(self.authorization())
                self._client.deadline = self.flags.deadline
            return self._client

    def client_for(self, authorization: str | None) -> Client:
        """Return a client with another token than the profile's, for trying one out."""
        debug = self.notice if self.flags.shared.get("debug") else None
        return Client(
            self.settings.api_url,
            authorization,
            debug=debug,
            notice=self.notice,
            secrets=self.secrets,
            max_answer=self.runtime.max_answer,
            ca_bundle=self.runtime.environ.get("QOVERY_CA_BUNDLE"),
            sleep=self.runtime.sleep,
        )

    @cached_property
    def tokens(self) -> TokenStore:
        """Where tokens are kept; nothing is read before one is asked for."""
        return TokenStore(self.settings.config_directory, self.runtime.environ)

    def authorization(self) -> str:
        """Return the value of the Authorization header; AuthError without a token."""
        from qovery_cli.auth.token import find_token

        return find_token(self.settings, self.runtime.environ, self.tokens).authorization

    @property
    def scheme(self) -> str:
        """The word before the token in the Authorization header: Bearer or Token."""
        return self.authorization().split()[0]

    @cached_property
    def resolver(self) -> Resolver:
        """Turns names, ids, paths and URLs into resources."""
        return Resolver(
            self.get,
            self.settings.scope,
            offers=self.offers,
            learn=self._learn_list,
            fallback=self.empty_scope.used,
        )

    @cached_property
    def empty_scope(self) -> EmptyScope:
        """The rule for scope variables that are set but empty."""
        return EmptyScope(self.notice, changes=self.flags.changes)

    def offers(self, operation: str) -> bool:
        """Tell whether the API has an operation at this session's level."""
        return self.level in catalog.operation(operation).api

    def _learn_list(
        self, operation: str, path: Mapping[str, str], rows: Sequence[Mapping[str, Any]]
    ) -> None:
        self._remember(self.request(operation, path), {"results": rows})

    def find(
        self,
        kind: str,
        text: str | None = None,
        within: Mapping[str, str] | None = None,
        *,
        named: bool = False,
    ) -> ResourceRef:
        """Return the one resource that a text means, or that the context fills in.

        ``within`` are path values that are decided already, by parameter. With ``named`` an id is
        looked up too, so that its name is known. Raises NotFoundError with candidates, UsageError
        for none given or for several.
        """
        return self.resolver.find(kind, text, within=within, named=named)

    def get(self, operation: str, path: Mapping[str, str], query: Any = None) -> Any:
        """Return the decoded answer of a reading operation."""
        return self.exchange(self.request(operation, path, query)).data

    def get_cached(self, operation: str, path: Mapping[str, str], query: Any = None) -> Any:
        """Return the answer of a reading operation; a look-up of this run may have it already.

        For what is shown, and for what an update starts from, which nobody has been made to wait
        for since; not for what is waited for.
        """
        return self.resolver.memo(operation, path, query or None)

    def get_many(
        self, asked: Iterable[tuple[str, Mapping[str, str], Mapping[str, Any] | None]]
    ) -> list[Any]:
        """Return the answers of independent reading operations, asked in parallel.

        Each is an operation with its path values and query. The first failure is raised, the
        others are listed in its detail.
        """
        from qovery_cli.session.batch import require_all

        requests = [self.request(operation, path, query) for operation, path, query in asked]
        answers = self.client.send_all(requests)
        for request, answer in zip(requests, answers, strict=True):
            if isinstance(answer, Response):
                self._remember(request, answer.data)
        return [answer.data for answer in require_all(answers)]

    def get_stream(
        self, questions: "Sequence[ReadRequest]"
    ) -> "Generator[tuple[ReadRequest, Any], None, None]":
        """Yield questions with the decoded answers, in order, each as soon as it is its turn.

        After the last one the first failure is raised, all others are listed in its detail.
        """
        from qovery_cli.session.batch import stream_results

        return stream_results(self.client, questions, self._remember)

    def send(
        self,
        operation: str,
        path: Mapping[str, str],
        *,
        query: Mapping[str, Any] | None = None,
        body: Any = None,
    ) -> Any:
        """Send a request and return the decoded answer.

        While rehearsing, a request that changes something is kept for the plan instead, and None
        is returned.
        """
        return self.send_request(self.request(operation, path, query, body))

    def send_request(self, request: Request) -> Any:
        """Send a request that is ready, or plan it while rehearsing."""
        from qovery_cli.session.render import prepare

        prepare(self, request)
        if self.flags.dry_run_only and request.changes:
            self.planned.append(request)
            return None
        return self.exchange(request).data

    def exchange(self, request: Request) -> Response:
        """Send a request and return the whole answer, with its headers."""
        answer = self.client.send(request)
        self._remember(request, answer.data)
        return answer

    def _remember(self, request: Request, data: Any) -> None:
        if self.runtime.memory is not None:
            self.runtime.memory.answered(request, data)

    def request(
        self, operation: str, path: Mapping[str, str], query: Any = None, body: Any = None
    ) -> Request:
        """Return the request for an operation at this session's host."""
        facts = catalog.operation(operation)
        made = request_for(facts, self.settings.api_url, path, query or {}, body)
        if self.level not in facts.api:
            # What a look-up needs is retired together with what it is for.
            instead = next(iter(self.retired.values()), "")
            return changed(made, retired=self.retired.get(operation, instead))
        return made

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
        """Start an action; with ``--wait``, return when it has ended, with the last status.

        ``action`` is a key of ``catalog.states.ENDS``. A body that needs requests of its own is a
        function, called in parallel. Raises the errors of ``verdict_errors`` for other ends.
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
        """Print data on stdout in the format asked for; the plan instead while rehearsing.

        Without a view the command's own columns are used.
        """
        from qovery_cli.session.render import show_outcome

        show_outcome(self, data, view or self.view)

    def show_raw(self, data: Any) -> None:
        """Print an answer as it came: JSON unless another format is asked for by an option."""
        from qovery_cli.session.render import show_raw

        show_raw(self, data)

    def with_scope(self, scope: Mapping[str, str]) -> "Session":
        """Return a session whose options name this scope, for looking names up in it."""
        return Session(self.runtime, changed(self.flags, scope=scope), self.view)

    def notice(self, text: str) -> None:
        """Say something on stderr."""
        notice(text, self.terminal)

    def close(self) -> None:
        """Give connections back, and keep what the next TAB can use."""
        if self._client is not None:
            self._client.close()
        if self.runtime.memory is not None:
            # Only settings that were read: a broken file must not keep a command from repairing it.
            self.runtime.memory.flush(self.__dict__.get("settings"))
