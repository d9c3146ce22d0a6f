import pytest

from qovery_cli.catalog.resources import SERVICES
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.confirmation import touches_production


class Session:
    """A session to which the API answers the same of whatever is asked."""

    def __init__(self, answer):
        self.answer = answer

    def find(self, kind, text):
        return ResourceRef(kind, text, data={"mode": None})

    def get_cached(self, *_):
        return self.answer


TARGETS = [ResourceRef(kind, "a") for kind in SERVICES] + [ResourceRef("environment", "e")]
KINDS = [target.kind for target in TARGETS]
WHOLE = {"environment": {"id": "e"}}


@pytest.mark.parametrize(("mode", "production"), [("PRODUCTION", True), ("STAGING", False)])
@pytest.mark.parametrize("target", TARGETS, ids=KINDS)
def test_production_is_detected_by_environment_mode(target, mode, production):
    assert touches_production(Session({**WHOLE, "mode": mode}), target) is production


@pytest.mark.parametrize("answer", [None, "x", [], {}, {"mode": None}, {"environment": "x"}, WHOLE])
@pytest.mark.parametrize("target", TARGETS, ids=KINDS)
def test_missing_mode_is_an_error(target, answer):
    with pytest.raises(UnexpectedResponseError):
        touches_production(Session(answer), target)
