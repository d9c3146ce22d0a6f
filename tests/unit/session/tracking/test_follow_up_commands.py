import pytest

from qovery_cli.catalog.resources import RESOURCES, SERVICES
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.tracking.follow_up_commands import cancel_command, status_command

PATH = (("project", "p", "shop"), ("environment", "e", "prod"))


class Session:
    """A session without options."""

    flags = type("EngineOptions", (), {"scope": {}, "shared": {}})


@pytest.mark.parametrize("kind", SERVICES)
def test_status_is_that_of_the_service_or_of_its_environment(kind):
    command = status_command(Session, ResourceRef(kind, "s", "worker", PATH))
    if RESOURCES[kind].status_operation:
        group = RESOURCES[kind].group
        assert command == f"qovery {group} status worker --project shop --env prod"
    else:
        assert command == "qovery status prod --project shop"


@pytest.mark.parametrize("kind", SERVICES)
def test_a_deployment_is_cancelled_in_its_environment(kind):
    command = cancel_command(Session, ResourceRef(kind, "s", "worker", PATH))
    assert command == "qovery env cancel prod --project shop"
    assert cancel_command(Session, ResourceRef(kind, "s", "worker")) is None
