"""Take secrets out of text: user and password of a URL, and secrets that are known."""

import re
from collections.abc import Callable, Iterable
from typing import Final

#: The replacement of what is taken out.
MASK: Final = "***"

#: A shorter secret is only taken out where it is a word of its own.
_LONG: Final = 6
#: A line of a secret of several lines that is long enough to be secret by itself.
_LINE: Final = 8

# `git@` is the user of every SSH remote, and no secret. A password may contain an `@` of its own.
_USERINFO: Final = r"""(://)(?!git@)[^\s/?#"'<>`\\]+@"""


def mask_urls(text: str) -> str:
    """Return text with user and password of every URL masked."""
    if "@" not in text or "://" not in text:
        return text
    return re.sub(_USERINFO, rf"\1{MASK}@", text)


def striker(secrets: Iterable[str]) -> Callable[[str], str]:
    """Return the function that masks every secret in a text; see ``strike_out``."""
    spellings = {spelling for secret in secrets for spelling in _spellings(secret)}
    if not spellings:
        return str
    # The longest first: one secret may contain another.
    ordered = sorted(spellings, key=len, reverse=True)
    words = "|".join(re.escape(word) for word in ordered if len(word) < _LONG)
    parts = [re.escape(word) for word in ordered if len(word) >= _LONG]
    parts += [rf"(?<!\w)(?:{words})(?!\w)"] if words else []
    pattern = re.compile("|".join(parts))
    return lambda text: pattern.sub(MASK, text)


def strike_out(text: str, secrets: Iterable[str]) -> str:
    """Return text with every secret masked, as it is and as JSON or a URL spells it."""
    return striker(secrets)(text)


def _spellings(secret: str) -> Iterable[str]:
    import json
    from urllib.parse import quote, quote_plus

    lines = [line.strip() for line in secret.splitlines()]
    for part in (secret.strip(), *(line for line in lines if len(line) >= _LINE)):
        if part:
            yield part
            yield json.dumps(part)[1:-1]
            yield json.dumps(part, ensure_ascii=False)[1:-1]
            yield quote(part, safe="")
            yield quote_plus(part, safe="")
