"""The deployment queue of API 1.0.4, as an API client sees it."""

import pytest


class Shop:
    """A deployed environment with two containers and a database, and requests to it."""

    def __init__(self, api):
        self.api = api
        org = api.post("/organization", {"name": "Acme", "plan": "BUSINESS_2025"})["id"]
        self.organization = f"/organization/{org}"
        cluster = {"name": "prod", "region": "eu-west-3", "cloud_provider": "AWS"}
        api.store.add("cluster", {**cluster, "organization": {"id": org}, "is_default": True}, org)
        hub = {"name": "hub", "kind": "DOCKER_HUB", "url": "https://docker.io", "config": {}}
        registry = api.post(f"{self.organization}/containerRegistry", hub)["id"]
        project = api.post(f"{self.organization}/project", {"name": "shop"})["id"]
        self.id = api.post(f"/project/{project}/environment", {"name": "staging"})["id"]
        self.environment = f"/environment/{self.id}"
        image = {"registry_id": registry, "image_name": "library/nginx", "tag": "1.0"}
        self.proxy, self.cache = (
            api.post(f"{self.environment}/container", {"name": name, "healthchecks": {}, **image})
            for name in ("proxy", "cache")
        )
        kind = {"name": "main", "type": "POSTGRESQL", "version": "13", "mode": "CONTAINER"}
        self.database = api.post(f"{self.environment}/database", kind)

    def deploy(self, service, **options):
        return self.api("POST", f"{path(service)}/redeploy", **options).json()

    def status(self, service):
        return self.api.get(f"{path(service)}/status")

    def staged(self, service):
        """Return the status of a service from the statuses with stages."""
        stages = self.api.get(f"{self.environment}/statusesWithStages")["stages"]
        found = [one for stage in stages for group in GROUPS for one in stage[group]]
        return next(one for one in found if one["id"] == service["id"])

    def queue(self):
        return self.api.get(f"{self.environment}/deploymentQueue")["results"]

    def queued(self):
        """Return the ids of the queued requests."""
        return [entry["identifier"]["deployment_request_id"] for entry in self.queue()]

    def request(self, id):
        return self.api.get("/environment/deploymentStatus", deploymentRequestId=id)["status"]

    def cancel(self, id):
        return self.api("POST", f"/deploymentQueue/{id}/cancelDeployment", {})

    def history(self):
        return self.api.get(f"{self.environment}/deploymentHistoryV2")["results"]

    def token(self, name):
        """Return a new API token."""
        role = self.api.get(f"{self.organization}/availableRole")["results"][0]["id"]
        body = {"name": name, "role_id": role}
        return self.api.post(f"{self.organization}/apiToken", body)["token"]


GROUPS = ("containers", "databases")


def path(service):
    return f"/{service['service_type'].lower()}/{service['id']}"


@pytest.fixture
def shop(newer):
    made = Shop(newer)
    newer.post(f"{made.environment}/deploy")
    newer.pass_time(60)
    return made


def services_in(entry):
    return [one["identifier"]["name"] for stage in entry["stages"] for one in stage["services"]]


def test_immediate_start_has_execution_and_no_request(shop):
    before = shop.status(shop.database)["execution_id"]
    answer = shop.deploy(shop.database)
    assert answer["state"] == "DEPLOYMENT_QUEUED"
    assert (answer["deployment_request_id"], answer["deployment_requests_count"]) == (None, 0)
    assert (before, answer["execution_id"]) == (f"{shop.id}-1", f"{shop.id}-2")
    assert shop.queue() == []


def test_queued_status_has_request_and_old_execution(shop):
    shop.deploy(shop.database)
    answer = shop.deploy(shop.proxy)
    assert (answer["state"], answer["execution_id"]) == ("DEPLOYED", f"{shop.id}-1")
    assert answer["deployment_requests_count"] == 1
    assert shop.queued() == [answer["deployment_request_id"]]


def test_statuses_show_the_previous_execution_while_a_request_waits(shop):
    shop.deploy(shop.database)
    shop.deploy(shop.proxy)
    statuses = shop.api.get(f"{shop.environment}/statuses")
    listed = {one["id"]: one for one in statuses["containers"]}
    for status in (shop.status(shop.proxy), listed[shop.proxy["id"]]):
        assert (status["state"], status["execution_id"]) == ("DEPLOYED", f"{shop.id}-1")
        assert status["status_details"]["status"] == "SUCCESS"


def test_statuses_with_stages_show_it_as_queued_with_the_old_execution(shop):
    shop.deploy(shop.database)
    shop.api.post(f"{path(shop.proxy)}/stop")
    status = shop.staged(shop.proxy)
    assert (status["state"], status["execution_id"]) == ("STOP_QUEUED", f"{shop.id}-1")
    assert status["status_details"] == {"action": "STOP", "status": "QUEUED", "sub_action": "NONE"}
    assert shop.staged(shop.database)["state"] == "DEPLOYMENT_QUEUED"
    assert shop.staged(shop.database)["execution_id"] == f"{shop.id}-2"
    assert shop.staged(shop.cache)["state"] == "DEPLOYED"


def test_stages_hold_services_in_the_order_of_their_deployment(shop):
    stages = shop.api.get(f"{shop.environment}/statusesWithStages")["stages"]
    assert [stage["stage"]["name"] for stage in stages if stage["databases"]] == [
        "DEFAULT DATABASE"
    ]
    assert [stage["stage"]["name"] for stage in stages if stage["containers"]] == [
        "DEFAULT CONTAINER"
    ]
    assert [stage["stage"]["status"] for stage in stages] == ["DONE", "SKIPPED", "DONE", "SKIPPED"]


def test_a_second_request_for_more_services_than_the_first(shop):
    """Two requests as recorded: one container, then both while the first is deployed."""
    shop.deploy(shop.proxy)
    shop.api.pass_time(2)
    shop.api.post(f"{shop.environment}/redeploy")
    # Its own services are queued under the old execution, the first's go on under theirs.
    assert shop.staged(shop.proxy)["state"] == "DEPLOYING"
    assert shop.staged(shop.proxy)["execution_id"] == f"{shop.id}-2"
    assert shop.staged(shop.cache)["state"] == "DEPLOYMENT_QUEUED"
    assert shop.staged(shop.cache)["execution_id"] == f"{shop.id}-1"
    seen = set()
    for _ in range(40):
        shop.api.pass_time(0.25)
        seen.add((shop.staged(shop.proxy)["execution_id"], shop.staged(shop.proxy)["state"]))
        if shop.staged(shop.proxy)["execution_id"] == f"{shop.id}-3":
            break
    assert (f"{shop.id}-2", "DEPLOYED") not in seen
    assert {shop.staged(one)["execution_id"] for one in (shop.proxy, shop.cache)} == {
        f"{shop.id}-3"
    }
    assert shop.staged(shop.cache)["state"] == "DEPLOYMENT_QUEUED"
    shop.api.pass_time(60)
    assert shop.status(shop.cache)["state"] == "DEPLOYED"


def test_a_request_leaves_the_queue_when_it_starts(shop):
    shop.deploy(shop.database)
    request = shop.deploy(shop.proxy)["deployment_request_id"]
    assert shop.request(request) == "DEPLOYMENT_QUEUED"
    while shop.queued():
        shop.api.pass_time(0.25)
    assert shop.request(request) == "DEPLOYMENT_QUEUED"
    status = shop.status(shop.proxy)
    assert (status["state"], status["execution_id"]) == ("DEPLOYMENT_QUEUED", f"{shop.id}-3")
    assert (status["deployment_request_id"], status["deployment_requests_count"]) == (None, 0)
    shop.api.pass_time(60)
    assert shop.request(request) == "DEPLOYED"


def test_nothing_pending_is_no_request(shop):
    for status in (shop.status(shop.proxy), shop.api.get(f"{shop.environment}/status")):
        assert status["deployment_request_id"] is None


def test_the_queue_of_a_service_has_the_requests_that_cover_it(shop):
    shop.deploy(shop.database)
    request = shop.deploy(shop.proxy)["deployment_request_id"]
    (entry,) = shop.api.get(f"/service/{shop.proxy['id']}/deploymentQueue")["results"]
    assert entry["identifier"]["deployment_request_id"] == request
    assert entry["status_details"]["status"] == "QUEUED"
    for other in (shop.database, shop.cache):
        assert shop.api.get(f"/service/{other['id']}/deploymentQueue")["results"] == []


def test_waiting_requests_of_one_user_for_one_action_share_an_id(shop):
    shop.deploy(shop.database)
    first = shop.deploy(shop.proxy)
    second = shop.deploy(shop.cache)
    assert first["deployment_request_id"] == second["deployment_request_id"]
    (entry,) = shop.queue()
    assert services_in(entry) == ["proxy", "cache"]
    shop.api.pass_time(60)
    assert [services_in(row) for row in shop.history()][:2] == [["proxy", "cache"], ["main"]]


def test_requests_for_another_action_or_of_another_user_wait_on_their_own(shop):
    shop.deploy(shop.database)
    own = shop.deploy(shop.proxy)["deployment_request_id"]
    stop = shop.api.post(f"{path(shop.cache)}/stop")["deployment_request_id"]
    other = shop.deploy(shop.cache, token=shop.token("ci"))["deployment_request_id"]
    assert shop.queued() == [own, stop, other]
    triggered = [entry["auditing_data"]["triggered_by"] for entry in shop.queue()]
    assert triggered[0] == triggered[1] != "ci"
    assert triggered[2] == "ci"
    assert shop.status(shop.cache)["deployment_requests_count"] == 2


def test_a_waiting_request_is_cancelled_once(shop):
    before = len(shop.history())
    shop.deploy(shop.database)
    request = shop.deploy(shop.proxy)["deployment_request_id"]
    answer = shop.cancel(request)
    assert (answer.status_code, answer.content) == (202, b"")
    assert (shop.queued(), shop.request(request)) == ([], "CANCELED")
    assert shop.staged(shop.proxy)["state"] == "DEPLOYED"
    assert shop.cancel(request).status_code == 409
    shop.api.pass_time(60)
    assert len(shop.history()) == before + 1
    assert shop.status(shop.proxy)["execution_id"] == f"{shop.id}-1"


def test_a_request_that_was_started_is_not_cancelled_by_its_id(shop):
    shop.deploy(shop.database)
    request = shop.deploy(shop.proxy)["deployment_request_id"]
    shop.api.pass_time(7)
    assert shop.cancel(request).status_code == 409
    shop.api.pass_time(60)
    assert shop.cancel(request).status_code == 409


def test_an_unknown_request_is_not_found(shop):
    unknown = "00000000-0000-4000-8000-000000000000"
    assert shop.cancel(unknown).status_code == 404
    answer = shop.api("GET", "/environment/deploymentStatus", deploymentRequestId=unknown)
    assert answer.status_code == 404


def test_cancelling_the_environment_cancels_what_runs_and_not_what_waits(shop):
    shop.deploy(shop.database)
    shop.deploy(shop.proxy)
    answer = shop.api.post(f"{shop.environment}/cancelDeployment")
    assert answer["state"] == "CANCELING"
    assert shop.api("POST", f"{shop.environment}/cancelDeployment").status_code == 409
    assert len(shop.queued()) == 1
    shop.api.pass_time(60)
    assert shop.status(shop.database)["state"] == "CANCELED"
    assert (shop.status(shop.proxy)["state"], shop.queued()) == ("DEPLOYED", [])
    assert [row["action_status"] for row in shop.history()][:2] == ["SUCCESS", "CANCELED"]


def test_the_history_has_what_runs_and_what_is_over(shop):
    shop.deploy(shop.database)
    shop.deploy(shop.proxy)
    rows = shop.history()
    assert [row["identifier"]["execution_id"] for row in rows] == [f"{shop.id}-2", f"{shop.id}-1"]
    assert [row["action_status"] for row in rows] == ["QUEUED", "SUCCESS"]
    shop.api.pass_time(2)
    assert shop.history()[0]["action_status"] == "ONGOING"


def test_actions_on_an_environment_are_queued_and_say_so(shop):
    shop.deploy(shop.database)
    for action, ids in (
        ("deploy", {"deployment_request_id", "execution_id"}),
        ("redeploy", {"deployment_request_id", "last_deployment_id"}),
        ("stop", {"deployment_request_id", "last_deployment_id"}),
    ):
        answer = shop.api.post(f"{shop.environment}/{action}")
        assert ids <= answer.keys()
        assert shop.queued()[-1] == answer["deployment_request_id"]
    assert shop.api.post(f"{shop.environment}/uninstall") == {}
    assert [entry["trigger_action"] for entry in shop.queue()] == [
        "DEPLOY",
        "DEPLOY",
        "STOP",
        "UNINSTALL",
    ]


@pytest.mark.parametrize(
    ("action", "trigger"), [("stop", "STOP"), ("uninstall", "UNINSTALL"), ("delete", "DELETE")]
)
def test_actions_on_chosen_services_are_one_request_without_a_body(shop, action, trigger):
    shop.deploy(shop.database)
    ids = {"container_ids": [shop.proxy["id"], shop.cache["id"]]}
    answer = shop.api("POST", f"{shop.environment}/service/{action}", ids)
    assert (answer.status_code, answer.content) == (200, b"")
    (entry,) = shop.queue()
    assert (entry["trigger_action"], services_in(entry)) == (trigger, ["proxy", "cache"])


def test_uninstalling_what_was_never_deployed_triggers_nothing(shop):
    for status in (202, 204):
        answer = shop.api("POST", f"{path(shop.proxy)}/uninstall")
        assert (answer.status_code, bool(answer.content)) == (status, status == 202)
        shop.api.pass_time(60)
        assert shop.status(shop.proxy)["state"] == "READY"
    assert len(shop.history()) == 2


def test_a_deletion_waits_too(shop):
    shop.deploy(shop.database)
    assert shop.api("DELETE", path(shop.proxy)).status_code == 204
    (entry,) = shop.queue()
    assert (entry["trigger_action"], services_in(entry)) == ("DELETE", ["proxy"])
    assert shop.status(shop.proxy)["state"] == "DEPLOYED"
    assert shop.staged(shop.proxy)["state"] == "DELETE_QUEUED"
    shop.api.pass_time(60)
    assert shop.api("GET", f"{path(shop.proxy)}/status").status_code == 404


def test_a_cancelled_deletion_deletes_nothing(shop):
    shop.deploy(shop.database)
    shop.api.delete(path(shop.proxy))
    assert shop.cancel(shop.queued()[0]).status_code == 202
    shop.api.pass_time(60)
    assert shop.status(shop.proxy)["state"] == "DEPLOYED"


def test_chosen_services_are_deleted_and_their_environment_is_not(shop):
    ids = {"container_ids": [shop.proxy["id"], shop.cache["id"]]}
    shop.api.post(f"{shop.environment}/service/delete", ids)
    shop.api.pass_time(60)
    assert shop.api.get(f"{shop.environment}/container")["results"] == []
    assert shop.status(shop.database)["state"] == "DEPLOYED"
    shop.api.delete(shop.environment)
    shop.api.pass_time(60)
    assert shop.api("GET", shop.environment).status_code == 404


def test_an_environments_deletion_is_not_lost_in_a_merge(shop):
    shop.deploy(shop.database)
    shop.api.delete(path(shop.proxy))
    shop.api.delete(shop.environment)
    assert len(shop.queued()) == 1
    shop.api.pass_time(60)
    assert shop.api("GET", shop.environment).status_code == 404


def test_resource_being_deleted_rejects_requests(shop):
    shop.deploy(shop.database)
    shop.api.delete(path(shop.proxy))
    assert shop.api("POST", f"{path(shop.proxy)}/redeploy").status_code == 409
    shop.api.post(f"{path(shop.cache)}/redeploy")
    shop.api.delete(shop.environment)
    assert shop.api("POST", f"{path(shop.cache)}/redeploy").status_code == 409
    assert shop.api("POST", f"{shop.environment}/deploy").status_code == 409


def test_a_deletion_stays_in_the_history_and_changes_the_last_deployment_state(shop):
    shop.api.delete(path(shop.proxy))
    shop.api.pass_time(2)
    assert shop.api.get(f"{shop.environment}/status")["last_deployment_state"] == "DELETING"
    shop.api.pass_time(60)
    status = shop.api.get(f"{shop.environment}/status")
    assert (status["state"], status["last_deployment_state"]) == ("DEPLOYED", "DELETED")
    assert status["last_deployment_id"] == f"{shop.id}-2"
    assert [row["trigger_action"] for row in shop.history()] == ["DELETE", "DEPLOY"]
    assert shop.deploy(shop.database)["execution_id"] == f"{shop.id}-3"


def test_stopped_service_is_rejected_alone_and_accepted_in_a_list(shop):
    shop.api.post(f"{path(shop.proxy)}/stop")
    shop.api.pass_time(60)
    assert shop.api("POST", f"{path(shop.proxy)}/stop").status_code == 409
    shop.api.post(f"{shop.environment}/service/stop", {"container_ids": [shop.proxy["id"]]})
    status = shop.status(shop.proxy)
    assert (status["state"], status["execution_id"]) == ("STOP_QUEUED", f"{shop.id}-3")
    shop.api.pass_time(60)
    assert shop.status(shop.proxy)["state"] == "STOPPED"


def test_queued_deployment_can_be_stopped(shop):
    shop.api.post(f"{path(shop.proxy)}/stop")
    shop.api.pass_time(60)
    shop.deploy(shop.database)
    shop.deploy(shop.proxy)
    answer = shop.api.post(f"{path(shop.proxy)}/stop")
    assert answer["state"] == "STOPPED"
    assert len(shop.queued()) == 2


def test_cloning_is_not_queued(shop):
    shop.deploy(shop.database)
    assert shop.api("POST", f"{shop.environment}/clone", {"name": "copy"}).status_code == 409


def test_logs_of_an_execution_are_requested_by_its_id(shop):
    execution = shop.deploy(shop.database)["execution_id"]
    shop.deploy(shop.proxy)
    names = {
        entry["details"]["transmitter"]["name"]
        for entry in shop.api.get(f"{shop.environment}/logs", version=execution)
    }
    assert names == {"main"}
