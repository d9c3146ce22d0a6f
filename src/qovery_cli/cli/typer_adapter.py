"""Build Typer groups and commands from the command table, each child only when it is called.

Every use of Typer beyond its documented interface is here and in ``fast_coercion.py``: the ``cls``
argument with TyperGroup and TyperCommand, ``resolve_command``, ``get_params``, ``format_help`` and
``typer.main.get_command``. ``tests/contract/test_typer_seam.py`` tests them.
"""

from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from qovery_cli.cli.command_table import GroupSpec
from qovery_cli.cli.fast_coercion import use_fast_coercion
from qovery_cli.cli.help import find_child

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
        assert entry is not None, "Typer resolved a name that is no child"
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
