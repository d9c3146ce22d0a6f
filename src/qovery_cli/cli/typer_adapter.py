"""Typer groups whose rows are data, and whose chosen child is built when it is chosen.

All that leans on Typer beyond its documented interface is here and in ``plain.py``: the ``cls``
argument with TyperGroup and TyperCommand, ``resolve_command``, ``get_params``, ``format_help`` and
``typer.main.get_command``. ``tests/contract/test_typer_seam.py`` watches over them.
"""

from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from qovery_cli.cli.command_table import GroupSpec
from qovery_cli.cli.fast_coercion import plain
from qovery_cli.cli.help import find_child

#: Returns the command of a row, for the words that follow its name.
Child = Callable[[GroupSpec, Sequence[str]], Any]
Page = Callable[[], str]

_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


class _Documented:
    """Shows our page where Typer would make one, and coerces plainly."""

    page: Page

    def get_params(self, ctx: Any) -> Any:
        """Return the parameters with our coercers."""
        return plain(super().get_params(ctx))  # type: ignore[misc]

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Typer's signature
        """Write the page made from the command table."""
        formatter.write(self.page())


class QoveryCommand(_Documented, TyperCommand):
    """A leaf of the tree."""


class QoveryGroup(_Documented, TyperGroup):
    """A group that lists its rows and builds only the child that is called."""

    row: GroupSpec
    child: Child

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the placeholder of a child, by its name or an alias."""
        found = find_child(self.row, cmd_name)
        return super().get_command(ctx, found.name if found else cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Replace the placeholder by the real command once its name is known."""
        name, _, rest = super().resolve_command(ctx, args)
        found = find_child(self.row, args[0])
        assert found is not None, "Typer resolved a name that is no child"
        return name, type(self).child(found, rest), rest


def lazy_group(row: GroupSpec, child: Child, page: Page, options: Callable[..., None]) -> Any:
    """Return a Typer group for a row.

    ``options`` is a function whose signature declares what may stand before the child's name.
    """
    namespace = {"row": row, "child": staticmethod(child), "page": staticmethod(page)}
    group = type("LazyGroup", (QoveryGroup,), namespace)
    app = typer.Typer(
        name=row.name or None,
        cls=group,
        context_settings=_SETTINGS,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(options)
    built = typer.main.get_command(app)
    for name, one in row.children.items():
        built.add_command(TyperCommand(name, help=one.summary, hidden=one.hidden))  # type: ignore[attr-defined]
    return built


def leaf(name: str, body: Callable[..., Any], page: Page) -> Any:
    """Return one Typer command that runs ``body``, whose signature declares its parameters."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    kind = type("Leaf", (QoveryCommand,), {"page": staticmethod(page)})
    app.command(name, cls=kind, context_settings=_SETTINGS)(body)
    return typer.main.get_command(app)


def parse_error(error: Exception) -> tuple[str, int] | None:
    """Return message and exit code of an error of Typer's parser, None for any other.

    The class is private to Typer, so it is known by what it can do.
    """
    formatted = getattr(error, "format_message", None)
    code = getattr(error, "exit_code", None)
    if callable(formatted) and isinstance(code, int):
        return str(formatted()), code
    return None
