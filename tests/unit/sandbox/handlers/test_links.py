import pytest


@pytest.fixture
def services(api, world):
    path = f"/environment/{world['environment']['id']}"
    repository = {"git_repository": {"url": "https://github.com/acme/api"}}
    first, second = (
        api.post(f"{path}/application", {"name": name, **repository})["id"] for name in "ab"
    )
    body = {"name": "db", "type": "REDIS", "version": "6", "mode": "CONTAINER"}
    return first, second, api.post(f"{path}/database", body)["id"]


def test_a_dependency_can_be_added_and_removed(api, services):
    first, second, _ = services
    path = f"/application/{first}/dependency"
    answer = api("POST", f"{path}/{second}")
    assert (answer.status_code, answer.json()["id"]) == (200, second)
    assert [found["id"] for found in api.get(path)["results"]] == [second]
    api.delete(f"{path}/{second}")
    assert api.get(path)["results"] == []
    assert api("DELETE", f"{path}/{second}").status_code == 404


def test_nothing_depends_on_itself_or_on_another_environment(api, world, services):
    first, _, _ = services
    assert api("POST", f"/application/{first}/dependency/{first}").status_code == 400
    project = world["project"]["id"]
    other = api.post(f"/project/{project}/environment", {"name": "other"})["id"]
    body = {"name": "c", "git_repository": {"url": "https://github.com/acme/api"}}
    far = api.post(f"/environment/{other}/application", body)["id"]
    assert api("POST", f"/application/{first}/dependency/{far}").status_code == 400


def test_database_lists_linked_applications(api, services):
    first, _, database = services
    assert api("POST", f"/application/{first}/database/{database}").status_code == 201
    assert api("POST", f"/application/{first}/database/{database}").status_code == 409
    users = api.get(f"/database/{database}/application")["results"]
    assert [found["id"] for found in users] == [first]
    api.delete(f"/database/{database}/application/{first}")
    assert api.get(f"/application/{first}/database")["results"] == []


def test_a_logical_database_can_be_linked(api, services):
    first, _, database = services
    logical = api.post(f"/database/{database}/logicalDatabase", {"name": "x"})["id"]
    api.post(f"/application/{first}/logicalDatabase/{logical}")
    listed = api.get(f"/application/{first}/logicalDatabase")["results"]
    assert [found["id"] for found in listed] == [logical]
    users = api.get(f"/logicalDatabase/{logical}/application")["results"]
    assert [found["id"] for found in users] == [first]
