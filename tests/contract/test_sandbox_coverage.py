"""The sandbox behaves: no response but some about clusters is made up from its schema."""

import asyncio
import re
import subprocess
import sys

import pytest
from demo_sandbox import Seeded
from request_factory import Asking

from qovery_cli import catalog
from qovery_cli.catalog.schema import at_level
from qovery_cli.sandbox.coverage import Source, sources
from qovery_cli.sandbox.schema import response_shaping

#: The paths of operations on clusters, some of which have no handler yet.
CLUSTERS = re.compile(r"/clusters?(/|$)|/argocd|/managedDatabase/|/lock$", re.IGNORECASE)


@pytest.mark.parametrize("level", catalog.LEVELS)
def test_no_response_is_made_up(level):
    made_up = {key for key, source in sources(level).items() if source is Source.SCHEMA}
    assert [key for key in made_up if not CLUSTERS.search(catalog.operation(key).path)] == []


#: Operations with required fields that nothing determines.
UNDETERMINED = {
    "getOrganizationInvoicePDF": "its schema is that of a service's link, of which it has the URL",
    "startClusterAnalysis": "an operation on clusters that has no handler yet",
}


@pytest.mark.parametrize("level", catalog.LEVELS)
def test_no_required_field_is_made_up(level, monkeypatch):
    made_up = []
    generate = response_shaping.generate

    def generated(schema, level, seed, name, depth=0):
        if "default" not in (at_level(schema, level) or {}):
            made_up.append(name)
        return generate(schema, level, seed, name, depth)

    monkeypatch.setattr(response_shaping, "generate", generated)
    found = {}
    with asyncio.Runner() as loop:
        sandbox = Seeded(level, loop)
        for key, operation in catalog.operations().items():
            if level in operation.api:
                asked = Asking(sandbox.fresh(), operation)
                path, query, body = asked.path, asked.query, asked.body(whole=False)
                made_up.clear()
                sandbox.ask(operation.method, path, body, query)
                if made_up:
                    found[key] = sorted(set(made_up))
        sandbox.close()
    assert {key: names for key, names in found.items() if key not in UNDETERMINED} == {}


def test_report_counts_every_operation_and_fails_for_one_that_is_made_up():
    done = subprocess.run(
        [sys.executable, "-m", "qovery_cli.sandbox.coverage"],
        capture_output=True,
        text=True,
        check=False,
    )
    table = re.findall(r"^(\D+?)\s+(\d+)\s+(\d+)$", done.stdout, re.MULTILINE)
    counts = {name: (int(older), int(newer)) for name, older, newer in table}
    for index, level in enumerate(catalog.LEVELS):
        served = [key for key, found in catalog.operations().items() if level in found.api]
        assert sum(count[index] for count in counts.values()) == len(served)
    assert done.returncode == (1 if any(counts[Source.SCHEMA]) else 0)
