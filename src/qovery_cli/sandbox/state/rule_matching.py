"""Selection of the project's deployment rule for a new environment.

``*`` matches any characters and ``?`` one; case is ignored and brackets are literal (previews are
called ``[PR] ...``).
"""

import re
from collections.abc import Iterable

from qovery_cli.sandbox.state.store import Document


def matches(wildcard: str, name: str) -> bool:
    """Return whether a wildcard matches a whole name; an empty one matches nothing."""
    pattern = re.escape(wildcard).replace(r"\*", ".*").replace(r"\?", ".")
    return bool(wildcard) and re.fullmatch(pattern, name, re.IGNORECASE | re.DOTALL) is not None


def rule_for(rules: Iterable[Document], name: str) -> Document | None:
    """Return the first rule by priority that matches a name."""
    ordered = sorted(rules, key=lambda rule: int(rule["priority_index"]))
    return next((rule for rule in ordered if matches(rule.get("wildcard") or "", name)), None)
