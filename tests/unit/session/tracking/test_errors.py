"""The sentences with which a wait ends without a success."""

import pytest

from qovery_cli.errors import WaitCancelledError, WaitFailedError
from qovery_cli.session.tracking.errors import error_for, nothing_sent, out_of_time
from qovery_cli.session.tracking.observations import ServiceOutcome
from qovery_cli.session.tracking.verdicts import Ending, Verdict

LOOK = "qovery app status web"


@pytest.mark.parametrize(
    ("state", "accepted", "sentence", "fate"),
    [
        ("DEPLOYING", True, "its state is DEPLOYING", "It continues."),
        (None, True, "its state could not be read since the request", "It continues."),
        ("DEPLOYED", False, "its state is DEPLOYED", "It continues if it was accepted."),
    ],
)
def test_timeout_states_what_is_known(state, accepted, sentence, fate):
    error = out_of_time("Application 'web'", 5.2, state, LOOK, accepted=accepted)
    assert error.message == f"Application 'web' did not finish within 5 s; {sentence}."
    assert fate in str(error.hint)
    assert LOOK in str(error.hint)
    assert error.exit_code == 124


def test_an_unknown_end_names_the_resource_within_the_sentence():
    error = error_for(Verdict(Ending.UNKNOWN, reason="no id"), "Application 'web'", LOOK)
    assert error is not None
    assert error.message == "The result of the deployment of application 'web' is unknown: no id."


def service(name, state="DEPLOYMENT_ERROR"):
    return ServiceOutcome(f"id of {name}", name, "application", state)


def test_success_is_no_error():
    assert error_for(Verdict(Ending.SUCCEEDED, "DEPLOYED"), "Application 'web'", LOOK) is None


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [("", "failed: BUILD_ERROR."), ("ended in STOPPED", "ended in STOPPED.")],
)
def test_failure_states_its_reason_or_its_state(reason, sentence):
    verdict = Verdict(Ending.FAILED, "BUILD_ERROR", reason)
    error = error_for(verdict, "Environment 'staging'", LOOK)
    assert isinstance(error, WaitFailedError)
    assert error.message == f"Environment 'staging' {sentence}"
    assert LOOK in error.hint


def test_failure_lists_failed_services_and_those_that_never_started():
    verdict = Verdict(
        Ending.FAILED, "DEPLOYMENT_ERROR", failed=(service("web"),), unstarted=(service("db", ""),)
    )
    first, second = error_for(verdict, "Environment 'staging'", LOOK).detail
    assert first == "web (application): DEPLOYMENT_ERROR"
    assert second.startswith("not started: db")


def test_long_list_is_cut():
    for count, length in ((20, 20), (21, 21), (25, 21)):
        failed = tuple(service(f"web-{number}") for number in range(count))
        detail = error_for(Verdict(Ending.FAILED, "X", failed=failed), "It", LOOK).detail
        assert len(detail) == length
        if count > 20:
            assert detail[-1] == f"and {count - 20} more"


def test_cancellation_lists_what_was_kept():
    verdict = Verdict(Ending.CANCELLED, "CANCELED", kept=(service("db", "RUNNING"),))
    error = error_for(verdict, "Environment 'staging'", LOOK)
    assert isinstance(error, WaitCancelledError)
    assert error.message == "Environment 'staging' was cancelled (CANCELED)."
    assert error.detail == ("kept: db (application): RUNNING",)


def test_end_of_time_before_the_request_says_that_nothing_was_sent():
    assert "before the change was sent" in nothing_sent().message
    assert nothing_sent().exit_code == 124
