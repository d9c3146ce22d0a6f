"""Responses whose body is read in chunks, for bodies of any size."""

from collections.abc import Callable, Iterator, Mapping

from qovery_cli.http.request import Request
from qovery_cli.http.retry import Failure, FailureKind, RawResponse


class Stream:
    """A successful response with an unread body; close it to release the connection.

    ``headers`` have names in lower case. ``time_left`` returns the seconds until the deadline.
    """

    def __init__(
        self, request: Request, response: RawResponse, time_left: Callable[[], float]
    ) -> None:
        self.status: int = response.status
        self.headers: Mapping[str, str] = response.headers
        self._request = request
        self._response = response
        self._time_left = time_left

    def chunks(self) -> Iterator[bytes]:
        """Yield the decompressed body; raise UnavailableError if it is incomplete."""
        body = self._response.body
        if body is None:
            yield self._response.content
            return
        import httpx

        from qovery_cli.http.request_errors import deadline_exceeded, no_response_error
        from qovery_cli.http.transport_errors import to_failure

        timeout = Failure(FailureKind.TIMED_OUT, "the response was incomplete")
        try:
            for chunk in body.iter_bytes():
                yield chunk
                if self._time_left() <= 0:
                    raise deadline_exceeded(self._request, timeout, may_have_arrived=True)
        except httpx.RequestError as error:
            limit = body.request.extensions["timeout"]["read"]
            raise no_response_error(self._request, to_failure(error, limit), 1) from error

    def close(self) -> None:
        """Release the connection."""
        if self._response.body is not None:
            self._response.body.close()
