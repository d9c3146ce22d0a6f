"""Many reading requests whose answers are used one after the other, as they come."""

import gc
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import partial
from typing import Any

from qovery_cli.errors import AuthError, QoveryError, UnavailableError
from qovery_cli.frozen import record
from qovery_cli.http.client import Client
from qovery_cli.http.concurrency import Step, in_order
from qovery_cli.http.request import Request
from qovery_cli.http.response import Response


@record
class ReadRequest:
    """A reading request, and perhaps what to ask instead of it when its answer is there.

    ``about`` is what a person calls that which is asked about; errors begin with it. ``key``
    tells the asker what answers belong together. ``then`` makes the following questions from the
    answer's data.
    """

    request: Request
    about: str = ""
    key: str = ""
    then: "Callable[[Any], Sequence[ReadRequest]] | None" = None


#: After so many answers what they have left behind is given back: each leaves a few kilobytes in
#: circles of references, and the collector is off in a program that lives for a moment.
_SWEEP = 256

#: A question with its data or its error.
_Answer = tuple[ReadRequest, Any]


def stream_results(
    client: Client, questions: Sequence[ReadRequest], answered: Callable[[Request, Any], None]
) -> Generator[_Answer, None, None]:
    """Yield questions with the data of their answers, in order, each as soon as it is its turn.

    One that others follow is not told of; ``answered`` hears of every answer. After the last one
    the first failure is raised, all others are listed in its detail. What would meet every
    further request, a token that is refused or an API that is not there, ends it at once.
    """
    failures: list[QoveryError] = []

    def follow(answer: _Answer) -> list[Step[_Answer]] | None:
        question, data = answer
        if isinstance(data, QoveryError):
            return None
        answered(question.request, data)
        return None if question.then is None else [step(one) for one in question.then(data)]

    def step(question: ReadRequest) -> Step[_Answer]:
        return Step(partial(_asked, client, question), follow)

    with closing(in_order([step(question) for question in questions])) as found:
        for number, (question, data) in enumerate(found, 1):
            if number % _SWEEP == 0:
                gc.collect(0)
            if not isinstance(data, QoveryError):
                yield question, data
                continue
            failures.append(with_context(data, question.about))
            if isinstance(data, AuthError | UnavailableError):
                break
    if failures:
        raise combine_errors(failures)


def _asked(client: Client, question: ReadRequest) -> _Answer:
    try:
        # Only the data: the texts of thousands of answers would take as much memory again.
        return question, client.send(question.request).data
    except QoveryError as error:
        return question, error


def require_all(answers: Sequence[Response | QoveryError]) -> list[Response]:
    """Return the answers if none failed; else raise the first failure, all listed in its detail."""
    failures = [answer for answer in answers if isinstance(answer, QoveryError)]
    if failures:
        raise combine_errors(failures)
    return [answer for answer in answers if isinstance(answer, Response)]


def combine_errors(failures: Sequence[QoveryError]) -> QoveryError:
    """Return the first of several failures, with the others in its detail."""
    first = failures[0]
    if len(failures) > 1:
        first.detail = (*first.detail, *(failure.message for failure in failures[1:]))
    return first


def with_context(error: QoveryError, about: str) -> QoveryError:
    """Return an error that says what it is about."""
    if about:
        error.message = f"{about}: {error.message}"
    return error
