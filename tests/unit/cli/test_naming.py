from types import SimpleNamespace

import pytest

from qovery_cli.cli.naming import named
from qovery_cli.cli.rows import CommandRow
from qovery_cli.errors import UsageError

RULE = {"name": "previews", "cluster_id": "c1", "inside": {"cluster": "c2"}}
CLUSTERS = {"results": [{"id": "c1", "name": "aws-prod"}, {"id": "c2", "name": "scw"}]}


def row(**names):
    columns = ("name", "cluster=cluster_id", "deep=inside.cluster")
    return CommandRow("x", "Do.", "list", columns=columns[:2], wide=columns[2:], names=names)


def session(output, asked):
    def ask(operation, path):
        asked.append(path)
        return CLUSTERS

    flags = SimpleNamespace(shared={"output": output})
    return SimpleNamespace(flags=flags, ask_once=ask, find=lambda _: SimpleNamespace(id="o1"))


def test_a_table_has_the_name_in_place_of_the_id():
    asked = []
    (found,) = named(session("table", asked), row(cluster_id="cluster"), [RULE], {})
    assert found == {**RULE, "cluster_id": "aws-prod"}
    assert asked == [{"organizationId": "o1"}]


def test_json_keeps_the_id_and_asks_for_nothing():
    asked = []
    assert named(session("json", asked), row(cluster_id="cluster"), [RULE], {}) == [RULE]
    assert asked == []


def test_what_is_not_shown_is_not_asked_for():
    asked = []
    names = {"inside.cluster": "cluster"}
    assert named(session("table", asked), row(**names), [RULE], {}) == [RULE]
    assert asked == []
    (found,) = named(session("wide", asked), row(**names), [RULE], {"organizationId": "o2"})
    assert found["inside"] == {"cluster": "scw"}
    assert asked == [{"organizationId": "o2"}]


@pytest.mark.parametrize("item", [{}, {"cluster_id": None}, {"cluster_id": "other"}])
def test_an_id_without_a_name_stays(item):
    assert named(session("table", []), row(cluster_id="cluster"), [item], {}) == [item]


def test_names_that_cannot_be_had_are_no_reason_to_fail():
    def find(kind):
        raise UsageError("There is no organization.")

    lost = session("table", [])
    lost.find = find
    assert named(lost, row(cluster_id="cluster"), [RULE], {}) == [RULE]
