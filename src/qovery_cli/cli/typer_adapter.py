"""Build Typer groups and commands from the command table, each child only when it is called.

Every use of Typer beyond its documented interface is here: the ``cls`` argument with TyperGroup
and TyperCommand, ``resolve_command``, ``get_params``, ``format_help``, ``typer.main.get_command``
and ``_runtime_param``. ``tests/contract/test_typer_seam.py`` tests them.
"""

import inspect
from collections.abc import Callable, Iterable, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import typer
from typer.core import TyperCommand, TyperGroup

from qovery_cli.cli.command_table import GroupSpec, ParameterSpec
from qovery_cli.cli.help import find_child

Body = Callable[..., Any]
#: Builds the command of an index entry, for the words after its name.
Child = Callable[[GroupSpec, Sequence[str]], Any]
Page = Callable[[], str]

_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


class _Documented:
    """Help from the command table, and coercion without pydantic."""

    page: Page

    def get_params(self, ctx: Any) -> Any:
        """Return the parameters with fast coercers."""
        return use_fast_coercion(super().get_params(ctx))  # type: ignore[misc]

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Typer's signature
        """Write the help page from the command table."""
        formatter.write(self.page())


class QoveryCommand(_Documented, TyperCommand):
    """A command of the CLI."""


class QoveryGroup(_Documented, TyperGroup):
    """A group that builds only the child that is called."""

    spec: GroupSpec
    child: Child

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the placeholder of a child, by its name or an alias."""
        entry = find_child(self.spec, cmd_name)
        return super().get_command(ctx, entry.name if entry else cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Build the real command in place of its placeholder."""
        name, _, rest = super().resolve_command(ctx, args)
        entry = find_child(self.spec, args[0])
        assert entry is not None, "Typer resolved an unknown child"
        return name, type(self).child(entry, rest), rest


def lazy_group(spec: GroupSpec, child: Child, page: Page, options: Callable[..., None]) -> Any:
    """Return the Typer group of an index entry.

    The signature of ``options`` declares the options before the child's name.
    """
    namespace = {"spec": spec, "child": staticmethod(child), "page": staticmethod(page)}
    group_class = type("LazyGroup", (QoveryGroup,), namespace)
    app = typer.Typer(
        name=spec.name or None,
        cls=group_class,
        context_settings=_SETTINGS,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(options)
    built = typer.main.get_command(app)
    for name, entry in spec.children.items():
        placeholder = TyperCommand(name, help=entry.summary, hidden=entry.hidden)
        built.add_command(placeholder)  # type: ignore[attr-defined]
    return built


def leaf(name: str, body: Callable[..., Any], page: Page) -> Any:
    """Return one Typer command that runs ``body``, whose signature declares its parameters."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    command_class = type("Leaf", (QoveryCommand,), {"page": staticmethod(page)})
    app.command(name, cls=command_class, context_settings=_SETTINGS)(body)
    return typer.main.get_command(app)


def parse_error(error: Exception) -> tuple[str, int] | None:
    """Return message and exit code of an error of Typer's parser, None for any other.

    The class is private to Typer, so it is recognised by its attributes.
    """
    formatted = getattr(error, "format_message", None)
    code = getattr(error, "exit_code", None)
    if callable(formatted) and isinstance(code, int):
        return str(formatted()), code
    return None


def with_signature(
    body: Callable[[typer.Context, dict[str, Any]], Any], parameters: Iterable[ParameterSpec]
) -> Body:
    """Return a function for Typer that passes its values to ``body`` as one dictionary.

    Missing values are left out.
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


class FastCoercion:
    """Replacement of Typer's runtime parameter, without pydantic, which costs 60 ms of every run.

    Typer builds a pydantic adapter for each parameter when a command runs. This takes its place
    through one private attribute of Typer. If Typer no longer has it, Typer's own coercion is
    used, which is slower but correct.
    """

    def __init__(self, convert: Callable[[Any], Any]) -> None:
        self.convert = convert

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the value in the parameter's type; raise BadParameter if it is invalid."""
        is_list = param.multiple or param.nargs == -1
        if value is None:
            return () if is_list else None
        try:
            return [self.convert(item) for item in value] if is_list else self.convert(value)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=ctx, param=param) from error


def use_fast_coercion(params: list[Any]) -> list[Any]:
    """Set the coercer of each parameter of a plain type, and return the parameters."""
    for param in params:
        annotation = getattr(getattr(param, "type_descriptor", None), "annotation", None)
        convert = converter(annotation)
        if convert and getattr(param, "_runtime_param", True) is None:
            param._runtime_param = FastCoercion(convert)
    return params


def converter(annotation: Any) -> Callable[[Any], Any] | None:
    """Return a function that converts a word to the type, None for a type that is not plain."""
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        return converter(kinds[0]) if len(kinds) == 1 else None
    if get_origin(annotation) is list:
        return converter(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return _choice_converter(get_args(annotation))
    plain_types: dict[Any, Callable[[Any], Any]] = {str: str, int: _to_integer, bool: bool}
    return plain_types.get(annotation)


def _choice_converter(choices: tuple[str, ...]) -> Callable[[str], str]:
    def convert(value: str) -> str:
        folded = value.casefold()
        choice = next((each for each in choices if each.casefold() == folded), None)
        if choice is None:
            raise ValueError(f"{value!r} is not one of {', '.join(choices)}.")
        return choice

    return convert


def _to_integer(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise ValueError(f"{value!r} is not an integer.") from None
