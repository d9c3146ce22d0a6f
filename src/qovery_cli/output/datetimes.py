"""Parse the API's timestamps (RFC 3339 text, or epoch numbers in logs) and format them."""

from datetime import UTC, datetime

_MINUTE, _HOUR, _DAY = 60, 3600, 86400

#: The smallest epoch number after 1973 in each unit, and the units per second.
_EPOCH_UNITS = ((1e17, 1e9), (1e14, 1e6), (1e11, 1e3), (1e8, 1.0))


def is_timestamp(name: str) -> bool:
    """Return true if a field of this name holds a timestamp."""
    return name.endswith(("_at", "_date")) or name in {"timestamp", "datetime"}


def parse_timestamp(value: object) -> datetime | None:
    """Return a value parsed as a datetime in UTC, or None if it is not a timestamp.

    Text without a time zone is taken as UTC. A number is seconds, milli-, micro- or nanoseconds
    since 1970, depending on its size.
    """
    try:
        if isinstance(value, str):
            parsed = datetime.fromisoformat(value)
            return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)
        if isinstance(value, int | float) and not isinstance(value, bool):
            for smallest, per_second in _EPOCH_UNITS:
                if value >= smallest:
                    return datetime.fromtimestamp(value / per_second, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def rfc3339(when: datetime) -> str:
    """Return a datetime as RFC 3339 text in UTC."""
    return when.isoformat().replace("+00:00", "Z")


def local(when: datetime) -> str:
    """Return a datetime in the local time zone, to the second."""
    return when.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def relative(when: datetime, now: float) -> str:
    """Return the time since or until a datetime, such as ``2 h ago``; beyond 60 days its date.

    ``now`` is in seconds since 1970.
    """
    seconds = now - when.timestamp()
    amount = _amount(abs(seconds))
    if amount is None:
        return when.date().isoformat()
    if not amount:
        return "just now"
    return f"{amount} ago" if seconds > 0 else f"in {amount}"


def _amount(seconds: float) -> str | None:
    if seconds < 5:
        return ""
    if seconds < _MINUTE:
        return f"{int(seconds)} s"
    if seconds < _HOUR:
        return f"{int(seconds // _MINUTE)} min"
    if seconds < 2 * _DAY:
        return f"{int(seconds // _HOUR)} h"
    if seconds < 60 * _DAY:
        return f"{int(seconds // _DAY)} d"
    return None
