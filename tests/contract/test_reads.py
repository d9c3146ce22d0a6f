"""Every command that reads: its JSON is whole and alone on stdout, and its table is plain."""

import json

import pytest
from command_lines import READS

from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import CommandSpec

#: Commands of our own that read, with what they need besides.
OWN = [
    "status --env staging --project storefront",
    "cluster get --cluster scw-staging",
    "auth status",
    "context show",
    "context list",
    "sandbox status",
    "commands",
    "api organization",
]


_INFRA = ("--repository", "https://github.com/acme/infra")
#: Options that the request body of a reading command requires.
BODIES = {
    "org git directory": _INFRA,
}


@pytest.fixture
def read(ran, served):
    def read(row: CommandSpec, position: int, form: str):
        sandbox, demo = served(row.variants[position].api[0])
        line = [*demo.words(row, position), *BODIES.get(row.command, ())]
        return ran(row.command, *line, "-o", form, env=sandbox.environ)

    return read


@pytest.mark.parametrize(("row", "position"), READS)
def test_json_is_alone_on_stdout(row, position, read):
    ended = read(row, position, "json")
    assert ended.code == 0, ended
    data = json.loads(ended.out)
    assert isinstance(data, list) == (row.kind == "list"), ended
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(("row", "position"), READS)
def test_a_table_in_a_pipe_has_no_escape_sequence(row, position, read):
    ended = read(row, position, "wide")
    assert ended.code == 0, ended
    assert "\x1b" not in ended.out + ended.err
    # A check has no data: it ends with a sentence.
    assert (ended.err if row.kind == "action" else ended.out).endswith("\n")


@pytest.mark.parametrize("line", OWN)
def test_json_of_our_own_commands_is_alone_on_stdout(line, ran, sandbox):
    ended = ran(line, "-o", "json", env=sandbox.environ)
    assert ended.code == 0, ended
    json.loads(ended.out)
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("line", OWN)
def test_a_table_of_our_own_commands_has_no_escape_sequence(line, ran, sandbox):
    ended = ran(line, env=sandbox.environ)
    assert ended.code == 0, ended
    assert "\x1b" not in ended.out + ended.err


def test_every_reading_command_without_an_operation_is_tried():
    ours = {row.command for row in command_table.commands() if not row.changes and not row.variants}
    tried = {name for name in ours if any(line.startswith(name) for line in OWN)}
    answers_otherwise = {
        "auth login",  # stores what it read: tests/e2e/test_auth.py
        "auth logout",
        "auth token",
        "context use",
        "context set",
        "context unset",
        "sandbox run",
        "sandbox start",
        "sandbox stop",
        "sandbox reset",
        "sandbox demo",
        "completion install",  # changes files of a shell: tests/e2e/test_completion_install.py
        "completion uninstall",
        "completion show",  # prints a script, in no other format
    }
    assert ours - tried == answers_otherwise
