"""What makes no sense to leave out is asked for, also where the API may do without it."""

import pytest
from command_lines import body_schema, cases, options

from qovery_cli.cli import command_table
from qovery_cli.cli.help import command_page
from qovery_cli.codegen.table.body_fields import Flattening, body_fields
from qovery_cli.commands.commands import entries

CASES = [
    pytest.param(row, parameter, id=f"{row.command} {parameter.flag}")
    for row in command_table.commands()
    for parameter in row.parameters
    if parameter.required_by_override
]


def without(flag, words):
    """Return a command line without an option and its value."""
    if flag not in words:
        return words
    place = words.index(flag)
    return [*words[:place], *words[place + 2 :]]


@pytest.mark.parametrize(("row", "parameter"), CASES)
def test_what_is_insisted_on_is_missed(row, parameter, ran, served):
    sandbox, demo = served(row.variants[0].api[0] if row.variants else "1.0.3")
    line = demo.words(row)
    for other in row.parameters:
        if other.required_by_override and other.where == "body":
            line += [str(other.flag), other.enum[-1] if other.enum else "x"]
    line = without(parameter.flag, line)
    if row.changes:
        line.append("--dry-run")
    ended = ran(row.command, *line, env=sandbox.environ)
    assert ended.code == 2, ended
    assert f"{parameter.flag}" in ended.err.splitlines()[0]
    assert " is missing" in ended.err.splitlines()[0]
    assert sandbox.changes == []


CREATES = [
    pytest.param(case, id=repr(case))
    for case in cases()
    if case.takes_body and not case.row.handler and not case.variant.fetch
]


@pytest.mark.parametrize("case", CREATES)
def test_what_a_level_requires_is_marked_in_help_and_in_the_list_of_commands(case):
    listed = {one["field"]: one for one in entries(case.row)[case.position]["parameters"]}
    page = " ".join(command_page(case.row, 10_000).split("\n"))
    fields = body_fields(body_schema(case), (case.level,), Flattening())
    required = {one.path for one in fields if one.required}
    for path, parameter in options(case).items():
        derived = parameter.field in case.row.derive or parameter.same_as
        # The latest version is deployed where none is given.
        latest = case.row.words[-1] == "deploy" and path in {"git_commit_id", "image_tag"}
        if path not in required or derived or latest or parameter.hidden:
            continue
        entry = listed[parameter.field]
        assert entry["required"] or case.level in entry["required_at"]
        if not parameter.required:
            assert case.level in parameter.required_at
            assert "required in API" in page
