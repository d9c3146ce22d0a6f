"""Fields of an object of which a body has exactly one, such as the image or repository of a job.

``exclusive`` maps the path of such an object to its fields, each with the flag to name it by.
"""

import copy
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from qovery_cli.body import schemas
from qovery_cli.body.computed_fields import value_at
from qovery_cli.body.suggestions import listed
from qovery_cli.errors import UsageError
from qovery_cli.messages import mutually_exclusive

Exclusive = Mapping[str, Mapping[str, str]]


def reject_ambiguous(body: Any, exclusive: Exclusive, *, required: bool) -> None:
    """Raise UsageError for an object with several of its fields, or none if it is ``required``."""
    for path, flags in exclusive.items():
        present = [name for name in flags if _has(body, f"{path}.{name}")]
        _reject_several(flags[name] for name in present)
        if required and not present:
            raise UsageError(
                f"'{path}' is missing.",
                hint=f"Use {listed(list(flags.values()))}, or a file (-f).",
            )


def without_replaced(body: Any, named: Collection[str], exclusive: Exclusive) -> Any:
    """Return the body of an update without the fields that a ``named`` one takes the place of.

    Raise UsageError if several are named. ``named`` are dotted paths of fields.
    """
    body = copy.deepcopy(body) if exclusive else body
    for path, flags in exclusive.items():
        chosen = [name for name in flags if _names(f"{path}.{name}", named)]
        _reject_several(flags[name] for name in chosen)
        owner = value_at(body, path)
        if chosen and isinstance(owner, dict):
            for name in set(flags) - set(chosen):
                owner.pop(name, None)
    return body


def _names(path: str, named: Iterable[str]) -> bool:
    return any(f"{each}.".startswith(f"{path}.") for each in named)


def _has(body: Any, path: str) -> bool:
    value = value_at(body, path)
    return value is not schemas.MISSING and value is not None


def _reject_several(flags: Iterable[str]) -> None:
    several = list(flags)
    if len(several) > 1:
        message = mutually_exclusive(", ".join(several[:-1]), several[-1])
        raise UsageError(message, hint="Use only one of them.")
