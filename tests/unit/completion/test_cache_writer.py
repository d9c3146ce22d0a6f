from pathlib import Path

import pytest

from qovery_cli.completion import cache, context
from qovery_cli.completion.cache_writer import MAX_LISTS, CacheWriter
from qovery_cli.config.settings import load
from qovery_cli.http.request import Request

API = "https://api.qovery.com"


def list_response(*names: str):
    return {"results": [{"name": name, "id": name, "token": "canary"} for name in names]}


def get(path: str, operation: str | None, query=()) -> Request:
    return Request("GET", f"{API}{path}", query=query, operation=operation)


PROJECTS = get("/organization/o1/project", "listProject")
ENVIRONMENTS = get("/project/p1/environment", "listEnvironment")
APPLICATIONS = get("/environment/e1/application", "listApplication")


@pytest.fixture
def settings(environ, tmp_path):
    return load({}, environ, tmp_path)


@pytest.fixture
def record(environ, settings):
    """Return a function that records responses as a command does, and writes the caches."""

    def record(*answers, settings=settings, environ=environ) -> CacheWriter:
        writer = CacheWriter(environ)
        for request, data in answers:
            writer.record(request, data)
        writer.flush(settings)
        return writer

    return record


def test_list_is_stored_by_parent_id(record, cached_rows):
    record((PROJECTS, list_response("shop", "blog")), (ENVIRONMENTS, list_response("staging")))
    assert cached_rows("project", "o1") == [("shop", "shop"), ("blog", "blog")]
    assert cached_rows("environment", "p1") == [("staging", "staging")]


def test_one_list_of_several_kinds_is_stored_for_each(record, cached_rows):
    cluster = {"id": "c1", "name": "main", "secret_manager_accesses": [{"id": "s1", "name": "aws"}]}
    record((get("/organization/o1/cluster", "listOrganizationCluster"), {"results": [cluster]}))
    assert cached_rows("cluster", "o1") == [("main", "c1")]
    assert cached_rows("secretManagerAccess", "o1") == [("aws", "s1")]


def test_list_of_all_services_is_stored_for_each_kind(record, cached_rows):
    services = [
        {"id": "a1", "name": "api", "service_type": "APPLICATION"},
        {"id": "j1", "name": "nightly", "service_type": "JOB"},
    ]
    path = "/environment/e1/services"
    record((get(path, "listServicesByEnvironmentId"), {"results": services}))
    assert cached_rows("application", "e1") == [("api", "a1")]
    assert cached_rows("job", "e1") == [("nightly", "j1")]


def test_list_of_one_kind_is_stored_whatever_its_types(record, cached_rows):
    record((APPLICATIONS, {"results": [{"id": "a1", "name": "api", "service_type": "NEW"}]}))
    assert cached_rows("application", "e1") == [("api", "a1")]


def test_list_without_parent_is_stored(record, cached_rows):
    record((get("/organization", "listOrganization"), list_response("Acme")))
    assert cached_rows("organization") == [("Acme", "Acme")]


@pytest.mark.parametrize(
    "request_",
    [
        get("/organization/o1/project", None),
        get("/project/p1", "getProject"),
        get("/organization/o1/project", "listProject", query=(("page", "2"),)),
        get("/nowhere", "listProject"),
        get("/project/..%2F..%2Fx/environment", "listEnvironment"),
    ],
)
def test_incomplete_list_is_not_stored(record, folder, request_):
    record((request_, list_response("x")))
    assert not Path(folder).exists() or list(Path(folder).iterdir()) == []


def test_empty_list_is_stored(record, cached_rows):
    record((PROJECTS, list_response()))
    assert cached_rows("project", "o1") == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/organization/o1/project"),
        ("DELETE", "/organization/o1/project"),
    ],
)
def test_change_removes_the_stored_list(record, cached_rows, method, path):
    record((PROJECTS, list_response("shop")))
    record((Request(method, f"{API}{path}", operation="x"), None))
    assert cached_rows("project", "o1") is None


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_change_of_an_item_discards_its_list(record, cached_rows, method):
    change = Request(method, f"{API}/project/p1", operation="x")
    record((PROJECTS, list_response("shop")), (change, None))
    assert cached_rows("project", "o1") is None


def test_list_read_before_a_change_is_not_stored(record, cached_rows):
    create = Request("POST", f"{API}/environment/e1/application", operation="createApplication")
    record((APPLICATIONS, list_response("old")), (create, {"id": "new"}))
    assert cached_rows("application", "e1") is None


def test_clone_removes_the_lists_that_may_contain_it(record, cached_rows):
    record((ENVIRONMENTS, list_response("staging")))
    clone = Request("POST", f"{API}/environment/e1/clone", operation="cloneEnvironment")
    record((ENVIRONMENTS, list_response("staging")), (clone, {"id": "new"}))
    assert cached_rows("environment", "p1") is None


def test_action_on_an_item_keeps_its_list(record, cached_rows):
    deploy = Request("POST", f"{API}/application/a1/deploy", operation="deployApplication")
    record((APPLICATIONS, list_response("api")), (deploy, {"id": "a1"}))
    assert cached_rows("application", "e1") == [("api", "api")]


def test_number_of_stored_lists_is_limited(record, folder):
    lists = [get(f"/project/p{n}/environment", "listEnvironment") for n in range(MAX_LISTS + 9)]
    record(*((request, list_response("x")) for request in lists))
    assert len(list(Path(folder).iterdir())) == MAX_LISTS


def test_nothing_is_written_if_caches_are_disabled(record, environ):
    record((PROJECTS, list_response("shop")), environ=environ | {"QOVERY_NO_CACHE": "1"})
    assert not Path(environ["QOVERY_CACHE_DIR"]).exists()


def test_command_without_settings_refreshes_the_context_file(record, environ):
    record(settings=None)
    assert (Path(environ["QOVERY_CACHE_DIR"]) / "completion" / "context").exists()


def test_second_flush_writes_nothing(record, settings, folder):
    writer = record((PROJECTS, list_response("shop")))
    for file in Path(folder).iterdir():
        file.unlink()
    writer.flush(settings)
    assert list(Path(folder).iterdir()) == []


def test_profiles_have_separate_names(record, environ, cached_rows, tmp_path):
    other = environ | {"QOVERY_API_URL": "https://other.test"}
    record((PROJECTS, list_response("theirs")), settings=load({}, other, tmp_path), environ=other)
    assert cached_rows("project", "o1") is None


@pytest.mark.parametrize(
    "data", [None, "x", [1, 2], {"results": 5}, {"results": [{"id": ["x"], "name": {"a": 1}}]}]
)
def test_unexpected_responses_do_not_fail(record, data):
    record((PROJECTS, data), (ENVIRONMENTS, list_response("x")))


def test_unwritable_cache_does_not_fail(record, environ, tmp_path, cached_rows):
    (tmp_path / "file").write_text("", encoding="utf-8")
    record(
        (PROJECTS, list_response("x")),
        environ=environ | {"QOVERY_CACHE_DIR": str(tmp_path / "file")},
    )
    assert cached_rows("project", "o1") is None


@pytest.mark.parametrize("error", [OSError("full"), ValueError("odd"), RuntimeError("bug")])
def test_errors_while_writing_are_ignored(record, monkeypatch, error):
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(cache, "write", fails)
    monkeypatch.setattr(context, "refresh", fails)
    record((PROJECTS, list_response("x")))
