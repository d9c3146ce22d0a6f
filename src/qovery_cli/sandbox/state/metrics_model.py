"""Generated resource usage of services, consistent with their settings and state.

Units are those of API 1.0.3: millicores, megabytes, gigabytes, per cent. The usage of an instance
oscillates over ten minutes; the second instance of a service is near its memory limit, the third
above it.
"""

import math
import zlib
from collections.abc import Iterator
from typing import Any

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.state.store import Document

_WARNING = 80.0
_ALERT = 95.0
_PERIOD = 600.0
_RUNNING = ("RUNNING", "DEPLOYED", "RESTARTED")
_MEMORY = (52.0, 84.0, 96.0)


def is_running(status: Document) -> bool:
    """Return whether a status means that instances are running."""
    return status["state"] in _RUNNING


def instance_names(kind: str, service: Document, status: Document) -> list[str]:
    """Return the names of a service's instances, like names of pods; empty if it is stopped."""
    if not is_running(status):
        return []
    short = service["id"][:8]
    prefix = "app" if kind == "application" else kind
    count = max(service.get("min_running_instances", 1), 1)
    suffixes = (f"{_chance(service['id'], index):08x}" for index in range(count))
    return [f"{prefix}-z{short}-{short[:6]}-{digits[:5]}" for digits in suffixes]


def cpu(service: Document, name: str, at: float) -> dict[str, Any]:
    """Return the CPU usage of an instance."""
    limit = float(service.get("cpu", 500))
    percent = _wave(name, at, 35.0, 20.0)
    used = round(limit * percent / 100, 1)
    return {"requested_in_float": limit, "consumed_in_number": used, **_level(percent)}


def memory(service: Document, name: str, index: int, at: float) -> dict[str, Any]:
    """Return the memory usage of the instance at an index."""
    limit = int(service.get("memory", 512))
    percent = _wave(name, at, _MEMORY[index % len(_MEMORY)], 2.0)
    used = round(limit * percent / 100)
    return {"requested_in_mb": limit, "consumed_in_mb": used, **_level(percent)}


def disk(key: str, size: int, at: float) -> dict[str, Any]:
    """Return the usage of a volume of a size in gigabytes; nearly all of it."""
    percent = _wave(key, at, 91.0, 1.0)
    used = {"requested_in_gb": size, "consumed_in_gb": round(size * percent / 100, 2)}
    return {"created_at": iso(at), "storage_id": key, **used, **_level(percent)}


def scale(service: Document, running: int, at: float) -> dict[str, Any]:
    """Return the limits, the number and the percentage of running instances."""
    low, high = service.get("min_running_instances", 1), service.get("max_running_instances", 1)
    percent = 100.0 * running / high if high > 0 else 0.0
    return {
        "min": low,
        "max": high,
        "running": running,
        "running_in_percent": round(percent, 1),
        **_thresholds("OK"),
        "updated_at": iso(at),
    }


def response_time(name: str, at: float) -> float:
    """Return the response time of an instance in milliseconds."""
    return _wave(name, at, 120.0, 60.0)


def moments(now: float, seconds: float) -> Iterator[float]:
    """Yield at most 60 times, evenly spread over the last seconds, oldest first."""
    count = min(math.ceil(seconds), 60)
    for index in range(count):
        yield now - seconds * (count - index) / count


def _wave(key: str, at: float, middle: float, swing: float) -> float:
    phase = _chance(key, 0) % 1000 / 1000
    return round(middle + swing * math.sin(2 * math.pi * (at / _PERIOD + phase)), 1)


def _level(percent: float) -> dict[str, Any]:
    level = "Alert" if percent >= _ALERT else "Warning" if percent >= _WARNING else "OK"
    return {"consumed_in_percent": percent, **_thresholds(level)}


def _thresholds(level: str) -> dict[str, Any]:
    return {
        "warning_threshold_in_percent": _WARNING,
        "alert_threshold_in_percent": _ALERT,
        "status": level,
    }


def _chance(key: str, index: int) -> int:
    return zlib.crc32(f"{key}/{index}".encode())
