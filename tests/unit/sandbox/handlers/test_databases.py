import pytest

BODY = {"name": "main", "type": "POSTGRESQL", "version": "13", "mode": "CONTAINER"}


@pytest.fixture
def path(world):
    return f"/environment/{world['environment']['id']}/database"


@pytest.mark.parametrize(
    ("kind", "version", "mode", "memory"),
    [
        ("POSTGRESQL", "13", "CONTAINER", 100),
        ("MYSQL", "8.0", "CONTAINER", 512),
        ("MONGODB", "4.4", "CONTAINER", 256),
        ("MYSQL", "8.0", "MANAGED", 100),
    ],
)
def test_a_new_database_has_the_documented_defaults(api, path, kind, version, mode, memory):
    made = api.post(path, {"name": "x", "type": kind, "version": version, "mode": mode})
    assert (made["cpu"], made["storage"], made["memory"]) == (250, 10, memory)
    assert made["accessibility"] == "PRIVATE"


@pytest.mark.parametrize(
    "more",
    [{"version": "9"}, {"type": "MONGODB", "version": "4.4", "mode": "MANAGED"}, {"version": ""}],
)
def test_only_what_the_cluster_can_run_is_accepted(api, path, more):
    assert api("POST", path, {**BODY, **more}).status_code == 400


def test_a_version_may_be_given_exactly(api, path):
    assert api.post(path, {**BODY, "version": "13.4"})["version"] == "13.4"


def test_the_configurations_say_what_can_run(api, world):
    path = f"/environment/{world['environment']['id']}/databaseConfiguration"
    found = {item["database_type"]: item["version"] for item in api.get(path)["results"]}
    assert {"name": "14", "supported_mode": "MANAGED"} in found["POSTGRESQL"]
    assert {item["supported_mode"] for item in found["MONGODB"]} == {"CONTAINER"}


def test_host_and_port_are_known_once_it_was_deployed(api, path):
    made = api.post(path, BODY)
    assert "host" not in made
    api.post(f"/database/{made['id']}/deploy")
    found = api.get(f"/database/{made['id']}")
    assert (found["host"], found["port"]) == (f"z{made['id'][:8]}-postgresql", 5432)
    assert api.get(path)["results"] == [found]


def test_a_public_database_is_reached_from_outside(api, path):
    made = api.post(path, {**BODY, "accessibility": "PUBLIC"})
    assert api.get(f"/database/{made['id']}/masterCredentials")["host"].endswith(".oom.sh")


def test_type_and_mode_stay_and_the_rest_is_replaced(api, path):
    made = api.post(path, {**BODY, "cpu": 500, "storage": 20})
    after = api.put(f"/database/{made['id']}", {"name": "renamed", "version": "14"})
    assert (after["name"], after["version"]) == ("renamed", "14")
    assert (after["type"], after["mode"]) == ("POSTGRESQL", "CONTAINER")
    assert (after["cpu"], after["storage"]) == (250, 20)


def test_versions_are_those_of_the_type(api, path):
    made = api.post(path, {**BODY, "type": "REDIS", "version": "6"})
    listed = api.get(f"/database/{made['id']}/version")["results"]
    assert listed == [{"name": "5"}, {"name": "6"}]


def test_credentials_can_be_read_and_replaced(api, path):
    own = f"/database/{api.post(path, BODY)['id']}/masterCredentials"
    first = api.get(own)
    assert first["login"] == "postgres"
    assert first["password"]
    after = api.put(own, {"login": "ada", "password": "new"})
    assert (after["login"], after["password"], after["host"]) == ("ada", "new", first["host"])
    assert api.get(own) == after


def test_backups_are_kept(api, path):
    own = f"/database/{api.post(path, BODY)['id']}/backup"
    made = api.post(own, {"name": "before", "message": "the move"})
    page = api.get(own)
    assert (page["page"], page["page_size"]) == (1, 20)
    assert [found["name"] for found in page["results"]] == ["before"]
    api.delete(f"{own}/{made['id']}")
    assert api.get(own)["results"] == []


def test_logical_databases_have_credentials_of_their_own(api, path):
    database = api.post(path, BODY)["id"]
    made = api.post(f"/database/{database}/logicalDatabase", {"name": "orders"})
    own = f"/logicalDatabase/{made['id']}/credentials"
    first, server = api.get(own), api.get(f"/database/{database}/masterCredentials")
    assert (first["host"], first["port"]) == (server["host"], server["port"])
    assert first["login"] == "orders"
    assert first["password"] != server["password"]
    after = api.put(own, {"login": "ada", "password": "new"})
    assert (after["login"], after["password"], after["host"]) == ("ada", "new", first["host"])
    assert api.get(own) == after


def test_logical_databases_are_kept(api, path):
    database = api.post(path, BODY)["id"]
    own = f"/database/{database}/logicalDatabase"
    made = api.post(own, {"name": "orders"})
    assert made["database"] == {"id": database}
    assert api("POST", own, {"name": "ORDERS"}).status_code == 409
    assert api.put(f"/logicalDatabase/{made['id']}", {"name": "bills"})["name"] == "bills"
    api.delete(f"/database/{database}")
    assert api("GET", f"/logicalDatabase/{made['id']}").status_code == 404
    assert api("GET", f"/logicalDatabase/{made['id']}/credentials").status_code == 404
