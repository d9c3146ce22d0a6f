"""From what a person writes for an option to the text that the API's own form has.

``--cpu 0.5`` becomes ``500``, ``--port 8080:443,public`` becomes ``internal_port="8080",...``.
What is in the API's own form already stays as it is.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from qovery_cli.body import datetimes, git_urls, hostnames
from qovery_cli.body.coerce import Target
from qovery_cli.body.key_value import pieces
from qovery_cli.body.suggestions import did_you_mean, nearest
from qovery_cli.body.units import UNITS, Unit, parse_quantity, unit_hint
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record

_INTEGER: Final = re.compile(r"[-+]?[0-9]{1,300}")
_DATED: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*", re.DOTALL)
_PORT: Final = re.compile(r"([0-9]{1,5})(?::([0-9]{1,5}))?(?:/([A-Za-z]+))?")
_VOLUME: Final = re.compile(r"([^:]*):(/.*)", re.DOTALL)
_PORTS: Final = range(1, 65536)
#: How much of a wrong text an error repeats.
_MAX_SHOWN: Final = 40


@record
class ParsedValue:
    """What an option says in the API's form: its own texts, and what fields beside it get."""

    texts: tuple[str, ...]
    siblings: Mapping[str, str]


Reader = Callable[[str, Target], ParsedValue | None]


@record
class ValueFormat:
    """A way of writing a value: what an error calls it, how help shows it, two examples.

    ``read`` returns None for a text that is neither in this form nor in the API's own. Of a
    ``strict`` form only what it translates to may be sent, also from a file: the API would take
    another text for something else. ``units`` has the units of numbers in the object that the text
    stands for.
    """

    noun: str
    metavar: str
    examples: tuple[str, ...]
    read: Reader
    strict: bool = False
    units: Mapping[str, str] = MappingProxyType({})


def parse_value(form: str, value: Any, target: Target) -> tuple[Any, Mapping[str, str]]:
    """Return the value of an option in the API's form, and what fields beside it get by name.

    ``form`` is a key of FORMS; a value that is no text, or no list of texts, stays. UsageError
    names the flag and gives examples; where unknown values pass (``--no-validate``), a text that
    cannot be read stays instead.
    """
    texts = value if isinstance(value, list | tuple) else [value]
    if not all(isinstance(text, str) for text in texts):
        return value, {}
    own: list[str] = []
    siblings: dict[str, str] = {}
    for text in texts:
        said = _said(VALUE_FORMATS[form], text, target)
        own += said.texts
        siblings |= said.siblings
    one = len(own) == 1 and texts is not value
    return (own[0] if one else list(dict.fromkeys(own))), siblings


def check_form(name: str, text: str, target: Target) -> None:
    """Raise UsageError for a text that a strict form would not leave as it is."""
    form = VALUE_FORMATS[name]
    if form.strict and (own := _said(form, text, target).texts) != (text,):
        raise UsageError(
            f"{target.quoted} takes {form.noun} in the form {form.examples[0]}.",
            hint=f"Write {' '.join(own)}.",
        )


def _said(form: ValueFormat, text: str, target: Target) -> ParsedValue:
    said = form.read(text, target)
    if said is not None:
        return said
    if not target.known_only:
        return _as_is(text)
    examples = " or ".join(form.examples)
    raise UsageError(f"{target.quoted} takes {form.noun}, such as {examples}, not {_shown(text)}.")


def _shown(text: str) -> str:
    return repr(text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}...")


def _as_is(*texts: str, **siblings: str) -> ParsedValue:
    return ParsedValue(texts, siblings)


def _quantity(name: str, text: str, target: Target) -> ParsedValue | None:
    unit = UNITS[name]
    if _INTEGER.fullmatch(text.strip()):
        _refuse_too_small(int(text), name, target)
        return _as_is(text)
    number = parse_quantity(text, unit)
    return None if number is None else _as_is(str(number))


def _refuse_too_small(number: int, name: str, target: Target) -> None:
    """Raise UsageError for a number that cannot be meant in the API's unit."""
    unit = UNITS[name]
    least = unit.least if target.least is None else target.least
    if least is None or number >= least or not target.known_only:
        return
    hint = unit_hint(number, name) if number > 0 else f"Use a value such as {unit.examples[0]}."
    raise UsageError(
        f"{target.name} {number} is below {least:g}: a number without a unit counts {name}.",
        hint=hint,
    )


def _weekdays(text: str, _target: Target) -> ParsedValue | None:
    days = datetimes.weekdays(text)
    return None if days is None else _as_is(*days)


def _time(text: str, target: Target) -> ParsedValue | None:
    if _DATED.fullmatch(text.strip()):
        return _as_is(text)
    found = datetimes.clock(text)
    if found is None:
        return None
    moment, where = found
    return _as_is(moment, timezone=_known_zone(where, target)) if where else _as_is(moment)


def _zone(text: str, target: Target) -> ParsedValue | None:
    return _as_is(_known_zone(text, target))


def _known_zone(name: str, target: Target) -> str:
    found = datetimes.zone(name)
    if found is None and target.known_only:
        close = nearest(name, list(datetimes.known_zones().values()))
        raise UsageError(
            f"{target.quoted}: {name[:_MAX_SHOWN]!r} is no time zone.",
            hint=did_you_mean(close) or "Name it as in Europe/Paris or UTC.",
        )
    return found or name


def _expiry(text: str, _target: Target) -> ParsedValue | None:
    if _INTEGER.fullmatch(text.strip()):
        return _as_is(text)
    found = datetimes.month(text)
    return None if found is None else _as_is(str(found[0]), expiry_year=str(found[1]))


def _host(text: str, target: Target) -> ParsedValue | None:
    name = hostnames.host_name(text)
    if name is not None or not target.known_only:
        return None if name is None else _as_is(name)
    meant = hostnames.suggest_host(text)
    raise UsageError(
        f"Invalid {target.name} {_shown(text)}: expected a host name such as api.acme.test.",
        hint=f"Did you mean '{meant}'?"
        if meant
        else "Write it without a scheme, a port or a path; begin a wildcard with *.",
    )


def _repository(text: str, target: Target) -> ParsedValue | None:
    try:
        found = git_urls.read(text, target.siblings)
    except git_urls.GitUrlError as error:
        if not target.known_only:
            return None
        # The text is not repeated: it may hold a password.
        raise UsageError(f"Invalid {target.name}: {error.problem}.", hint=error.hint) from None
    return _as_is(found.url, **({"branch": found.branch} if found.branch else {}))


def _port(text: str, target: Target) -> ParsedValue | None:
    (head, assigned), *rest = _pieces_or_json(text, target) or [("", text)]
    if assigned is not None:
        return _as_is(text)
    found = _PORT.fullmatch(head)
    if found is None or not all(int(one) in _PORTS for one in found.group(1, 2) if one):
        return None
    internal, external, protocol = found.groups()
    pairs = {"internal_port": internal}
    pairs |= {"external_port": external} if external else {}
    pairs |= {"protocol": protocol} if protocol else {}
    words = [_PORT_WORDS.get(key.casefold()) if value is None else None for key, value in rest]
    said = [word or (key, value) for word, (key, value) in zip(words, rest, strict=True)]
    if any(value is None for _, value in said):
        return None
    if external and all(key != "publicly_accessible" for key, _ in said):
        pairs["publicly_accessible"] = "true"
    return _as_is(_written([*pairs.items(), *said]))


_PORT_WORDS: Final = {
    "public": ("publicly_accessible", "true"),
    "private": ("publicly_accessible", "false"),
    "default": ("is_default", "true"),
}


def _volume(text: str, target: Target) -> ParsedValue | None:
    (head, assigned), *rest = _pieces_or_json(text, target) or [("", text)]
    if assigned is not None:
        return _as_is(text)
    found = _VOLUME.fullmatch(head)
    size = parse_quantity(found.group(1), UNITS["GB"]) if found else None
    if found is None or size is None or any(value is None for _, value in rest):
        return None
    return _as_is(_written([("mount_point", found.group(2)), ("size", str(size)), *rest]))


def _pieces_or_json(text: str, target: Target) -> list[tuple[str, str | None]]:
    """Return the pieces between the commas; nothing for JSON."""
    return [] if text.lstrip()[:1] in ("{", "[") else pieces(text, target)


def _written(pairs: list[tuple[str, str | None]]) -> str:
    """Return pairs as ``key="value"``, which says the same whatever the value holds."""
    quoted = [(key, re.sub(r'(["\\])', r"\\\1", value or "")) for key, value in pairs]
    return ",".join(f'{key}="{value}"' for key, value in quoted)


def _of_unit(name: str, unit: Unit) -> ValueFormat:
    noun = f"{unit.noun} in whole {name}"
    return ValueFormat(noun, unit.metavar, unit.examples, partial(_quantity, name))


#: By the names that the words about fields use.
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
