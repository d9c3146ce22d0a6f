"""Verdicts by entries of the history."""

import pytest

from qovery_cli.session.tracking.judge import judge, judge_all
from qovery_cli.session.tracking.observations import Execution, ServiceOutcome
from qovery_cli.session.tracking.verdicts import Ending, Goal

WORDS = {
    "SUCCESS": "DEPLOYED",
    "ERROR": "DEPLOYMENT_ERROR",
    "CANCELED": "CANCELED",
    "ONGOING": "DEPLOYING",
    "QUEUED": "QUEUED",
    "NEVER": "STOPPED",
}


def entry(progress="SUCCESS", state=None, **services):
    """Return an entry of the newer history with the progress of its services."""
    outcomes = [
        ServiceOutcome(name, name, "application", WORDS[each], each)
        for name, each in services.items()
    ]
    state = WORDS[progress] if state is None else state
    return Execution("x", "DEPLOY", None, None, state, progress, tuple(outcomes))


def old_entry(state, **services):
    """Return an entry of the older history, which has states only."""
    outcomes = [ServiceOutcome(name, name, "application", each) for name, each in services.items()]
    return Execution("x", None, None, None, state, None, tuple(outcomes))


def target(*ids, action="deploy"):
    return Goal(action, frozenset(ids), frozenset(ids))


WHOLE = Goal("deploy")


@pytest.mark.parametrize(
    ("progress", "ending"),
    [
        ("SUCCESS", Ending.SUCCEEDED),
        ("ERROR", Ending.FAILED),
        ("CANCELED", Ending.CANCELLED),
    ],
)
def test_environment_ends_as_its_entry(progress, ending):
    assert judge(WHOLE, entry(progress, web=progress)).ending is ending


@pytest.mark.parametrize("progress", ["ONGOING", "QUEUED"])
def test_entry_that_goes_on_has_no_verdict(progress):
    assert judge(WHOLE, entry(progress, web="SUCCESS")) is None


def test_failure_of_an_environment_lists_its_services():
    verdict = judge(WHOLE, entry("ERROR", web="ERROR", db="QUEUED", api="SUCCESS", job="NEVER"))
    assert [service.name for service in verdict.failed] == ["web"]
    assert [service.name for service in verdict.unstarted] == ["db", "job"]


def test_cancelled_environment_lists_what_was_kept():
    verdict = judge(WHOLE, entry("CANCELED", web="CANCELED", api="SUCCESS"))
    assert [service.name for service in verdict.kept] == ["api"]


def test_success_has_the_state_of_the_goal():
    verdict = judge(WHOLE, entry("SUCCESS", state="STOPPED", web="SUCCESS"))
    assert verdict.state == "DEPLOYED"


@pytest.mark.parametrize(
    ("row", "ending"),
    [
        (old_entry("RUNNING", web="RUNNING"), Ending.SUCCEEDED),
        (old_entry("RUNNING"), Ending.SUCCEEDED),
        (old_entry("RUNNING", web="DEPLOYMENT_ERROR"), Ending.FAILED),
        (old_entry("DEPLOYMENT_ERROR", web="RUNNING"), Ending.FAILED),
        (old_entry("CANCELED", web="RUNNING"), Ending.CANCELLED),
        (old_entry("DEPLOYING", web="RUNNING"), None),
        (old_entry("RUNNING", web="DEPLOYING"), None),
    ],
)
def test_older_entry_ends_by_its_states(row, ending):
    verdict = judge(WHOLE, row)
    assert (verdict.ending if verdict else None) is ending


def test_service_ends_before_its_entry():
    assert judge(target("web"), entry("ONGOING", web="SUCCESS", db="ONGOING")).ending is (
        Ending.SUCCEEDED
    )
    assert judge(target("db"), entry("ONGOING", web="SUCCESS", db="ONGOING")) is None


@pytest.mark.parametrize(
    ("action", "progress", "ending"),
    [
        ("DEPLOY_DRY_RUN", "SUCCESS", Ending.SUCCEEDED),
        ("TERRAFORM_FORCE_UNLOCK", "SUCCESS", Ending.SUCCEEDED),
        ("TERRAFORM_MIGRATE_STATE", "ERROR", Ending.FAILED),
        ("DEPLOY", "SUCCESS", Ending.FAILED),
    ],
)
def test_plan_succeeds_though_the_state_stays_as_it_was(action, progress, ending):
    service = ServiceOutcome("net", "net", "terraform", "READY", progress)
    row = Execution("x", action, None, None, "READY", progress, (service,))
    assert judge(target("net"), row).ending is ending


def test_failure_of_another_service_is_a_note():
    verdict = judge(target("web"), entry("ERROR", web="SUCCESS", db="ERROR"))
    assert verdict.ending is Ending.SUCCEEDED
    assert verdict.notes == ("db (application): DEPLOYMENT_ERROR in the same deployment",)


def test_worst_of_several_targets_counts():
    verdict = judge(target("web", "db"), entry("ERROR", web="SUCCESS", db="ERROR", api="SUCCESS"))
    assert (verdict.ending, verdict.state) == (Ending.FAILED, "DEPLOYMENT_ERROR")
    assert [service.name for service in verdict.failed] == ["db"]
    assert verdict.notes == ()


def test_service_that_the_entry_lacks_is_unknown_at_its_end():
    assert judge(target("web"), entry("SUCCESS", db="SUCCESS")).ending is Ending.UNKNOWN
    assert judge(target("web"), entry("ONGOING", db="SUCCESS")) is None
    assert judge(target("web", "db"), entry("SUCCESS", db="SUCCESS")).ending is Ending.UNKNOWN


def test_service_without_a_result_in_an_ended_entry():
    assert judge(target("web"), entry("CANCELED", web="QUEUED")).ending is Ending.CANCELLED
    assert judge(target("web"), entry("SUCCESS", web="ONGOING")).ending is Ending.UNKNOWN


@pytest.mark.parametrize("progress", ["SUCCESS", "ERROR"])
def test_cancel_fails_if_the_deployment_ended_otherwise(progress):
    verdict = judge(Goal("cancel"), entry(progress, web=progress))
    assert verdict.ending is Ending.FAILED
    assert "before it could be cancelled" in verdict.reason


def test_cancel_succeeds_with_a_cancelled_entry():
    assert judge(Goal("cancel"), entry("CANCELED", web="CANCELED")).ending is Ending.SUCCEEDED
    assert judge(Goal("cancel"), entry("ONGOING", web="ONGOING")) is None


def test_several_candidates_must_agree():
    good, bad, ongoing = entry("SUCCESS"), entry("ERROR"), entry("ONGOING")
    assert judge_all(WHOLE, [good, good]).ending is Ending.SUCCEEDED
    assert judge_all(WHOLE, [bad]).ending is Ending.FAILED
    assert judge_all(WHOLE, [good, bad]).ending is Ending.UNKNOWN
    assert judge_all(WHOLE, [good, ongoing]) is None
    assert judge_all(WHOLE, []) is None
