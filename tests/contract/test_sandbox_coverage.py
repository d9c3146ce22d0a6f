"""The sandbox behaves: no response but some about clusters is made up from its schema."""

import re
import subprocess
import sys

import pytest

from qovery_cli import catalog
from qovery_cli.sandbox.coverage import Source, sources

#: The paths of operations on clusters, some of which have no handler yet.
CLUSTERS = re.compile(r"/clusters?(/|$)|/argocd|/managedDatabase/|/lock$", re.IGNORECASE)


@pytest.mark.parametrize("level", catalog.LEVELS)
def test_no_response_is_made_up(level):
    made_up = {key for key, source in sources(level).items() if source is Source.SCHEMA}
    assert [key for key in made_up if not CLUSTERS.search(catalog.operation(key).path)] == []


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
