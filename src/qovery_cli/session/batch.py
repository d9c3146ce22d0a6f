"""Send many read requests in parallel and stream their results in order."""

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
    """A read request, and optionally the requests that replace it once its response is there.

    ``about`` names the resource for people; messages of errors begin with it. ``key`` lets the
    caller group results. ``then`` returns the follow-up requests for the data of the response.
    """

    request: Request
    about: str = ""
    key: str = ""
    then: "Callable[[Any], Sequence[ReadRequest]] | None" = None


#: Number of responses after which garbage is collected: each leaves a few kilobytes in reference
#: cycles, and the automatic collector is off.
_COLLECT_EVERY = 256

#: A read request with its data or its error.
_Result = tuple[ReadRequest, Any]


def stream_results(
    client: Client, requests: Sequence[ReadRequest], on_response: Callable[[Request, Any], None]
) -> Generator[_Result, None, None]:
    """Yield read requests with the data of their responses, in order, as soon as possible.

    A request with follow-ups is replaced by these; ``on_response`` is called for every response.
    Raises the first failure after the last result, with all others in its detail. A refused token
    or an unavailable API would fail every further request too, so it is raised at once.
    """
    failures: list[QoveryError] = []

    def follow_up(result: _Result) -> list[Step[_Result]] | None:
        request, data = result
        if isinstance(data, QoveryError):
            return None
        on_response(request.request, data)
        return None if request.then is None else [step(child) for child in request.then(data)]

    def step(request: ReadRequest) -> Step[_Result]:
        return Step(partial(_send, client, request), follow_up)

    with closing(in_order([step(request) for request in requests])) as results:
        for number, (request, data) in enumerate(results, 1):
            if number % _COLLECT_EVERY == 0:
                gc.collect(0)
            if not isinstance(data, QoveryError):
                yield request, data
                continue
            failures.append(with_context(data, request.about))
            if isinstance(data, AuthError | UnavailableError):
                break
    if failures:
        raise combine_errors(failures)


def _send(client: Client, request: ReadRequest) -> _Result:
    try:
        # Keep only the data: the text of thousands of responses would double the memory.
        return request, client.send(request.request).data
    except QoveryError as error:
        return request, error


def require_all(results: Sequence[Response | QoveryError]) -> list[Response]:
    """Return the responses; raise the first failure, with the others in its detail."""
    failures = [result for result in results if isinstance(result, QoveryError)]
    if failures:
        raise combine_errors(failures)
    return [result for result in results if isinstance(result, Response)]


def combine_errors(failures: Sequence[QoveryError]) -> QoveryError:
    """Return the first of several failures, with the others in its detail."""
    first = failures[0]
    if len(failures) > 1:
        first.detail = (*first.detail, *(failure.message for failure in failures[1:]))
    return first


def with_context(error: QoveryError, about: str) -> QoveryError:
    """Return the error with its message prefixed by the resource that it is about."""
    if about:
        error.message = f"{about}: {error.message}"
    return error
