"""Normalize host names for the API: lower case, international names as punycode.

A custom domain becomes the host of a Kubernetes ingress and the name in a TLS certificate. Both
take lower-case ASCII only (RFC 1123; RFC 5890 for international names) and a wildcard only as the
whole first label.
"""

import re
from typing import Final

_LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_LONGEST: Final = 253
_PORT: Final = re.compile(r":[0-9]*$")


def host_name(text: str) -> str | None:
    """Return the normalized host name, None for an invalid one.

    The final dot of an absolute name is dropped.
    """
    wildcard = "*." if text.startswith("*.") else ""
    name = _ascii(text.removeprefix(wildcard)).removesuffix(".")
    labels = name.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels):
        return None
    # The last label of an IP address has digits only, that of a domain never (RFC 3696).
    if len(labels) < 2 or labels[-1].isdigit() or len(wildcard + name) > _LONGEST:
        return None
    return wildcard + name


def suggest_host(text: str) -> str | None:
    """Return the host name in a URL or mistyped text, None if it is uncertain."""
    name = text.strip().rpartition("://")[2]
    for end in "/?#\\":
        name = name.partition(end)[0]
    name = _PORT.sub("", name.rpartition("@")[2])
    labels = [label.strip() for label in name.split(".") if label.strip()]
    return host_name(".".join(labels).replace("_", "-"))


def _ascii(name: str) -> str:
    """Convert a name to lower-case ASCII, "" if that is impossible."""
    if name.isascii():
        return name.lower()
    import idna

    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return ""
