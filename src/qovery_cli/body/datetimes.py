"""Days of the week, times of day, time zones and months, as a person writes them."""

import re
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
_MONTH: Final = re.compile(
    r"(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:20)?[0-9]{2})"
    r"|(?P<year_first>20[0-9]{2})-(?P<month_last>0?[1-9]|1[0-2])"
)


def weekdays(text: str) -> list[str] | None:
    """Return the days that ``mon-fri``, ``mon,wed`` or ``weekend`` means, each once, in that order.

    A range may go over the end of the week. None for what names no days.
    """
    found: dict[str, None] = {}
    for part in text.casefold().split(","):
        days = _span(part.strip())
        if not days:
            return None
        found |= dict.fromkeys(days)
    return list(found)


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
    found = [number for number, day in enumerate(DAYS) if day.casefold().startswith(word)]
    return found[0] if len(word) > 1 and len(found) == 1 else None


def clock(text: str) -> tuple[str, str] | None:
    """Return ``08:00 Europe/Paris`` as the date-time that the API wants, and the zone or "".

    Only the time of day counts to the API, on the first day of 1970; the zone, which is not
    looked up, stands in a field of its own. None for what is no time of day.
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, second, where = found.groups()
    name = (where or "").strip()
    return f"1970-01-01T{int(hour):02}:{minute}:{second or '00'}Z", "UTC" if name == "Z" else name


def zone(text: str) -> str | None:
    """Return the name of a time zone as it is spelled, whatever the case; None if there is none.

    Where the system knows no zones, as Windows, whatever looks like a name is taken.
    """
    name = text.strip()
    known = known_zones()
    if known:
        return known.get(name.casefold())
    return name if _ZONE.fullmatch(name) else None


def known_zones() -> dict[str, str]:
    """Return the time zones that the system knows, by their names in lower case."""
    from zoneinfo import available_timezones

    return {name.casefold(): name for name in available_timezones()}


def month(text: str) -> tuple[int, int] | None:
    """Return month and year for ``06/29``, ``06/2029`` and ``2029-06``, None for anything else."""
    found = _MONTH.fullmatch(text.strip())
    if found is None:
        return None
    parts = found.groupdict()
    year = int(parts["year"] or parts["year_first"])
    return int(parts["month"] or parts["month_last"]), year if year > 99 else 2000 + year
