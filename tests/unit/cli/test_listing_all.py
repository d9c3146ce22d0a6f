"""Tests of ``list --all``: rows of every parent are written while responses arrive."""

import io
import json
import threading
from functools import partial

import httpx
import pytest

from qovery_cli.cli.root import run
from qovery_cli.http.client import Client
from qovery_cli.output.terminal import Terminal
from qovery_cli.session import Runtime, connection

ORGANIZATION = "/organization/o"


class Organization(httpx.BaseTransport):
    """An organization with projects of environments with two applications each."""

    def __init__(self, projects, environments):
        self.lists = {"/organization": [{"id": "o", "name": "acme"}]}
        every = []
        ids = [f"p{number}" for number in range(projects)]
        self.lists[f"{ORGANIZATION}/project"] = [named(id) for id in ids]
        for project in ids:
            own = [
                {**named(f"{project}e{number}"), "project": {"id": project}}
                for number in range(environments)
            ]
            self.lists[f"/project/{project}/environment"] = own
            every = own + every
            for environment in own:
                self._fill(environment["id"])
        self.lists[f"{ORGANIZATION}/environments"] = every
        self.statuses = {}
        self.asked = []
        self.before = len

    def _fill(self, environment):
        apps = [named(f"{environment}{letter}") for letter in "ab"]
        path = f"/environment/{environment}/application"
        self.lists[path] = [{**app, "environment": {"id": environment}} for app in apps]
        self.lists[f"{path}/status"] = [{"id": app["id"], "state": "RUNNING"} for app in apps]

    def handle_request(self, request):
        path = request.url.path
        self.asked.append(path)
        self.before(path)
        status = self.statuses.get(path, 200)
        return httpx.Response(status, json={"results": self.lists[path], "status": status})

    def answer_of(self, environment):
        return f"/environment/{environment}/application"


def named(id):
    return {"id": id, "name": id}


class Out(io.StringIO):
    """A stdout that sets an event when something is written to it."""

    def __init__(self):
        super().__init__()
        self.written = threading.Event()

    def write(self, text):
        count = super().write(text)
        if text:
            self.written.set()
        return count


@pytest.fixture
def listed(monkeypatch, tmp_path):
    """Run a line against an organization; return exit code, stdout and stderr."""

    def call(line, api, *, level="1.0.3", out=None, **scope):
        monkeypatch.setattr(connection, "Client", partial(Client, transport=api))
        environ = {
            "QOVERY_API_URL": "http://127.0.0.1:1",
            "QOVERY_API_TOKEN": "fake",
            "QOVERY_API_LEVEL": level,
            "QOVERY_CONFIG_DIR": str(tmp_path / "config"),
            "QOVERY_NO_KEYRING": "1",
            **{f"QOVERY_{name.upper()}": value for name, value in scope.items()},
        }
        stdout, stderr = out or io.StringIO(), io.StringIO()
        terminal = Terminal.of(environ, None, stdout, stderr)
        runtime = Runtime(environ, terminal, tmp_path, str, sleep=lambda _: None)
        code = run(line.split(), runtime)
        return code, stdout.getvalue(), stderr.getvalue()

    return call


def names(projects, environments):
    return [
        f"p{project}e{environment}{letter}"
        for project in range(projects)
        for environment in range(environments)
        for letter in "ab"
    ]


@pytest.mark.parametrize("level", ["1.0.3", "1.0.4"])
@pytest.mark.parametrize("form", ["ndjson", "csv", "tsv", "name", "id"])
def test_first_lines_are_written_before_the_last_response(listed, form, level):
    organization, out = Organization(3, 4), Out()
    last = organization.answer_of("p2e3")

    def wait(path):
        if path == last and not out.written.wait(10):
            organization.statuses[last] = 500

    organization.before = wait
    code, text, err = listed(f"app list --all -o {form}", organization, level=level, out=out)
    assert (code, err) == (0, "")
    rows = text.splitlines()[1 if form in {"csv", "tsv"} else 0 :]
    assert [name in row for name, row in zip(names(3, 4), rows, strict=True)] == [True] * 24


def test_rows_keep_parent_order_and_show_the_parent_path(listed):
    code, text, _ = listed("app list --all -o csv --columns name,environment", Organization(2, 2))
    assert code == 0
    assert text.splitlines() == ["name,environment"] + [
        f"{name},{name[:2]}/{name[:-1]}" for name in names(2, 2)
    ]


def test_states_are_joined(listed):
    _, text, _ = listed("app list --all -o tsv --columns name,state", Organization(1, 1))
    assert text == "name\tstate\np0e0a\tRUNNING\np0e0b\tRUNNING\n"


def test_filter_is_applied_to_each_row(listed):
    _, text, _ = listed("app list --all -o name --filter name~=e1b", Organization(3, 2))
    assert text == "p0e1b\np1e1b\np2e1b\n"


def test_sorting_waits_for_all_responses(listed):
    _, text, _ = listed("app list --all -o name --sort-by -name", Organization(2, 2))
    assert text.split() == sorted(names(2, 2), reverse=True)


def test_project_scope_requests_only_its_environments(listed):
    organization = Organization(3, 2)
    _, text, _ = listed("app list --all -o name", organization, organization="o", project="p1")
    assert text.split() == [name for name in names(3, 2) if name.startswith("p1")]
    assert not [path for path in organization.asked if "p0" in path or "p2" in path]


def test_environments_of_all_projects_are_complete_objects(listed):
    organization = Organization(2, 2)
    code, text, _ = listed("env list --all -o json", organization, level="1.0.4")
    assert code == 0
    assert [one["id"] for one in json.loads(text)] == ["p0e0", "p0e1", "p1e0", "p1e1"]
    # The list of the whole organization has fewer fields.
    assert f"{ORGANIZATION}/environments" not in organization.asked


@pytest.mark.parametrize(("level", "around"), [("1.0.3", 1 + 1 + 5), ("1.0.4", 1 + 2)])
def test_no_request_is_repeated(listed, level, around):
    organization = Organization(5, 3)
    listed("app list --all -o json", organization, level=level)
    assert len(organization.asked) == len(set(organization.asked)) == around + 5 * 3


def test_without_an_organization_list_environments_are_requested_by_project(listed):
    organization = Organization(2, 2)
    organization.statuses[f"{ORGANIZATION}/environments"] = 404
    code, text, _ = listed("app list --all -o name", organization, level="1.0.4")
    assert (code, text.split()) == (0, names(2, 2))


def test_printed_rows_remain_if_one_parent_fails(listed):
    organization = Organization(3, 2)
    organization.statuses[organization.answer_of("p1e0")] = 403
    organization.statuses[organization.answer_of("p2e1")] = 404
    code, text, err = listed("app list --all -o name", organization)
    assert code == 5
    assert text.split() == [name for name in names(3, 2) if name[:4] not in {"p1e0", "p2e1"}]
    assert err.startswith("error: p1/p1e0: Permission denied")
    assert "\n  p2/p2e1: Not found" in err


def test_item_is_dropped_if_its_states_fail(listed):
    organization = Organization(1, 2)
    organization.statuses[organization.answer_of("p0e0") + "/status"] = 403
    code, text, _ = listed("app list --all -o csv --columns name,state", organization)
    assert code == 5
    assert text.split() == ["name,state", "p0e1a,RUNNING", "p0e1b,RUNNING"]


def test_statuses_are_dropped_if_their_list_fails(listed):
    organization = Organization(1, 2)
    organization.statuses[organization.answer_of("p0e0")] = 403
    code, text, _ = listed("app list --all -o csv --columns name,state", organization)
    assert code == 5
    assert text.split() == ["name,state", "p0e1a,RUNNING", "p0e1b,RUNNING"]


@pytest.mark.parametrize("form", ["json", "table", "yaml"])
def test_output_that_needs_all_responses_is_empty_if_one_fails(listed, form):
    organization = Organization(2, 2)
    organization.statuses[organization.answer_of("p1e1")] = 403
    code, text, err = listed(f"app list --all -o {form}", organization)
    assert (code, text) == (5, "")
    assert "p1/p1e1" in err


def test_rejected_token_stops_all_requests(listed):
    organization = Organization(20, 10)
    organization.statuses[organization.answer_of("p0e1")] = 401
    code, text, _ = listed("app list --all -o name", organization)
    assert (code, text.split()) == (3, ["p0e0a", "p0e0b"])
    assert len(organization.asked) < 100


def test_closed_pipe_stops_the_requests(listed):
    organization = Organization(20, 10)

    class Gone(io.StringIO):
        def write(self, _):
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        listed("app list --all -o name", organization, out=Gone())
    assert len(organization.asked) < 100
