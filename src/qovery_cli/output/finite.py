"""Replace numbers that JSON cannot represent (NaN and the infinities) by null."""

import json
import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any


class Finite:
    """A filter for non-finite numbers that calls ``report`` at the first one it replaces.

    Such numbers come from servers that write NaN, and from ``to_number('nan')`` in a query.
    """

    def __init__(self, report: Callable[[], None]) -> None:
        self._report: Callable[[], None] | None = report
        self._encode = json.JSONEncoder(allow_nan=False, check_circular=False).encode

    def data(self, data: Any) -> Any:
        """Return the data itself, or a copy with null for every number that is not finite."""
        try:
            # The C encoder is the fastest way to check every value.
            self._encode(data)
        except ValueError:
            if self._report is not None:
                self._report()
                self._report = None
            return _replaced(data)
        return data

    def items(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield the items of a stream, each as `data` returns it."""
        return (self.data(item) for item in items)


def _replaced(data: Any) -> Any:
    if isinstance(data, float):
        return data if math.isfinite(data) else None
    if isinstance(data, dict):
        return {key: _replaced(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_replaced(value) for value in data]
    return data
