"""Updates: only what was asked for changes, and what is already so sends nothing."""

import pytest

PORTS = [
    {
        "internal_port": 8080,
        "external_port": 443,
        "publicly_accessible": True,
        "protocol": "HTTP",
        "name": "web",
    },
    {"internal_port": 9000, "publicly_accessible": False, "protocol": "HTTP"},
]
STORAGE = [{"type": "FAST_SSD", "size": 10, "mount_point": "/data"}]


@pytest.fixture
def app(shop):
    shop.application("api", ports=PORTS, storage=STORAGE, description="first", cpu=500)
    return shop


def of(ran, shop, query):
    return ran("app get api", "-q", query, env=shop.environ).json


def test_update_that_changes_nothing_sends_nothing_and_is_reported(ran, app):
    ended = ran("app update api --cpu 500", env=app.environ)
    assert ended.code == 0, ended
    assert "Nothing changes" in ended.err
    assert app.sandbox.changes == []


def test_an_update_sends_one_request_and_shows_the_difference_before(ran, app):
    ended = ran("app update api --cpu 750", env=app.environ)
    assert ended.code == 0, ended
    (sent,) = app.sandbox.changes
    assert sent.startswith("PUT /application/")
    assert "cpu" in ended.err
    assert "500m -> 750m" in ended.err
    assert of(ran, app, "cpu") == 750


def test_what_is_not_mentioned_stays(ran, app):
    before = of(ran, app, "@")
    ran("app update api --cpu 750", env=app.environ)
    after = of(ran, app, "@")
    changed = {key for key in before if before[key] != after.get(key)}
    assert changed - {"updated_at"} == {"cpu"}
    assert set(before) <= set(after)


def test_a_port_with_a_known_number_is_changed_and_keeps_its_id(ran, app):
    before = {one["internal_port"]: one for one in of(ran, app, "ports")}
    ended = ran(
        "app update api --port internal_port=9000,publicly_accessible=true,external_port=444",
        env=app.environ,
    )
    assert ended.code == 0, ended
    after = {one["internal_port"]: one for one in of(ran, app, "ports")}
    assert after[8080] == before[8080]
    assert after[9000]["id"] == before[9000]["id"]
    assert after[9000]["publicly_accessible"] is True


def test_a_port_with_a_new_number_is_added(ran, app):
    before = {one["id"] for one in of(ran, app, "ports")}
    ran("app update api --port internal_port=7000,publicly_accessible=false", env=app.environ)
    after = of(ran, app, "ports")
    assert before < {one["id"] for one in after}
    assert {one["internal_port"] for one in after} == {8080, 9000, 7000}


def test_a_port_is_removed_by_its_number(ran, app):
    ended = ran("app update api --remove-port 9000", env=app.environ)
    assert ended.code == 0, ended
    assert [one["internal_port"] for one in of(ran, app, "ports")] == [8080]


def test_removing_a_port_that_is_not_there_is_reported(ran, app):
    ended = ran("app update api --remove-port 1234", env=app.environ)
    assert ended.code == 2, ended
    assert "1234" in ended.sentence
    assert app.sandbox.changes == []


def test_all_ports_are_removed_with_set(ran, app):
    ended = ran("app update api", "--set", "ports:=[]", env=app.environ)
    assert ended.code == 0, ended
    assert of(ran, app, "ports") == []
    assert of(ran, app, "storage[].mount_point") == ["/data"]


def test_a_volume_is_merged_by_where_it_is_mounted(ran, app):
    ended = ran(
        "app update api --storage mount_point=/data,size=20 "
        "--storage mount_point=/logs,size=5,type=FAST_SSD",
        env=app.environ,
    )
    assert ended.code == 0, ended
    found = {one["mount_point"]: one["size"] for one in of(ran, app, "storage")}
    assert found == {"/data": 20, "/logs": 5}


def test_an_update_from_a_file_merges_as_well(ran, app, home):
    home.write("change.yaml", "ports:\n  - internal_port: 9000\n    name: metrics\n")
    ended = ran("app update api -f change.yaml", env=app.environ)
    assert ended.code == 0, ended
    found = {one["internal_port"]: one["name"] for one in of(ran, app, "ports")}
    assert found[9000] == "metrics"
    assert found[8080] == "web"


def test_a_rehearsed_update_shows_the_whole_request_and_sends_nothing(ran, app):
    ended = ran("app update api --cpu 750 --dry-run -o json", env=app.environ)
    assert ended.code == 0, ended
    assert ended.json[0]["method"] == "PUT"
    assert ended.json[0]["body"]["cpu"] == 750
    assert len(ended.json[0]["body"]["ports"]) == 2
    assert app.sandbox.changes == []


def test_a_replacement_sends_just_what_was_given(ran, shop):
    ended = ran(
        f"project update {shop.project} --name {shop.project} --replace --dry-run -o json",
        env=shop.environ,
    )
    assert ended.code == 0, ended
    assert ended.json[0]["body"] == {"name": shop.project}


def test_a_project_is_renamed(ran, shop):
    new = shop.sandbox.new_name("renamed")
    ended = ran(f"project update {shop.project} --name {new}", env=shop.environ)
    assert ended.code == 0, ended
    assert ran(f"project get {new} -q name", env=shop.sandbox.environ).json == new


def test_a_database_and_a_container_are_updated_too(ran, shop):
    shop.database("cache")
    shop.container("proxy")
    for line in ("db update cache --memory 1024", "container update proxy --tag 1.24.0"):
        ended = ran(line, env=shop.environ)
        assert ended.code == 0, ended
    assert ran("db get cache -q memory", env=shop.environ).json == 1024
    assert ran("container get proxy -q tag", env=shop.environ).json == "1.24.0"


def test_an_application_at_level_1_0_4_is_updated_without_losing_anything(ran, shop_104):
    shop_104.application("api", ports=PORTS)
    before = of(ran, shop_104, "@")
    ended = ran("app update api --cpu 750", env=shop_104.environ)
    assert ended.code == 0, ended
    after = of(ran, shop_104, "@")
    assert {key for key in before if before[key] != after.get(key)} - {"updated_at"} == {"cpu"}
