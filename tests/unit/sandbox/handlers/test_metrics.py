import pytest


def find(demo, environment, kind, name):
    docs = demo.store.all("environment")
    parent = next(doc["id"] for doc in docs if doc["name"] == environment)
    return demo.store.named(kind, parent, name)


def test_as_many_instances_as_wanted_run(demo):
    api = find(demo, "production", "application", "api")
    instances = demo.get(f"/application/{api['id']}/instance")["results"]
    assert len(instances) == 2
    assert instances[0]["name"].startswith(f"app-z{api['id'][:8]}-")
    scale = demo.get(f"/application/{api['id']}/currentScale")
    assert (scale["min"], scale["max"], scale["running"]) == (2, 5, 2)
    assert scale["running_in_percent"] == 40.0


def test_stopped_service_has_no_instances(demo):
    search = find(demo, "staging", "container", "search")
    assert demo.get(f"/container/{search['id']}/instance")["results"] == []
    assert demo.get(f"/container/{search['id']}/currentScale")["running"] == 0


def test_usage_stays_within_limits(demo):
    api = find(demo, "production", "application", "api")
    for instance in demo.get(f"/application/{api['id']}/instance")["results"]:
        assert instance["cpu"]["requested_in_float"] == api["cpu"]
        assert 0 < instance["cpu"]["consumed_in_number"] < api["cpu"]
        assert 0 < instance["memory"]["consumed_in_mb"] < api["memory"]


def test_the_second_instance_is_near_its_limit(demo):
    api = find(demo, "production", "application", "api")
    first, second = demo.get(f"/application/{api['id']}/instance")["results"]
    assert (first["memory"]["status"], second["memory"]["status"]) == ("OK", "Warning")


def test_volumes_are_nearly_full(demo):
    api = find(demo, "production", "application", "api")
    disk = demo.get(f"/application/{api['id']}/currentStorage")["results"][0]
    assert disk["storage_id"] == api["storage"][0]["id"]
    assert (disk["requested_in_gb"], disk["status"]) == (16, "Warning")


def test_an_environment_lists_every_service(demo):
    api = find(demo, "production", "application", "api")
    path = f"/environment/{api['environment']['id']}/application"
    scales = demo.get(f"{path}/currentScale")["results"]
    assert [item["running"] for item in scales] == [2, 1, 1]
    disks = demo.get(f"{path}/currentStorage")["results"]
    assert [len(item["disks"]) for item in disks] == [1, 0, 0]


@pytest.mark.parametrize("word", ["cpu", "memory", "healthCheck"])
def test_series_cover_requested_time_oldest_first(demo, word):
    api = find(demo, "production", "application", "api")
    path = f"/application/{api['id']}/metric/{word}"
    data = demo.get(path, lastSeconds=3600)["results"][0]["data"]
    moments = [point["created_at"] for point in data]
    assert moments == sorted(moments)
    assert moments[0] == "2026-03-01T20:20:00.000Z"


@pytest.mark.parametrize("seconds", [0, -60])
def test_a_series_over_no_time_is_empty(demo, seconds):
    api = find(demo, "production", "application", "api")
    series = demo.get(f"/application/{api['id']}/metric/cpu", lastSeconds=seconds)["results"]
    assert series[0]["data"] == []


def test_a_series_goes_back_a_month_at_most(demo):
    api = find(demo, "production", "application", "api")
    series = demo.get(f"/application/{api['id']}/metric/cpu", lastSeconds=1e12)["results"]
    assert series[0]["data"][0]["created_at"] == "2026-01-30T21:20:00.000Z"


def test_database_metrics_are_returned(demo):
    database = find(demo, "production", "database", "main-db")
    now = demo.get(f"/database/{database['id']}/currentMetric")
    assert now["storage"]["requested_in_gb"] == 50
    path = f"/environment/{database['environment']['id']}/database/currentMetric"
    assert demo.get(path)["results"][0] == {"database": database["id"], **now}


@pytest.mark.parametrize("word", ["cpu", "memory", "storage"])
def test_the_series_of_a_database_are_not_grouped(demo, word):
    database = find(demo, "production", "database", "main-db")
    points = demo.get(f"/database/{database['id']}/metric/{word}", lastSeconds=60)["results"]
    assert len(points) == 60
    assert 0 < points[0]["consumed_in_percent"] < 100


def test_an_instance_over_its_memory_is_restarted(demo):
    api = find(demo, "production", "application", "api")
    demo.store.put("application", api["id"], {**api, "min_running_instances": 3})
    path = f"/application/{api['id']}/metric/restart"
    assert demo.get(path, lastSeconds=7200)["results"][0]["message"] == "OOMKilled"
    assert demo.get(path, lastSeconds=60)["results"] == []
