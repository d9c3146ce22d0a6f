import threading

import pytest

from qovery_cli.sandbox.datetimes import Clock
from qovery_cli.sandbox.state.store import Store


@pytest.fixture
def store():
    store = Store(clock=Clock(lambda: 1_700_000_000.0))
    yield store
    store.close()


def test_a_new_document_gets_an_id_and_the_moment_it_was_created(store):
    kept = store.add("project", {"name": "shop"}, "acme")
    assert kept["id"]
    assert kept["created_at"] == "2023-11-14T22:13:20.000Z"
    assert store.get("project", kept["id"]) == kept


def test_an_id_is_taken_once_per_kind(store):
    store.add("project", {"id": "a"})
    with pytest.raises(ValueError, match="already"):
        store.add("project", {"id": "a"})


def test_children_come_in_the_order_in_which_they_were_added(store):
    for name in ("b", "a", "c"):
        store.add("project", {"name": name}, "acme")
    assert [doc["name"] for doc in store.children("project", "acme")] == ["b", "a", "c"]


def test_names_are_found_whatever_their_case(store):
    store.add("project", {"name": "Shop"}, "acme")
    assert store.named("project", "acme", "sHOP")["name"] == "Shop"
    assert store.named("project", "other", "shop") is None


def test_a_replaced_document_keeps_id_and_creation(store):
    kept = store.add("project", {"name": "shop"}, "acme")
    store.put("project", kept["id"], {"id": "other", "name": "store"})
    now = store.get("project", kept["id"])
    assert (now["name"], now["created_at"]) == ("store", kept["created_at"])
    assert now["updated_at"]


def test_deleting_a_tree_takes_everything_below(store):
    store.add("project", {"id": "p"}, "acme")
    store.add("environment", {"id": "e"}, "p")
    store.add("application", {"id": "a"}, "e")
    store.record("application", "a", "e", "DEPLOY")
    store.delete_tree("project", "p")
    assert store.all("application") == []
    assert store.actions("a") == []


def test_a_failing_transaction_leaves_nothing_behind(store):
    def fail():
        with store.transaction():
            store.add("project", {"id": "p"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert store.get("project", "p") is None


def test_actions_come_oldest_first_by_target_and_by_environment(store):
    store.record("application", "a", "e", "DEPLOY", {"commit": "c"}, at=20)
    store.record("application", "b", "e", "STOP", at=10, speed=5)
    assert [action.action for action in store.actions(environment="e")] == ["STOP", "DEPLOY"]
    assert store.actions("a")[0].detail == {"commit": "c"}
    assert store.actions("b")[0].speed == 5


def test_a_file_survives_a_restart(tmp_path):
    first = Store(tmp_path / "state.db")
    first.add("project", {"id": "p", "name": "shop"})
    first.set_setting("level", "1.0.4")
    first.close()
    second = Store(tmp_path / "state.db")
    assert second.get("project", "p")["name"] == "shop"
    assert second.setting("level") == "1.0.4"
    second.close()


def test_threads_do_not_get_into_each_others_way(store):
    def add(number):
        with store.transaction():
            store.add("project", {"id": str(number)}, "acme")

    threads = [threading.Thread(target=add, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.children("project", "acme")) == 20


def test_store_can_copy_another_store(store):
    other = Store()
    other.add("project", {"id": "p", "name": "shop"}, "acme")
    store.add("project", {"id": "q", "name": "gone"}, "acme")
    store.copy_from(other)
    other.add("project", {"id": "r", "name": "later"}, "acme")
    store.add("project", {"id": "s", "name": "last"}, "acme")
    assert [doc["id"] for doc in store.children("project", "acme")] == ["p", "s"]
    other.close()


def test_store_counts_written_rows(store):
    before = store.changes
    store.get("project", "p")
    assert store.changes == before
    store.add("project", {"name": "shop"})
    assert store.changes > before
