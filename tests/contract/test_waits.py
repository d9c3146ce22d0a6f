"""Every command with --wait: the time limit is kept, and what is said afterwards can be typed."""

import re
import threading
import time

import pytest
from command_lines import cases, some_id, whole_line
from fake_api import FakeApi

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.tracking.follow_up_commands import cancel_command, status_command

WAITS = [pytest.param(case, id=repr(case)) for case in cases() if case.row.wait]

#: Seconds that are enough for the look-ups, and those that end a wait for them.
LIMITS = {"start": 0.3, "change": 1.5, "accepted": 1.5}


class Silent(FakeApi):
    """An API that answers nothing from some request on, or nothing but look-ups."""

    def silence(self, when: str) -> None:
        """Answer no more from the start, at the change, or once it was accepted."""
        self.when = when
        self.released = threading.Event()

    def handle_request(self, request):
        changed = bool(self.changes)
        is_change = request.method not in {"GET", "HEAD"}
        silent = {"start": True, "change": is_change or changed, "accepted": changed}[self.when]
        if silent:
            if is_change:
                super().handle_request(request)
            self.released.wait(30)
        return super().handle_request(request)


@pytest.fixture
def silent(monkeypatch):
    api = Silent.instead_of_network(monkeypatch)
    yield api
    api.released.set()


@pytest.mark.parametrize("when", ["start", "change", "accepted"])
@pytest.mark.parametrize("case", WAITS)
def test_a_silent_server_ends_the_wait_in_time(case, when, silent, ran):
    silent.at(case.level).silence(when)
    words = [*case.row.words, *whole_line(case), "--no-validate"]
    if not any(p.flag == "--no-validate" for p in case.row.parameters):
        words.pop()
    limit, started = LIMITS[when], time.monotonic()
    environ = {**silent.environ, "QOVERY_ORGANIZATION": some_id("organizationId")}
    ended = ran("", *words, "--wait", "--timeout", f"{limit}s", env=environ)
    took = time.monotonic() - started
    assert ended.code == 124, ended
    assert took < limit + 1, ended
    assert len(silent.changes) == (when != "start"), "a change is never sent twice"
    assert "Traceback" not in ended.err
    assert ended.hint
    if when == "accepted":
        assert "its state could not be read since the request" in ended.sentence, ended


PATH = (
    ("organization", "o", "Acme"),
    ("project", "p", "web shop"),
    ("environment", "e", "[PR] 42"),
)


@pytest.mark.parametrize("kind", sorted({str(case.values[0].row.target) for case in WAITS}))
def test_the_commands_to_look_again_and_to_cancel_exist(kind, ran, served):
    sandbox, _ = served(catalog.operation(RESOURCES[kind].list_operation).api[0])

    class Session:
        flags = type("EngineOptions", (), {"scope": {"organization": "Acme"}, "shared": {}})

    depth = {"cluster": 1, "environment": 2}.get(kind, 3)
    target = ResourceRef(kind, "0b0e5ae4-8c0b-4d0a-a4ac-0f9d3f1d1b11", "api gateway", PATH[:depth])
    commands = [status_command(Session, target), cancel_command(Session, target)]
    assert commands[1] or kind == "cluster"
    for command in filter(None, commands):
        words = command.removeprefix("qovery ")
        ended = ran(words, env=sandbox.environ)
        # The names are looked up, and not found: the command line itself is accepted.
        assert ended.code == 4, f"{command}\n{ended}"


def test_a_waiting_request_is_cancelled_by_its_id(ran, shop_104):
    shop_104.application("hang")
    ran("app deploy hang", env=shop_104.environ)
    ran("app stop hang", env=shop_104.environ)
    environment = shop_104.environment()
    (waiting,) = shop_104.sandbox.items(f"/environment/{environment}/deploymentQueue")

    class Session:
        flags = type("EngineOptions", (), {"scope": {}, "shared": {}})

    request = waiting["identifier"]["deployment_request_id"]
    command = cancel_command(Session, ResourceRef("application", "a", "hang"), request)
    ended = ran(str(command).removeprefix("qovery "), env=shop_104.environ)
    assert ended.code == 0, ended
    assert not shop_104.sandbox.items(f"/environment/{environment}/deploymentQueue")


def test_every_kind_that_is_waited_for_has_a_status():
    for case in WAITS:
        resource = RESOURCES[str(case.values[0].row.target)]
        # The state of any service is also among those of its environment.
        assert resource.status_operation or resource.service, resource.kind
        own = resource.status_operation
        assert own is None or re.fullmatch(r"get\w+Status", own)
