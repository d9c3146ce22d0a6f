"""Parse human-friendly weekdays, times of day, time zones, months, durations and dates."""

import re
from datetime import UTC, datetime
from typing import Final

DAYS: Final = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_SPANS: Final = {
    "weekdays": DAYS[:5],
    "weekend": DAYS[5:],
    "weekends": DAYS[5:],
    "all": DAYS,
    "daily": DAYS,
}
_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?(Z|\s+\S+)?")
_ZONE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*")
_DURATION: Final = re.compile(
    r"(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?"
)
_AGE: Final = re.compile(
    r"(?:([0-9]{1,5})w)?(?:([0-9]{1,6})d)?(?:([0-9]{1,7})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?"
)
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH: Final = re.compile(
    r"(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:20)?[0-9]{2})"
    r"|(?P<year_first>20[0-9]{2})-(?P<month_last>0?[1-9]|1[0-2])"
)


def weekdays(text: str) -> list[str] | None:
    """Parse ``mon-fri``, ``mon,wed`` or ``weekend`` to distinct days, in the order written.

    A range may wrap around the end of the week. Return None for anything else.
    """
    result: dict[str, None] = {}
    for part in text.casefold().split(","):
        days = _span(part.strip())
        if not days:
            return None
        result |= dict.fromkeys(days)
    return list(result)


def _span(part: str) -> tuple[str, ...]:
    if part in _SPANS:
        return _SPANS[part]
    first, dash, last = part.partition("-")
    start, end = _day(first.strip()), _day(last.strip() if dash else first.strip())
    if start is None or end is None:
        return ()
    length = (end - start) % len(DAYS) + 1
    return (DAYS * 2)[start : start + length]


def _day(word: str) -> int | None:
    matches = [number for number, day in enumerate(DAYS) if day.casefold().startswith(word)]
    return matches[0] if len(word) > 1 and len(matches) == 1 else None


def clock(text: str) -> tuple[str, str] | None:
    """Parse ``08:00 Europe/Paris`` to the date-time of the API, and the zone or "".

    The API takes a time of day as a date-time on 1970-01-01 and the zone in a separate field. The
    zone is not validated. Return None for anything but a time of day.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute, second, zone_text = match.groups()
    zone = (zone_text or "").strip()
    return f"1970-01-01T{int(hour):02}:{minute}:{second or '00'}Z", "UTC" if zone == "Z" else zone


def zone(text: str) -> str | None:
    """Return the canonical spelling of a time zone name in any case, None for an unknown one.

    On systems without a time zone database, such as Windows, any plausible name is accepted.
    """
    name = text.strip()
    zones = known_zones()
    if zones:
        return zones.get(name.casefold())
    return name if _ZONE.fullmatch(name) else None


def known_zones() -> dict[str, str]:
    """Return the time zones of the system by their lower-case names."""
    from zoneinfo import available_timezones

    return {name.casefold(): name for name in available_timezones()}


def duration(text: str) -> str | None:
    """Parse ``90s``, ``5m`` or ``1h30m`` to an ISO 8601 duration, None for anything else."""
    match = _DURATION.fullmatch(text.strip().casefold())
    if match is None or not any(match.groups()):
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    clock_parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    in_day = "".join(f"{number}{unit}" for number, unit in clock_parts if number)
    whole = f"P{days}D" if days else "P"
    if in_day:
        return f"{whole}T{in_day}"
    return whole if days else "PT0S"


def moment(text: str, now: float) -> int | None:
    """Parse an age or a date to Unix seconds, None for anything else.

    An age is as in ``7d`` or ``1h30m`` before ``now``; a date without a time is its beginning, one
    without an offset is in UTC.
    """
    age = _AGE.fullmatch(text.strip().casefold())
    if age is not None and any(age.groups()):
        sizes = zip(age.groups(), (604800, 86400, 3600, 60, 1), strict=True)
        return int(now) - sum(int(number or 0) * size for number, size in sizes)
    if not _DATE.match(text.strip()):
        return None
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return int((value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp())


def month(text: str) -> tuple[int, int] | None:
    """Parse ``06/29``, ``06/2029`` or ``2029-06`` to month and year, None for anything else."""
    match = _MONTH.fullmatch(text.strip())
    if match is None:
        return None
    parts = match.groupdict()
    year = int(parts["year"] or parts["year_first"])
    return int(parts["month"] or parts["month_last"]), year if year > 99 else 2000 + year
