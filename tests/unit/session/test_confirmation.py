import io
from types import SimpleNamespace

import pytest
from program import Keyboard, Screen

from qovery_cli.catalog.resources import SERVICES
from qovery_cli.errors import DeclinedError, NotFoundError, UsageError
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.output.terminal import Terminal
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import EngineOptions
from qovery_cli.session.confirmation import (
    Confirmation,
    confirm,
    confirm_operation,
    environment_of,
    fetch_details,
    touches_production,
)

ENVIRONMENT_ID = "e1"


class Session:
    """A session whose API gives the same response to every read operation.

    ``typed`` is the input of a user at a terminal, None without a terminal.
    """

    def __init__(self, answer=None, *, typed=None, names=None, lookup_error=None, **flags):
        self.answer = answer
        self.names = names or {}
        self.lookup_error = lookup_error
        self.flags = EngineOptions(**flags)
        self.stderr = io.StringIO() if typed is None else Screen()
        source = io.StringIO() if typed is None else Keyboard(typed)
        self.terminal = Terminal.of({"NO_COLOR": "1"}, source, io.StringIO(), self.stderr)
        self.reads, self.finds = [], []

    def find(self, kind, text, *, within=None, named=False):
        if not named:
            return ResourceRef(kind, text, data={"mode": None})
        self.finds.append((kind, text, dict(within or {})))
        if self.lookup_error is not None:
            raise self.lookup_error
        return ResourceRef(kind, text, self.names.get(text))

    def get_cached(self, operation, path):
        self.reads.append((operation, dict(path)))
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


@pytest.mark.parametrize("kind", ["project", "cluster", "organization"])
def test_kinds_above_an_environment_need_no_request(kind):
    session = Session({"mode": "PRODUCTION"})
    assert environment_of(session, ResourceRef(kind, "1")) is None
    assert session.reads == []


def test_environment_in_the_path_is_not_looked_up_through_the_service():
    target = ResourceRef("application", "a", "api", (("environment", ENVIRONMENT_ID, "live"),))
    session = Session({"id": ENVIRONMENT_ID, "mode": "PRODUCTION"})
    assert touches_production(session, target)
    assert session.reads == [("getEnvironment", {"environmentId": ENVIRONMENT_ID})]


def test_mode_in_the_list_of_environments_is_enough():
    session = Session()
    session.find = lambda kind, text: ResourceRef(kind, text, data={"mode": "PRODUCTION"})
    assert touches_production(session, ResourceRef("environment", ENVIRONMENT_ID))
    assert session.reads == []


def test_details_of_a_listed_resource_are_not_fetched_again():
    session = Session({"id": "a", "from": "the API"})
    listed = ResourceRef("application", "a", data={"id": "a"}, whole=True)
    assert fetch_details(session, listed) == {"id": "a"}
    assert session.reads == []
    summary = ResourceRef("application", "a", data={"id": "a"}, whole=False)
    assert fetch_details(session, summary)["from"] == "the API"
    assert session.reads == [("getApplication", {"applicationId": "a"})]


def test_kind_without_a_get_operation_has_no_details():
    session = Session({"id": "c"})
    assert fetch_details(session, ResourceRef("cluster", "c")) == {}
    assert session.reads == []


# The answer of the user

STAGING = ResourceRef("environment", ENVIRONMENT_ID, "staging", data=None)
API = ResourceRef("application", "a1", "api", (("environment", ENVIRONMENT_ID, "staging"),))
PROJECT = ResourceRef("project", "p1", "shop")


def action(level, *, target=API, in_production=None, named=False, noun="application"):
    return Confirmation("delete", noun, target, level, in_production or level, named)


def asked(level, typed=None, *, mode="STAGING", **options):
    """Ask for confirmation; return what was shown. Raises the errors of ``confirm``."""
    kinds = {"target", "in_production", "named", "noun"}
    names = {name: options.pop(name) for name in kinds & options.keys()}
    session = Session({"mode": mode, **WHOLE}, typed=typed, **options)
    confirm(session, action(level, **names))
    return session.stderr.getvalue()


@pytest.mark.parametrize("typed", ["y\n", "YES\n", " yes \n"])
def test_yes_confirms(typed):
    assert "Delete application 'api'? [y/N]" in asked("yes", typed)


@pytest.mark.parametrize("typed", ["n\n", "\n", "no\n", "yess\n", "api\n", "ye\n"])
def test_anything_but_yes_declines(typed):
    with pytest.raises(DeclinedError, match="'api' was not changed"):
        asked("yes", typed)


def test_end_of_input_declines():
    with pytest.raises(DeclinedError):
        asked("yes", "")


@pytest.mark.parametrize("typed", ["api\n", "API\n", " api \n"])
def test_typed_name_confirms(typed):
    assert "Type api to confirm" in asked("name", typed)


@pytest.mark.parametrize("typed", ["y\n", "yes\n", "\n", "ap\n", "apis\n", "a1\n"])
def test_anything_but_the_name_declines(typed):
    with pytest.raises(DeclinedError):
        asked("name", typed)


@pytest.mark.parametrize(("level", "option"), [("yes", "--yes"), ("name", "--confirm api")])
def test_without_a_terminal_the_option_is_named(level, option):
    with pytest.raises(UsageError) as caught:
        asked(level)
    assert caught.value.message == "Confirmation required, but stdin is not a terminal."
    assert option in caught.value.hint


def test_name_is_quoted_for_the_shell_in_the_hint():
    target = ResourceRef("application", "a1", "my api", API.path)
    with pytest.raises(UsageError) as caught:
        asked("name", target=target)
    assert "--confirm 'my api'" in caught.value.hint


def test_yes_option_answers_a_question_for_yes():
    assert asked("yes", "n\n", yes=True) == ""
    assert asked("yes", yes=True) == ""


@pytest.mark.parametrize("named", [False, True])
def test_yes_option_does_not_replace_a_typed_name_at_a_terminal(named):
    with pytest.raises(DeclinedError):
        asked("name", "y\n", yes=True, named=named)


@pytest.mark.parametrize("target", [API, STAGING], ids=["service", "environment"])
def test_yes_option_is_enough_in_a_script_that_names_the_environment(target):
    assert asked("name", yes=True, named=True, target=target) == ""
    with pytest.raises(UsageError):
        asked("name", yes=True, named=False, target=target)


def test_yes_option_is_never_enough_for_a_project():
    with pytest.raises(UsageError, match="Confirmation required"):
        asked("name", yes=True, named=True, target=PROJECT, noun="project")


def test_yes_option_is_never_enough_for_a_name_in_production():
    with pytest.raises(UsageError) as caught:
        asked("name", yes=True, named=True, mode="PRODUCTION")
    assert "Delete application 'api' in PRODUCTION?" in caught.value.detail


@pytest.mark.parametrize("value", ["api", "API", "a1", "A1"])
def test_confirm_option_accepts_name_and_id(value):
    assert asked("name", confirm=value) == ""
    assert asked("yes", confirm=value) == ""


@pytest.mark.parametrize("options", [{}, {"yes": True}, {"yes": True, "typed": "api\n"}])
@pytest.mark.parametrize("level", ["yes", "name"])
def test_wrong_confirm_option_is_an_error_whatever_else_confirms(level, options):
    with pytest.raises(UsageError, match="--confirm 'shop' is not the name of application 'api'"):
        asked(level, confirm="shop", **options)


def test_empty_confirm_option_confirms_nothing():
    with pytest.raises(UsageError):
        asked("name", confirm="")


# The level


@pytest.mark.parametrize("mode", ["STAGING", "PRODUCTION"])
def test_action_without_a_level_sends_no_request(mode):
    session = Session({"mode": mode, **WHOLE}, typed="n\n")
    confirm(session, action(None))
    assert (session.reads, session.stderr.getvalue()) == ([], "")


def test_dry_run_is_not_confirmed():
    for flag in ("dry_run", "explain"):
        session = Session({"mode": "PRODUCTION", **WHOLE}, typed="n\n", **{flag: True})
        confirm(session, action("name"))
        assert session.stderr.getvalue() == ""


def test_action_may_need_confirmation_in_production_only():
    assert asked(None, "n\n", in_production="yes") == ""
    with pytest.raises(DeclinedError):
        asked(None, "n\n", in_production="yes", mode="PRODUCTION")


def test_production_may_need_more_than_elsewhere():
    asked("yes", "y\n", in_production="name")
    with pytest.raises(DeclinedError):
        asked("yes", "y\n", in_production="name", mode="PRODUCTION")
    assert "in PRODUCTION?" in asked("yes", "api\n", in_production="name", mode="PRODUCTION")


def test_production_is_not_mentioned_elsewhere():
    assert "PRODUCTION" not in asked("yes", "y\n")


# The name


def unnamed(**options):
    target = ResourceRef("application", "a1", None, API.path)
    session = Session({"mode": "STAGING", **WHOLE}, **options)
    confirmation = Confirmation(
        "delete", "application", target, "name", "name", named=False, within={"environmentId": "e1"}
    )
    return session, confirmation


def test_name_is_looked_up_for_an_id():
    session, confirmation = unnamed(typed="api\n", names={"a1": "api"})
    confirm(session, confirmation)
    assert session.finds == [("application", "a1", {"environmentId": "e1"})]
    assert "'api'" in session.stderr.getvalue()


def test_id_is_typed_if_the_list_is_not_known():
    session, confirmation = unnamed(typed="a1\n", lookup_error=UsageError("No environment."))
    confirm(session, confirmation)
    assert "Delete application 'a1'?" in session.stderr.getvalue()


def test_unknown_id_is_not_confirmed():
    session, confirmation = unnamed(typed="a1\n", lookup_error=NotFoundError("No such id."))
    with pytest.raises(NotFoundError):
        confirm(session, confirmation)


def test_id_in_the_confirm_option_needs_no_lookup():
    session, confirmation = unnamed(confirm="A1")
    confirm(session, confirmation)
    assert session.finds == []


def test_details_use_the_parameter_of_the_get_operation():
    session = SimpleNamespace(get_cached=lambda _, path: {"path": path})
    assert fetch_details(session, ResourceRef("environment", "e9")) == {
        "path": {"environmentId": "e9"}
    }


@pytest.mark.parametrize("flags", [{"yes": True}, {"confirm": "A1"}, {"dry_run": True}])
def test_operation_on_an_id_is_confirmed_by_an_option(flags):
    confirm_operation(Session(**flags), "deleteGadget", "a1")


def test_operation_on_an_id_needs_an_answer():
    confirm_operation(Session(typed="y\n"), "deleteGadget", "a1")
    with pytest.raises(DeclinedError, match="'a1' was not changed"):
        confirm_operation(Session(typed="n\n"), "deleteGadget", "a1")
    with pytest.raises(UsageError) as caught:
        confirm_operation(Session(), "deleteGadget", "a1")
    assert "--yes" in caught.value.hint


def test_operation_on_an_id_needs_that_id():
    with pytest.raises(UsageError, match="'b' is not the ID 'a1'"):
        confirm_operation(Session(confirm="b"), "deleteGadget", "a1")
