"""The words that errors of this package share, and text of strangers made fit to print."""

import re
from urllib.parse import urlsplit

from qovery_cli.http.request import Request

#: The longest text of a server that a sentence of ours quotes.
MAX_QUOTED = 400

# Patterns as texts: `re` keeps what it compiles, and a text of plain characters needs neither.
_ESCAPES = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])"
# C0, DEL and C1, what turns the direction of writing, what has no width, halves of characters.
_CONTROLS = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\U000e0000-\U000e007f\ud800-\udfff]+"
)

# The last segment of an action's path; its effect shows in the status, that of others in a list.
_ACTIONS = frozenset(
    {
        "cancelDeployment",
        "deploy",
        "redeploy",
        "restart",
        "restart-service",
        "stop",
        "update",
        "upgrade",
    }
)


def clean(text: str, longest: int = MAX_QUOTED) -> str:
    """Return foreign text on one line, without control characters, cut to a length."""
    if not (text.isascii() and text.isprintable()):
        text = re.sub(_CONTROLS, " ", re.sub(_ESCAPES, "", text))
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def host_of(url: str) -> str:
    """Return the host in a URL of a stranger, "" if there is none to be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def phrase(status: int) -> str:
    """Return the standard words for a status, "" for an unknown one."""
    from http import HTTPStatus

    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def verification_hint(request: Request) -> str:
    """Return the hint how to find out whether a request was carried out."""
    path = urlsplit(request.url).path
    parent, _, last = path.rpartition("/")
    place = f"{parent}/status" if last in _ACTIONS else path
    return f"Before you repeat it, look whether it was: `qovery api {clean(place)}`."
