"""Several changes of one command: each is accounted for, whatever happens."""

from types import SimpleNamespace

import pytest

from qovery_cli.errors import ConflictError, ForbiddenError, UsageError
from qovery_cli.http.request import Request
from qovery_cli.session.changes import Change, make_changes


class Client:
    """Answers by the last part of the URL: an exception is raised, anything else is the answer."""

    def __init__(self, answers):
        self.answers = answers
        self.sent = []

    def send(self, request):
        label = request.url.rpartition("/")[2]
        self.sent.append(label)
        answer = self.answers.get(label)
        if isinstance(answer, BaseException):
            raise answer
        return answer


class Session:
    def __init__(self, answers=None, *, dry_run_only=False, shows=None):
        self.client = Client(answers or {})
        self.flags = SimpleNamespace(dry_run_only=dry_run_only)
        self.planned, self.shown, self.notices = [], [], []
        self.shows = shows

    def show(self, rows):
        if self.shows:
            raise self.shows
        self.shown = rows

    def notice(self, text):
        self.notices.append(text)


def change(label, *, needed=True):
    request = Request("POST", f"http://127.0.0.1:1/{label}") if needed else None
    return Change(label, request, "created" if needed else "unchanged")


def make(session, *changes):
    make_changes(session, changes, lambda place, one: {"place": place, "done": one.state})


def states(session):
    return [row["done"] for row in session.shown]


def test_change_without_request_is_not_sent():
    session = Session()
    make(session, change("A"), change("B", needed=False))
    assert session.client.sent == ["A"]
    assert states(session) == ["created", "unchanged"]


def test_a_rehearsal_plans_the_requests():
    session = Session(dry_run_only=True)
    make(session, change("A"), change("B", needed=False))
    assert session.client.sent == []
    assert [request.url[-1] for request in session.planned] == ["A"]


def test_after_a_failure_no_further_change_is_begun():
    session = Session({"A": ConflictError("It exists.", hint="Wait.")})
    labels = [f"K{number}" for number in range(40)]
    with pytest.raises(ConflictError) as caught:
        make(session, change("A"), *map(change, labels))
    assert states(session)[0] == "failed"
    assert session.shown[0]["error"] == "It exists." or "A: " in session.shown[0]["error"]
    made = [
        one
        for one, state in zip(["A", *labels], states(session), strict=True)
        if state == "created"
    ]
    assert sorted(session.client.sent) == sorted(["A", *made])
    assert states(session).count("not tried") == 40 - len(made) > 0
    assert caught.value.message == "A: It exists."
    assert caught.value.hint.startswith("Wait. Run the same command again")
    assert caught.value.detail[0] == "failed: A"
    assert caught.value.detail[-1].startswith("not tried: ")


def test_the_first_failure_in_the_order_of_the_changes_decides():
    session = Session({"A": ConflictError("one."), "B": ForbiddenError("two.")})
    with pytest.raises((ConflictError, ForbiddenError)) as caught:
        make(session, change("A"), change("B"))
    if states(session) == ["failed", "failed"]:
        assert isinstance(caught.value, ConflictError)
        assert "B: two." in caught.value.detail


def test_single_failed_change_is_a_plain_error():
    session = Session({"A": ConflictError("It exists.")})
    with pytest.raises(ConflictError) as caught:
        make(session, change("A"))
    assert (caught.value.message, caught.value.detail, session.shown) == ("It exists.", (), [])


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), SystemExit(143)])
def test_interruption_prints_the_outcomes(stop):
    session = Session({"B": stop})
    with pytest.raises(type(stop)):
        make(session, change("A", needed=False), change("B"))
    assert states(session) == ["unchanged", "unknown"]
    (notice,) = session.notices
    assert notice.startswith("Interrupted. unchanged: A; unknown: B. Run the same command again")


def test_a_problem_of_the_output_does_not_hide_the_failure():
    session = Session({"B": ConflictError("It exists.")}, shows=UsageError("No such column."))
    with pytest.raises(ConflictError):
        make(session, change("A"), change("B"))
