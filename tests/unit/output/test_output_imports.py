import json
import subprocess
import sys

import pytest

HEAVY = {"rich", "yaml", "csv", "jmespath", "httpx", "pydantic", "typer", "keyring"}

PROGRAM = """
import io, json, sys
from qovery_cli.output.show import show
from qovery_cli.output.terminal import Terminal
from qovery_cli.output.view import ShowOptions, View
terminal = Terminal(io.StringIO(), io.StringIO(), None, 80, interactive_out=True)
for kind in {kinds}:
    data = [{{"name": "api", "state": "RUNNING", "created_at": "2026-11-23T09:00:00Z"}}]
    show(data, View(), ShowOptions(kind), terminal)
    show(data[0], View(), ShowOptions(kind), terminal)
print(json.dumps(sorted(sys.modules)))
"""


def imported(kinds):
    program = PROGRAM.format(kinds=kinds)
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(ran.stdout))


def test_tables_and_json_import_nothing_heavy():
    assert not imported(["table", "wide", "json", "ndjson"]) & HEAVY


@pytest.mark.parametrize(("kind", "module"), [("yaml", "yaml"), ("csv", "csv")])
def test_a_format_imports_its_own_module_only(kind, module):
    assert imported([kind]) & HEAVY == {module}
