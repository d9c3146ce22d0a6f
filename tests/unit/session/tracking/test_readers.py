import pytest

from qovery_cli.catalog.resources import RESOURCES, SERVICES
from qovery_cli.errors import NotFoundError
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.tracking.observations import Observation
from qovery_cli.session.tracking.readers import StateReader
from qovery_cli.session.tracking.verdicts import Lookup

STATUS = {"id": "s", "state": "DEPLOYED"}
OTHER = {"id": "other", "state": "BUILDING"}


class Session:
    """A session with responses by operation."""

    level = "1.0.4"

    def __init__(self, **answers):
        self.answers = answers
        self.refused = {}

    def offers(self, _):
        return True

    def get(self, operation, *_):
        return self.answers[operation]


def states(kind, *statuses):
    """Return the states of an environment with services of one kind."""
    collection = RESOURCES[kind].service.collection
    return {"environment": {"id": "e", "state": "READY"}, collection: list(statuses)}


def read(session, kind, gone=()):
    reader = StateReader(session, ResourceRef(kind, "s", "worker"), "e")
    reader.gone = gone
    return reader.read((Lookup.STATES,), Observation(), None)


@pytest.mark.parametrize("kind", SERVICES)
def test_state_of_a_service_is_read_whatever_its_kind(kind):
    answers = {"getEnvironmentStatuses": states(kind, OTHER, STATUS)}
    own = RESOURCES[kind].status_operation
    session = Session(**({own: STATUS} if own else answers))
    assert read(session, kind).services["s"].state == "DEPLOYED"


WITHOUT_OWN = [kind for kind in SERVICES if RESOURCES[kind].status_operation is None]


@pytest.mark.parametrize("kind", WITHOUT_OWN)
def test_missing_service_counts_as_deleted_only_after_a_deletion(kind):
    session = Session(getEnvironmentStatuses=states(kind, OTHER))
    with pytest.raises(UnexpectedResponseError):
        read(session, kind)
    assert read(session, kind, gone=(NotFoundError,)).gone
