"""Convert human-friendly option values to the format of the API.

``--cpu 0.5`` becomes ``500``, ``--port 8080:443,public`` becomes ``internal_port="8080",...``.
A value in the format of the API stays unchanged.
"""

import re
import time
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from qovery_cli.body import datetimes, git_urls, hostnames
from qovery_cli.body.object_formats import OBJECT_FORMATS
from qovery_cli.body.parsed_value import ParsedValue, ValueFormat, parsed
from qovery_cli.body.suggestions import did_you_mean, nearest
from qovery_cli.body.target import Target
from qovery_cli.body.units import UNITS, Unit, parse_quantity, unit_hint
from qovery_cli.catalog.cron import is_cron
from qovery_cli.errors import UsageError
from qovery_cli.messages import invalid

_INTEGER: Final = re.compile(r"[-+]?[0-9]{1,300}")
_DATED: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*", re.DOTALL)
#: Maximum length of invalid text in an error message.
_MAX_SHOWN: Final = 40


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
        value_read = _parse(VALUE_FORMATS[form], text, target)
        results += value_read.texts
        siblings |= value_read.siblings
    is_scalar = len(results) == 1 and texts is not value
    return (results[0] if is_scalar else list(dict.fromkeys(results))), siblings


def check_form(name: str, text: str, target: Target) -> None:
    """Raise UsageError for a text that a strict format would change."""
    form = VALUE_FORMATS[name]
    if form.strict and (texts := _parse(form, text, target).texts) != (text,):
        raise UsageError(
            invalid(target.name, _excerpt(text), f"{form.noun} such as {form.examples[0]}"),
            hint=f"Use {' '.join(texts)}.",
        )


def _parse(form: ValueFormat, text: str, target: Target) -> ParsedValue:
    value_read = form.read(text, target)
    if value_read is not None:
        return value_read
    if not target.known_only:
        return parsed(text)
    examples = " or ".join(form.examples)
    expected = f"{form.noun} such as {examples}"
    raise UsageError(invalid(target.name, _excerpt(text), expected))


def _excerpt(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}..."


def _quantity(name: str, text: str, target: Target) -> ParsedValue | None:
    unit = UNITS[name]
    if _INTEGER.fullmatch(text.strip()):
        _check_minimum(int(text), name, target)
        return parsed(text)
    number = parse_quantity(text, unit)
    return None if number is None else parsed(str(number))


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
    return None if days is None else parsed(*days)


def _time(text: str, target: Target) -> ParsedValue | None:
    if _DATED.fullmatch(text.strip()):
        return parsed(text)
    match = datetimes.clock(text)
    if match is None:
        return None
    timestamp, zone = match
    return parsed(timestamp, timezone=_zone_name(zone, target)) if zone else parsed(timestamp)


def _cron(text: str, _target: Target) -> ParsedValue | None:
    return parsed(text) if is_cron(text) else None


def _zone(text: str, target: Target) -> ParsedValue | None:
    return parsed(_zone_name(text, target))


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
        return parsed(text)
    month_and_year = datetimes.month(text)
    return (
        None
        if month_and_year is None
        else parsed(str(month_and_year[0]), expiry_year=str(month_and_year[1]))
    )


def _duration(text: str, _target: Target) -> ParsedValue | None:
    if text.strip().startswith("P"):
        return parsed(text)
    value = datetimes.duration(text)
    return None if value is None else parsed(value)


def _moment(text: str, _target: Target) -> ParsedValue | None:
    if _INTEGER.fullmatch(text.strip()):
        return parsed(text)
    value = datetimes.moment(text, time.time())
    return None if value is None else parsed(str(value))


def _host(text: str, target: Target) -> ParsedValue | None:
    name = hostnames.host_name(text)
    if name is not None or not target.known_only:
        return None if name is None else parsed(name)
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
    return parsed(repository.url, **({"branch": repository.branch} if repository.branch else {}))


def _of_unit(name: str, unit: Unit) -> ValueFormat:
    noun = f"{unit.noun} in whole {name}"
    return ValueFormat(noun, unit.metavar, unit.examples, partial(_quantity, name))


#: Input formats by the names that overrides use.
VALUE_FORMATS: Final[Mapping[str, ValueFormat]] = {
    **{name: _of_unit(name, unit) for name, unit in UNITS.items()},
    **OBJECT_FORMATS,
    "cron": ValueFormat(
        "a cron expression", "CRON", ("'0 3 * * *'", "'*/15 8-18 * * mon-fri'"), _cron, strict=True
    ),
    "duration": ValueFormat("a duration", "TIME", ("5m", "1h30m"), _duration),
    "expiry": ValueFormat("a month", "MM/YY", ("06/29", "2029-06"), _expiry),
    "host": ValueFormat(
        "a host name", "HOST", ("api.acme.test", "'*.acme.test'"), _host, strict=True
    ),
    "moment": ValueFormat("an age or a date", "TIME", ("7d", "2026-01-01"), _moment),
    "repository": ValueFormat(
        "the URL of a git repository",
        "URL",
        ("https://github.com/acme/shop", "git@github.com:acme/shop.git"),
        _repository,
        strict=True,
    ),
    "time": ValueFormat("a time of day", "HH:MM", ("08:00", "'08:00 Europe/Paris'"), _time),
    "weekdays": ValueFormat("days of the week", "DAYS", ("mon-fri", "mon,wed"), _weekdays),
    "zone": ValueFormat("a time zone", "ZONE", ("Europe/Paris", "UTC"), _zone),
}
