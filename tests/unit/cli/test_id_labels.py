from types import SimpleNamespace

import pytest

from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.cli.id_labels import name_path, with_names
from qovery_cli.cli.requested_fields import RequestedFields
from qovery_cli.errors import UsageError

RULE = {"name": "previews", "cluster_id": "c1", "registry": {"id": "c2"}}
CLUSTERS = {"results": [{"id": "c1", "name": "aws-prod"}, {"id": "c2", "name": "scw"}]}
BOTH = {"cluster_id": "cluster", "registry.id": "cluster"}


@pytest.fixture
def requests():
    return []


@pytest.fixture
def label(requests):
    def label(item, *columns, find=lambda _: SimpleNamespace(id="o1"), path=None):
        def ask(operation, where):
            requests.append(where)
            return CLUSTERS

        session = SimpleNamespace(get_cached=ask, find=find)
        row = CommandSpec("x", "Do.", "list", names=BOTH)
        return with_names(session, row, [item], path or {}, RequestedFields(columns=columns))[0]

    return label


def test_name_is_added_next_to_its_id(label, requests):
    assert label(RULE, "cluster_name") == {**RULE, "cluster_name": "aws-prod"}
    assert requests == [{"organizationId": "o1"}]


def test_name_is_added_inside_a_nested_object(label, requests):
    labelled = label(RULE, "registry.name", path={"organizationId": "o2"})
    assert labelled == {**RULE, "registry": {"id": "c2", "name": "scw"}}
    assert requests == [{"organizationId": "o2"}]


def test_hidden_names_are_not_requested(label, requests):
    assert label(RULE, "name", "cluster_id") == RULE
    assert requests == []


def test_existing_name_is_kept(label):
    item = {"cluster_id": "c1", "cluster_name": "own"}
    assert label(item, "cluster_name") == item


@pytest.mark.parametrize("value", [None, "other"])
def test_unknown_id_is_used_as_name(value, label):
    item = {"cluster_id": value}
    assert label(item, "cluster_name") == {"cluster_id": value, "cluster_name": value}


def test_item_without_the_id_is_unchanged(label):
    assert label({"a": 1}, "cluster_name") == {"a": 1}


def test_failed_name_requests_are_ignored(label):
    def find(kind):
        raise UsageError("There is no organization.")

    assert label(RULE, "cluster_name", find=find) == {**RULE, "cluster_name": "c1"}


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("cluster_id", "cluster_name"),
        ("owner", "owner_name"),
        ("registry.id", "registry.name"),
        ("id", "name"),
    ],
)
def test_name_path_is_derived_from_the_id_field(field, path):
    assert name_path(field) == path
