from types import SimpleNamespace

import pytest

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli import command_table
from qovery_cli.cli.invocation import Invocation, listed_resource
from qovery_cli.errors import NotFoundError, UsageError
from qovery_cli.resolve.resolver import ResourceRef


class Session:
    """A session that finds any resource by its name, except 'gone'."""

    level = "1.0.4"

    def __init__(self, **scope):
        self.finds = []
        self.settings = SimpleNamespace(scope=scope, empty={})

    def find(self, kind, text=None, within=None):
        self.finds.append((kind, text, dict(within or {})))
        if text == "gone":
            raise NotFoundError(f"No {kind} 'gone'.")
        return ResourceRef(kind, f"id of {text or kind}", text)


def invoked(command, session=None, **values):
    return Invocation(session or Session(), command_table.command(command), values)


def test_target_has_the_ids_of_the_path():
    run = invoked("app domain delete", app="api", domain="shop.acme.test")
    assert run.target.values == {
        "applicationId": "id of api",
        "customDomainId": "id of shop.acme.test",
    }
    assert run.target.resource.name == "shop.acme.test"
    assert run.session.finds[1][2] == {"applicationId": "id of api"}


def test_target_is_resolved_once():
    run = invoked("app get", app="api")
    assert run.target is run.target
    assert len(run.session.finds) == 1


def test_target_without_resources_has_none():
    assert invoked("org list").target.resource is None


def test_names_in_the_body_are_resolved_with_the_target():
    run = invoked("env clone", env="staging", name="copy", cluster="prod")
    assert run.target.values == {"environmentId": "id of staging"}
    assert sorted(find[0] for find in run.session.finds) == ["cluster", "environment"]


def test_error_of_a_name_in_the_body_waits_for_the_body():
    run = invoked("env clone", env="staging", name="copy", cluster="gone")
    assert run.target.values == {"environmentId": "id of staging"}


def test_error_of_the_target_is_raised():
    with pytest.raises(NotFoundError, match="'gone'"):
        _ = invoked("env clone", env="gone", name="copy", cluster="prod").target


def test_scope_selects_the_operation():
    scope = {"project": SimpleNamespace(value="p", origin="--project")}
    run = invoked("var list", Session(**scope))
    assert run.operation.key == run.variant.operation
    assert run.variant.when == "--project"
    assert run.spec.variants[run.position] is run.variant


def test_operation_without_a_body_has_no_builder():
    assert invoked("app get", app="api").body is None


def test_body_builder_is_made_once():
    run = invoked("app update", Session(flags=None), app="api", cpu="750m")
    run.session.flags = SimpleNamespace(validate=True)
    assert run.body is run.body


def test_query_has_the_names_and_types_of_the_api():
    run = invoked("app metric cpu", app="api", last_seconds="1h30m")
    assert run.query == {"lastSeconds": 5400}
    assert run.query is run.query


def test_required_query_value_is_reported_with_its_option():
    with pytest.raises(UsageError) as caught:
        _ = invoked("app metric cpu", app="api").query
    assert caught.value.message == "--last-seconds is missing."


@pytest.mark.parametrize("data", [None, {"id": "1", "name": "api"}])
def test_listed_item_stands_for_the_response_if_it_is_complete(data):
    reference = ResourceRef("application", "1", "api", data=data, whole=True)
    operation = RESOURCES["application"].get_operation
    assert listed_resource(operation, reference) == data
    assert listed_resource("getApplicationStatus", reference) is None
