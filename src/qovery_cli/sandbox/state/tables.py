"""The database tables for documents and actions, and their rows."""

import json
import uuid
from collections.abc import Mapping
from typing import Any

from qovery_cli.sandbox.datetimes import iso

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    kind TEXT NOT NULL, id TEXT NOT NULL, parent TEXT, name_key TEXT, position INTEGER NOT NULL,
    doc TEXT NOT NULL, created REAL NOT NULL, PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_parent ON documents (parent, kind, position);
CREATE INDEX IF NOT EXISTS by_id ON documents (id);
CREATE TABLE IF NOT EXISTS requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, target TEXT NOT NULL,
    environment TEXT, action TEXT NOT NULL, at REAL NOT NULL, speed REAL NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS by_target ON requests (target, id);
CREATE INDEX IF NOT EXISTS by_environment ON requests (environment, id);
CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

INSERT_DOCUMENT = "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)"
INSERT_REQUEST = (
    "INSERT INTO requests (kind, target, environment, action, at, speed, detail)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


def complete_document(doc: Mapping[str, Any], now: float) -> dict[str, Any]:
    """Return a document with default id and timestamps."""
    created = doc.get("created_at") or iso(now)
    return {"id": str(uuid.uuid4()), "created_at": created, "updated_at": created, **doc}


def document_row(
    kind: str, doc: Mapping[str, Any], parent: str | None, position: int, now: float
) -> tuple[Any, ...]:
    """Return the row of a document that has an id."""
    return (kind, doc["id"], parent, name_key(doc), position, json.dumps(doc), now)


def request_row(action: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the row of an action, from all its fields except the id."""
    names = ("kind", "target", "environment", "action", "at", "speed")
    return (*(action[name] for name in names), json.dumps(action["detail"]))


def name_key(doc: Mapping[str, Any]) -> str | None:
    """Return the case-folded name for look-ups; None without a name."""
    name = doc.get("name")
    return name.casefold() if isinstance(name, str) else None


def load(text: str) -> dict[str, Any]:
    """Return the document of a row."""
    document: dict[str, Any] = json.loads(text)
    return document
