"""Generated logs of services, reproducible and growing with time.

Each line is derived from the service and the line's number. Most lines are plain; some are JSON,
coloured, very long or an exception with its traceback, as in real logs.
"""

import json
import uuid
from collections.abc import Sequence
from random import Random

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.state.store import Document

#: Seconds between two lines: short enough to see lines while following a log.
INTERVAL = 10.0
#: The maximum number of lines in a response.
MOST = 1000

_NAMESPACE = uuid.UUID("f0a3c5de-2d53-4d5b-8d4f-0f6f2f5a9c77")
_PATHS = ("/", "/health", "/cart", "/orders/42", "/search?q=anvil", "/checkout")
_TRACE = """Traceback (most recent call last):
  File "/app/server.py", line 88, in handle
    order = orders.find(number)
  File "/app/orders.py", line 17, in find
    raise KeyError(number)
KeyError: '42'"""


def lines(
    service: Document, begin: float, end: float, pods: Sequence[str], version: str
) -> list[Document]:
    """Return the newest log lines of a service between two times, oldest first."""
    count = max(int((end - begin) // INTERVAL), 0)
    output = []
    for number in range(max(count - MOST, 0), count):
        pod = pods[number % len(pods)] if pods else ""
        output.append(
            {
                "id": str(uuid.uuid5(_NAMESPACE, f"{service['id']}/{begin:.0f}/{number}")),
                "created_at": iso(begin + (number + 1) * INTERVAL),
                "message": _message(service["id"], number),
                "pod_name": pod,
                # The two API levels name this field differently.
                "version": version,
                "application_commit_id": version,
            }
        )
    return output


def _message(seed: str, number: int) -> str:
    random = Random(f"{seed}/{number}")
    path, milliseconds = random.choice(_PATHS), random.randint(2, 400)
    if number % 499 == 498:
        return f"payload {'0123456789abcdef' * 256}"
    if number % 211 == 210:
        return _TRACE
    if number % 97 == 96:
        return f"\x1b[33mWARN\x1b[0m slow request {path} took \x1b[1m{milliseconds} ms\x1b[0m"
    if number % 10 == 9:
        return json.dumps({"level": "info", "path": path, "status": 200, "ms": milliseconds})
    return f"GET {path} 200 {milliseconds}ms"
