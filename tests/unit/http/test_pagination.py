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
    ("data", "found"),
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
def test_items_are_found_in_any_envelope(data, found):
    assert items(data) == found


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
def test_the_next_page_starts_after_the_last_item(data, start):
    assert next_start(data, PAGED) == start


@pytest.mark.parametrize("cursor", ["1bdc242d20bafd61ec45aff04a9327dc06392525", "", 7, None, {}])
def test_only_a_cursor_of_the_declared_type_asks_for_a_next_page(cursor):
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
def test_events_are_continued_by_the_token_of_their_link(link, following):
    assert next_query({"events": [{}], "links": {"next": link}}, EVENTS) == following


@pytest.fixture
def listed(httpx_mock):
    """List everything from the pages that a server is to answer with."""
    client = Client(BASE)

    def run(*pages, limit=None, of=PAGED):
        for one in pages:
            httpx_mock.add_response(json=one)
        found = all_items(client, of, {"environmentId": "e"}, {"x": 1}, limit=limit)
        rows = [row["id"] for row in found]
        return rows, [request.url.query.decode() for request in httpx_mock.get_requests()]

    yield run
    client.close()


def test_pages_are_followed_until_a_short_one(listed):
    rows, asked = listed(page("a", "b"), page("c", "d"), page("e"))
    assert rows == ["a", "b", "c", "d", "e"]
    assert asked == ["x=1", "x=1&startId=b", "x=1&startId=d"]


def test_a_full_last_page_is_followed_by_an_empty_one(listed):
    assert listed(page("a", "b"), page())[0] == ["a", "b"]


def test_no_page_is_asked_for_beyond_the_limit(listed):
    rows, asked = listed(page("a", "b"), limit=2)
    assert (rows, len(asked)) == (["a", "b"], 1)


def test_a_limit_of_nothing_asks_for_nothing(listed):
    assert listed(limit=0) == ([], [])


def test_a_server_that_repeats_itself_ends_the_list(listed):
    assert listed(page("a", "b"), page("a", "b"))[0] == ["a", "b"]


def test_a_list_without_pages_is_asked_for_once(listed):
    rows, asked = listed({"results": [{"id": "a"}]}, of=PLAIN)
    assert (rows, asked) == (["a"], ["x=1"])


@pytest.mark.parametrize("answer", [5, 1.5, "x", True, {"results": 5}, {"events": "x"}])
def test_a_scalar_in_the_place_of_a_list_is_an_unexpected_answer(answer):
    with pytest.raises(UnexpectedResponseError) as error:
        items(answer, "listHistory")
    assert error.value.operation == "listHistory"
