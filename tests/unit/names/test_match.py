import pytest

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.names.match import matching, names_of

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
def test_a_text_names_items(text, ids):
    assert [item["id"] for item in matching(ROWS, text, APP)] == ids


def test_names_are_taken_from_the_fields_that_are_filled():
    member = {"id": "1", "email": "", "name": None, "nickname": "ada"}
    assert names_of(member, RESOURCES["member"]) == ["ada"]
