"""Mask secrets in text: credentials in URLs, and known secrets."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

#: The replacement for a secret.
MASK: Final = "***"

#: A secret shorter than this is masked only as a separate word.
_LONG: Final = 6
#: The letters that follow a backslash in JSON in place of a control character.
_JSON_LETTERS: Final = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f"}
#: Minimum length of a line of a multi-line secret that is masked by itself.
_LINE: Final = 8

# `git@` is the user of every SSH remote, not a secret. A password may contain an `@`.
_USERINFO: Final = r"""(://)(?!git@)[^\s/?#"'<>`\\]+@"""


def mask_urls(text: str) -> str:
    """Return text with user and password of every URL masked."""
    if "@" not in text or "://" not in text:
        return text
    return re.sub(_USERINFO, rf"\1{MASK}@", text)


def secret_masker(secrets: Iterable[str]) -> Callable[[str], str]:
    """Return a function that masks every secret in a text; see ``mask_secrets``."""
    parts = {part for secret in secrets for part in _parts(secret)}
    if not parts:
        return str
    # Longest first: one secret may contain another.
    ordered = sorted(parts, key=len, reverse=True)
    patterns = [_pattern(part) for part in ordered if len(part) >= _LONG]
    words = "|".join(_pattern(part) for part in ordered if len(part) < _LONG)
    patterns += [rf"(?<!\w)(?:{words})(?!\w)"] if words else []
    pattern = re.compile("|".join(patterns))
    return lambda text: pattern.sub(MASK, text)


def mask_secrets(text: str, secrets: Iterable[str]) -> str:
    """Return text with every secret masked, as it is and as JSON, a URL or HTML spells it.

    JSON may be quoted in JSON, to any depth.
    """
    return secret_masker(secrets)(text)


def _parts(secret: str) -> Iterator[str]:
    """Yield the parts that are masked by themselves: the secret and its longer lines."""
    lines = (line.strip() for line in secret.splitlines())
    whole = secret.strip()
    if whole:
        yield whole
    yield from (line for line in lines if len(line) >= _LINE)


def _pattern(secret: str) -> str:
    """Return the regular expression for a secret in every spelling, and mixtures of them."""
    runs = re.findall(r"[A-Za-z0-9]+|\\+|.", secret, re.DOTALL)
    spelled = (run if run.isascii() and run.isalnum() else _spellings(run) for run in runs)
    # Every start inside a run of backslashes would take another pass over it.
    return r"(?<!\\)" * (not secret[0].isalnum()) + "".join(spelled)


def _spellings(run: str) -> str:
    """Return the regular expression for a special character, or a run of backslashes."""
    import html
    from urllib.parse import quote

    # Possessive: backtracking into a run of backslashes takes exponential time.
    plain = rf"\\{{{len(run)},}}+" if run[0] == "\\" else rf"\\*+{re.escape(run)}"
    units = run.encode("utf-16-be", "surrogatepass").hex()
    code = "".join(rf"\\++u{units[i : i + 4]}" for i in range(0, len(units), 4))
    percent = quote(run, safe="", errors="replace")
    if percent == run:
        percent = f"%{ord(run):02x}"
    options = [plain, f"(?i:{code})", f"(?i:{percent})"]
    if run in _JSON_LETTERS:
        options.append(rf"\\++{_JSON_LETTERS[run]}")
    if run == " ":
        options.append(r"\+")
    entity = html.escape(run)
    if entity != run:
        options += [entity, f"&#{ord(run)};"]
    return f"(?:{'|'.join(options)})"
