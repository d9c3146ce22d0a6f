"""Input formats of objects: ``--port 8080:443,public``, ``--volume 10GB:/data``, ``--on deploy``.

The value becomes ``key=value,key=value`` or JSON, which the schema of the field converts.
"""

import json
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from qovery_cli.body.key_value import pieces
from qovery_cli.body.parsed_value import ParsedValue, ValueFormat, parsed
from qovery_cli.body.target import Target
from qovery_cli.body.text_input import read_text
from qovery_cli.body.units import UNITS, parse_quantity

_PORT: Final = re.compile(r"([0-9]{1,5})(?::([0-9]{1,5}))?(?:/([A-Za-z]+))?")
_CHART_PORT: Final = re.compile(r"([a-z0-9][-a-z0-9.]*):" + _PORT.pattern)
_VOLUME: Final = re.compile(r"([^:]*):(/.*)", re.DOTALL)
_PORTS: Final = range(1, 65536)
#: Events of an environment, by their names on the command line.
_EVENTS: Final = {
    "deploy": "on_start",
    "start": "on_start",
    "stop": "on_stop",
    "delete": "on_delete",
}


def _port(text: str, target: Target) -> ParsedValue | None:
    (head, assigned), *rest = _pieces_or_json(text, target) or [("", text)]
    if assigned is not None:
        return parsed(text)
    match = _PORT.fullmatch(head)
    if match is None or not all(int(number) in _PORTS for number in match.group(1, 2) if number):
        return None
    internal, external, protocol = match.groups()
    pairs = {"internal_port": internal}
    pairs |= {"external_port": external} if external else {}
    pairs |= {"protocol": protocol} if protocol else {}
    shortcuts = [_PORT_WORDS.get(key.casefold()) if value is None else None for key, value in rest]
    options = [
        shortcut or (key, value) for shortcut, (key, value) in zip(shortcuts, rest, strict=True)
    ]
    if any(value is None for _, value in options):
        return None
    if external and all(key != "publicly_accessible" for key, _ in options):
        pairs["publicly_accessible"] = "true"
    return parsed(_join_pairs([*pairs.items(), *options]))


_PORT_WORDS: Final = {
    "public": ("publicly_accessible", "true"),
    "private": ("publicly_accessible", "false"),
    "default": ("is_default", "true"),
}


def _volume(text: str, target: Target) -> ParsedValue | None:
    (head, assigned), *rest = _pieces_or_json(text, target) or [("", text)]
    if assigned is not None:
        return parsed(text)
    match = _VOLUME.fullmatch(head)
    size = parse_quantity(match.group(1), UNITS["GB"]) if match else None
    if match is None or size is None or any(value is None for _, value in rest):
        return None
    return parsed(_join_pairs([("mount_point", match.group(2)), ("size", str(size)), *rest]))


def _pieces_or_json(text: str, target: Target) -> list[tuple[str, str | None]]:
    """Return the comma-separated pieces, [] for JSON."""
    return [] if text.lstrip()[:1] in ("{", "[") else pieces(text, target)


def _join_pairs(pairs: list[tuple[str, str | None]]) -> str:
    """Return pairs as ``key="value"``, quoted for any value."""
    quoted = [(key, re.sub(r'(["\\])', r"\\\1", value or "")) for key, value in pairs]
    return ",".join(f'{key}="{value}"' for key, value in quoted)


def _chart_port(text: str, target: Target) -> ParsedValue | None:
    (head, assigned), *rest = _pieces_or_json(text, target) or [("", text)]
    if assigned is not None:
        return parsed(text)
    match = _CHART_PORT.fullmatch(head)
    if match is None or any(value is None for _, value in rest):
        return None
    service, *numbers = match.group(1, 2, 3)
    if not all(int(number) in _PORTS for number in numbers if number):
        return None
    names = ("internal_port", "external_port", "protocol")
    pairs = [(n, v) for n, v in zip(names, match.group(2, 3, 4), strict=True) if v]
    return parsed(_join_pairs([*pairs, ("service_name", service), *rest]))


def _events(text: str, _target: Target) -> ParsedValue | None:
    if text.lstrip().startswith("{"):
        return parsed(text)
    names = [_EVENTS.get(word.strip().casefold()) for word in text.split(",")]
    if None in names:
        return None
    return parsed(json.dumps({name: {} for name in names}))


def _local_file(text: str, target: Target) -> ParsedValue | None:
    """Read the file at a path; an object that has its content already stays unchanged."""
    if text.lstrip().startswith("{") or pieces(text, target)[0][1] is not None:
        return parsed(text)
    if not target.known_only and not Path(text).is_file():
        return None
    content = read_text(text, target.name)
    return parsed(json.dumps({"name": Path(text).name, "content": content}))


def _pair(text: str, _target: Target) -> ParsedValue | None:
    if text.lstrip().startswith("["):
        return parsed(text)
    name, assigned, value = text.partition("=")
    return parsed(json.dumps([name.strip(), value])) if assigned and name.strip() else None


def _variable(name_field: str, text: str, target: Target) -> ParsedValue | None:
    """Read ``NAME=VALUE``; an object with its fields named stays unchanged."""
    if text.lstrip().startswith("{") or pieces(text, target)[0][0] == name_field:
        return parsed(text)
    name, assigned, value = text.partition("=")
    if not assigned or not name.strip():
        return None
    return parsed(json.dumps({name_field: name.strip(), "value": value}))


def _of_variable(name_field: str) -> ValueFormat:
    read = partial(_variable, name_field)
    return ValueFormat("a variable", "NAME=VALUE", ("region=eu-west-3", "size=20"), read)


#: Input formats by the names that overrides use.
OBJECT_FORMATS: Final[Mapping[str, ValueFormat]] = {
    "port": ValueFormat("a port", "PORT", ("8080", "8080:443/http,public"), _port),
    "chart-port": ValueFormat(
        "a port of a service of the chart",
        "SERVICE:PORT",
        ("web:80", "web:80:443/http"),
        _chart_port,
    ),
    "volume": ValueFormat(
        "a volume",
        "SIZE:PATH",
        ("10GB:/data", "1TB:/var/lib/data"),
        _volume,
        units={"size": "GB"},
    ),
    "events": ValueFormat("events", "EVENTS", ("deploy", "deploy,stop,delete"), _events),
    "local-file": ValueFormat(
        "a file", "FILE", ("values.yaml", "./charts/values.yaml"), _local_file
    ),
    "pair": ValueFormat("a key and its value", "KEY=VALUE", ("image.tag=v2", "replicas=3"), _pair),
    "keyed-variable": _of_variable("key"),
    "named-variable": _of_variable("name"),
}
