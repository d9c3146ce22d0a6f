"""Which operation of a command is meant: by the API level, and by the option that selects it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog.schema import at_level as seen_at
from qovery_cli.cli.command_table import CommandSpec, OperationSpec, ParameterSpec, belongs
from qovery_cli.errors import UsageError
from qovery_cli.resolve.errors import MissingScopeError
from qovery_cli.session import Session

Chosen = tuple[int, OperationSpec]

#: How deep a kind lies; the deepest scope that is given decides.
_DEPTH = {"organization": 0, "project": 1, "environment": 2}
_DEEPEST = 3


def choose(session: Session, row: CommandSpec, values: Mapping[str, Any]) -> Chosen:
    """Return the operation that is meant, with its position in the row.

    Raises UsageError if the scope that selects it is missing or ambiguous.
    """
    variants = list(enumerate(row.variants))
    at_level = [one for one in variants if session.level in one[1].api] or variants
    if not any(variant.when for _, variant in at_level):
        return at_level[0]
    given = [one for one in at_level if _selected(one[1], row, values)]
    # What is named outright is meant, even if the level no longer has it: then the API says so.
    given = given or [one for one in variants if _selected(one[1], row, values)]
    return _deepest(row, given) or _by_scope(session, row, at_level)


def reject_inapplicable_options(
    session: Session, row: CommandSpec, position: int, given: Iterable[str]
) -> None:
    """Raise UsageError for a given option that is not one of the operation at a position.

    It would be left out of the request without a word.
    """
    for parameter in row.parameters:
        wrong = parameter.name in given and not belongs(parameter, position)
        if not wrong or parameter.where not in {"body", "query"} or parameter.same_as:
            continue
        others = [row.variants[one] for one in parameter.variants]
        if not any(session.level in other.api for other in others):
            levels = ", ".join(dict.fromkeys(level for other in others for level in other.api))
            raise UsageError(
                f"{parameter.spelling} exists only in API {levels}.",
                hint=f"This server speaks {session.level}: leave it out.",
            )
        flags = ", ".join(str(other.when) for other in others)
        raise UsageError(f"{parameter.spelling} goes only with {flags}.", hint="Leave it out.")


def reject_body(
    session: Session, row: CommandSpec, position: int, values: Mapping[str, Any]
) -> None:
    """Raise UsageError for a body, or the wish to see one, where the level has none to send."""
    given = [name for name in ("file", "set", "skeleton") if values.get(name)]
    operation = catalog.operation(row.variants[position].operation)
    level = operation.level(session.level)
    if given and (operation.body is None or seen_at(operation.body, level) is None):
        raise UsageError(
            f"'{row.command}' sends no body in API {level}.", hint=f"Leave out --{given[0]}."
        )


def _selected(variant: OperationSpec, row: CommandSpec, values: Mapping[str, Any]) -> bool:
    flag, _, value = str(variant.when).partition(" ")
    parameter = by_flag(row, flag)
    if parameter is None or parameter.name not in values:
        return False
    return not value or str(values[parameter.name]).casefold() == value.casefold()


def by_flag(row: CommandSpec, flag: str) -> ParameterSpec | None:
    """Return the parameter that a flag belongs to."""
    return next((p for p in row.parameters if p.flag == flag or flag in p.aliases), None)


def _kind(row: CommandSpec, variant: OperationSpec) -> str | None:
    parameter = by_flag(row, str(variant.when).split()[0])
    return parameter.resource if parameter else None


def _deepest(row: CommandSpec, given: Sequence[Chosen]) -> Chosen | None:
    if not given:
        return None
    depths = [_DEPTH.get(str(_kind(row, variant)), _DEEPEST) for _, variant in given]
    deepest = [one for one, depth in zip(given, depths, strict=True) if depth == max(depths)]
    if len(deepest) > 1:
        flags = " and ".join(str(variant.when) for _, variant in deepest)
        raise UsageError(f"{flags} name two different scopes.", hint="Give one of them.")
    return deepest[0]


def _by_scope(session: Session, row: CommandSpec, at_level: Sequence[Chosen]) -> Chosen:
    scope = session.settings.scope
    inherited = [one for one in at_level if _kind(row, one[1]) in scope]
    found = _deepest(row, inherited)
    if found is None:
        raise _undecided(row, [str(variant.when) for _, variant in at_level])
    _check_empty(session, row, at_level, found)
    return found


def _check_empty(
    session: Session, row: CommandSpec, at_level: Sequence[Chosen], found: Chosen
) -> None:
    """Report an empty variable that would have named a deeper scope than the one in use."""
    kind = str(_kind(row, found[1]))
    entry = session.settings.scope[kind]
    for _, variant in at_level:
        other = str(_kind(row, variant))
        deeper = _DEPTH.get(other, _DEEPEST) > _DEPTH.get(kind, _DEEPEST)
        if deeper and other in session.settings.empty:
            used = f"the {kind} '{entry.value}' from {entry.origin}"
            session.empty_scope.replaced(session.settings.empty[other], used)


def _undecided(row: CommandSpec, ways: Sequence[str]) -> UsageError:
    *others, last = ways
    either = f"{', '.join(others)} or {last}" if others else last
    if " " in last:
        return UsageError(f"{last.split()[0]} is missing.", hint=f"Give {either}.")
    return MissingScopeError(
        f"'{row.command}' needs a scope: {either}.",
        hint="Give one of these options, or set a default with 'qovery context set'.",
    )
