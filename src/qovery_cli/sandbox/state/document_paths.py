"""Values in documents by dotted paths such as ``source.git.git_repository``."""

from collections.abc import Mapping
from typing import Any

from qovery_cli.sandbox.state.store import Document


def value_at(doc: Mapping[str, Any], path: str) -> Any:
    """Return the value at a path, the document for an empty path; None if it is absent."""
    value: Any = doc
    for name in path.split(".") if path else ():
        value = value.get(name) if isinstance(value, dict) else None
    return value


def replaced_at(doc: Document, path: str, value: Any) -> Document:
    """Return a copy of a document with the value at a path replaced; None removes it."""
    name, _, rest = path.partition(".")
    if rest:
        return {**doc, name: replaced_at(dict(doc.get(name) or {}), rest, value)}
    if value is None:
        return {key: old for key, old in doc.items() if key != name}
    return {**doc, name: value}
