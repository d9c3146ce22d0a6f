from types import SimpleNamespace

import pytest

from qovery_cli.cli import command_table, mutate
from qovery_cli.cli.request_target import RequestTarget
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import EngineOptions


def said(command, **flags):
    return mutate._done(
        SimpleNamespace(flags=EngineOptions(**flags)), command_table.command(command)
    )


def asked(command, kind):
    where = RequestTarget({}, (ResourceRef(kind, "1", "x"),))
    return mutate._confirmation(command_table.command(command), where, {})


def test_what_takes_its_time_has_only_begun_unless_it_was_waited_for():
    assert said("app delete") == "deleting"
    assert said("app delete", wait=True) == "deleted"


def test_what_is_gone_at_once_is_deleted():
    assert said("org token delete") == "deleted"


@pytest.mark.parametrize(
    ("command", "kind", "sure"),
    [
        ("app delete", "application", "name"),
        ("env delete", "environment", "name"),
        ("app domain delete", "applicationDomain", "yes"),
        ("app dependency delete", "application", "yes"),
        ("var delete", "applicationVariable", "yes"),
    ],
)
def test_in_production_only_a_service_or_more_has_to_be_named(command, kind, sure):
    assert asked(command, kind).in_production == sure


def test_an_answer_in_a_list_of_one_is_that_one():
    row = command_table.command("container settings update")
    assert mutate._unwrapped(row, [{"a": 1}]) == {"a": 1}
    assert mutate._unwrapped(row, {"a": 1}) == {"a": 1}


def test_an_answer_in_an_envelope_is_the_list_in_it():
    row = command_table.command("cluster route update")
    assert mutate._unwrapped(row, {"results": [{"target": "x"}]}) == [{"target": "x"}]
