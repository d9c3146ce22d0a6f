"""Lists over many parents as a process: pipes that close, Ctrl-C, and the same data everywhere."""

import csv
import io
import json
import signal
import subprocess
import sys

import pytest
from list_server import ListServer, serving

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals of POSIX")


@pytest.fixture
def wide_shop(shop):
    """A project with a dozen environments of two applications each."""
    for number in range(12):
        for name in ("api", "worker"):
            shop.application(name, f"env-{number:02}")
    return shop


def test_every_format_has_the_same_rows(qovery, wide_shop):
    ids = {}
    for form in ("json", "ndjson", "csv", "tsv", "id", "yaml"):
        ran = qovery(f"app list --all -o {form} --columns id,name", env=wide_shop.environ)
        assert (ran.code, ran.err) == (0, ""), ran
        ids[form] = read(form, ran.out)
    assert len(ids["json"]) == 24
    assert all(found == ids["json"] for found in ids.values()), ids


def read(form, text):
    """Return the ids in an output."""
    if form in {"json", "ndjson"}:
        items = json.loads(text) if form == "json" else map(json.loads, text.splitlines())
        return [item["id"] for item in items]
    if form in {"csv", "tsv"}:
        separator = "," if form == "csv" else "\t"
        return [row["id"] for row in csv.DictReader(io.StringIO(text), delimiter=separator)]
    if form == "yaml":
        import yaml

        return [item["id"] for item in yaml.safe_load(text)]
    return text.split()


def test_the_table_names_the_environment_of_each_row(qovery, wide_shop):
    ran = qovery("app list --all --sort-by environment", env=wide_shop.environ)
    rows = [line.split()[:2] for line in ran.out.splitlines()[1:]]
    assert rows[:2] == [["env-00", "api"], ["env-00", "worker"]]
    assert rows[-1] == ["env-11", "worker"]


@pytest.fixture
def hanging():
    """A server that answers everything but the applications of the last environment."""
    with serving() as server:
        server.has("/organization", ("acme", "o"))
        server.has("/organization/o/project", ("shop", "p"))
        ids = [f"e{number}" for number in range(3)]
        server.has("/project/p/environment", *((id, id) for id in ids))
        for id in ids:
            server.has(f"/environment/{id}/application", (f"{id}-app", f"{id}-app"))
        server.hang_at("/environment/e2/application")
        yield server


def environ(server: ListServer) -> dict[str, str]:
    place = {"QOVERY_API_URL": server.url, "QOVERY_API_TOKEN": "t", "QOVERY_API_LEVEL": "1.0.3"}
    return place


@posix
def test_lines_are_there_before_the_last_answer_and_ctrl_c_ends_the_wait(qovery, hanging):
    with qovery.started("app list --all -o name", env=environ(hanging)) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(2)]
        assert lines == ["e0-app\n", "e1-app\n"]
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert (out, err) == ("", "")


@posix
def test_a_pipe_that_closes_half_way_is_141_at_once(qovery, hanging):
    words = qovery.command("app list --all -o name")
    env = {**qovery.home.environ, **environ(hanging)}
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        hanging.let_go()
        said = process.stderr.read()
    assert process.returncode == 141
    assert said == b""
