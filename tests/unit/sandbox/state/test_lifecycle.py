import pytest

from qovery_cli.sandbox.datetimes import Clock
from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.state import injected_failures, lifecycle
from qovery_cli.sandbox.state.store import Store

# The pace of these is exactly 1: queue 1 s, build 6 s, deployment 4 s, stop or deletion 3 s.
API, PROXY, DB, CLUSTER = "api-1633", "proxy-483", "db-17", "prod-145"
START = 1_700_000_000.0


class World:
    """One environment with a service of each kind, and a clock to put forward."""

    def __init__(self):
        self.clock = Clock(lambda: START)
        self.store = Store(clock=self.clock)
        self.store.add("project", {"id": "shop", "name": "shop"}, "acme")
        self.store.add("cluster", {"id": CLUSTER, "name": "prod"}, "acme")
        self.store.add("environment", {"id": "env", "name": "staging"}, "shop")
        repository = {"url": "https://git.acme.test/shop", "deployed_commit_id": "c0"}
        self.store.add(
            "application", {"id": API, "name": "api", "git_repository": repository}, "env"
        )
        self.store.add("container", {"id": PROXY, "name": "proxy", "tag": "1"}, "env")
        self.store.add("database", {"id": DB, "name": "db"}, "env")

    def ask(self, id, action, **options):
        return lifecycle.record_action(self.store, self.store.kind_of(id), id, action, **options)

    def delete(self, id):
        lifecycle.delete(self.store, self.store.kind_of(id), id)

    def wait(self, seconds):
        self.clock.advance(seconds)
        lifecycle.settle(self.store, self.clock())

    def status(self, id, level="1.0.4"):
        kind, now = self.store.kind_of(id), self.clock()
        if kind == "environment":
            return lifecycle.environment_status(self.store, id, now, level)
        if kind == "cluster":
            return lifecycle.cluster_status(self.store, id, now, level)
        return lifecycle.service_status(self.store, kind, id, now, level)

    def state(self, id, level="1.0.4"):
        status = self.status(id, level)
        return status["status"] if "status" in status else status["state"]


@pytest.fixture
def world():
    made = World()
    yield made
    made.store.close()


def test_a_new_service_is_ready_and_was_never_deployed(world):
    status = world.status(API)
    assert (status["state"], status["service_deployment_status"]) == ("READY", "NEVER_DEPLOYED")
    assert status["last_deployment_date"] is None


def test_a_deployment_starts_with_the_answer_to_its_request(world):
    world.ask(API, "DEPLOY")
    assert world.state(API) == "DEPLOYMENT_QUEUED"


@pytest.mark.parametrize(("level", "state"), [("1.0.3", "RUNNING"), ("1.0.4", "DEPLOYED")])
def test_a_deployment_ends_in_the_state_of_its_level(world, level, state):
    world.ask("env", "DEPLOY")
    world.wait(30)
    assert (world.state(API, level), world.state("env", level)) == (state, state)


def test_status_has_last_deployment_date(world):
    world.ask(API, "DEPLOY")
    world.wait(30)
    status = world.status(API)
    assert status["last_deployment_date"] == "2023-11-14T22:13:31.000Z"
    assert status["service_deployment_status"] == "UP_TO_DATE"


def test_an_edit_makes_a_deployed_service_out_of_date_until_it_is_deployed_again(world):
    world.ask(API, "DEPLOY")
    world.wait(30)
    lifecycle.record_edit(world.store, "application", API)
    assert world.status(API)["service_deployment_status"] == "OUT_OF_DATE"
    world.ask(API, "RESTART")
    world.wait(30)
    assert world.status(API)["service_deployment_status"] == "UP_TO_DATE"


@pytest.mark.parametrize(("kind", "id"), [("environment", "env"), ("project", "shop")])
def test_an_edit_above_a_service_makes_it_out_of_date(world, kind, id):
    world.ask(API, "DEPLOY")
    world.wait(30)
    lifecycle.record_edit(world.store, kind, id)
    assert world.status(API)["service_deployment_status"] == "OUT_OF_DATE"


def test_an_edit_of_a_service_that_was_never_deployed_changes_nothing(world):
    lifecycle.record_edit(world.store, "container", PROXY)
    assert world.status(PROXY)["service_deployment_status"] == "NEVER_DEPLOYED"


def test_a_failed_first_deployment_deploys_nothing(world):
    injected_failures.inject(world.store, API, "fail-build")
    world.ask(API, "DEPLOY")
    world.wait(30)
    status = world.status(API)
    assert (status["state"], status["service_deployment_status"]) == (
        "BUILD_ERROR",
        "NEVER_DEPLOYED",
    )
    assert world.state(API, "1.0.3") == world.state("env") == "DEPLOYMENT_ERROR"


def test_the_commit_is_noted_when_the_deployment_has_succeeded(world):
    world.ask(API, "DEPLOY", versions={API: "abc123"})
    world.wait(5)
    assert world.store.get("application", API)["git_repository"]["deployed_commit_id"] == "c0"
    world.wait(30)
    repository = world.store.get("application", API)["git_repository"]
    assert repository["deployed_commit_id"] == "abc123"
    assert repository["deployed_commit_contributor"]


def test_a_failed_deployment_leaves_the_commit_as_it_was(world):
    injected_failures.inject(world.store, API, "fail-deploy")
    world.ask(API, "DEPLOY", versions={API: "abc123"})
    world.wait(30)
    assert world.store.get("application", API)["git_repository"]["deployed_commit_id"] == "c0"


def test_a_deployment_without_a_commit_takes_the_newest(world):
    for sha in ("new", "old"):
        commit = {
            "git_commit_id": sha,
            "created_at": "2023-11-01T00:00:00.000Z",
            "author_name": "A",
        }
        world.store.add("commit", commit, API)
    world.ask("env", "DEPLOY")
    world.wait(30)
    repository = world.store.get("application", API)["git_repository"]
    assert repository["deployed_commit_id"] == "new"


def test_an_environment_is_busy_while_one_of_its_services_is(world):
    world.ask(DB, "DEPLOY")
    assert lifecycle.in_progress(world.store, "env", world.clock())
    with pytest.raises(Refusal, match="in progress") as refused:
        lifecycle.raise_if_busy(world.store, "env", world.clock())
    assert refused.value.status == 409
    world.wait(30)
    assert not lifecycle.in_progress(world.store, "env", world.clock())


def test_undeployed_resource_is_removed_at_once(world):
    world.delete(PROXY)
    assert world.store.get("container", PROXY) is None


def test_deployed_service_is_removed_after_deletion(world):
    world.ask(PROXY, "DEPLOY")
    world.wait(30)
    world.delete(PROXY)
    assert world.state(PROXY) == "DELETE_QUEUED"
    world.wait(2)
    assert world.state(PROXY) == "DELETING"
    world.wait(2)
    assert world.store.get("container", PROXY) is None


def test_finished_deletion_is_reported_before_settle(world):
    world.ask(PROXY, "DEPLOY")
    world.wait(30)
    world.delete(PROXY)
    world.clock.advance(4)
    assert lifecycle.is_deleted(world.store, "container", PROXY, world.clock())
    assert not lifecycle.is_deleted(world.store, "container", PROXY, world.clock() - 1)


def test_parts_of_a_service_are_deleted_with_it(world):
    world.store.add("masterCredentials", {"id": DB, "login": "ada"}, DB)
    world.store.add("backup", {"id": "monday"}, DB)
    world.delete(DB)
    assert world.store.get("masterCredentials", DB) is None
    assert world.store.get("backup", "monday") is None


def test_deleting_twice_deletes_once(world):
    world.ask(PROXY, "DEPLOY")
    world.wait(30)
    world.delete(PROXY)
    world.delete(PROXY)
    world.wait(4)
    assert world.store.get("container", PROXY) is None


def test_a_failed_deletion_keeps_the_service(world):
    injected_failures.inject(world.store, PROXY, "fail-delete", times=1)
    injected_failures.inject(world.store, DB, None)
    world.ask(PROXY, "DEPLOY")
    injected_failures.inject(world.store, PROXY, "fail-delete", times=1)
    world.wait(30)
    world.delete(PROXY)
    world.wait(30)
    assert world.state(PROXY) == "DELETE_ERROR"
    world.delete(PROXY)
    world.wait(30)
    assert world.store.get("container", PROXY) is None


def test_environment_is_deleted_with_its_services(world):
    world.ask("env", "DEPLOY")
    world.wait(30)
    world.delete("env")
    assert world.state("env") == "DELETE_QUEUED"
    world.wait(30)
    assert world.store.get("environment", "env") is None
    assert world.store.get("database", DB) is None


def test_environment_that_was_never_deployed_is_deleted_at_once(world):
    world.delete("env")
    assert world.store.get("environment", "env") is None


def test_an_environment_stays_if_one_of_its_services_does(world):
    world.ask("env", "DEPLOY")
    world.wait(30)
    injected_failures.inject(world.store, DB, "fail-delete")
    world.delete("env")
    world.wait(30)
    assert world.state("env") == "DELETE_ERROR"
    assert world.store.get("container", PROXY) is None


def test_project_is_deleted_with_its_last_environment(world):
    world.ask("env", "DEPLOY")
    world.wait(30)
    world.delete("shop")
    world.wait(1)
    assert world.store.get("project", "shop") is not None
    world.wait(30)
    assert world.store.get("project", "shop") is None


def test_project_without_anything_deployed_is_deleted_at_once(world):
    world.delete("shop")
    assert world.store.get("project", "shop") is None


def test_an_environment_without_services_has_states_of_its_own(world):
    world.store.add("environment", {"id": "bare", "name": "bare"}, "shop")
    assert world.state("bare") == "READY"
    world.ask("bare", "DEPLOY")
    assert world.state("bare") == "DEPLOYMENT_QUEUED"
    world.wait(30)
    assert world.state("bare") == "DEPLOYED"


def test_stopping_leaves_what_was_never_deployed_alone(world):
    world.ask(API, "DEPLOY")
    world.wait(30)
    world.ask("env", "STOP")
    world.wait(30)
    assert (world.state(API), world.state(DB), world.state("env")) == (
        "STOPPED",
        "READY",
        "STOPPED",
    )


def test_uninstalled_service_is_ready(world):
    world.ask(API, "DEPLOY")
    world.wait(30)
    world.ask(API, "UNINSTALL")
    world.wait(30)
    status = world.status(API)
    assert (status["state"], status["service_deployment_status"]) == ("READY", "NEVER_DEPLOYED")
    world.delete(API)
    assert world.store.get("application", API) is None


def test_injected_fault_applies_given_number_of_times(world):
    injected_failures.inject(world.store, DB, "fail-deploy", times=1)
    for state in ("DEPLOYMENT_ERROR", "DEPLOYED"):
        world.ask(DB, "DEPLOY")
        world.wait(30)
        assert world.state(DB) == state


def test_an_unknown_fault_is_refused(world):
    with pytest.raises(ValueError, match="fail-build"):
        injected_failures.inject(world.store, DB, "explode")


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        ("api-fail-build", ("fail-build",)),
        ("Fail-Deploy", ("fail-deploy",)),
        ("hang", ("hang",)),
        ("exchange", ()),
        ("fail-stop hangs", ("fail-stop", "hang")),
    ],
)
def test_faults_in_names_are_whole_words(name, faults):
    assert injected_failures.in_name(name) == faults


def test_a_cluster_is_deployed_and_stopped(world):
    assert (world.state(CLUSTER), world.status(CLUSTER)["is_deployed"]) == ("READY", False)
    world.ask(CLUSTER, "DEPLOY")
    world.wait(30)
    assert (world.state(CLUSTER, "1.0.3"), world.status(CLUSTER)["is_deployed"]) == (
        "RUNNING",
        True,
    )
    world.ask(CLUSTER, "STOP")
    world.wait(30)
    assert (world.state(CLUSTER), world.status(CLUSTER)["is_deployed"]) == ("STOPPED", True)


def test_a_dry_run_leaves_a_cluster_as_it_was(world):
    world.ask(CLUSTER, "DEPLOY", detail={"dry_run": True})
    world.wait(3)
    assert world.state(CLUSTER) == "DRY_RUN"
    world.wait(30)
    assert (world.state(CLUSTER), world.status(CLUSTER)["is_deployed"]) == ("READY", False)


def test_deployed_cluster_disappears_when_it_is_deleted(world):
    world.ask(CLUSTER, "DEPLOY")
    world.wait(30)
    world.delete(CLUSTER)
    assert world.state(CLUSTER) == "DELETE_QUEUED"
    world.wait(30)
    assert world.store.get("cluster", CLUSTER) is None


def test_action_can_be_recorded_in_the_past(world):
    world.ask("env", "DEPLOY", at=START - 3600)
    lifecycle.settle(world.store, world.clock())
    assert world.state("env") == "DEPLOYED"


def test_late_settle_changes_no_response(world):
    world.ask("env", "DEPLOY")
    world.clock.advance(30)
    before = world.status("env")
    lifecycle.settle(world.store, world.clock())
    assert world.status("env") == before


def test_action_on_unknown_resource_is_an_error(world):
    with pytest.raises(KeyError):
        lifecycle.record_action(world.store, "container", "nowhere", "DEPLOY")
