"""Read the parameters of a handler: a function in ``commands/`` that runs a command.

Its first parameter is the session. A parameter with ``Annotated`` is declared as for Typer, and
``Binding`` adds where its value goes in a request; one without takes the value of the parameter of
that name which an operation of the command has.
"""

import inspect
from collections.abc import Callable, Iterable
from importlib import import_module
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from typer.models import ArgumentInfo, OptionInfo

from qovery_cli.catalog.resources import RESOURCES, SCOPE_KINDS
from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.cli.dispatch import reaches_handler
from qovery_cli.cli.handler_binding import Binding, ScopeOptions, option_name
from qovery_cli.codegen.override_files import OverrideError


def handler_parameters(handler: str) -> list[ParameterSpec]:
    """Return the rows of the annotated parameters of the handler ``module:function``.

    Raise OverrideError if the handler does not exist, and for an annotation without a Typer
    declaration or of a type that no option has.
    """
    own = _own(_function(handler))
    declared = [each for each in own if get_origin(each.annotation) is Annotated]
    scope = [row for each in declared for row in _scope_options(each)]
    # A signature ends with the options of the scope, but they are what a command is about.
    return [*scope, *(_row(handler, each) for each in declared if not _scope_options(each))]


def require_bound(handler: str, rows: Iterable[ParameterSpec]) -> None:
    """Raise OverrideError for a parameter of a handler that none of the command's rows fills."""
    reaches = {row.name: reaches_handler(row) for row in rows}
    for parameter in _own(_function(handler)):
        if parameter.kind is inspect.Parameter.VAR_KEYWORD or reaches.get(parameter.name):
            continue
        reason = (
            "it has no Annotated declaration, and no operation of the command supplies it, "
            "nor of the one in 'like'"
        )
        if parameter.name in reaches:
            reason = "the session has the value of this option; take it from there"
        raise OverrideError(f"{_label(handler, parameter)} is never filled: {reason}", ("handler",))


def _scope_options(parameter: inspect.Parameter) -> list[ParameterSpec]:
    """Return the options of a parameter that takes one for each level of the scope, else []."""
    metadata = get_args(parameter.annotation)
    texts = [each.help for each in metadata if isinstance(each, ScopeOptions)]
    return [
        ParameterSpec(
            name=option_name(resource.option),
            kind="option",
            where="cli",
            flag=resource.option,
            aliases=resource.aliases_of_option,
            help=text.format(noun=resource.noun),
            metavar="NAME",
        )
        for text in texts
        for resource in (RESOURCES[kind] for kind in SCOPE_KINDS)
    ]


def _function(handler: str) -> Callable[..., Any]:
    module, _, name = handler.partition(":")
    try:
        function: Callable[..., Any] = getattr(import_module(f"qovery_cli.commands.{module}"), name)
    except (ModuleNotFoundError, AttributeError) as error:
        raise OverrideError(f"no handler '{handler}': {error}", ("handler",)) from error
    return function


def _own(function: Callable[..., Any]) -> list[inspect.Parameter]:
    _, *own = inspect.signature(function).parameters.values()
    return own


def _label(handler: str, parameter: inspect.Parameter) -> str:
    module, _, name = handler.partition(":")
    return f"qovery_cli.commands.{module}.{name}: parameter '{parameter.name}'"


def _row(handler: str, parameter: inspect.Parameter) -> ParameterSpec:
    kind, *metadata = get_args(parameter.annotation)
    infos = [each for each in metadata if isinstance(each, ArgumentInfo | OptionInfo)]
    if len(infos) != 1:
        message = f"{_label(handler, parameter)} needs one typer.Option() or typer.Argument()"
        raise OverrideError(message, ("handler",))
    plain = _plain(kind)
    if plain is None:
        message = f"{_label(handler, parameter)} has a type that no option has: {kind}"
        raise OverrideError(message, ("handler",))
    (info,) = infos
    sends = next((each for each in metadata if isinstance(each, Binding)), Binding(where="cli"))
    is_argument = isinstance(info, ArgumentInfo)
    name = parameter.name.rstrip("_")
    long, aliases, short = _flags(info)
    if not is_argument and long is None:
        long = "--" + name.replace("_", "-")
    no_default = any(parameter.default is each for each in (inspect.Parameter.empty, None, False))
    return ParameterSpec(
        name=parameter.name,
        kind="argument" if is_argument else "option",
        where=sends.where,
        flag=long,
        aliases=aliases,
        short=short,
        field=sends.field,
        required=sends.required or parameter.default is inspect.Parameter.empty,
        type=plain[0],
        repeatable=plain[1],
        enum=plain[2],
        help=(info.help or "").rstrip("."),
        metavar=str(info.metavar) if info.metavar else (name.upper() if is_argument else None),
        default=None if no_default else parameter.default,
        resource=sends.resource,
        unit=sends.unit,
        secret=sends.secret,
        hidden=info.hidden,
    )


def _flags(info: ArgumentInfo | OptionInfo) -> tuple[str | None, tuple[str, ...], str | None]:
    """Return the long flag, its aliases and the short flag of a Typer declaration."""
    # In Annotated, Typer takes the first flag for the default until the function is read.
    first = [info.default] if isinstance(info.default, str) else []
    flags = [*first, *(info.param_decls or ())]
    long = [flag for flag in flags if flag.startswith("--")]
    short = [flag for flag in flags if flag.startswith("-") and not flag.startswith("--")]
    return next(iter(long), None), tuple(long[1:]), next(iter(short), None)


_NAMES = {str: "string", int: "integer", float: "number", bool: "boolean"}


def _plain(kind: Any) -> tuple[str, bool, tuple[str, ...] | None] | None:
    """Return the JSON type of one value, whether it is repeatable, and the choices."""
    if get_origin(kind) in (Union, UnionType):
        kinds = [each for each in get_args(kind) if each is not NoneType]
        kind = kinds[0] if len(kinds) == 1 else None
    repeatable = get_origin(kind) is list
    if repeatable:
        (kind,) = get_args(kind)
    if get_origin(kind) is Literal:
        return "string", repeatable, get_args(kind)
    return (_NAMES[kind], repeatable, None) if kind in _NAMES else None
