import pytest

from qovery_cli.sandbox.datetimes import Clock
from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.state import history, history_v2, injected_failures, lifecycle
from qovery_cli.sandbox.state.store import Store

# The pace of these is exactly 1: queue 1 s, build 6 s, deployment 4 s, stop or deletion 3 s.
API, PROXY, DB = "api-1633", "proxy-483", "db-17"
START = 1_700_000_000.0


@pytest.fixture
def store():
    made = Store(clock=Clock(lambda: START))
    made.add("environment", {"id": "env", "name": "staging"}, "shop")
    made.add("application", {"id": API, "name": "api", "git_repository": {}}, "env")
    for sha in ("c3", "c2", "c1"):
        commit = {"git_commit_id": sha, "created_at": "2023-11-01T00:00:00.000Z"}
        made.add("commit", {**commit, "author_name": "Ada", "message": "Fix", "tag": ""}, API)
    image = {"image_name": "library/nginx", "tag": "1.23"}
    made.add("container", {"id": PROXY, "name": "proxy", **image}, "env")
    made.add("database", {"id": DB, "name": "db"}, "env")
    yield made
    made.close()


def deploy(store, at=START, **options):
    return lifecycle.record_action(store, "environment", "env", "DEPLOY", at=at, **options)


def of_environment(store, now, level="1.0.3"):
    return history.of_environment(store, "env", now, level)


def test_history_without_actions_is_empty(store):
    assert of_environment(store, START) == []


@pytest.mark.parametrize(
    ("after", "level", "status"),
    [
        (0, "1.0.3", "DEPLOYMENT_QUEUED"),
        (10, "1.0.3", "BUILDING"),
        (60, "1.0.3", "RUNNING"),
        (60, "1.0.4", "DEPLOYED"),
    ],
)
def test_a_deployment_is_in_the_history_from_the_start(store, after, level, status):
    deploy(store)
    (entry,) = of_environment(store, START + after, level)
    assert (entry["created_at"], entry["status"]) == ("2023-11-14T22:13:20.000Z", status)


def test_the_latest_comes_first(store):
    deploy(store)
    lifecycle.record_action(store, "environment", "env", "STOP", at=START + 100)
    statuses = [entry["status"] for entry in of_environment(store, START + 200)]
    assert statuses == ["STOPPED", "RUNNING"]


def test_an_entry_names_what_was_deployed(store):
    deploy(store, detail={"by": "ada", "origin": "CLI"})
    (entry,) = of_environment(store, START + 60)
    assert (entry["triggered_by"], entry["origin"]) == ("ada", "CLI")
    assert entry["applications"][0]["commit"]["git_commit_id"] == "c3"
    assert entry["containers"][0]["tag"] == "1.23"
    assert [database["name"] for database in entry["databases"]] == ["db"]


def test_an_entry_stays_as_it_was_when_a_service_changes(store):
    deploy(store)
    store.put("container", PROXY, {"name": "gate", "image_name": "library/nginx", "tag": "2"})
    (entry,) = of_environment(store, START + 60)
    assert (entry["containers"][0]["name"], entry["containers"][0]["tag"]) == ("proxy", "1.23")


@pytest.mark.parametrize(("level", "status"), [("1.0.3", "SUCCESS"), ("1.0.4", "DEPLOYED")])
def test_each_level_has_its_own_word_for_the_end_of_a_container(store, level, status):
    deploy(store)
    (entry,) = of_environment(store, START + 60, level)
    assert entry["containers"][0]["status"] == status
    (own,) = history.of_service(store, "container", PROXY, START + 60, level)
    assert own["status"] == status


@pytest.mark.parametrize("level", ["1.0.3", "1.0.4"])
def test_an_application_succeeds_or_fails_at_both_levels(store, level):
    deploy(store)
    injected_failures.inject(store, API, "fail-build")
    deploy(store, START + 100)
    entries = history.of_service(store, "application", API, START + 200, level)
    assert [entry["status"] for entry in entries] == ["FAILED", "SUCCESS"]


def test_run_in_progress_has_no_outcome(store):
    deploy(store)
    assert history.of_service(store, "application", API, START + 10, "1.0.3") == []


def test_stopping_is_no_deployment_of_a_service(store):
    deploy(store)
    lifecycle.record_action(store, "database", DB, "STOP", at=START + 100)
    assert len(history.of_service(store, "database", DB, START + 200, "1.0.3")) == 1
    assert len(of_environment(store, START + 200)) == 2


def test_an_environment_and_its_services_agree(store):
    deploy(store)
    (entry,) = of_environment(store, START + 60)
    (own,) = history.of_service(store, "application", API, START + 60, "1.0.3")
    assert entry["applications"][0]["id"] == own["id"]


def test_a_page_has_twenty_entries_and_the_next_one_the_rest(store):
    entries = [{"id": str(number)} for number in range(25)]
    first = history.page(entries)
    assert (first["page_size"], len(first["results"])) == (20, 20)
    rest = history.page(entries, first["results"][-1]["id"])
    assert [entry["id"] for entry in rest["results"]] == ["20", "21", "22", "23", "24"]


def test_page_after_last_entry_is_empty(store):
    assert history.page([{"id": "a"}], "a")["results"] == []


def test_a_page_after_an_unknown_entry_is_refused(store):
    with pytest.raises(Refusal) as caught:
        history.page([{"id": "a"}], "b")
    assert caught.value.status == 404


def test_the_second_form_has_stages_in_their_order(store):
    deploy(store, detail={"by": "ada", "origin": "CLI"})
    (entry,) = history_v2.of_environment(store, "env", START + 6)
    assert [(stage["name"], stage["status"]) for stage in entry["stages"]] == [
        ("DEFAULT DATABASE", "DONE"),
        ("DEFAULT CONTAINER", "ONGOING"),
        ("DEFAULT APPLICATION", "QUEUED"),
    ]
    assert (entry["trigger_action"], entry["action_status"]) == ("DEPLOY", "QUEUED")
    assert entry["total_duration"] == "PT6.000S"


def test_second_form_states_how_it_ended(store):
    injected_failures.inject(store, PROXY, "fail-deploy")
    deploy(store)
    (entry,) = history_v2.of_environment(store, "env", START + 60)
    assert [stage["status"] for stage in entry["stages"]] == ["DONE", "ERROR", "CANCELED"]
    assert (entry["status"], entry["action_status"]) == ("DEPLOYMENT_ERROR", "ERROR")


def test_the_second_form_has_everything_that_was_done_to_a_service(store):
    deploy(store)
    lifecycle.record_action(store, "database", DB, "STOP", at=START + 100)
    entries = history_v2.of_service(store, "database", DB, START + 200)
    assert [entry["status_details"]["action"] for entry in entries] == ["STOP", "DEPLOY"]


def test_the_queue_has_what_waits_and_not_what_runs(store):
    deploy(store)
    assert history_v2.queue(store, "env", START) == []
    lifecycle.record_action(store, "database", DB, "STOP", at=START + 2, detail={"by": "ada"})
    (entry,) = history_v2.queue(store, "env", START + 2)
    assert (entry["trigger_action"], entry["auditing_data"]["triggered_by"]) == ("STOP", "ada")
    (stage,) = entry["stages"]
    assert (stage["name"], stage["status"]) == ("DEFAULT DATABASE", "QUEUED")
    assert [one["identifier"]["service_id"] for one in stage["services"]] == [DB]
    assert history_v2.queue(store, "env", START + 60) == []


def test_queued_request_is_not_in_history(store):
    deploy(store)
    lifecycle.record_action(store, "database", DB, "STOP", at=START + 2)
    assert len(history_v2.of_environment(store, "env", START + 2)) == 1
    latest, first = history_v2.of_environment(store, "env", START + 60)
    assert latest["identifier"]["execution_id"] == "env-2"
    assert latest["auditing_data"]["created_at"] == first["auditing_data"]["updated_at"]
