"""Secrets that an update has to be given again, because the API keeps them to itself.

A PUT replaces all of a resource. Where the API says that there is a secret but not what it is, an
update without it would take it away; the override ``again`` maps such a field (or the object that
secrets are in) to the field of the answer that says so.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.errors import UsageError


def missing_secrets(
    again: Mapping[str, str], secrets: Sequence[ParameterSpec], answer: Any, body: Any
) -> list[ParameterSpec]:
    """Return the secrets of which one must be given and none is; [] if nothing would be lost.

    ``answer`` is the resource as it was read, ``body`` what is to be sent.
    """
    for path, sign in again.items():
        inside = [row for row in secrets if f"{row.field}.".startswith(f"{path}.")]
        if _at(answer, sign) and not any(_at(body, str(row.field)) for row in inside):
            return inside
    return []


def refusal(missing: Sequence[ParameterSpec]) -> UsageError:
    """Return the error that names the flags."""
    flags = [str(row.flag) for row in missing]
    return UsageError(
        "The API keeps the present secret to itself, and the update would take it away.",
        hint=f"Give it again, with - for stdin or @FILE: {', '.join(flags)}.",
    )


def _at(data: Any, path: str) -> Any:
    for part in path.split("."):
        data = data.get(part) if isinstance(data, Mapping) else None
    return data
