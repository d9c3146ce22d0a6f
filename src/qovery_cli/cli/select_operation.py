"""Select the operation of a command by API level, option and scope."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qovery_cli.catalog.resources import SCOPE_KINDS
from qovery_cli.cli.command_table import CommandSpec, OperationSpec, ParameterSpec, belongs
from qovery_cli.errors import UsageError
from qovery_cli.messages import is_missing, mutually_exclusive, only_in, server_level
from qovery_cli.resolve.errors import MissingScopeError
from qovery_cli.session import Session

if TYPE_CHECKING:
    from qovery_cli.cli.invocation import Invocation

Selection = tuple[int, OperationSpec]

#: The depth of each kind; the deepest scope on the command line selects the operation.
_DEPTH = {"organization": 0, "project": 1, "environment": 2}
_DEEPEST = 3


def select_operation(session: Session, spec: CommandSpec, values: Mapping[str, Any]) -> Selection:
    """Return the selected operation with its position in the command.

    Raise UsageError if the scope that selects it is missing or ambiguous.
    """
    variants = list(enumerate(spec.variants))
    at_level = [v for v in variants if session.level in v[1].api] or variants
    if not any(variant.when for _, variant in at_level):
        return at_level[0]
    selected = [v for v in at_level if _is_selected(v[1], spec, values)]
    # An explicit option selects its operation even if it is retired; the API then reports that.
    selected = selected or [v for v in variants if _is_selected(v[1], spec, values)]
    return _deepest(spec, selected) or _by_scope(session, spec, at_level)


def parameters_of(spec: CommandSpec, position: int, where: str) -> list[ParameterSpec]:
    """Return the parameters of one operation in one part of its request, such as "body"."""
    return [p for p in spec.parameters if p.where == where and belongs(p, position)]


def reject_inapplicable_options(invocation: "Invocation") -> None:
    """Raise UsageError for an option that the selected operation does not have.

    It would be dropped from the request silently.
    """
    session, spec = invocation.session, invocation.spec
    for parameter in spec.parameters:
        is_used = parameter.name in invocation.values
        wrong = is_used and not belongs(parameter, invocation.position)
        if not wrong or parameter.where not in {"body", "query"} or parameter.same_as:
            continue
        others = [spec.variants[other] for other in parameter.variants]
        if not any(session.level in other.api for other in others):
            levels = ", ".join(dict.fromkeys(level for other in others for level in other.api))
            raise UsageError(only_in(parameter.spelling, levels), hint=server_level(session.level))
        from qovery_cli.body.suggestions import listed

        flags = listed([str(other.when) for other in others])
        raise UsageError(f"{parameter.spelling} requires {flags}.")


def reject_body(invocation: "Invocation") -> None:
    """Raise UsageError for a body option if the operation has no body at the API level."""
    options = [name for name in ("file", "set", "skeleton") if invocation.values.get(name)]
    if not options:
        return
    from qovery_cli.catalog.schema import at_level

    body, level = invocation.operation.body, invocation.level
    if body is None or at_level(body, level) is None:
        raise UsageError(
            f"`{invocation.spec.command}` sends no body in API {level}.",
            hint=f"Omit --{options[0]}.",
        )


def _is_selected(variant: OperationSpec, spec: CommandSpec, values: Mapping[str, Any]) -> bool:
    flag, _, value = str(variant.when).partition(" ")
    parameter = by_flag(spec, flag)
    if parameter is None or parameter.name not in values:
        return False
    return not value or str(values[parameter.name]).casefold() == value.casefold()


def by_flag(spec: CommandSpec, flag: str) -> ParameterSpec | None:
    """Return the parameter that a flag belongs to."""
    return next((p for p in spec.parameters if p.flag == flag or flag in p.aliases), None)


def _kind(spec: CommandSpec, variant: OperationSpec) -> str | None:
    parameter = by_flag(spec, str(variant.when).split()[0])
    return parameter.resource if parameter else None


def _deepest(spec: CommandSpec, selected: Sequence[Selection]) -> Selection | None:
    if not selected:
        return None
    depths = [_DEPTH.get(str(_kind(spec, variant)), _DEEPEST) for _, variant in selected]
    deepest = [v for v, depth in zip(selected, depths, strict=True) if depth == max(depths)]
    if len(deepest) > 1:
        first, second = (str(variant.when) for _, variant in deepest[:2])
        raise UsageError(mutually_exclusive(first, second), hint="Specify one scope.")
    return deepest[0]


def _by_scope(session: Session, spec: CommandSpec, at_level: Sequence[Selection]) -> Selection:
    scope = session.settings.scope
    inherited = [v for v in at_level if _kind(spec, v[1]) in scope]
    selection = _deepest(spec, inherited)
    if selection is None:
        raise _missing_scope(spec, [str(variant.when) for _, variant in at_level])
    _check_empty(session, spec, at_level, selection)
    return selection


def _check_empty(
    session: Session, spec: CommandSpec, at_level: Sequence[Selection], selection: Selection
) -> None:
    """Record an empty environment variable for a deeper scope than the one in use."""
    kind = str(_kind(spec, selection[1]))
    entry = session.settings.scope[kind]
    for _, variant in at_level:
        other = str(_kind(spec, variant))
        deeper = _DEPTH.get(other, _DEEPEST) > _DEPTH.get(kind, _DEEPEST)
        if deeper and other in session.settings.empty:
            used = f"the {kind} '{entry.value}' from {entry.origin}"
            session.empty_scope.replaced(session.settings.empty[other], used)


def _missing_scope(spec: CommandSpec, choices: Sequence[str]) -> UsageError:
    *others, last = choices
    alternatives = f"{', '.join(others)} or {last}" if others else last
    if " " in last:
        return UsageError(is_missing(last.split()[0]), hint=f"Use {alternatives}.")
    parameter = by_flag(spec, last)
    if parameter is not None and parameter.resource not in SCOPE_KINDS:
        return UsageError(f"`{spec.command}` requires {alternatives}.", hint="Use one of them.")
    return MissingScopeError(
        f"`{spec.command}` requires a scope: {alternatives}.",
        hint="Use one of these options, or set a default with `qovery context set`.",
    )
