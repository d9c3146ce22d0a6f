from types import SimpleNamespace
from typing import Annotated, Literal

import pytest
import typer

from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.cli.handler_binding import Binding
from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.table import handler_signature
from qovery_cli.codegen.table.handler_signature import handler_parameters, require_bound


@pytest.fixture
def rows_of(monkeypatch):
    """Return the rows of a handler's parameters by name."""

    def rows_of(function):
        monkeypatch.setattr(
            handler_signature, "import_module", lambda _: SimpleNamespace(f=function)
        )
        return {row.name: row for row in handler_parameters("module:f")}

    return rows_of


def test_the_first_flag_of_an_option_is_its_flag_and_the_others_are_aliases(rows_of):
    def f(session, org: Annotated[str | None, typer.Option("--org", "--organization")] = None): ...

    row = rows_of(f)["org"]
    assert (row.flag, row.aliases, row.short) == ("--org", ("--organization",), None)


def test_short_flag_is_distinguished_from_a_long_one(rows_of):
    def f(session, method: Annotated[str | None, typer.Option("--method", "-X")] = None): ...

    row = rows_of(f)["method"]
    assert (row.flag, row.short, row.aliases) == ("--method", "-X", ())


def test_an_option_without_a_flag_is_named_after_its_parameter(rows_of):
    def f(session, api_url: Annotated[str | None, typer.Option()] = None): ...

    assert rows_of(f)["api_url"].flag == "--api-url"


def test_the_underscore_behind_a_keyword_is_no_part_of_the_flag(rows_of):
    def f(session, import_: Annotated[bool, typer.Option()] = False): ...

    assert rows_of(f)["import_"].flag == "--import"


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        (str, ("string", False, None)),
        (int | None, ("integer", False, None)),
        (list[str] | None, ("string", True, None)),
        (Literal["a", "b"] | None, ("string", False, ("a", "b"))),
        (bool, ("boolean", False, None)),
    ],
)
def test_a_type_is_named_as_in_json(kind, plain, rows_of):
    def f(session, x=None): ...

    f.__annotations__["x"] = Annotated[kind, typer.Option("--x")]
    row = rows_of(f)["x"]
    assert (row.type, row.repeatable, row.enum) == plain


def test_an_argument_is_named_in_capitals_and_may_have_no_flag(rows_of):
    def f(session, pairs: Annotated[list[str] | None, typer.Argument()] = None): ...

    row = rows_of(f)["pairs"]
    assert (row.kind, row.metavar, row.flag, row.repeatable) == ("argument", "PAIRS", None, True)


def test_sends_is_where_a_value_goes(rows_of):
    sends = Binding("git_commit_id", resource="environment", secret=True)

    def f(session, commit: Annotated[str | None, typer.Option(), sends] = None): ...

    row = rows_of(f)["commit"]
    assert (row.where, row.field, row.resource, row.secret) == (
        "body",
        "git_commit_id",
        "environment",
        True,
    )


def test_a_parameter_without_annotated_has_no_row(rows_of):
    def f(session, app: str | None = None, **scope: str): ...

    assert rows_of(f) == {}


def test_a_default_that_a_person_may_want_to_know_is_kept(rows_of):
    def f(
        session,
        port: Annotated[int, typer.Option()] = 8100,
        any_: Annotated[int, typer.Option()] = 0,
        off: Annotated[bool, typer.Option()] = False,
    ): ...

    found = rows_of(f)
    assert (found["port"].default, found["any_"].default) == (8100, 0)
    assert found["off"].default is None


def test_annotated_without_a_typer_declaration_is_refused(rows_of):
    def f(session, app: Annotated[str | None, Binding("app")] = None): ...

    with pytest.raises(OverrideError, match=r"commands\.module\.f: parameter 'app' needs one"):
        rows_of(f)


@pytest.mark.parametrize("kind", [dict, str | int, bytes | None])
def test_a_type_that_no_option_has_is_refused(kind, rows_of):
    def f(session, x=None): ...

    f.__annotations__["x"] = Annotated[kind, typer.Option("--x")]
    with pytest.raises(OverrideError, match="parameter 'x' has a type that no option has"):
        rows_of(f)


@pytest.mark.parametrize("handler", ["nowhere:f", "app:nothing", "app"])
def test_a_handler_that_does_not_exist_is_refused(handler):
    with pytest.raises(OverrideError, match=f"no handler '{handler}'") as caught:
        handler_parameters(handler)
    assert caught.value.keys == ("handler",)


def test_parameters_that_an_operation_supplies_are_bound(rows_of):
    def f(session, app: str | None = None, *, tag: Annotated[str, typer.Option()] = ""): ...

    rows = [*rows_of(f).values(), ParameterSpec("app", "argument", "path")]
    require_bound("module:f", rows)


def test_a_parameter_that_collects_the_rest_is_bound(rows_of):
    def f(session, **scope: str): ...

    rows_of(f)
    require_bound("module:f", [])


def test_a_parameter_that_nothing_supplies_is_refused(rows_of):
    def f(session, app: str | None = None, aplication: str | None = None): ...

    rows_of(f)
    message = r"^qovery_cli\.commands\.module\.f: parameter 'aplication' is never filled: it has no"
    with pytest.raises(OverrideError, match=message) as caught:
        require_bound("module:f", [ParameterSpec("app", "argument", "path")])
    assert caught.value.keys == ("handler",)


def test_positional_rest_is_refused(rows_of):
    def f(session, *names: str): ...

    rows_of(f)
    with pytest.raises(OverrideError, match="parameter 'names' is never filled"):
        require_bound("module:f", [])


@pytest.mark.parametrize(
    "row",
    [
        ParameterSpec("x", "option", "cli", "--project", resource="project"),
        ParameterSpec("wait", "option", "cli", "--wait", type="boolean"),
    ],
)
def test_a_parameter_that_only_the_session_gets_is_refused(row, rows_of):
    def f(session, x: str | None = None): ...

    def g(session, wait: bool = False): ...

    rows_of(g if row.name == "wait" else f)
    with pytest.raises(OverrideError, match="is never filled: the session has the value"):
        require_bound("module:f", [row])
