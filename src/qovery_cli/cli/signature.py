"""Convert parameters of the command table to signatures for Typer."""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

import typer

from qovery_cli.cli.command_table import ParameterSpec

Body = Callable[..., Any]


def with_signature(
    body: Callable[[typer.Context, Mapping[str, Any]], Any], parameters: Iterable[ParameterSpec]
) -> Body:
    """Return a function for Typer that passes its values to ``body`` as one mapping.

    Missing values are left out of the mapping.
    """

    def command(ctx: typer.Context, **values: Any) -> Any:
        present = {name: value for name, value in values.items() if value not in (None, [], ())}
        return body(ctx, present)

    context = inspect.Parameter(
        "ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
    )
    declared = [context, *(declaration(parameter) for parameter in parameters)]
    command.__signature__ = inspect.Signature(declared)  # type: ignore[attr-defined]
    return command


def mentioned_parameters(
    declared: Sequence[ParameterSpec], words: Sequence[str]
) -> list[ParameterSpec]:
    """Return the parameters that a command line can use: arguments and mentioned options.

    Each declared option costs 0.1 ms, and the others have no value anyway. All parameters are
    returned if a word may be a misspelled option, so that Typer can report it.
    """
    words_as_flags = {word.partition("=")[0] for word in words if word.startswith("-")} - {
        "--",
        "-",
    }
    flagged = [(parameter, _spellings(parameter)) for parameter in declared]
    if not words_as_flags.issubset(flag for _, spellings in flagged for flag in spellings):
        return list(declared)
    return [
        parameter
        for parameter, spellings in flagged
        if parameter.kind == "argument" or words_as_flags & spellings
    ]


def _spellings(parameter: ParameterSpec) -> set[str]:
    if parameter.kind == "argument":
        return set()
    return {spelling for flag in flags(parameter) for spelling in flag.split("/")}


def declaration(parameter: ParameterSpec) -> inspect.Parameter:
    """Return a parameter as it would be declared for Typer.

    All parameters are optional for Typer: missing ones are reported after files, context and
    prompts were consulted. Values for the API are strings here; they are coerced by its schemas.
    """
    kind = plain_type(parameter)
    kind = list[kind] | None if parameter.repeatable else kind | None  # type: ignore[valid-type]
    if parameter.kind == "argument":
        declared: Any = typer.Argument(show_default=False)
    else:
        declared = typer.Option(*flags(parameter), show_default=False, case_sensitive=False)
    return inspect.Parameter(
        parameter.name,
        inspect.Parameter.KEYWORD_ONLY,
        annotation=Annotated[kind, declared],
        default=None,
    )


def plain_type(parameter: ParameterSpec) -> Any:
    """Return the type of one value for Typer."""
    if parameter.is_flag:
        return bool
    if parameter.where == "cli" and parameter.enum:
        return Literal.__getitem__(parameter.enum)
    return int if parameter.where == "cli" and parameter.type == "integer" else str


def flags(parameter: ParameterSpec) -> list[str]:
    """Return all spellings of an option in Typer's syntax."""
    long = parameter.flag or "--" + parameter.name.replace("_", "-")
    spellings = [long, *parameter.aliases]
    if parameter.is_flag and parameter.where in {"body", "query"}:
        spellings = [f"{flag}/--no-{flag[2:]}" for flag in spellings]
    return [*([parameter.short] if parameter.short else []), *spellings]


def positional_flags(parameters: Iterable[ParameterSpec]) -> list[ParameterSpec]:
    """Return an option for each argument that may be passed by its flag instead.

    Its name ends in ``__flag``; the engine merges it into the argument.
    """
    return [
        ParameterSpec(
            name=f"{parameter.name}__flag",
            kind="option",
            where=parameter.where,
            flag=parameter.flag,
            aliases=parameter.aliases,
            type=parameter.type,
            repeatable=parameter.repeatable,
            help=parameter.help,
        )
        for parameter in parameters
        if parameter.kind == "argument" and parameter.flag
    ]
