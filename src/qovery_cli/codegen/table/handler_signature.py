"""What the signature of a hand-written command says of its parameters.

A hand-written command is a function of ``commands/`` whose first parameter is the session. Its
other parameters are declared as for Typer; ``Sends`` adds where a value goes in a request. Only
used when the table is baked: at run time hand-written and generated commands come from the table.
"""

import inspect
from importlib import import_module
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from typer.models import ArgumentInfo, OptionInfo

from qovery_cli.cli.rows import ParameterRow
from qovery_cli.cli.written import Sends


def written_parameters(handler: str) -> list[ParameterRow]:
    """Return the parameters of the function that ``module:function`` names.

    Those without ``Annotated`` are left out: they come from the facts of the command's operations.
    """
    module, _, name = handler.partition(":")
    function = getattr(import_module(f"qovery_cli.commands.{module}"), name)
    _, *own = inspect.signature(function).parameters.values()
    return [_row(parameter) for parameter in own if get_origin(parameter.annotation) is Annotated]


def _row(parameter: inspect.Parameter) -> ParameterRow:
    kind, *said = get_args(parameter.annotation)
    info = next(one for one in said if isinstance(one, ArgumentInfo | OptionInfo))
    sends = next((one for one in said if isinstance(one, Sends)), Sends(where="cli"))
    plain, repeatable, enum = _plain(kind)
    is_argument = isinstance(info, ArgumentInfo)
    # In Annotated, Typer takes the first flag for the default until the function is read.
    first = [info.default] if isinstance(info.default, str) else []
    flags = [*first, *(info.param_decls or ())]
    long = next((flag for flag in flags if flag.startswith("--")), None)
    name = parameter.name.rstrip("_")
    if not is_argument and long is None:
        long = "--" + name.replace("_", "-")
    no_default = any(parameter.default is one for one in (inspect.Parameter.empty, None, False))
    return ParameterRow(
        name=parameter.name,
        kind="argument" if is_argument else "option",
        where=sends.where,
        flag=long,
        aliases=tuple(flag for flag in flags if flag.startswith("--") and flag != long),
        short=next((f for f in flags if f.startswith("-") and not f.startswith("--")), None),
        field=sends.field,
        required=sends.required or parameter.default is inspect.Parameter.empty,
        type=plain,
        enum=enum,
        repeatable=repeatable,
        help=(info.help or "").rstrip("."),
        metavar=str(info.metavar) if info.metavar else (name.upper() if is_argument else None),
        default=None if no_default else parameter.default,
        resource=sends.resource,
        unit=sends.unit,
        secret=sends.secret,
        hidden=info.hidden,
    )


_NAMES = {str: "string", int: "integer", float: "number", bool: "boolean"}


def _plain(kind: Any) -> tuple[str, bool, tuple[str, ...] | None]:
    """Return the JSON type of one value, whether there may be several, and the choices."""
    if get_origin(kind) in (Union, UnionType):
        (kind,) = [one for one in get_args(kind) if one is not NoneType]
    repeatable = get_origin(kind) is list
    if repeatable:
        (kind,) = get_args(kind)
    if get_origin(kind) is Literal:
        return "string", repeatable, get_args(kind)
    return _NAMES[kind], repeatable, None
