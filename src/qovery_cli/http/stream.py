"""An answer whose body is read in chunks, so that its size does not matter."""

from collections.abc import Callable, Iterator, Mapping

from qovery_cli.http.request import Request
from qovery_cli.http.retry import Failure, FailureKind, RawResponse


class Stream:
    """A successful answer with an open body; close it to give the connection back.

    ``status`` and ``headers`` (names in lower case) are known. ``time_left`` returns the seconds
    until the deadline.
    """

    def __init__(
        self, request: Request, reply: RawResponse, time_left: Callable[[], float]
    ) -> None:
        self.status: int = reply.status
        self.headers: Mapping[str, str] = reply.headers
        self._request = request
        self._reply = reply
        self._time_left = time_left

    def chunks(self) -> Iterator[bytes]:
        """Yield the body, unpacked; raise UnavailableError if it ends before it is complete."""
        body = self._reply.body
        if body is None:
            yield self._reply.content
            return
        import httpx

        from qovery_cli.http.request_errors import deadline_exceeded, no_response_error
        from qovery_cli.http.transport_errors import to_failure

        late = Failure(FailureKind.TIMED_OUT, "the answer was not complete")
        try:
            for chunk in body.iter_bytes():
                yield chunk
                if self._time_left() <= 0:
                    raise deadline_exceeded(self._request, late, may_have_arrived=True)
        except httpx.RequestError as error:
            limit = body.request.extensions["timeout"]["read"]
            raise no_response_error(self._request, to_failure(error, limit), 1) from error

    def close(self) -> None:
        """Give the connection back."""
        if self._reply.body is not None:
            self._reply.body.close()
