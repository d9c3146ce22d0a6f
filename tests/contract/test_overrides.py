"""Overrides: each one is used, and those that make no sense are refused."""

from dataclasses import replace

import pytest

from qovery_cli.cli import rows
from qovery_cli.codegen.table import build_table, command_index
from qovery_cli.codegen.table.command_files import generate_table
from qovery_cli.codegen.table.overrides import OverrideError, Overrides
from qovery_cli.record import changed


@pytest.fixture(scope="module")
def overrides() -> Overrides:
    return Overrides.read()


def test_the_same_overrides_generate_the_same_table(overrides):
    assert generate_table(Overrides.read()) == generate_table(overrides)


def test_every_group_of_the_words_is_in_the_tree(overrides):
    def paths(group: rows.GroupRow, path: str = "") -> set[str]:
        below = [paths(child, f"{path} {child.name}".strip()) for child in group.children.values()]
        return {path, *(found for one in below for found in one)}

    assert set(overrides.groups) - paths(rows.index()) == set()


def test_words_of_a_field_that_no_command_has_are_refused(overrides):
    words = {**overrides.fields, "no_such_field": {"help": "Nothing"}}
    with pytest.raises(OverrideError, match="no_such_field"):
        build_table.build_commands(replace(overrides, fields=words, used=set()))


def test_a_word_that_means_nothing_is_refused(overrides):
    words = {**overrides.commands["app list"], "colour": "red"}
    with pytest.raises(OverrideError, match="colour"):
        build_table.build_command("app list", words, overrides)


def test_a_field_that_the_body_does_not_have_is_refused(overrides):
    words = {**overrides.commands["project create"], "fields": {"colour": {"help": "Nothing"}}}
    with pytest.raises(OverrideError, match="colour"):
        build_table.build_command("project create", words, overrides)


def test_an_operation_that_is_not_in_the_catalog_is_refused(overrides):
    words = {**overrides.commands["app list"], "operations": ["listNothing"]}
    with pytest.raises((OverrideError, KeyError), match="listNothing"):
        build_table.build_command("app list", words, overrides)


def test_a_summary_without_a_dot_is_refused(overrides):
    words = {**overrides.commands["app list"], "summary": "List the applications"}
    with pytest.raises(OverrideError, match="dot"):
        build_table.build_command("app list", words, overrides)


def test_a_command_in_a_group_without_a_summary_is_refused(overrides):
    row = changed(rows.command("app list"), command="app thing list")
    more = replace(overrides, commands={**overrides.commands, "app thing list": {}})
    with pytest.raises(OverrideError, match="app thing"):
        command_index.build_index([row], more)
