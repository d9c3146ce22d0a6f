from typing import Annotated, Literal

import pytest
import typer

from qovery_cli.cli.written import Sends
from qovery_cli.codegen.table import handler_signature
from qovery_cli.codegen.table.handler_signature import written_parameters


def rows_of(function, monkeypatch):
    monkeypatch.setattr(
        handler_signature, "import_module", lambda _: type("m", (), {"f": function})
    )
    return {row.name: row for row in written_parameters("module:f")}


def test_the_first_flag_of_an_option_is_its_flag_and_the_others_are_aliases(monkeypatch):
    def f(session, org: Annotated[str | None, typer.Option("--org", "--organization")] = None): ...

    row = rows_of(f, monkeypatch)["org"]
    assert (row.flag, row.aliases, row.short) == ("--org", ("--organization",), None)


def test_a_short_flag_is_told_from_a_long_one(monkeypatch):
    def f(session, method: Annotated[str | None, typer.Option("--method", "-X")] = None): ...

    row = rows_of(f, monkeypatch)["method"]
    assert (row.flag, row.short, row.aliases) == ("--method", "-X", ())


def test_an_option_without_a_flag_is_called_like_its_parameter(monkeypatch):
    def f(session, api_url: Annotated[str | None, typer.Option()] = None): ...

    assert rows_of(f, monkeypatch)["api_url"].flag == "--api-url"


def test_the_underscore_that_avoids_a_word_of_python_is_no_part_of_the_flag(monkeypatch):
    def f(session, import_: Annotated[bool, typer.Option()] = False): ...

    assert rows_of(f, monkeypatch)["import_"].flag == "--import"


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
def test_a_type_is_told_as_json_has_it(kind, plain, monkeypatch):
    def f(session, x=None): ...

    f.__annotations__["x"] = Annotated[kind, typer.Option("--x")]
    row = rows_of(f, monkeypatch)["x"]
    assert (row.type, row.repeatable, row.enum) == plain


def test_an_argument_is_named_in_capitals_and_may_have_no_flag(monkeypatch):
    def f(session, pairs: Annotated[list[str] | None, typer.Argument()] = None): ...

    row = rows_of(f, monkeypatch)["pairs"]
    assert (row.kind, row.metavar, row.flag, row.repeatable) == ("argument", "PAIRS", None, True)


def test_where_a_value_goes_is_told_by_sends(monkeypatch):
    sends = Sends("git_commit_id", resource="environment", secret=True)

    def f(session, commit: Annotated[str | None, typer.Option(), sends] = None): ...

    row = rows_of(f, monkeypatch)["commit"]
    assert (row.where, row.field, row.resource, row.secret) == (
        "body",
        "git_commit_id",
        "environment",
        True,
    )


def test_a_parameter_without_annotated_is_left_to_the_facts(monkeypatch):
    def f(session, app: str | None = None, **scope: str): ...

    assert rows_of(f, monkeypatch) == {}


def test_a_default_that_a_person_may_want_to_know_is_kept(monkeypatch):
    def f(
        session,
        port: Annotated[int, typer.Option()] = 8100,
        any_: Annotated[int, typer.Option()] = 0,
        off: Annotated[bool, typer.Option()] = False,
    ): ...

    found = rows_of(f, monkeypatch)
    assert (found["port"].default, found["any_"].default) == (8100, 0)
    assert found["off"].default is None
