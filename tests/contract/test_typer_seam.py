"""The facts about Typer that ``cli/typer_adapter.py`` leans on.

When Typer moves, these fail and say what has moved.
"""

import errno
import inspect
import sys
from typing import Annotated, Literal

import pytest
import typer
import typer.core
import typer.main

from qovery_cli.cli.typer_adapter import FastCoercion, parse_error, use_fast_coercion


def app_of(function, **settings):
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(**settings)(function)
    return typer.main.get_command(app)


def test_the_version_is_the_one_that_was_looked_at():
    import importlib.metadata

    major, minor, *_ = importlib.metadata.version("typer").split(".")
    assert (major, minor) == ("0", "29")


def test_get_command_gives_an_object_that_can_be_called_with_words():
    seen = []

    def command(name: Annotated[str, typer.Argument()]):
        seen.append(name)

    app_of(command).main(args=["api"], prog_name="x", standalone_mode=False)
    assert seen == ["api"]


def test_a_class_given_with_cls_is_used():
    class Own(typer.core.TyperCommand):
        pass

    assert isinstance(app_of(lambda: None, cls=Own), Own)


def test_group_asks_resolve_command_for_its_child():
    assert "resolve_command" in {name for name, _ in inspect.getmembers(typer.core.TyperGroup)}
    asked = []

    class Group(typer.core.TyperGroup):
        def resolve_command(self, ctx, args):
            asked.append(list(args))
            return super().resolve_command(ctx, args)

    app = typer.Typer(cls=Group, add_completion=False)
    app.callback(invoke_without_command=True)(lambda: None)
    group = typer.main.get_command(app)
    group.add_command(app_of(lambda: None, name="child"))
    group.main(args=["child"], prog_name="x", standalone_mode=False)
    assert asked == [["child"]]


def test_group_reports_its_callback_whether_a_child_was_named():
    seen = []
    app = typer.Typer(add_completion=False)

    @app.callback(invoke_without_command=True)
    def callback(ctx: typer.Context):
        seen.append(ctx.invoked_subcommand)

    group = typer.main.get_command(app)
    group.add_command(app_of(lambda: None, name="child"))
    group.main(args=[], prog_name="x", standalone_mode=False)
    group.main(args=["child"], prog_name="x", standalone_mode=False)
    assert seen == [None, "child"]


def test_help_is_written_by_format_help():
    written = []

    class Own(typer.core.TyperCommand):
        def format_help(self, ctx, formatter):  # noqa: ARG002 - Typer's signature
            formatter.write("page")
            written.append(1)

    app_of(lambda: None, cls=Own).main(args=["--help"], prog_name="x", standalone_mode=False)
    assert written == [1]


def test_a_parameter_has_the_place_that_plain_fills():
    """Without it the program still works, 60 ms slower a run."""

    def command(name: Annotated[str | None, typer.Option()] = None):
        pass

    (param,) = [p for p in app_of(command).params if p.name == "name"]
    assert getattr(param, "_runtime_param", "gone") is None
    assert param.type_descriptor.annotation is not None
    use_fast_coercion([param])
    assert isinstance(param._runtime_param, FastCoercion)


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        (str | None, ["--x", "a"], "a"),
        (int | None, ["--x", "7"], 7),
        (list[str] | None, ["--x", "a", "--x", "b"], ["a", "b"]),
        (Literal["a", "b"] | None, ["--x", "b"], "b"),
        (bool | None, ["--x"], True),
        (bool | None, ["--no-x"], False),
    ],
)
def test_plain_coerces_as_typer_does(kind, words, value):
    seen = []

    def command(x=None):
        seen.append(x)

    option = typer.Option("--x/--no-x" if kind == bool | None else "--x")
    command.__annotations__["x"] = Annotated[kind, option]
    plainly = app_of(command)
    use_fast_coercion(plainly.params)
    plainly.main(args=words, prog_name="x", standalone_mode=False)
    app_of(command).main(args=words, prog_name="x", standalone_mode=False)
    assert seen == [value, value]


def test_an_error_of_the_parser_has_a_message_a_code_and_a_place():
    with pytest.raises(Exception, match="nope") as caught:
        app_of(lambda: None).main(args=["--nope"], prog_name="x", standalone_mode=False)
    told = parse_error(caught.value)
    assert told is not None
    assert "--nope" in told[0]
    assert told[1] == 2
    assert caught.value.ctx.command_path == "x"


def test_another_exception_is_no_error_of_the_parser():
    assert parse_error(ValueError("x")) is None


def test_an_exit_code_that_a_command_returns_comes_back():
    def command() -> int:
        return 4

    assert app_of(command).main(args=[], prog_name="x", standalone_mode=False) == 4


def test_the_first_flag_of_an_option_is_where_the_table_looks_for_it():
    assert typer.Option("--org", "--organization").default == "--org"
    assert typer.Option("--org", "--organization").param_decls == ("--organization",)


def test_a_closed_pipe_becomes_an_exit_with_1():
    def command():
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    streams = sys.stdout, sys.stderr
    try:
        with pytest.raises(SystemExit) as caught:
            app_of(command).main(args=[], prog_name="x", standalone_mode=False)
    finally:
        sys.stdout, sys.stderr = streams
    assert caught.value.code == 1
