import io
from types import SimpleNamespace

import pytest

from qovery_cli.errors import ForbiddenError, UnavailableError, WaitFailedError
from qovery_cli.names.found import Found
from qovery_cli.output.terminal import Terminal
from qovery_cli.session.waiting import Watch

ENVIRONMENT = Found("environment", "e", "staging")


class Script:
    """A session that shows an environment in one state after the other, then in the last."""

    def __init__(self, *scenes):
        self.scenes = list(scenes)
        self.said = []
        self.flags = SimpleNamespace(timeout=None)
        self.world = SimpleNamespace(sleep=self.next_scene)
        self.refused = {}
        self.terminal = Terminal.of({}, io.StringIO(), io.StringIO(), io.StringIO())

    def notice(self, text):
        self.said.append(text)

    def offers(self, _):
        return False

    def ask(self, operation, _):
        if operation == "listApplication":
            return [{"id": id, "name": id} for id in self.scenes[0][1]]
        state, services = self.scenes[0]
        if operation == "getEnvironmentStatus":
            return {"id": "e", "state": state}
        if operation != "getEnvironmentApplicationStatus":
            return []
        return [
            {"id": id, "state": of, "last_deployment_date": when}
            for id, (of, when) in services.items()
        ]

    def next_scene(self, _):
        self.scenes = self.scenes[1:] or self.scenes


def scene(state, api, worker):
    return state, {"api": api, "worker": worker}


OLD = ("DEPLOYMENT_ERROR", "monday")
BEFORE = scene("DEPLOYMENT_ERROR", ("RUNNING", "monday"), OLD)
UNDER_WAY = scene("DEPLOYING", ("DEPLOYING", "monday"), OLD)


def test_what_had_failed_before_does_not_fail_a_partial_deployment():
    after = scene("DEPLOYMENT_ERROR", ("RUNNING", "tuesday"), OLD)
    script = Script(BEFORE, UNDER_WAY, after)
    Watch(script, ENVIRONMENT, {}, partial=True).until_done("deploy")
    assert script.said == ["worker (application) had failed before, and was not part of it."]


def test_what_fails_in_a_partial_deployment_fails_it():
    after = scene("DEPLOYMENT_ERROR", ("DEPLOYMENT_ERROR", "tuesday"), OLD)
    watch = Watch(Script(BEFORE, UNDER_WAY, after), ENVIRONMENT, {}, partial=True)
    with pytest.raises(WaitFailedError) as caught:
        watch.until_done("deploy")
    assert caught.value.detail == ("api (application): DEPLOYMENT_ERROR",)


@pytest.mark.parametrize("mark", ["monday", "tuesday"])
def test_what_fails_again_counts_if_it_has_moved_since(mark):
    moved = scene("DEPLOYING", ("RUNNING", "tuesday"), ("DEPLOYING", "monday"))
    after = scene("DEPLOYMENT_ERROR", ("RUNNING", "tuesday"), ("DEPLOYMENT_ERROR", mark))
    watch = Watch(Script(BEFORE, moved, after), ENVIRONMENT, {}, partial=True)
    with pytest.raises(WaitFailedError):
        watch.until_done("deploy")


def test_a_deployment_of_all_is_failed_by_any_service():
    after = scene("DEPLOYMENT_ERROR", ("RUNNING", "tuesday"), OLD)
    watch = Watch(Script(BEFORE, UNDER_WAY, after), ENVIRONMENT, {})
    with pytest.raises(WaitFailedError):
        watch.until_done("deploy")


class Refusing(Script):
    """A session that is refused every state from the second scene on."""

    def ask(self, operation, path):
        if len(self.scenes) == 1 and operation == "getEnvironmentStatus":
            raise ForbiddenError("no")
        return super().ask(operation, path)


def test_a_refusal_is_no_end_of_a_deployment_but_of_a_delete():
    stopped = scene("STOPPED", ("STOPPED", "monday"), ("STOPPED", "monday"))
    with pytest.raises(ForbiddenError):
        Watch(Refusing(stopped, stopped), ENVIRONMENT, {}).until_done("deploy")
    assert Watch(Refusing(stopped, stopped), ENVIRONMENT, {}).until_done("delete") == {}


def test_an_answer_without_a_state_is_not_taken_for_gone():
    script = Script(BEFORE)
    script.ask = lambda *_: None
    watch = Watch(script, Found("application", "a", "api"), {})
    with pytest.raises(UnavailableError):
        watch.look(action="delete")
