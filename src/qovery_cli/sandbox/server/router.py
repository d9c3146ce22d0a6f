"""Routing of paths to operations; a literal segment takes precedence over a parameter."""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from qovery_cli.catalog import Operation
from qovery_cli.sandbox.schema.string_formats import is_uuid


class Router:
    """The operations of one API level, by the segments of their paths."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        for operation in operations:
            node = self._root
            for segment in operation.path.strip("/").split("/"):
                node = node.child(segment)
            node.operations[operation.method] = operation

    def find(self, path: str) -> tuple[Mapping[str, Operation], tuple[str, ...]]:
        """Return the operations at a path by method, and the parameter values in the path.

        Both are empty for an unknown path. The path is percent-encoded.
        """
        match = _walk(self._root, path.strip("/").split("/"), ())
        if match is None:
            return {}, ()
        node, values = match
        return node.operations, tuple(_plain(unquote(value)) for value in values)


def by_name(operation: Operation, values: Iterable[str]) -> dict[str, str]:
    """Return path values by the names of an operation's parameters."""
    segments = operation.path.strip("/").split("/")
    names = [segment[1:-1] for segment in segments if segment.startswith("{")]
    return dict(zip(names, values, strict=True))


def _plain(value: str) -> str:
    """Return a UUID in lower case, as stored (RFC 9562, section 4); other values unchanged."""
    return value.lower() if is_uuid(value) else value


class _Node:
    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.parameter: _Node | None = None
        self.operations: dict[str, Operation] = {}

    def child(self, segment: str) -> "_Node":
        if not segment.startswith("{"):
            return self.words.setdefault(segment, _Node())
        self.parameter = self.parameter or _Node()
        return self.parameter


def _walk(
    node: _Node, segments: list[str], values: tuple[str, ...]
) -> tuple[_Node, tuple[str, ...]] | None:
    if not segments:
        return (node, values) if node.operations else None
    head, rest = segments[0], segments[1:]
    child = node.words.get(unquote(head))
    if child is not None:
        match = _walk(child, rest, values)
        if match is not None:
            return match
    if node.parameter is not None and head:
        return _walk(node.parameter, rest, (*values, head))
    return None
