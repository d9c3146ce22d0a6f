"""Questions to the API that are asked once only, however often the answer is needed."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

#: Asks an operation with its path values and, if there is one, its query.
Ask = Callable[..., Any]


class RequestMemo:
    """Remembers the answers of one invocation; two threads with one question ask it once."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._guard = Lock()
        self._locks: dict[tuple[Any, ...], Lock] = {}
        self._answers: dict[tuple[Any, ...], Any] = {}

    def __call__(
        self, operation: str, values: Mapping[str, str], query: Mapping[str, str] | None = None
    ) -> Any:
        """Return the decoded answer; errors are not remembered."""
        asked = sorted((query or {}).items())
        question = (operation, *sorted(values.items()), None, *asked)
        with self._guard:
            lock = self._locks.setdefault(question, Lock())
        with lock:
            if question not in self._answers:
                more = (dict(query),) if query else ()
                self._answers[question] = self._ask(operation, dict(values), *more)
            return self._answers[question]
