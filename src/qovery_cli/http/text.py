"""Text for error messages, and sanitizing of text from servers."""

import re
from urllib.parse import urlsplit

from qovery_cli.http.request import Request

#: Maximum length of server text that an error message quotes.
MAX_QUOTED = 400

# Not compiled here: most text never needs the patterns, and `re` caches them.
_ESCAPES = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])"
# C0, DEL and C1 controls, bidirectional and zero-width characters, lone surrogates.
_CONTROLS = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\U000e0000-\U000e007f\ud800-\udfff]+"
)

# Last path segments of actions; their effect shows in the status, not in the resource.
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


def clean(text: str, max_length: int = MAX_QUOTED) -> str:
    """Return untrusted text on one line, without control characters, truncated."""
    if not (text.isascii() and text.isprintable()):
        text = re.sub(_CONTROLS, " ", re.sub(_ESCAPES, "", text))
    plain = " ".join(text.split())
    return plain if len(plain) <= max_length else plain[: max_length - 1].rstrip() + "…"


def host_of(url: str) -> str:
    """Return the host of an untrusted URL, "" if it cannot be parsed."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def phrase(status: int) -> str:
    """Return the standard reason phrase of a status, "" for an unknown one."""
    from http import HTTPStatus

    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def verification_hint(request: Request) -> str:
    """Return the hint with the command that shows if a request was carried out."""
    path = urlsplit(request.url).path
    parent, _, last = path.rpartition("/")
    resource = f"{parent}/status" if last in _ACTIONS else path
    return f"Check with `qovery api {clean(resource)}` before you repeat it."
