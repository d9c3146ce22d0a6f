"""Render a request as a curl command that reads the token from a variable."""

from collections.abc import Callable
from shlex import quote
from typing import Any

from qovery_cli.frozen import changed
from qovery_cli.http.request import Request

#: The environment variable that holds the token.
VARIABLE = "QOVERY_API_TOKEN"


def curl(
    request: Request, *, mask: Callable[[Any], Any] | None = None, scheme: str = "Bearer"
) -> str:
    """Return the request as a curl command for a POSIX shell.

    The token is ``$QOVERY_API_TOKEN``, never its value; ``scheme`` is Bearer for a JWT and Token
    for anything else. ``mask`` returns a body with its secrets replaced. A binary body is read
    from stdin.
    """
    words = ["curl", "-sS", "-X", request.method]
    url = request.full_url
    if any(mark in url for mark in "[]{}"):
        words.append("--globoff")
    # Double quotes let the shell expand the token.
    words += [quote(url), "-H", f'"Authorization: {scheme} ${VARIABLE}"']
    words += ["-H", quote(f"Accept: {request.accept}")]
    if mask is not None and request.body is not None:
        request = changed(request, body=mask(request.body))
    if request.payload_type is not None:
        words += ["-H", quote(f"Content-Type: {request.payload_type}")]
    for name, value in request.headers:
        if name.lower() != "authorization":
            words += ["-H", quote(f"{name}: {value}")]
    return " ".join(words + _body(request.payload))


def _body(payload: bytes | None) -> list[str]:
    if payload is None:
        return []
    try:
        text = payload.decode()
    except UnicodeDecodeError:
        return ["--data-binary", "@-"]
    # --data-binary reads a value with a leading @ as a file name.
    return ["--data-raw" if text.startswith("@") else "--data-binary", quote(text)]
