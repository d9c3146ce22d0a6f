import pytest

from qovery_cli.errors import AuthError, ForbiddenError, NotFoundError, UnavailableError
from qovery_cli.http.request import Request
from qovery_cli.http.response import Response
from qovery_cli.session.batch import (
    ReadRequest,
    combine_errors,
    require_all,
    stream_results,
    with_context,
)


class FakeClient:
    """Answers a path with its own name, or raises what was set for it."""

    def __init__(self, **failures):
        self.failures = failures
        self.asked = []

    def send(self, request):
        name = request.url
        self.asked.append(name)
        if name in self.failures:
            raise self.failures[name]
        return Answered(name.upper())


class Answered:
    def __init__(self, data):
        self.data = data


def question(name, **more):
    return ReadRequest(Request("GET", name), about=f"shop/{name}", **more)


def read(client, questions):
    """Return the data that came, and the error that ended it."""
    found = []
    try:
        for _, data in stream_results(client, questions, lambda *_: None):
            found.append(data)
    except (ForbiddenError, NotFoundError, AuthError, UnavailableError) as error:
        return found, error
    return found, None


def test_answers_come_in_order_with_their_questions():
    asked = [question(name) for name in "abc"]
    found = list(stream_results(FakeClient(), asked, lambda *_: None))
    assert found == list(zip(asked, "ABC", strict=True))


def test_requests_with_follow_ups_are_recorded_but_not_yielded():
    heard = []
    asked = [question("a", then=lambda data: [question(f"{data}1"), question(f"{data}2")])]
    found = [
        data for _, data in stream_results(FakeClient(), asked, lambda _, data: heard.append(data))
    ]
    assert found == ["A1", "A2"]
    assert sorted(heard) == ["A", "A1", "A2"]


def test_a_failure_is_raised_after_all_that_came():
    client = FakeClient(b=ForbiddenError("This is forbidden."))
    found, error = read(client, [question(name) for name in "abc"])
    assert found == ["A", "C"]
    assert error.message == "shop/b: This is forbidden."


def test_the_first_of_several_failures_decides_and_all_are_listed():
    client = FakeClient(a=NotFoundError("Gone."), c=ForbiddenError("No."))
    found, error = read(client, [question(name) for name in "abc"])
    assert found == ["B"]
    assert isinstance(error, NotFoundError)
    assert error.detail == ("shop/c: No.",)


def test_failed_parent_skips_only_its_follow_ups():
    client = FakeClient(a=ForbiddenError("No."))
    found, error = read(client, [question("a", then=lambda _: [question("never")]), question("b")])
    assert found == ["B"]
    assert error.exit_code == 5
    assert "never" not in client.asked


@pytest.mark.parametrize("failure", [AuthError("Refused."), UnavailableError("Down.")])
def test_auth_and_network_failures_end_the_stream(failure):
    client = FakeClient(**{"2": failure})
    found, error = read(client, [question(str(number)) for number in range(200)])
    assert found == ["0", "1"]
    assert error is failure
    assert len(client.asked) < 100


def test_all_responses_are_required():
    responses = [Response(code, None, "", {}, None, "/") for code in (200, 204)]
    assert require_all(responses) == responses
    first, second = NotFoundError("Gone."), ForbiddenError("No.")
    with pytest.raises(NotFoundError) as caught:
        require_all([responses[0], first, second])
    assert caught.value is first
    assert caught.value.detail == ("No.",)


def test_single_failure_has_no_detail():
    assert combine_errors([ForbiddenError("No.")]).detail == ()


def test_error_without_a_resource_is_unchanged():
    assert with_context(ForbiddenError("No."), "").message == "No."


def test_stream_that_is_closed_early_raises_nothing():
    client = FakeClient(b=ForbiddenError("No."))
    stream = stream_results(client, [question(name) for name in "abc"], lambda *_: None)
    assert next(stream)[1] == "A"
    stream.close()
