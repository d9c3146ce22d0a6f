"""Which deployment rule of a project a new environment falls under.

``*`` stands for any run of characters and ``?`` for one; case does not matter, brackets are just
brackets (previews are called ``[PR] ...``).
"""

import re
from collections.abc import Iterable

from qovery_cli.sandbox.state.store import Document


def matches(wildcard: str, name: str) -> bool:
    """Return whether a wildcard covers a whole name; an empty one covers nothing."""
    pattern = re.escape(wildcard).replace(r"\*", ".*").replace(r"\?", ".")
    return bool(wildcard) and re.fullmatch(pattern, name, re.IGNORECASE | re.DOTALL) is not None


def rule_for(rules: Iterable[Document], name: str) -> Document | None:
    """Return the first rule, by its priority, that covers a name."""
    ordered = sorted(rules, key=lambda rule: int(rule["priority_index"]))
    return next((rule for rule in ordered if matches(rule.get("wildcard") or "", name)), None)
