"""What makes no sense to leave out is asked for, also where the API may do without it."""

import pytest

from qovery_cli.cli import rows

CASES = [
    pytest.param(row, parameter, id=f"{row.command} {parameter.flag}")
    for row in rows.commands()
    for parameter in row.parameters
    if parameter.insisted
]


def without(flag, words):
    """Return a command line without an option and its value."""
    if flag not in words:
        return words
    place = words.index(flag)
    return [*words[:place], *words[place + 2 :]]


@pytest.mark.parametrize(("row", "parameter"), CASES)
def test_what_is_insisted_on_is_missed(row, parameter, ran, sandbox, demo):
    line = demo.words(row)
    for other in row.parameters:
        if other.insisted and other.where == "body":
            line += [str(other.flag), other.enum[-1] if other.enum else "x"]
    line = without(parameter.flag, line)
    if row.changes:
        line.append("--dry-run")
    ended = ran(row.command, *line, env=sandbox.environ)
    assert ended.code == 2, ended
    assert f"{parameter.flag}" in ended.err.splitlines()[0]
    assert " is missing" in ended.err.splitlines()[0]
    assert sandbox.changes == []
