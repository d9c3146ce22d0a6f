"""Convert human-friendly option values to the format of the API.

``--cpu 0.5`` becomes ``500``, ``--port 8080:443,public`` becomes ``internal_port="8080",...``.
A value in the format of the API stays unchanged.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from qovery_cli.body import datetimes, git_urls, hostnames
from qovery_cli.body.key_value import pieces
from qovery_cli.body.suggestions import did_you_mean, nearest
from qovery_cli.body.target import Target
from qovery_cli.body.units import UNITS, Unit, parse_quantity, unit_hint
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record
from qovery_cli.messages import invalid

_INTEGER: Final = re.compile(r"[-+]?[0-9]{1,300}")
_DATED: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*", re.DOTALL)
_PORT: Final = re.compile(r"([0-9]{1,5})(?::([0-9]{1,5}))?(?:/([A-Za-z]+))?")
_VOLUME: Final = re.compile(r"([^:]*):(/.*)", re.DOTALL)
_PORTS: Final = range(1, 65536)
#: Maximum length of invalid text in an error message.
_MAX_SHOWN: Final = 40


@record
class ParsedValue:
    """An option value in the format of the API, and the values of sibling fields."""

    texts: tuple[str, ...]
    siblings: Mapping[str, str]


Reader = Callable[[str, Target], ParsedValue | None]


@record
class ValueFormat:
    """An input format: its noun for errors, metavar for help, and examples.

    ``read`` returns None for a text in neither this format nor that of the API. With ``strict``
    only the parsed value may be sent, also from a file, because the API would misinterpret other
    text. ``units`` are the units of the numeric fields of the resulting object.
    """

    noun: str
    metavar: str
    examples: tuple[str, ...]
    read: Reader
    strict: bool = False
    units: Mapping[str, str] = MappingProxyType({})


def parse_value(form: str, value: Any, target: Target) -> tuple[Any, Mapping[str, str]]:
    """Return an option value in the format of the API, and values of sibling fields by name.

    ``form`` is a key of VALUE_FORMATS. A value other than a string or a list of strings stays
    unchanged. Raises UsageError with the flag and examples for invalid text; with
    ``--no-validate`` such text stays unchanged.
    """
    texts = value if isinstance(value, list | tuple) else [value]
    if not all(isinstance(text, str) for text in texts):
        return value, {}
    results: list[str] = []
    siblings: dict[str, str] = {}
    for text in texts:
        parsed = _parse(VALUE_FORMATS[form], text, target)
        results += parsed.texts
        siblings |= parsed.siblings
    is_scalar = len(results) == 1 and texts is not value
    return (results[0] if is_scalar else list(dict.fromkeys(results))), siblings


def check_form(name: str, text: str, target: Target) -> None:
    """Raise UsageError for a text that a strict format would change."""
    form = VALUE_FORMATS[name]
    if form.strict and (parsed := _parse(form, text, target).texts) != (text,):
        raise UsageError(
            invalid(target.name, _excerpt(text), f"{form.noun} such as {form.examples[0]}"),
            hint=f"Use {' '.join(parsed)}.",
        )


def _parse(form: ValueFormat, text: str, target: Target) -> ParsedValue:
    parsed = form.read(text, target)
    if parsed is not None:
        return parsed
    if not target.known_only:
        return _parsed(text)
    examples = " or ".join(form.examples)
    expected = f"{form.noun} such as {examples}"
    raise UsageError(invalid(target.name, _excerpt(text), expected))


def _excerpt(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}..."


def _parsed(*texts: str, **siblings: str) -> ParsedValue:
    return ParsedValue(texts, siblings)


def _quantity(name: str, text: str, target: Target) -> ParsedValue | None:
    unit = UNITS[name]
    if _INTEGER.fullmatch(text.strip()):
        _check_minimum(int(text), name, target)
        return _parsed(text)
    number = parse_quantity(text, unit)
    return None if number is None else _parsed(str(number))


def _check_minimum(number: int, name: str, target: Target) -> None:
    """Raise UsageError for a number that is implausibly small in the unit of the API."""
    unit = UNITS[name]
    minimum = unit.minimum if target.minimum is None else target.minimum
    if minimum is None or number >= minimum or not target.known_only:
        return
    hint = unit_hint(number, name) if number > 0 else f"Use a value such as {unit.examples[0]}."
    raise UsageError(
        f"Invalid {target.name} {number}: expected at least {minimum:g} "
        f"(a number without a unit is in {name}).",
        hint=hint,
    )


def _weekdays(text: str, _target: Target) -> ParsedValue | None:
    days = datetimes.weekdays(text)
    return None if days is None else _parsed(*days)


def _time(text: str, target: Target) -> ParsedValue | None:
    if _DATED.fullmatch(text.strip()):
        return _parsed(text)
    match = datetimes.clock(text)
    if match is None:
        return None
    timestamp, zone = match
    return _parsed(timestamp, timezone=_zone_name(zone, target)) if zone else _parsed(timestamp)


def _zone(text: str, target: Target) -> ParsedValue | None:
    return _parsed(_zone_name(text, target))


def _zone_name(name: str, target: Target) -> str:
    zone = datetimes.zone(name)
    if zone is None and target.known_only:
        close = nearest(name, list(datetimes.known_zones().values()))
        raise UsageError(
            invalid(target.name, name[:_MAX_SHOWN], "a time zone such as Europe/Paris or UTC"),
            hint=did_you_mean(close),
        )
    return zone or name


def _expiry(text: str, _target: Target) -> ParsedValue | None:
    if _INTEGER.fullmatch(text.strip()):
        return _parsed(text)
    month_and_year = datetimes.month(text)
    return (
        None
        if month_and_year is None
        else _parsed(str(month_and_year[0]), expiry_year=str(month_and_year[1]))
    )


def _host(text: str, target: Target) -> ParsedValue | None:
    name = hostnames.host_name(text)
    if name is not None or not target.known_only:
        return None if name is None else _parsed(name)
    suggestion = hostnames.suggest_host(text)
    raise UsageError(
        invalid(target.name, _excerpt(text), "a host name such as api.acme.test"),
        hint=f"Did you mean '{suggestion}'?"
        if suggestion
        else "Omit the scheme, port and path; start a wildcard with '*.'.",
    )


def _repository(text: str, target: Target) -> ParsedValue | None:
    try:
        repository = git_urls.read(text, target.siblings)
    except git_urls.GitUrlError as error:
        if not target.known_only:
            return None
        # The text may contain a password.
        raise UsageError(f"Invalid {target.name}: {error.problem}.", hint=error.hint) from None
    return _parsed(repository.url, **({"branch": repository.branch} if repository.branch else {}))


def _port(text: str, target: Target) -> ParsedValue | None:
    (head, assigned), *rest = _pieces_or_json(text, target) or [("", text)]
    if assigned is not None:
        return _parsed(text)
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
    return _parsed(_join_pairs([*pairs.items(), *options]))


_PORT_WORDS: Final = {
    "public": ("publicly_accessible", "true"),
    "private": ("publicly_accessible", "false"),
    "default": ("is_default", "true"),
}


def _volume(text: str, target: Target) -> ParsedValue | None:
    (head, assigned), *rest = _pieces_or_json(text, target) or [("", text)]
    if assigned is not None:
        return _parsed(text)
    match = _VOLUME.fullmatch(head)
    size = parse_quantity(match.group(1), UNITS["GB"]) if match else None
    if match is None or size is None or any(value is None for _, value in rest):
        return None
    return _parsed(_join_pairs([("mount_point", match.group(2)), ("size", str(size)), *rest]))


def _pieces_or_json(text: str, target: Target) -> list[tuple[str, str | None]]:
    """Return the comma-separated pieces, [] for JSON."""
    return [] if text.lstrip()[:1] in ("{", "[") else pieces(text, target)


def _join_pairs(pairs: list[tuple[str, str | None]]) -> str:
    """Return pairs as ``key="value"``, quoted for any value."""
    quoted = [(key, re.sub(r'(["\\])', r"\\\1", value or "")) for key, value in pairs]
    return ",".join(f'{key}="{value}"' for key, value in quoted)


def _of_unit(name: str, unit: Unit) -> ValueFormat:
    noun = f"{unit.noun} in whole {name}"
    return ValueFormat(noun, unit.metavar, unit.examples, partial(_quantity, name))


#: Input formats by the names that overrides use.
VALUE_FORMATS: Final[Mapping[str, ValueFormat]] = {
    **{name: _of_unit(name, unit) for name, unit in UNITS.items()},
    "expiry": ValueFormat("a month", "MM/YY", ("06/29", "2029-06"), _expiry),
    "host": ValueFormat(
        "a host name", "HOST", ("api.acme.test", "'*.acme.test'"), _host, strict=True
    ),
    "port": ValueFormat("a port", "PORT", ("8080", "8080:443/http,public"), _port),
    "repository": ValueFormat(
        "the URL of a git repository",
        "URL",
        ("https://github.com/acme/shop", "git@github.com:acme/shop.git"),
        _repository,
        strict=True,
    ),
    "time": ValueFormat("a time of day", "HH:MM", ("08:00", "'08:00 Europe/Paris'"), _time),
    "volume": ValueFormat(
        "a volume",
        "SIZE:PATH",
        ("10GB:/data", "1TB:/var/lib/data"),
        _volume,
        units={"size": "GB"},
    ),
    "weekdays": ValueFormat("days of the week", "DAYS", ("mon-fri", "mon,wed"), _weekdays),
    "zone": ValueFormat("a time zone", "ZONE", ("Europe/Paris", "UTC"), _zone),
}
