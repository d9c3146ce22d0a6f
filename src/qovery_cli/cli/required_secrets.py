"""Detect write-only secrets that a PUT must resend.

A PUT replaces the whole resource. If the API reports only that a secret is set, an update without
its value would remove it. The override ``again`` maps such a field, or the object that contains
the secrets, to the response field that shows that it is set.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.errors import UsageError


def reject_lost_secrets(
    again: Mapping[str, str], secrets: Sequence[ParameterSpec], response: Any, body: Any
) -> None:
    """Raise UsageError if an update would remove a secret that is set.

    ``secrets`` are the options of the body's secret fields, ``response`` is the current resource,
    and ``body`` the request to be sent.
    """
    for path, indicator in again.items():
        candidates = [
            parameter for parameter in secrets if f"{parameter.field}.".startswith(f"{path}.")
        ]
        if _value_at(response, indicator) and not any(
            _value_at(body, str(parameter.field)) for parameter in candidates
        ):
            flags = [str(parameter.flag) for parameter in candidates]
            raise UsageError(
                "The API does not return the current secret, and this update would remove it.",
                hint=f"Specify it again, as - for stdin or @FILE: {', '.join(flags)}.",
            )


def _value_at(data: Any, path: str) -> Any:
    for part in path.split("."):
        data = data.get(part) if isinstance(data, Mapping) else None
    return data
