import io
from collections.abc import Callable
from typing import Any

import pytest

from qovery_cli.output.terminal import Terminal

#: 2026-11-23T12:00:00Z
NOW = 1795435200.0


@pytest.fixture
def now() -> float:
    return NOW


@pytest.fixture
def piped() -> Terminal:
    return Terminal(io.StringIO(), io.StringIO(), None)


@pytest.fixture
def person() -> Callable[..., Terminal]:
    """A terminal with a person at it, without colours unless asked for."""

    def make(width: int = 80, *, typed: str = "", **more: Any) -> Terminal:
        given: dict[str, Any] = {
            "interactive_out": True,
            "interactive_err": True,
            "can_ask": True,
            **more,
        }
        return Terminal(io.StringIO(), io.StringIO(), io.StringIO(typed), width, **given)

    return make
