import pytest

from qovery_cli.cli import command_table, dispatch
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec
from qovery_cli.errors import UsageError


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90),
        ("90s", 90),
        ("20m", 1200),
        ("1h30m", 5400),
        ("1h 30m".replace(" ", ""), 5400),
        ("1.5h", 5400),
        ("1d", 86400),
        (" 5s ", 5),
        ("1h30", 3630),
    ],
)
def test_a_time_is_read_in_its_units(text, seconds):
    assert dispatch.duration(text) == seconds


def test_no_time_at_all_is_no_limit():
    assert dispatch.duration("0") is None


@pytest.mark.parametrize("text", ["", " ", "x", "10x", "-5", "1h-30m", "s", "1..5", ".", "h1"])
def test_a_time_that_is_none_is_refused(text):
    with pytest.raises(UsageError) as caught:
        dispatch.duration(text)
    assert caught.value.hint


@pytest.fixture
def row():
    return CommandSpec(
        command="thing do",
        summary="Do it.",
        kind="action",
        parameters=(
            ParameterSpec("app", "argument", "path", "--app", resource="application"),
            ParameterSpec("env", "option", "cli", "--env", resource="environment"),
            ParameterSpec("tags", "argument", "body", "--tag", repeatable=True),
            ParameterSpec("yes", "option", "cli", "--yes", type="boolean"),
            ParameterSpec("timeout", "option", "cli", "--timeout"),
            ParameterSpec("name", "option", "body", "--name"),
        ),
    )


def test_an_argument_given_by_its_flag_is_the_argument(row):
    assert dispatch.merge_positional_flags(row, {"app__flag": "api"}) == {"app": "api"}


def test_an_argument_given_twice_is_refused(row):
    with pytest.raises(UsageError, match="twice"):
        dispatch.merge_positional_flags(row, {"app": "api", "app__flag": "web"})


def test_repeatable_arguments_and_their_flags_add_up(row):
    assert dispatch.merge_positional_flags(row, {"tags": ["a"], "tags__flag": ["b"]}) == {
        "tags": ["a", "b"]
    }


def test_a_parameter_that_is_the_same_as_another_takes_its_value():
    row = command_table.command("org member delete")
    found = dispatch.merge_positional_flags(row, {"member": "ada@acme.test"})
    same = [p.name for p in row.parameters if p.same_as == "member"]
    assert [found[name] for name in same] == ["ada@acme.test"]


def test_switches_become_flags_of_the_engine(row):
    found = dispatch.engine_options(row, {"yes": True, "timeout": "20m"}, {"output": "json"})
    assert (found.yes, found.timeout, found.wait) == (True, 1200, False)
    assert found.shared == {"output": "json"}


def test_a_wait_has_a_limit_by_itself(row):
    assert dispatch.engine_options(row, {}, {}).timeout == 3600


def test_the_scope_is_what_options_name_not_the_target(row):
    assert dispatch.scope_options(row, {"app": "api", "env": "staging"}) == {
        "environment": "staging"
    }


def test_a_written_command_gets_neither_switches_nor_the_wider_scope(row):
    given = {"app": "api", "env": "staging", "yes": True, "name": "x"}
    assert dispatch.handler_values(row, given) == {"app": "api", "name": "x"}


def test_a_written_command_gets_what_it_takes():
    def body(session, app=None): ...

    def everything(session, **values): ...

    assert dispatch.accepted_values(body, {"app": 1, "env": 2}) == {"app": 1}
    assert dispatch.accepted_values(everything, {"app": 1, "env": 2}) == {"app": 1, "env": 2}


@pytest.mark.parametrize(
    "row", [r for r in command_table.commands() if r.handler], ids=lambda r: r.command
)
def test_the_function_of_every_written_command_is_there(row):
    assert callable(dispatch.load_handler(row))
