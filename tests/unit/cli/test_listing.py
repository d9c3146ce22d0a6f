from types import SimpleNamespace
from uuid import UUID

import pytest

from qovery_cli.cli import command_table
from qovery_cli.cli.invocation import Invocation
from qovery_cli.cli.listing import Listing
from qovery_cli.errors import NotFoundError
from qovery_cli.frozen import changed

PODS = [{"name": "a", "data": [{"used": 1}, {"used": 2}]}, {"name": "b", "data": []}]


def listing(output, **session):
    flags = SimpleNamespace(shared={"output": output})
    row = changed(command_table.command("app metric cpu"), expand="data")
    session = SimpleNamespace(level="1.0.3", flags=flags, **session)
    return Listing(Invocation(session, row, {}))


def test_table_has_one_row_per_nested_item():
    assert listing("table")._expanded(PODS) == [
        {"name": "a", "data": {"used": 1}},
        {"name": "a", "data": {"used": 2}},
    ]


def test_json_items_are_not_expanded():
    assert listing("json")._expanded(PODS) == PODS


def test_json_items_are_expanded_if_a_column_needs_it():
    asked = listing("json")
    asked.session.flags.shared["columns"] = "time,instance"
    assert [item["data"] for item in asked._expanded(PODS)] == [{"used": 1}, {"used": 2}]


def test_retired_paged_list_reports_its_replacement():
    def ask(operation, path, query):
        raise NotFoundError(f"{operation} is retired.")

    session = SimpleNamespace(level="1.0.4", get=ask)
    asked = Listing(Invocation(session, command_table.command("app event list"), {}))
    with pytest.raises(NotFoundError, match="listApplicationEvent is retired"):
        list(asked._pages({"applicationId": "1"}))


def test_next_page_is_requested_when_needed():
    first, second, third = (str(UUID(int=number)) for number in (1, 2, 3))
    pages = [
        {"page_size": 2, "results": [{"id": first}, {"id": second}]},
        {"page_size": 2, "results": [{"id": third}]},
    ]
    asked, notices = [], []

    def send(request):
        asked.append(request.query)
        return SimpleNamespace(data=pages[len(asked) - 1])

    client = SimpleNamespace(send=send, base_url="http://127.0.0.1:1")
    session = SimpleNamespace(level="1.0.3", client=client, notice=notices.append)
    row = command_table.command("app event list")
    listed = Listing(Invocation(session, row, {"limit": "3"}))
    items = listed._pages({"applicationId": "1"})
    assert [next(items)["id"], next(items)["id"]] == [first, second]
    assert len(asked) == 1
    assert next(items)["id"] == third
    assert (len(asked), list(items), notices) == (2, [], [])


@pytest.mark.parametrize(("count", "notices"), [(2, []), (3, ["Showing the newest 2"])])
def test_list_of_a_requested_size_says_if_there_is_more(count, notices):
    sent, shown = [], []

    def get(operation, path, query):
        sent.append((operation, query))
        return {"results": [{"status": str(number)} for number in range(count)]}

    session = SimpleNamespace(level="1.0.4", get_cached=get, notice=shown.append)
    invocation = Invocation(session, command_table.command("job history list"), {"limit": "2"})
    invocation.target = SimpleNamespace(values={"jobId": "1"})
    assert [item["status"] for item in Listing(invocation)._listed()] == ["0", "1"]
    assert sent == [("listJobDeploymentHistoryV2", {"pageSize": 3})]
    assert [text.partition(";")[0] for text in shown] == notices
