"""Validation of the string formats URI, e-mail address, UUID and date-time.

Requests are checked strictly, because responses must have the same formats.
"""

import re
from datetime import datetime

_CHARACTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})"
#: With a host, and without characters that RFC 3986 requires to be encoded.
_URI = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*://{_CHARACTER}+(?:#{_CHARACTER}*)?")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
#: The definition of HTML forms (section 4.10.5.1.5 of the living standard).
_EMAIL = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*")

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
#: RFC 3339, complete and with an offset.
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII
)


def uri(text: str) -> str:
    """Return an absolute URI; ValueError for any other string."""
    if _URI.fullmatch(text) is None:
        raise ValueError(f"{text!r} is not a URI.")
    return text


def email(text: str) -> str:
    """Return an e-mail address; ValueError for any other string."""
    if _EMAIL.fullmatch(text) is None:
        raise ValueError(f"{text!r} is not an e-mail address.")
    return text


def is_uuid(text: str) -> bool:
    """Return whether a string is a UUID, in lower or upper case."""
    return _UUID.fullmatch(text) is not None


def uuid(text: str) -> str:
    """Return a UUID in lower case; ValueError for any other string."""
    if not is_uuid(text):
        raise ValueError(f"{text!r} is not a UUID.")
    return text.lower()


def moment(text: str) -> str:
    """Return a date-time with an offset; ValueError for any other string."""
    if _MOMENT.fullmatch(text) is None:
        raise ValueError(f"{text!r} is not a timestamp.")
    datetime.fromisoformat(text.upper())
    return text
