"""Routing of paths to operations by Starlette's path patterns."""

from collections.abc import Iterable, Mapping
from functools import cache
from re import Pattern
from urllib.parse import quote, unquote

from starlette.routing import compile_path

from qovery_cli.catalog import Operation
from qovery_cli.sandbox.schema.string_formats import is_uuid


class Router:
    """The operations of one API level, by the patterns of their paths.

    Patterns are tried in an order in which a literal segment takes precedence over a parameter.
    Operations of one pattern may name its parameters differently.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        by_path: dict[tuple[str | None, ...], dict[str, Operation]] = {}
        for operation in operations:
            by_path.setdefault(_segments(operation.path), {})[operation.method] = operation
        literals_first = sorted(by_path, key=lambda path: [segment is None for segment in path])
        self._routes = [(_pattern(path), by_path[path]) for path in literals_first]

    def find(self, path: str) -> tuple[Mapping[str, Operation], tuple[str, ...]]:
        """Return the operations at a path by method, and the parameter values in the path.

        Both are empty for an unknown path. The path is percent-encoded: it is decoded after it
        was split, and matched in one spelling.
        """
        spelled = "".join(
            f"/{quote(unquote(part), safe='')}" for part in path.strip("/").split("/")
        )
        for pattern, operations in self._routes:
            match = pattern.match(spelled)
            if match is not None:
                return operations, tuple(_plain(unquote(value)) for value in match.groups())
        return {}, ()


def by_name(operation: Operation, values: Iterable[str]) -> dict[str, str]:
    """Return path values by the names of an operation's parameters."""
    return dict(zip(operation.path_names, values, strict=True))


def _segments(path: str) -> tuple[str | None, ...]:
    """Return the segments of an operation's path, None for a parameter."""
    return tuple(None if part.startswith("{") else part for part in path.strip("/").split("/"))


@cache
def _pattern(path: tuple[str | None, ...]) -> Pattern[str]:
    parts = (f"{{p{i}}}" if part is None else part for i, part in enumerate(path))
    return compile_path(f"/{'/'.join(parts)}")[0]


def _plain(value: str) -> str:
    """Return a UUID in lower case, as stored (RFC 9562, section 4); other values unchanged."""
    return value.lower() if is_uuid(value) else value
