"""The page about the keys of override files."""

import re

import pytest
from pydantic import BaseModel

from qovery_cli.codegen import override_schema
from qovery_cli.codegen.override_reference import reference

PAGE = reference()

#: The models of the schema, without the private base class.
MODELS = [
    each
    for name, each in vars(override_schema).items()
    if isinstance(each, type)
    and issubclass(each, BaseModel)
    and each.__module__ == override_schema.__name__
    and not name.startswith("_")
]


def test_each_key_of_each_table_has_a_row_with_its_meaning():
    for model in MODELS:
        for name, field in model.model_fields.items():
            assert field.description, f"{model.__name__}.{name} has no docstring"
            meaning = field.description.replace("``", "`")
            assert re.search(
                rf"^\| `{field.alias or name}`.* \| {re.escape(meaning)} \|$", PAGE, re.MULTILINE
            ), f"{model.__name__}.{name}"


@pytest.mark.parametrize(
    "row",
    [
        "| `summary` (required) | string |",
        "| `hidden` | true or false |",
        "| `minimum` | integer |",
        "| `confirm` | `yes`, `name` |",
        "| `columns` | array: string |",
        "| `names` | table: string |",
        "| `derive` | table: any |",
        "| `operations` | array: [Operations](#operations) |",
        "| `fields` | table: [Fields of a command](#fields-of-a-command) |",
        "| `from` | string |",
    ],
)
def test_values_are_named_as_in_toml(row):
    assert row in PAGE


def test_each_key_is_in_one_table_of_fields():
    assert len(re.findall(r"^\| `metavar` ", PAGE, re.MULTILINE)) == 1


def test_links_lead_to_headings():
    headings = {line[3:].lower().replace(" ", "-") for line in re.findall(r"^## .*$", PAGE, re.M)}
    assert set(re.findall(r"\(#([\w-]+)\)", PAGE)) <= headings
