from types import SimpleNamespace
from uuid import UUID

import pytest

from qovery_cli.http.client import Client
from qovery_cli.http.pagination import all_items, items, next_query, next_start
from qovery_cli.http.response import UnexpectedResponseError

BASE = "https://api.acme.test"


def operation(*parameters):
    named = tuple(SimpleNamespace(name=name, schema={"type": "string"}) for name in parameters)
    return SimpleNamespace(
        key="listHistory",
        method="GET",
        path="/environment/{environmentId}/deploymentHistory",
        path_names=("environmentId",),
        parameters=named,
        body_type=None,
        response_type=None,
    )


PAGED = operation("environmentId", "startId")
PLAIN = operation("environmentId")
EVENTS = operation("continueToken")


def page(*ids, size=2):
    return {"page": 1, "page_size": size, "results": [{"id": one} for one in ids]}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"results": [1]}, [1]),
        ([1], [1]),
        ({"deployment_restrictions": [1]}, [1]),
        ({"links": {}, "organization_max_limit_reached": False, "events": [1]}, [1]),
        ({"targets": [1]}, [1]),
        ({"ips": [1]}, [1]),
        ({"page": 1}, []),
        ({"results": None}, []),
        ({}, []),
        (None, []),
    ],
)
def test_items_are_found_in_any_envelope(data, expected):
    assert items(data) == expected


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (page("a", "b"), "b"),
        (page("a"), None),
        (page(), None),
        ({"results": [{"git_commit_id": "c1"}]}, "c1"),
        ({"results": [{"name": "x"}]}, None),
    ],
)
def test_next_start_is_the_id_of_the_last_item(data, start):
    assert next_start(data, PAGED) == start


@pytest.mark.parametrize("cursor", ["1bdc242d20bafd61ec45aff04a9327dc06392525", "", 7, None, {}])
def test_cursor_of_another_type_ends_the_list(cursor):
    declared = SimpleNamespace(name="startId", schema={"type": "string", "format": "uuid"})
    commits = SimpleNamespace(parameters=(declared,))
    assert next_start({"results": [{"git_commit_id": cursor}]}, commits) is None
    assert next_start({"results": [{"id": str(UUID(int=1))}]}, commits) == str(UUID(int=1))


def test_a_list_without_the_parameter_has_one_page():
    assert next_start(page("a", "b"), PLAIN) is None


@pytest.mark.parametrize(
    ("link", "following"),
    [
        (BASE + "/organization/o/events?continueToken=17", {"continueToken": "17"}),
        (None, None),
        (BASE + "/events", None),
    ],
)
def test_continue_token_is_read_from_the_next_link(link, following):
    assert next_query({"events": [{}], "links": {"next": link}}, EVENTS) == following


@pytest.fixture
def listed(httpx_mock):
    """Return a function that lists all items of the given pages."""
    client = Client(BASE)

    def run(*pages, limit=None, of=PAGED):
        for one in pages:
            httpx_mock.add_response(json=one)
        listing = all_items(client, of, {"environmentId": "e"}, {"x": 1}, limit=limit)
        rows = [row["id"] for row in listing]
        return rows, [request.url.query.decode() for request in httpx_mock.get_requests()]

    yield run
    client.close()


def test_pages_are_followed_until_a_short_one(listed):
    rows, queries = listed(page("a", "b"), page("c", "d"), page("e"))
    assert rows == ["a", "b", "c", "d", "e"]
    assert queries == ["x=1", "x=1&startId=b", "x=1&startId=d"]


def test_a_full_last_page_is_followed_by_an_empty_one(listed):
    assert listed(page("a", "b"), page())[0] == ["a", "b"]


def test_no_page_is_requested_beyond_the_limit(listed):
    rows, queries = listed(page("a", "b"), limit=2)
    assert (rows, len(queries)) == (["a", "b"], 1)


def test_limit_of_zero_sends_no_request(listed):
    assert listed(limit=0) == ([], [])


def test_repeated_page_ends_the_list(listed):
    assert listed(page("a", "b"), page("a", "b"))[0] == ["a", "b"]


def test_unpaged_list_is_requested_once(listed):
    rows, queries = listed({"results": [{"id": "a"}]}, of=PLAIN)
    assert (rows, queries) == (["a"], ["x=1"])


@pytest.mark.parametrize("answer", [5, 1.5, "x", True, {"results": 5}, {"events": "x"}])
def test_scalar_instead_of_a_list_is_an_unexpected_response(answer):
    with pytest.raises(UnexpectedResponseError) as error:
        items(answer, "listHistory")
    assert error.value.operation == "listHistory"
