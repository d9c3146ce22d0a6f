"""Parse references to resources: ids, console URLs and names."""

import re
from itertools import pairwise
from urllib.parse import urlsplit

from qovery_cli.catalog.resources import RESOURCES, SCOPE_KINDS
from qovery_cli.errors import UsageError
from qovery_cli.http.text import clean

#: The hosts of console URLs; the second is the former preview of the first.
CONSOLE_HOSTS = ("console.qovery.com", "new.console.qovery.com")

#: The path segment of services of any kind in the console.
ANY_SERVICE = "service"

_UUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"


def is_uuid(text: str) -> bool:
    """Return true for text in the form of a UUID, which is taken for an id."""
    return len(text) == 36 and re.fullmatch(_UUID, text) is not None


def is_url(text: str) -> bool:
    """Return true for a URL; one of the console may lack its scheme."""
    lower = text.lower()
    return lower.startswith(("https://", "http://", *(f"{host}/" for host in CONSOLE_HOSTS)))


def console_ids(url: str) -> dict[str, str]:
    """Return the ids in a console URL by kind; a service of unknown kind is "service".

    Segments that are not a kind, and kinds that no id follows, are ignored, as the pages of the
    console change. Raises UsageError for a URL of another host.
    """
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError:
        parts = urlsplit("")
    if parts.hostname not in CONSOLE_HOSTS:
        raise UsageError(
            f"'{clean(url, 100)}' is not a console URL.",
            hint=f"Use a URL of https://{CONSOLE_HOSTS[0]}, a name, an ID or a path.",
        )
    kinds = {str(RESOURCES[kind].console_segment): kind for kind in SCOPE_KINDS}
    kinds[ANY_SERVICE] = ANY_SERVICE
    segments = [segment for segment in parts.path.split("/") if segment]
    ids: dict[str, str] = {}
    for segment, id in pairwise(segments):
        kind = kinds.get(segment.lower().removesuffix("s"))
        if kind is not None and is_uuid(id):
            ids[kind] = id.lower()
    return ids
