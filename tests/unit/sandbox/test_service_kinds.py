import pytest

from qovery_cli import catalog
from qovery_cli.catalog.resources import SERVICES
from qovery_cli.sandbox.handler import collect, is_for_all_kinds
from qovery_cli.sandbox.handlers import services
from qovery_cli.sandbox.service_kinds import (
    SERVICE_KINDS,
    ServiceKind,
    enum_word,
    kind_in,
    kinds_at,
)


@pytest.mark.parametrize(
    "kind", ["application", "container", "database", "job", "helm", "terraform", "agenticWorkflow"]
)
def test_the_word_is_one_that_the_api_has(kind):
    assert enum_word(kind) in catalog.named_schema("ServiceTypeEnum")["enum"]


@pytest.mark.parametrize("kind", SERVICES)
def test_every_kind_of_the_catalog_is_one_of_the_sandbox(kind):
    assert SERVICE_KINDS[kind].kind == kind


def test_kind_without_a_row_has_the_defaults():
    row = ServiceKind("widget")
    assert (row.group, row.ids, row.stage) == ("widgets", "widget_ids", 3)


def test_names_of_lists_have_underscores():
    row = SERVICE_KINDS["agenticWorkflow"]
    assert (row.group, row.ids) == ("agentic_workflows", "agentic_workflow_ids")


def test_levels_have_kinds_of_their_own():
    assert set(kinds_at("1.0.3")) == {"application", "container", "database"}
    assert set(kinds_at("1.0.4")) == set(SERVICE_KINDS)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/environment/{environmentId}/job/status", "job"),
        ("/application/{applicationId}/database/{targetDatabaseId}", "application"),
        ("/organization/{organizationId}/container/deploy", "container"),
        ("/logicalDatabase/{logicalDatabaseId}", None),
        ("/environment/{environmentId}/statuses", None),
    ],
)
def test_first_kind_in_a_path_is_the_one_that_it_is_about(path, kind):
    assert kind_in(path) == kind


@pytest.mark.parametrize("kind", SERVICES)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_every_kind_is_served_by_the_handlers_of_all(kind, method):
    handlers = collect([services])
    path = f"/{kind}/{{{kind}Id}}"
    key = next(
        key
        for key, operation in catalog.operations().items()
        if (operation.method, operation.path) == (method, path)
    )
    assert is_for_all_kinds(handlers[key], key)
