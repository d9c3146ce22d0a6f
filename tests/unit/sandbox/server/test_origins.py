import pytest

OWN = ["127.0.0.1", "localhost", "LOCALHOST", "127.0.0.2", "[::1]", "127.0.0.1:80"]
FOREIGN = [
    "evil.test",
    "evil.test:80",
    "127.0.0.1.evil.test",
    "localhost.evil.test",
    "127.0.0.1@evil.test",
    "evil.test@127.0.0.1",
    "127.0.0.1:8100",
    "127.0.0.1:x",
    "10.0.0.1",
    "0.0.0.0",
    "127.0.0.1/path",
    "127.1",
    "",
]
PATHS = ["/organization", "/_sandbox/", "/nowhere"]


@pytest.mark.parametrize("host", OWN)
@pytest.mark.parametrize("path", PATHS[:2])
def test_loopback_hosts_are_accepted(api, host, path):
    answer = api("GET", path, headers={"host": host, "origin": f"http://{host}"})
    assert answer.status_code == 200


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("path", PATHS)
def test_a_foreign_host_is_refused(api, host, path):
    answer = api("GET", path, headers={"host": host})
    assert answer.status_code == 421
    assert f"'{host}'" in answer.json()["message"]


@pytest.mark.parametrize(
    "origin",
    [f"http://{host}" for host in FOREIGN] + ["null", "", "https://127.0.0.1", "file://", "*"],
)
@pytest.mark.parametrize("path", PATHS)
def test_a_foreign_origin_is_refused(api, origin, path):
    answer = api("POST", path, headers={"origin": origin})
    assert answer.status_code == 403
    assert f"'{origin}'" in answer.json()["message"]


def test_a_foreign_page_changes_nothing(api):
    api.post("/organization", {"name": "Acme", "plan": "FREE"})
    headers = {"origin": "https://evil.test"}
    assert api("POST", "/_sandbox/reset", headers=headers).status_code == 403
    body = {"name": "Evil", "plan": "FREE"}
    assert api("POST", "/organization", body, headers=headers).status_code == 403
    assert [found["name"] for found in api.get("/organization")["results"]] == ["Acme"]


def test_it_is_refused_in_the_form_of_errors_of_the_level(newer):
    answer = newer("GET", "/organization", headers={"host": "evil.test"})
    assert (answer.status_code, answer.json()["status"]) == (421, 421)
    assert "evil.test" in answer.json()["detail"]
