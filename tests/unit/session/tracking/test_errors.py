"""The sentences with which a wait ends without a success."""

import pytest

from qovery_cli.session.tracking.errors import error_for, out_of_time
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
