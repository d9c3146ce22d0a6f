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
def asked():
    return []


@pytest.fixture
def named(asked):
    def named(item, *columns, find=lambda _: SimpleNamespace(id="o1"), path=None):
        def ask(operation, where):
            asked.append(where)
            return CLUSTERS

        session = SimpleNamespace(get_cached=ask, find=find)
        row = CommandSpec("x", "Do.", "list", names=BOTH)
        return with_names(session, row, [item], path or {}, RequestedFields(columns=columns))[0]

    return named


def test_name_is_added_next_to_its_id(named, asked):
    assert named(RULE, "cluster_name") == {**RULE, "cluster_name": "aws-prod"}
    assert asked == [{"organizationId": "o1"}]


def test_name_is_added_inside_a_nested_object(named, asked):
    found = named(RULE, "registry.name", path={"organizationId": "o2"})
    assert found == {**RULE, "registry": {"id": "c2", "name": "scw"}}
    assert asked == [{"organizationId": "o2"}]


def test_hidden_names_are_not_requested(named, asked):
    assert named(RULE, "name", "cluster_id") == RULE
    assert asked == []


def test_existing_name_is_kept(named):
    item = {"cluster_id": "c1", "cluster_name": "own"}
    assert named(item, "cluster_name") == item


@pytest.mark.parametrize("value", [None, "other"])
def test_unknown_id_is_used_as_name(value, named):
    item = {"cluster_id": value}
    assert named(item, "cluster_name") == {"cluster_id": value, "cluster_name": value}


def test_item_without_the_id_is_unchanged(named):
    assert named({"a": 1}, "cluster_name") == {"a": 1}


def test_failed_name_requests_are_ignored(named):
    def find(kind):
        raise UsageError("There is no organization.")

    assert named(RULE, "cluster_name", find=find) == {**RULE, "cluster_name": "c1"}


@pytest.mark.parametrize(
    ("field", "path"),
    [("cluster_id", "cluster_name"), ("owner", "owner_name"), ("registry.id", "registry.name")],
)
def test_name_path_is_derived_from_the_id_field(field, path):
    assert name_path(field) == path
