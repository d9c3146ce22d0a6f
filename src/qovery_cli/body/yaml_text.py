"""Strict YAML 1.2 parsing that keeps the spelling of plain scalars.

``no``, ``on``, ``1:30`` and ``2026-01-31`` are strings. Any other plain scalar that is not a
string is returned as ``Unquoted``, with text and value, because only the schema of the field
decides if ``14.10`` is a number or a version.

This module imports yaml; import it only to parse YAML.
"""

import math
import re
from typing import Any, Final

import yaml
from yaml.composer import Composer
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner

from qovery_cli.body.json_text import MAX_DEPTH, TextError, check_text
from qovery_cli.frozen import record

#: More values than any body has; a few lines of aliases can expand to billions.
MAX_NODES: Final = 100_000

_PLAIN: Final = "plain"
_CORE: Final = "tag:yaml.org,2002:"
_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEAN: Final = {
    word: value
    for name, value in (("true", True), ("false", False))
    for word in (name, name.title(), name.upper())
}
#: Booleans of YAML 1.1: strings, unless the field is declared as a boolean.
_LIKE_BOOLEAN: Final = frozenset({"yes", "no", "on", "off"})
_INTEGER: Final = re.compile(r"[-+]?[0-9]{1,4000}")
_OTHER_BASE: Final = re.compile(r"0o[0-7]{1,400}|0x[0-9a-fA-F]{1,400}")
_NUMBER: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


@record
class Unquoted:
    """A plain scalar: its text and its YAML value."""

    text: str
    value: Any


class _Loader(Reader, Scanner, Parser, Composer, BaseResolver):
    """A YAML composer that resolves only if a scalar is plain."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        BaseResolver.__init__(self)


_Loader.add_implicit_resolver(_PLAIN, re.compile(r".*", re.DOTALL), None)


def loads(text: str) -> Any:
    """Parse a YAML text, with Unquoted values for plain scalars.

    Raises TextError with line and column for anything but one document of mappings, lists and
    scalars: duplicate keys, tags, unknown or recursive aliases.
    """
    try:
        node = _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or "invalid syntax"
        raise _problem(problem, mark) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise TextError("character not allowed in YAML", line) from None
    except (RecursionError, ValueError):
        raise TextError("nested too deeply, or invalid escape sequence") from None
    return None if node is None else _Builder().value(node, 0)


class _Builder:
    """A converter of nodes to values that limits their number."""

    def __init__(self) -> None:
        self.built = 0
        self.open: list[Node] = []

    def value(self, node: Node, depth: int) -> Any:
        self.built += 1
        if self.built > MAX_NODES or depth > MAX_DEPTH:
            raise _problem("too large or nested too deeply", node.start_mark)
        if any(node is other for other in self.open):
            raise _problem("recursive alias", node.start_mark)
        if isinstance(node, ScalarNode):
            return _scalar(node)
        self.open.append(node)
        try:
            if isinstance(node, SequenceNode) and node.tag == f"{_CORE}seq":
                return [self.value(item, depth + 1) for item in node.value]
            if isinstance(node, MappingNode) and node.tag == f"{_CORE}map":
                return self.mapping(node, depth)
        finally:
            self.open.pop()
        raise _problem(f"unknown tag {node.tag!r}", node.start_mark)

    def mapping(self, node: MappingNode, depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if key_node.tag == _PLAIN and key_node.value == "<<":
                merged = {**self.merged(value_node, depth), **merged}
                continue
            key = _key(key_node)
            if key in fields:
                raise _problem(f"duplicate key {key!r}", key_node.start_mark)
            fields[key] = self.value(value_node, depth + 1)
        return {**merged, **fields}

    def merged(self, node: Node, depth: int) -> dict[str, Any]:
        """Return the fields merged by "<<"; of several mappings, the first has precedence."""
        sources = node.value if isinstance(node, SequenceNode) else [node]
        fields: dict[str, Any] = {}
        for source in sources:
            value = self.value(source, depth + 1)
            if not isinstance(value, dict):
                raise _problem("'<<' requires a mapping", node.start_mark)
            fields = {**value, **fields}
        return fields


def _key(node: Node) -> str:
    if not isinstance(node, ScalarNode):
        raise _problem("a key must be a scalar", node.start_mark)
    value = _scalar(node)
    return value.text if isinstance(value, Unquoted) else str(value)


def _scalar(node: ScalarNode) -> Any:
    text = str(node.value)
    try:
        check_text(text)
    except TextError as error:
        raise _problem(error.problem, node.start_mark) from None
    if node.tag in (f"{_CORE}str", "!"):
        return text
    meaning = _meaning(text)
    if node.tag == _PLAIN:
        is_ambiguous = meaning != text or text.lower() in _LIKE_BOOLEAN
        return Unquoted(text, meaning) if is_ambiguous or not isinstance(meaning, str) else text
    types: dict[str, type | tuple[type, ...]] = {"int": int, "float": (int, float), "bool": bool}
    types["null"] = type(None)
    expected = types.get(node.tag.removeprefix(_CORE))
    if expected is None or not isinstance(meaning, expected):
        raise _problem(f"value does not match the tag {node.tag!r}", node.start_mark)
    return meaning


def _meaning(text: str) -> Any:
    """Return the value of a plain scalar in the core schema of YAML 1.2.

    Infinity and NaN stay strings: JSON has neither.
    """
    if text in _NULL:
        return None
    if text in _BOOLEAN:
        return _BOOLEAN[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    if _NUMBER.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    return text


def _problem(problem: str, mark: yaml.Mark | None) -> TextError:
    return TextError(problem, mark.line + 1, mark.column + 1) if mark else TextError(problem)
