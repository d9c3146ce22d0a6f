"""Variables and secrets of one scope, for ``var set`` and imports."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from qovery_cli.catalog.resources import RESOURCES, SCOPE_KINDS
from qovery_cli.cli import command_table
from qovery_cli.cli.invocation import Invocation
from qovery_cli.errors import ForbiddenError, UsageError
from qovery_cli.frozen import record
from qovery_cli.http.pagination import records
from qovery_cli.session import Session

BUILT_IN: Final = "BUILT_IN"

#: The rule for keys in the console and in the documentation of the platform.
_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_RESERVED: Final = ("__", "QOVERY")

_NAMES: Final = {
    resource.option: resource.service_type or resource.kind.upper()
    for resource in (RESOURCES[kind] for kind in SCOPE_KINDS)
}

Entry = dict[str, Any]


@record
class VariableScope:
    """Project, environment or service: the option that selects it, and its path values."""

    option: str
    path: Mapping[str, str]

    @property
    def name(self) -> str:
        """Name of the scope in the API, such as ``APPLICATION``."""
        return _NAMES[self.option]

    def operation(self, command: str) -> str:
        """Return the operation of a command for this scope."""
        variants = command_table.command(command).variants
        return next(v.operation for v in variants if v.when == self.option)


def find_scope(session: Session, command: str, options: Mapping[str, Any]) -> VariableScope:
    """Return the scope from the options of a command, or else from the context.

    Raises the errors of ``Invocation`` and its target.
    """
    invocation = Invocation(session, command_table.command(command), options)
    return VariableScope(str(invocation.variant.when), dict(invocation.target.values))


def list_visible(session: Session, scope: VariableScope) -> tuple[list[Entry], list[Entry]]:
    """Return the variables and the secrets of a scope, including inherited ones.

    The secrets are empty without the permission to list them.
    """
    variables = (scope.operation("var list"), scope.path, None)
    secrets = (scope.operation("secret list"), scope.path, None)
    try:
        answers = session.get_many([variables, secrets])
    except ForbiddenError:
        answers = [*session.get_many([variables]), []]
    first, second = (records(answer, "id", "key") for answer in answers)
    return first, second


def check_keys(keys: Iterable[str]) -> None:
    """Raise one UsageError for all invalid and reserved keys."""
    problems = [problem for key in keys if (problem := _key_problem(key))]
    if len(problems) == 1:
        raise UsageError(problems[0], hint=_KEY_HINT)
    if problems:
        raise UsageError(
            f"{len(problems)} keys are invalid.", hint=_KEY_HINT, detail=tuple(problems)
        )


_KEY_HINT: Final = "Use letters, digits and underscores, and no digit first."


def _key_problem(key: str) -> str | None:
    if not _KEY.fullmatch(key):
        return f"Invalid key '{key}'."
    if key.upper().startswith(_RESERVED):
        prefix = next(prefix for prefix in _RESERVED if key.upper().startswith(prefix))
        return f"'{key}' cannot be set: keys that begin with {prefix} are built in."
    return None
