import json

import pytest

from qovery_cli import baked
from qovery_cli.catalog import loader
from qovery_cli.cli import command_table

WHOLE = {
    "first": {"a": 1, "b": {"a": [1, 2], "c": {}}, "d": "text, with: a comma,"},
    "second": {"a": {"x": "line\nbreak"}, "ü": [], '"q"': None, "last": [{"a": 2}]},
    "a": True,
}

GROUPS = sorted({name.split()[0] for name in command_table.names(command_table.index())})


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "baked.json"
    path.write_text(json.dumps(WHOLE, indent=1) + "\n", encoding="utf-8")
    return str(path)


def paths(value, names=()):
    if names:
        yield names
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths(inner, (*names, name))


@pytest.mark.parametrize("names", list(paths(WHOLE)), ids=".".join)
def test_each_member_is_what_the_whole_file_has_there(file, names):
    expected = WHOLE
    for name in names:
        expected = expected[name]
    assert baked.member(file, *names) == expected


@pytest.mark.parametrize("names", [["third"], ["first", "x"], ["second", "b"], ["first", "c"]])
def test_a_member_that_is_not_there_is_a_key_error(file, names):
    with pytest.raises(KeyError, match=names[-1]):
        baked.member(file, *names)


@pytest.mark.parametrize("name", GROUPS)
def test_every_command_is_read_as_the_table_has_it(name):
    path = command_table._file(name)
    table = baked.whole(path)
    assert {command: baked.member(path, command) for command in table} == table


@pytest.mark.parametrize("name", [*loader.groups(), "shared", "index"])
def test_every_fact_is_read_as_its_file_has_it(name):
    path = loader._file(name)
    facts = baked.whole(path)
    for section, members in facts.items():
        if isinstance(members, dict):
            assert {one: baked.member(path, section, one) for one in members} == members
        else:
            assert baked.member(path, section) == members
