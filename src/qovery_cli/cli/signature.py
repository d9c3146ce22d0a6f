"""From the rows of the command table to signatures that Typer can read."""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

import typer

from qovery_cli.cli.command_table import ParameterSpec

Body = Callable[..., Any]


def with_signature(
    body: Callable[[typer.Context, Mapping[str, Any]], Any], parameters: Iterable[ParameterSpec]
) -> Body:
    """Return a function that Typer can read, which hands all it got to ``body`` as one mapping.

    What was not given is left out of the mapping.
    """

    def command(ctx: typer.Context, **values: Any) -> Any:
        given = {name: value for name, value in values.items() if value not in (None, [], ())}
        return body(ctx, given)

    context = inspect.Parameter(
        "ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
    )
    declared = [context, *(declaration(row) for row in parameters)]
    command.__signature__ = inspect.Signature(declared)  # type: ignore[attr-defined]
    return command


def mentioned(declared: Sequence[ParameterSpec], words: Sequence[str]) -> list[ParameterSpec]:
    """Return the parameters that a line can mean: its arguments, and the options it mentions.

    What is left out could only have had no value, and each option costs a tenth of a
    millisecond. Where a word may be an option in another spelling, all are returned, so that
    Typer can say what is wrong with it.
    """
    spelled = {word.partition("=")[0] for word in words if word.startswith("-")} - {"--", "-"}
    flagged = [(row, _spellings(row)) for row in declared]
    if not spelled.issubset(flag for _, known in flagged for flag in known):
        return list(declared)
    return [row for row, known in flagged if row.kind == "argument" or spelled & known]


def _spellings(row: ParameterSpec) -> set[str]:
    if row.kind == "argument":
        return set()
    return {one for flag in flags(row) for one in flag.split("/")}


def declaration(row: ParameterSpec) -> inspect.Parameter:
    """Declare one parameter as a person would write it for Typer.

    Everything is optional here: what is missing is found out later, when files, context and
    prompts have been asked. What goes to the API is coerced by the API's own facts, so it is a
    text for Typer.
    """
    kind = plain_type(row)
    kind = list[kind] | None if row.repeatable else kind | None  # type: ignore[valid-type]
    if row.kind == "argument":
        declared: Any = typer.Argument(show_default=False)
    else:
        declared = typer.Option(*flags(row), show_default=False, case_sensitive=False)
    return inspect.Parameter(
        row.name,
        inspect.Parameter.KEYWORD_ONLY,
        annotation=Annotated[kind, declared],
        default=None,
    )


def plain_type(row: ParameterSpec) -> Any:
    """Return the type of one value as Typer sees it."""
    if row.is_flag:
        return bool
    if row.where == "cli" and row.enum:
        return Literal.__getitem__(row.enum)
    return int if row.where == "cli" and row.type == "integer" else str


def flags(row: ParameterSpec) -> list[str]:
    """Return all spellings of an option, as Typer takes them."""
    long = row.flag or "--" + row.name.replace("_", "-")
    spellings = [long, *row.aliases]
    if row.is_flag and row.where in {"body", "query"}:
        spellings = [f"{flag}/--no-{flag[2:]}" for flag in spellings]
    return [*([row.short] if row.short else []), *spellings]


def positional_flags(rows: Iterable[ParameterSpec]) -> list[ParameterSpec]:
    """Return the options that let an argument be given by its flag instead.

    The twin's name ends in ``__flag``; the engine folds it into the argument.
    """
    return [
        ParameterSpec(
            name=f"{row.name}__flag",
            kind="option",
            where=row.where,
            flag=row.flag,
            aliases=row.aliases,
            type=row.type,
            repeatable=row.repeatable,
            help=row.help,
        )
        for row in rows
        if row.kind == "argument" and row.flag
    ]
