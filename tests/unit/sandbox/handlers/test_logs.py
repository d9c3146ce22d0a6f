import json


def application(demo, environment, name="api"):
    docs = demo.store.all("environment")
    parent = next(doc["id"] for doc in docs if doc["name"] == environment)
    return f"/application/{demo.store.named('application', parent, name)['id']}"


def environment(demo, name):
    docs = demo.store.all("environment")
    return f"/environment/{next(doc['id'] for doc in docs if doc['name'] == name)}"


def test_a_service_has_at_most_a_thousand_lines_the_newest_last(demo):
    lines = demo.get(f"{application(demo, 'production')}/log")["results"]
    moments = [line["created_at"] for line in lines]
    assert len(lines) == 1000
    assert moments == sorted(moments)
    assert len({line["id"] for line in lines}) == 1000


def test_lines_keep_their_ids_while_new_ones_come(demo):
    path = f"{application(demo, 'production')}/log"
    before = demo.get(path)["results"]
    demo.pass_time(60)
    after = demo.get(path)["results"]
    assert after[:994] == before[6:]
    assert len(after) == 1000


def test_log_lines_include_unusual_output(demo):
    messages = [
        line["message"] for line in demo.get(f"{application(demo, 'production')}/log")["results"]
    ]
    assert any("\x1b[" in message for message in messages)
    assert any("\n" in message for message in messages)
    assert any(len(message) > 4000 for message in messages)
    assert any(message.startswith("{") and json.loads(message) for message in messages)


def test_the_version_has_the_name_of_the_level(demo, newer_demo):
    older = demo.get(f"{application(demo, 'production')}/log")["results"][0]
    newer = newer_demo.get(f"{application(newer_demo, 'production')}/log")["results"][0]
    assert older["application_commit_id"] == newer["version"]


def test_service_that_never_ran_has_no_log(demo):
    assert demo.get(f"{application(demo, 'development')}/log")["results"] == []


def test_stopped_service_logs_nothing(demo):
    path = f"{application(demo, 'etl', 'reports')}/log"
    before = demo.get(path)["results"]
    demo.pass_time(3600)
    assert demo.get(path)["results"] == before
    assert before


def test_a_failed_deployment_leaves_a_hint_and_an_execution(demo):
    entries = demo.get(f"{environment(demo, 'staging')}/log")["results"]
    failed = [entry for entry in entries if entry["state"] == "DEPLOYMENT_ERROR"]
    assert [entry["scope"]["name"] for entry in failed] == ["worker"]
    assert failed[0]["hint"]
    assert failed[0]["execution_id"]


def test_entries_about_an_environment_come_oldest_first(demo):
    entries = demo.get(f"{environment(demo, 'production')}/log")["results"]
    moments = [entry["created_at"] for entry in entries]
    assert moments == sorted(moments)


def test_the_newer_log_is_that_of_one_execution(newer_demo):
    path = f"{environment(newer_demo, 'production')}/logs"
    latest = newer_demo.get(path)
    executions = {entry["details"]["execution_id"] for entry in latest}
    assert len(executions) == 1
    assert newer_demo.get(path, version=executions.pop()) == latest
    assert newer_demo.get(path, version="unknown") == []


def test_events_of_a_service_come_in_pages_newest_first(demo):
    path = f"{application(demo, 'production')}/event"
    page = demo.get(path)
    assert len(page["results"]) == page["page_size"] == 20
    last = page["results"][-1]["id"]
    rest = demo.get(path, startId=last)["results"]
    assert len(rest) == 5
    assert rest[0]["created_at"] < page["results"][-1]["created_at"]


def test_events_of_an_organization_can_be_narrowed_and_paged(newer_demo):
    organization = newer_demo.store.all("organization")[0]["id"]
    path = f"/organization/{organization}/events"
    first = newer_demo.get(path, pageSize=5)
    token = first["links"]["next"].rpartition("=")[2]
    second = newer_demo.get(path, pageSize=5, continueToken=token)
    assert first["events"][-1]["timestamp"] >= second["events"][0]["timestamp"]
    staging = environment(newer_demo, "staging").rpartition("/")[2]
    narrowed = newer_demo.get(path, serviceEnvironmentId=staging, eventType="DEPLOY_FAILED")
    assert [event["target_name"] for event in narrowed["events"]] == ["worker"]
