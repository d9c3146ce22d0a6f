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


def test_a_name_is_beside_its_id(named, asked):
    assert named(RULE, "cluster_name") == {**RULE, "cluster_name": "aws-prod"}
    assert asked == [{"organizationId": "o1"}]


def test_a_name_inside_an_object_is_beside_its_id(named, asked):
    found = named(RULE, "registry.name", path={"organizationId": "o2"})
    assert found == {**RULE, "registry": {"id": "c2", "name": "scw"}}
    assert asked == [{"organizationId": "o2"}]


def test_names_that_are_not_shown_are_not_requested(named, asked):
    assert named(RULE, "name", "cluster_id") == RULE
    assert asked == []


def test_a_name_that_the_answer_has_is_kept(named):
    item = {"cluster_id": "c1", "cluster_name": "own"}
    assert named(item, "cluster_name") == item


@pytest.mark.parametrize("value", [None, "other"])
def test_an_id_without_a_name_stands_for_it(value, named):
    item = {"cluster_id": value}
    assert named(item, "cluster_name") == {"cluster_id": value, "cluster_name": value}


def test_an_item_without_the_id_stays(named):
    assert named({"a": 1}, "cluster_name") == {"a": 1}


def test_names_that_cannot_be_read_are_no_reason_to_fail(named):
    def find(kind):
        raise UsageError("There is no organization.")

    assert named(RULE, "cluster_name", find=find) == {**RULE, "cluster_name": "c1"}


@pytest.mark.parametrize(
    ("field", "path"),
    [("cluster_id", "cluster_name"), ("owner", "owner_name"), ("registry.id", "registry.name")],
)
def test_the_path_of_a_name(field, path):
    assert name_path(field) == path
