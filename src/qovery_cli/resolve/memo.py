"""Memoized requests: each is sent once, however often its result is needed."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

#: A function that calls an operation with its path values and, optionally, its query.
Ask = Callable[..., Any]


class RequestMemo:
    """A thread-safe cache of the results of one invocation; equal requests are sent once."""

    def __init__(self, request: Ask) -> None:
        self._request = request
        self._guard = Lock()
        self._locks: dict[tuple[Any, ...], Lock] = {}
        self._results: dict[tuple[Any, ...], Any] = {}

    def __call__(
        self, operation: str, values: Mapping[str, str], query: Mapping[str, str] | None = None
    ) -> Any:
        """Return the decoded response; errors are not cached."""
        key = (operation, *sorted(values.items()), None, *sorted((query or {}).items()))
        with self._guard:
            lock = self._locks.setdefault(key, Lock())
        with lock:
            if key not in self._results:
                extra = (dict(query),) if query else ()
                self._results[key] = self._request(operation, dict(values), *extra)
            return self._results[key]
