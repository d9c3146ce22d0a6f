import pytest


def test_it_states_what_it_serves(api):
    facts = api.get("/_sandbox/")
    assert facts["api"] == "1.0.3"
    assert facts["seed"] == "empty"
    assert facts["now"] == "2026-03-01T21:20:00.000Z"


def test_no_token_is_needed(api):
    assert api("GET", "/_sandbox/", token=None).status_code == 200


def test_a_reset_forgets_and_seeds_again(api):
    api.post("/organization", {"name": "Acme", "plan": "FREE"})
    api.post("/_sandbox/reset")
    assert api.get("/organization")["results"] == []
    api.post("/_sandbox/reset", {"seed": "demo"})
    assert [found["name"] for found in api.get("/organization")["results"]] == ["Acme"]


def test_the_clock_can_be_put_forward(api):
    assert api.post("/_sandbox/clock", {"advance": 3600})["now"] == "2026-03-01T22:20:00.000Z"


def test_time_can_run_faster(api, world):
    assert api.post("/_sandbox/clock", {"speed": 60})["speed"] == 60


@pytest.mark.parametrize(
    "body",
    [
        *({"advance": value} for value in (-1, 1e300, "1", True, None)),
        *({"speed": value} for value in (0, -1, 1e-9, 1e7, 10**400, "fast", True, None)),
        b'{"advance": NaN}',
        b'{"advance": Infinity}',
        b'{"speed": NaN}',
        b'{"speed": Infinity}',
        [],
        b"{",
    ],
)
def test_invalid_clock_is_rejected(api, body):
    assert api("POST", "/_sandbox/clock", body).status_code == 400
    facts = api.get("/_sandbox/")
    assert (facts["now"], facts["speed"]) == ("2026-03-01T21:20:00.000Z", 1)


def test_the_clock_is_put_forward_a_hundred_years_in_all(api):
    century = 100 * 365 * 86400
    api.post("/_sandbox/clock", {"advance": century - 1})
    assert api("POST", "/_sandbox/clock", {"advance": 2}).status_code == 400
    assert api.post("/_sandbox/clock", {"advance": 1})["now"] == "2126-02-05T21:20:00.000Z"


@pytest.mark.parametrize("speed", [0.001, 1_000_000])
def test_the_slowest_and_the_fastest_deployments_come_to_an_end(api, world, speed):
    api.post("/_sandbox/clock", {"speed": speed})
    api.post(f"/environment/{world['environment']['id']}/deploy")
    api.post("/_sandbox/clock", {"advance": 86400})
    assert api.get(f"/environment/{world['environment']['id']}/status")["state"] == "RUNNING"


def test_faults_wait_for_the_requests_to_come(api):
    api.post("/_sandbox/faults", {"kind": "status", "status": 500, "times": 1})
    assert len(api.get("/_sandbox/faults")["results"]) == 1
    assert api("GET", "/organization").status_code == 500
    assert api("GET", "/organization").status_code == 200


def test_faults_can_be_cleared(api):
    api.post("/_sandbox/faults", {"kind": "status", "times": 0})
    api.delete("/_sandbox/faults")
    assert api("GET", "/organization").status_code == 200


def test_failure_can_be_injected_into_a_service(demo):
    worker = demo.store.named("application", _production(demo), "worker")["id"]
    demo.post("/_sandbox/injected-failures", {"target": worker, "fault": "fail-deploy", "times": 1})
    demo.post(f"/application/{worker}/restart")
    demo.pass_time(120)
    assert demo.get(f"/application/{worker}/status")["state"] == "DEPLOYMENT_ERROR"


@pytest.mark.parametrize("body", [{}, {"target": "x", "fault": "magic"}])
def test_invalid_injected_failure_is_rejected(api, body):
    assert api("POST", "/_sandbox/injected-failures", body).status_code == 400


def test_requests_are_logged_without_bodies(api):
    api("GET", "/nothing", headers={"user-agent": "test"})
    entry = {"method": "GET", "path": "/nothing", "status": 404, "user_agent": "test"}
    assert api.get("/_sandbox/requests")["results"] == [entry]
    api.delete("/_sandbox/requests")
    assert api.get("/_sandbox/requests")["results"] == []


def test_unknown_control_path_is_not_found(api):
    assert api("GET", "/_sandbox/nothing").status_code == 404


def _production(demo):
    return next(doc["id"] for doc in demo.store.all("environment") if doc["name"] == "production")
