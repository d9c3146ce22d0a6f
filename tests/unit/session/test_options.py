from time import monotonic

import pytest

from qovery_cli.errors import UsageError
from qovery_cli.http.receive import MAX_ANSWER
from qovery_cli.session import EngineOptions


def test_deadline_is_the_end_of_a_wait_that_starts_now():
    before = monotonic()
    deadline = EngineOptions(wait=True, timeout=90.0).deadline
    assert before + 90 <= deadline <= monotonic() + 90


@pytest.mark.parametrize("options", [{"wait": False}, {"wait": True, "timeout": None}])
def test_no_wait_and_no_limit_have_no_deadline(options):
    assert EngineOptions(**options).deadline is None


@pytest.mark.parametrize(
    ("options", "only"),
    [({}, False), ({"dry_run": True}, True), ({"explain": True}, True), ({"yes": True}, False)],
)
def test_dry_run_and_explain_print_only(options, only):
    assert EngineOptions(**options).dry_run_only is only


@pytest.mark.parametrize(("value", "size"), [("", MAX_ANSWER), ("2M", 2 * 1024**2)])
def test_size_of_a_response_is_limited(open_session, value, size):
    runtime = open_session(variables={"QOVERY_MAX_ANSWER": value}).session.runtime
    assert runtime.max_answer == size


def test_size_without_a_variable_is_the_default(open_session):
    assert open_session().session.runtime.max_answer == MAX_ANSWER


def test_invalid_size_of_a_response_is_reported(open_session):
    with pytest.raises(UsageError, match="QOVERY_MAX_ANSWER"):
        _ = open_session(variables={"QOVERY_MAX_ANSWER": "much"}).session.runtime.max_answer
