import pytest

from qovery_cli.catalog.resources import ALL_SERVICES, RESOURCES
from qovery_cli.resolve.match import id_of, items_of, matching, names_of

APP = RESOURCES["application"]
ROWS = [
    {"id": "1", "name": "Api"},
    {"id": "2", "name": "a/b"},
    {"id": "3", "name": "100%25"},
    {"id": "4", "name": "100%"},
    {"id": "5", "name": " padded "},
    {"id": "6", "name": "straße"},
    {"id": "7"},
    {"name": "without an id"},
]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Api", ["1"]),
        ("aPI", ["1"]),
        ("a/b", ["2"]),
        ("a%2fb", ["2"]),
        ("100%25", ["3"]),
        ("100%", ["4"]),
        ("padded", ["5"]),
        ("STRASSE", ["6"]),
        ("7", ["7"]),
        ("ap", []),
        ("without an id", []),
    ],
)
def test_text_matches_items(text, ids):
    assert [item["id"] for item in matching(ROWS, text, APP)] == ids


def test_empty_name_fields_are_skipped():
    member = {"id": "1", "email": "", "name": None, "nickname": "ada"}
    assert names_of(member, RESOURCES["member"]) == ["ada"]


def test_restriction_matches_by_value_or_joined_fields():
    rows = [
        {"id": "1", "mode": "MATCH", "type": "PATH", "value": "src/"},
        {"id": "2", "mode": "EXCLUDE", "type": "PATH", "value": "docs/"},
    ]
    kind = RESOURCES["applicationRestriction"]
    assert [row["id"] for row in matching(rows, "docs/", kind)] == ["2"]
    assert [row["id"] for row in matching(rows, "match:path:src/", kind)] == ["1"]


def test_items_of_other_kinds_and_without_an_id_are_skipped():
    services = [
        {"id": "1", "name": "api", "service_type": "APPLICATION"},
        {"id": "2", "name": "shop", "service_type": "ARGOCD_APP"},
        {"id": "", "name": "nothing", "service_type": "ARGOCD_APP"},
        "no item",
    ]
    assert items_of(services, RESOURCES["argocdApp"]) == services[1:2]
    assert items_of([{"id": "3", "name": "untyped"}], RESOURCES["argocdApp"])
    application = RESOURCES["application"]
    assert items_of(services, application, ALL_SERVICES) == services[:1]


def test_type_is_ignored_in_the_list_of_one_kind_of_service():
    services = [{"id": "1", "name": "api", "service_type": "a type of a later API"}]
    assert items_of(services, RESOURCES["application"]) == services


def test_blueprint_is_known_by_its_service():
    services = [
        {"id": "1", "name": "api", "service_type": "APPLICATION"},
        {"id": "2", "name": "cache", "service_type": "TERRAFORM", "blueprint_id": "b2"},
    ]
    blueprint = RESOURCES["blueprint"]
    assert items_of(services, blueprint) == services[1:]
    assert [id_of(item, blueprint) for item in matching(services, "cache", blueprint)] == ["b2"]
    assert matching(services, "api", blueprint) == []


def test_secret_manager_accesses_are_inside_clusters():
    aws, gcp = {"id": "1", "name": "aws"}, {"id": "2", "name": "gcp"}
    clusters = [{"id": "c1", "secret_manager_accesses": [aws]}, {"id": "c2"}]
    clusters += [{"id": "c3", "secret_manager_accesses": [gcp]}]
    assert items_of(clusters, RESOURCES["secretManagerAccess"]) == [aws, gcp]


def test_invoice_matches_by_date():
    rows = [{"id": "1", "created_at": "2026-08-26T00:55:04.396Z"}]
    assert matching(rows, "2026-08-26", RESOURCES["invoice"]) == rows


def test_nearest_scope_of_inherited_variables_is_preferred():
    rows = [
        {"id": "1", "key": "LOG_LEVEL", "scope": "PROJECT"},
        {"id": "2", "key": "LOG_LEVEL", "scope": "ENVIRONMENT"},
    ]
    found = matching(rows, "LOG_LEVEL", RESOURCES["applicationVariable"])
    assert [row["id"] for row in found] == ["2"]
