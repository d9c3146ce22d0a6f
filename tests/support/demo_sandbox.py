"""The sandbox in process with the demo in it, put back to its beginning in a millisecond."""

import asyncio
from collections.abc import Callable
from functools import cache
from typing import Any

import httpx

from qovery_cli.sandbox.datetimes import Clock
from qovery_cli.sandbox.seeds import plant
from qovery_cli.sandbox.server.app import create_app
from qovery_cli.sandbox.state.lifecycle import settle
from qovery_cli.sandbox.state.store import Store

NOW = 1_772_400_000.0  # 2026-03-01T21:20:00Z
TOKEN = "sandbox"

#: Where the items of a list are; any other object is all that there is.
ENVELOPES = ("results", "deployment_restrictions", "events", "targets")


@cache
def planted() -> Store:
    """Return the demo, planted once; copies of it are for use."""
    store = Store(clock=Clock(lambda: NOW))
    plant(store, "demo")
    # What time has brought is written down by the first request, once for all copies.
    settle(store, NOW)
    return store


class Seeded:
    """The sandbox at one level over a copy of the demo, its clock standing still."""

    def __init__(self, level: str, loop: asyncio.Runner) -> None:
        self.level = level
        self.clock = Clock(lambda: NOW)
        self.store = Store(clock=self.clock)
        self.store.copy_from(planted())
        self.app = create_app(self.store, api=level)
        self._held = planted(), self.store.changes
        self.known: dict[str, list[dict[str, Any]]] = {}
        self._loop = loop
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=True)
        self._client = httpx.AsyncClient(
            transport=transport, base_url="http://127.0.0.1", trust_env=False
        )

    def fresh(self) -> "Seeded":
        """Put everything back to the beginning, and return the sandbox."""
        self._hold(planted())
        self.clock.ahead = 0.0
        return self

    def _hold(self, wanted: Store) -> None:
        """Copy a store, unless the copy of it is still as it was."""
        if self._held != (wanted, self.store.changes):
            self.store.copy_from(wanted)
            self._held = wanted, self.store.changes

    def mark(self) -> Callable[[], None]:
        """Return what puts everything back to how it is now."""
        kept, ahead = Store(), self.clock.ahead
        kept.copy_from(self.store)
        self._held = kept, self.store.changes

        def back() -> None:
            self._hold(kept)
            self.clock.ahead = ahead

        return back

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        query: dict[str, str] | None = None,
        token: str | None = TOKEN,
    ) -> httpx.Response:
        """Return the answer to a request; a body of bytes is sent as it is."""
        asked: dict[str, Any] = {"headers": {"authorization": f"Token {token}"} if token else {}}
        asked["content" if isinstance(body, bytes) else "json"] = body
        sent = self._client.request(method, path, params=query or None, **asked)
        return self._loop.run(sent)

    def results(self, path: str) -> list[dict[str, Any]]:
        """Return the items of a list, however it is wrapped."""
        answer = self.ask("GET", path)
        assert answer.is_success, f"GET {path}: {answer.text}"
        data = answer.json()
        if isinstance(data, dict):
            data = next((data[name] for name in ENVELOPES if name in data), [data])
        return list(data)

    def close(self) -> None:
        """Close the store and the client."""
        self._loop.run(self._client.aclose())
        self.store.close()
