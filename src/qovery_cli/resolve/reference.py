"""What a text that means a resource looks like: an id, a URL of the console, or a name."""

import re
from itertools import pairwise
from urllib.parse import urlsplit

from qovery_cli.catalog.resources import RESOURCES, SCOPE_KINDS
from qovery_cli.errors import UsageError
from qovery_cli.http.text import clean

#: The hosts whose URLs can be pasted; the second was that of a preview of the first.
CONSOLE_HOSTS = ("console.qovery.com", "new.console.qovery.com")

#: The segment under which today's console shows services of any kind.
ANY_SERVICE = "service"

_UUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"


def is_uuid(text: str) -> bool:
    """Tell whether a text has the form of an id, and so is taken for one."""
    return len(text) == 36 and re.fullmatch(_UUID, text) is not None


def is_url(text: str) -> bool:
    """Tell whether a text is a URL, with or without the scheme of the console's."""
    lower = text.lower()
    return lower.startswith(("https://", "http://", *(f"{host}/" for host in CONSOLE_HOSTS)))


def console_ids(url: str) -> dict[str, str]:
    """Return the ids in a URL of the console by kind; a service of unknown kind is "service".

    Segments that are no kind, and kinds without an id behind them, are passed over: the console
    adds pages and changes them. Raises UsageError for a URL of another host.
    """
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError:
        parts = urlsplit("")
    if parts.hostname not in CONSOLE_HOSTS:
        raise UsageError(
            f"'{clean(url, 100)}' is no URL of the console.",
            hint=f"Paste a URL of https://{CONSOLE_HOSTS[0]}, or give a name, an id or a path.",
        )
    kinds = {str(RESOURCES[kind].console_segment): kind for kind in SCOPE_KINDS}
    kinds[ANY_SERVICE] = ANY_SERVICE
    segments = [segment for segment in parts.path.split("/") if segment]
    found: dict[str, str] = {}
    for segment, following in pairwise(segments):
        kind = kinds.get(segment.lower().removesuffix("s"))
        if kind is not None and is_uuid(following):
            found[kind] = following.lower()
    return found
