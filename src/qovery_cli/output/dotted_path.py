"""Evaluate dotted paths in JSON data.

A segment is the longest key that matches, since names of advanced settings contain dots. A list
is mapped item by item; ``ports[0].name`` or ``ports.0.name`` selects one item.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final


class Missing:
    """The type of MISSING."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


#: The result for a path that does not exist, as opposed to null.
MISSING: Final = Missing()


def find(data: Any, path: str) -> Any:
    """Return the value at a path, MISSING if there is none.

    A path across a list returns a list of values. The empty path is the data itself.
    """
    if not path:
        return data
    if isinstance(data, dict) and path in data:
        return data[path]
    return _walk(data, without_brackets(path).split("."))


def without_brackets(path: str) -> str:
    """Return a path with its indexes as segments: ``ports.0`` for ``ports[0]``."""
    return path.replace("[", ".").replace("]", "").lstrip(".") if "[" in path else path


def getter(path: str) -> Callable[[Any], Any]:
    """Return a function that evaluates a path as `find` does, fast for one or two segments."""
    first, _, second = path.partition(".")

    def get_one(data: Any) -> Any:
        return data.get(path, MISSING) if isinstance(data, dict) else find(data, path)

    def get_two(data: Any) -> Any:
        inner = data.get(first) if isinstance(data, dict) and path not in data else None
        return inner[second] if isinstance(inner, dict) and second in inner else find(data, path)

    if not path or "[" in path or "." in second:
        return lambda data: find(data, path)
    return get_two if second else get_one


def _walk(data: Any, segments: list[str]) -> Any:
    if not segments:
        return data
    if isinstance(data, list):
        return _walk_list(data, segments)
    if not isinstance(data, dict):
        return MISSING
    for end in range(len(segments), 0, -1):
        key = ".".join(segments[:end])
        if key in data:
            value = _walk(data[key], segments[end:])
            if value is not MISSING:
                return value
    return MISSING


def _walk_list(data: list[Any], segments: list[str]) -> Any:
    first = segments[0]
    if first.isascii() and first.isdigit() and len(first) < 10:
        index = int(first)
        return _walk(data[index], segments[1:]) if index < len(data) else MISSING
    values = [value for item in data if (value := _walk(item, segments)) is not MISSING]
    return values if values or not data else MISSING


def leaves(data: Any, prefix: str = "") -> Iterable[tuple[str, Any]]:
    """Yield the dotted path and value of every leaf in an object.

    Items of lists of objects are indexed; any other list is one value.
    """
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from leaves(value, f"{prefix}.{key}" if prefix else str(key))
    elif isinstance(data, list) and data and all(isinstance(item, dict) for item in data):
        for index, item in enumerate(data):
            yield from leaves(item, f"{prefix}[{index}]")
    else:
        yield prefix, data


def names(items: Iterable[Any]) -> list[str]:
    """Return the paths that exist in any of the items, in order of appearance."""
    paths: dict[str, None] = {}
    for item in items:
        _collect(item, "", paths)
    return list(paths)


def _collect(data: Any, prefix: str, paths: dict[str, None]) -> None:
    if isinstance(data, dict):
        for key, value in data.items():
            path = f"{prefix}.{key}" if prefix else str(key)
            paths.setdefault(path)
            _collect(value, path, paths)
    elif isinstance(data, list):
        for item in data:
            _collect(item, prefix, paths)
