"""Connection of one invocation to the API: settings, token, client, requests."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

from qovery_cli import catalog
from qovery_cli.auth.store import TokenStore
from qovery_cli.config.settings import Settings, load
from qovery_cli.frozen import changed
from qovery_cli.http.client import Client
from qovery_cli.http.request import Request, request_for
from qovery_cli.http.response import Response
from qovery_cli.output.terminal import Terminal
from qovery_cli.session.options import EngineOptions, Runtime

if TYPE_CHECKING:
    from qovery_cli.session.batch import ReadRequest


class Connection:
    """Access to the API with the settings and the token of one invocation, opened lazily."""

    def __init__(self, runtime: Runtime, flags: EngineOptions) -> None:
        self.runtime = runtime
        self.flags = flags
        self.write_notice: Callable[[str, Terminal], None] = _write_notice
        #: Operations that the API level does not have, with their replacement.
        self.retired: Mapping[str, str] = {}
        #: Requests of a dry run that would change something.
        self.planned: list[Request] = []
        #: Operations with which this command has sent or planned changes.
        self.changing: set[str] = set()
        #: Values that must never be printed.
        self.secrets: set[str] = set()
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

    def offers(self, operation: str) -> bool:
        """Return True if the API has an operation at this session's level."""
        return self.level in catalog.operation(operation).api

    def get(self, operation: str, path: Mapping[str, str], query: Any = None) -> Any:
        """Return the decoded response of a read operation."""
        return self.exchange(self.request(operation, path, query)).data

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
                self.record(request, response.data)
        return [response.data for response in require_all(responses)]

    def get_stream(
        self, requests: "Sequence[ReadRequest]"
    ) -> "Generator[tuple[ReadRequest, Any], None, None]":
        """Yield read requests with their decoded responses, in order, as soon as possible.

        Raises the first failure after the last result, with all others in its detail.
        """
        from qovery_cli.session.batch import stream_results

        return stream_results(self.client, requests, self.record)

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
        self.record(request, response.data)
        return response

    def record(self, request: Request, data: Any) -> None:
        """Pass a decoded response to the completion cache."""
        if self.runtime.recorder is not None:
            self.runtime.recorder.record(request, data)

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

    def notice(self, text: str) -> None:
        """Write a notice to stderr, above the live lines of a wait."""
        self.write_notice(text, self.terminal)

    def close(self) -> None:
        """Close connections and write the completion cache."""
        if self._client is not None:
            self._client.close()
        if self.runtime.recorder is not None:
            # Only settings that were loaded: a broken file must not fail the command that mends it.
            self.runtime.recorder.flush(self.__dict__.get("settings"))


def _write_notice(text: str, terminal: Terminal) -> None:
    from qovery_cli.output.message import notice

    notice(text, terminal)
