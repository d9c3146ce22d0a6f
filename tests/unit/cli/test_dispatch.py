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
def test_duration_units_are_parsed(text, seconds):
    assert dispatch.duration(text) == seconds


def test_zero_duration_means_no_limit():
    assert dispatch.duration("0") is None


@pytest.mark.parametrize("text", ["", " ", "x", "10x", "-5", "1h-30m", "s", "1..5", ".", "h1"])
def test_invalid_duration_is_rejected(text):
    with pytest.raises(UsageError) as caught:
        dispatch.duration(text)
    assert "--timeout" in caught.value.message
    assert "90s, 20m or 1h30m" in f"{caught.value.message} {caught.value.hint}"


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


def test_argument_may_be_passed_by_its_flag(row):
    assert dispatch.merge_positional_flags(row, {"app__flag": "api"}) == {"app": "api"}


def test_argument_given_twice_is_rejected(row):
    with pytest.raises(UsageError, match="twice"):
        dispatch.merge_positional_flags(row, {"app": "api", "app__flag": "web"})


def test_repeatable_arguments_and_flags_are_combined(row):
    assert dispatch.merge_positional_flags(row, {"tags": ["a"], "tags__flag": ["b"]}) == {
        "tags": ["a", "b"]
    }


def test_same_as_parameter_copies_the_value():
    row = command_table.command("org member delete")
    found = dispatch.merge_positional_flags(row, {"member": "ada@acme.test"})
    same = [p.name for p in row.parameters if p.same_as == "member"]
    assert [found[name] for name in same] == ["ada@acme.test"]


def test_engine_options_are_extracted(row):
    found = dispatch.engine_options(row, {"yes": True, "timeout": "20m"}, {"output": "json"})
    assert (found.yes, found.timeout, found.wait) == (True, 1200, False)
    assert found.shared == {"output": "json"}


def test_wait_has_a_default_timeout(row):
    assert dispatch.engine_options(row, {}, {}).timeout == 3600


def test_scope_contains_options_but_not_the_target(row):
    assert dispatch.scope_options(row, {"app": "api", "env": "staging"}) == {
        "environment": "staging"
    }


def test_handler_gets_no_engine_or_scope_options(row):
    given = {"app": "api", "env": "staging", "yes": True, "name": "x"}
    assert dispatch.handler_values(row, given) == {"app": "api", "name": "x"}


def test_handler_gets_only_the_values_it_accepts():
    def body(session, app=None): ...

    def everything(session, **values): ...

    assert dispatch.accepted_values(body, {"app": 1, "env": 2}) == {"app": 1}
    assert dispatch.accepted_values(everything, {"app": 1, "env": 2}) == {"app": 1, "env": 2}


@pytest.mark.parametrize(
    "row", [r for r in command_table.commands() if r.handler], ids=lambda r: r.command
)
def test_every_handler_can_be_imported(row):
    assert callable(dispatch.load_handler(row))
