from types import SimpleNamespace

import pytest

from qovery_cli.cli import command_table, mutate
from qovery_cli.cli.invocation import RequestTarget
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import EngineOptions


def done_word(command, **flags):
    return mutate._done(
        SimpleNamespace(flags=EngineOptions(**flags)), command_table.command(command)
    )


def confirmation_for(command, kind):
    resource = ResourceRef(kind, "1", "x")
    spec, target = command_table.command(command), RequestTarget({}, (resource,))
    return mutate._confirmation(SimpleNamespace(spec=spec, values={}, target=target), resource)


def test_service_deletion_without_wait_is_deleting():
    assert done_word("app delete") == "deleting"
    assert done_word("app delete", wait=True) == "deleted"


def test_immediate_deletion_is_deleted():
    assert done_word("org token delete") == "deleted"


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
def test_production_requires_the_name_for_services_and_larger(command, kind, sure):
    assert confirmation_for(command, kind).in_production == sure


def test_list_of_one_is_unwrapped():
    row = command_table.command("container settings update")
    assert mutate._unwrapped(row, [{"a": 1}]) == {"a": 1}
    assert mutate._unwrapped(row, {"a": 1}) == {"a": 1}


def test_envelope_is_unwrapped():
    row = command_table.command("cluster route update")
    assert mutate._unwrapped(row, {"results": [{"target": "x"}]}) == [{"target": "x"}]
