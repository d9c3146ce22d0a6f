"""Derive the grammar of the command line for completion from the command table.

The value of an option is described by a short code, the same in the script of every shell:

- ``#A B C`` one of these words
- ``@KIND+KIND`` the name of a resource of one of these kinds; ``|`` separates alternatives, of
  which the one with ``?--flag=value`` is selected if these words are typed, else the one whose
  parent is the deepest in the scope
- ``C`` comma-separated columns, ``S`` a sort key, ``F`` a filter
- ``P`` a profile, ``/`` a file, and an empty code for any other value
"""

from __future__ import annotations

from qovery_cli.catalog.resources import RESOURCES, SERVICES, by_parameter
from qovery_cli.cli import command_table, global_options
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec
from qovery_cli.config.scope import FLAGS
from qovery_cli.config.validation import API_LEVELS
from qovery_cli.frozen import changed, record

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS, SORT, FILTER, PROFILE, FILE, FREE = "C", "S", "F", "P", "/", ""

#: The codes of parameters without a resource by metavar.
_BY_METAVAR = {"FILE": FILE, "PROFILE": PROFILE}
_BY_SHARED_NAME = {"columns": COLUMNS, "sort_by": SORT, "filter": FILTER, "profile": PROFILE}
_LEVEL_OF_FLAG = {flag: level for level, flag in FLAGS.items()}

#: The resource of a parameter that may name a service of any kind.
ANY_SERVICE = "service"


@record
class Option:
    """An option, or an argument, which may have a flag too.

    ``shown`` are the spellings to complete, ``accepted`` the others. ``value`` is the code of its
    value, None if it takes no value. ``levels`` are the API levels that have it, empty for all
    levels of its command.
    """

    shown: tuple[str, ...]
    accepted: tuple[str, ...] = ()
    value: str | None = None
    repeatable: bool = False
    summary: str = ""
    levels: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """All valid spellings."""
        return (*self.shown, *self.accepted)


@record
class Command:
    """A command: its options, its arguments in order, and the headers of its columns.

    ``levels`` are the API levels that have it, empty for all of them.
    """

    name: str
    summary: str
    options: tuple[Option, ...]
    arguments: tuple[Option, ...]
    columns: tuple[str, ...]
    levels: tuple[str, ...] = ()


def everywhere() -> tuple[Option, ...]:
    """Return the options of every command and group."""
    return tuple(shared_option(option) for option in (*global_options.SHARED, global_options.HELP))


def at_root() -> tuple[Option, ...]:
    """Return the options that are valid only without a command."""
    return (Option(("--version", "-V"), summary="Show the version"),)


def commands() -> list[Command]:
    """Return every command in the order of help."""
    return [command(spec) for spec in command_table.commands()]


def command(spec: CommandSpec) -> Command:
    """Return the grammar of one command."""
    arguments = tuple(_option(spec, p) for p in spec.typed_parameters if p.kind == "argument")
    options = tuple(_option(spec, p) for p in spec.typed_parameters if p.kind == "option")
    headers = tuple(spec.partition("=")[0].strip() for spec in (*spec.columns, *spec.wide))
    levels = restricted(level for variant in spec.variants for level in variant.api)
    return Command(spec.command, spec.summary, options, arguments, headers, levels)


def shared_option(parameter: ParameterSpec) -> Option:
    """Return an option whose value is the same in every command that has it."""
    resource = f"@{parameter.resource}" if parameter.resource else FREE
    value = _BY_SHARED_NAME.get(parameter.name) or _BY_METAVAR.get(str(parameter.metavar), resource)
    return _with_spellings(parameter, None if parameter.is_flag else _choices(parameter) or value)


def _option(spec: CommandSpec, parameter: ParameterSpec) -> Option:
    option = _with_spellings(parameter, None if parameter.is_flag else _value(spec, parameter))
    return changed(option, levels=_levels(spec, parameter))


def _levels(spec: CommandSpec, parameter: ParameterSpec) -> tuple[str, ...]:
    """Return the levels that have a parameter, empty if these are all levels of the command."""
    of_command = {level for variant in spec.variants for level in variant.api} or set(API_LEVELS)
    of_operations = {
        level
        for position, variant in enumerate(spec.variants)
        if command_table.belongs(parameter, position)
        for level in variant.api
    } or of_command
    levels = of_operations & set(parameter.api) if parameter.api else of_operations
    return () if levels >= of_command else restricted(levels)


def restricted(levels: Iterable[str]) -> tuple[str, ...]:
    """Return API levels in their order, empty if these are all or none of them."""
    members = set(levels)
    known = tuple(level for level in API_LEVELS if level in members)
    return () if known == API_LEVELS else known


def _with_spellings(parameter: ParameterSpec, value: str | None) -> Option:
    longs = [parameter.flag] if parameter.flag else []
    if parameter.kind == "option" and not parameter.flag:
        longs = ["--" + parameter.name.replace("_", "-")]
    others = list(parameter.aliases)
    if parameter.is_flag and parameter.where in {"body", "query"}:
        longs += [f"--no-{flag[2:]}" for flag in longs]
        others += [f"--no-{flag[2:]}" for flag in others]
    shorts = [parameter.short] if parameter.short else []
    summary = parameter.help or parameter.name.replace("_", " ").capitalize()
    if parameter.hidden:
        return Option((), (*longs, *shorts, *others), value, parameter.repeatable, summary)
    return Option((*longs, *shorts), tuple(others), value, parameter.repeatable, summary)


def _value(spec: CommandSpec, parameter: ParameterSpec) -> str:
    kinds = _kinds(spec, parameter)
    if kinds:
        return f"@{kinds}"
    return _choices(parameter) or _BY_METAVAR.get(parameter.metavar or "", FREE)


def _choices(parameter: ParameterSpec) -> str:
    if parameter.enum:
        return "#" + " ".join(word.strip() for word in parameter.enum if word)
    return "#true false" if parameter.type == "boolean" and parameter.kind == "argument" else ""


def _kinds(spec: CommandSpec, parameter: ParameterSpec) -> str:
    """Return the code of the kinds of resource that a value may name, without the ``@``."""
    if parameter.resource == ANY_SERVICE:
        return "+".join(SERVICES)
    if parameter.resources:
        chosen_by = next(p for p in spec.parameters if p.field == parameter.resource_by)
        # The documents have a value with a space in front; it is typed without it.
        values = ((value.strip(), kind) for value, kind in parameter.resources.items())
        codes = {f"{kind}?{chosen_by.flag}={value}": None for value, kind in values}
        return "|".join(codes)
    if parameter.resource is None:
        # The options of `context set` are scope flags without a resource.
        is_scope = parameter.where == "cli" and parameter.metavar == "NAME"
        return _LEVEL_OF_FLAG.get(parameter.flag or "", "") if is_scope else ""
    conditions: dict[str, str] = {}
    for position, variant in enumerate(spec.variants):
        if command_table.belongs(parameter, position) and parameter.where == "path":
            resource = by_parameter(str(parameter.field), variant.path)
            if resource is not None:
                conditions.setdefault(resource.kind, variant.when or "")
    if len(conditions) < 2:
        return _listable(next(iter(conditions), parameter.resource))
    return "|".join(_code(kind, when) for kind, when in conditions.items() if _listable(kind))


def _listable(kind: str) -> str:
    resource = RESOURCES.get(kind)
    return kind if resource and not resource.singleton else ""


def _code(kind: str, when: str) -> str:
    flag, _, value = when.partition(" ")
    return f"{kind}?{flag}={value}" if value else kind
