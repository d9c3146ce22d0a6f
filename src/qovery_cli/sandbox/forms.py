"""Which text is a URI or an e-mail address: forms that the documents demand of answers.

What would not fit an answer is refused where it comes in.
"""

import re

_CHARACTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})"
#: With a host, and without characters that RFC 3986 wants encoded.
_URI = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*://{_CHARACTER}+(?:#{_CHARACTER}*)?")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
#: As HTML defines what a form accepts (section 4.10.5.1.5 of the living standard).
_EMAIL = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*")


def uri(text: str) -> str:
    """Return an absolute URI as it is; ValueError for any other text."""
    if _URI.fullmatch(text) is None:
        raise ValueError(f"{text!r} is no URI.")
    return text


def email(text: str) -> str:
    """Return an e-mail address as it is; ValueError for any other text."""
    if _EMAIL.fullmatch(text) is None:
        raise ValueError(f"{text!r} is no e-mail address.")
    return text
