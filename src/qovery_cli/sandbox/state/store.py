"""The sandbox's store: a tree of documents and a log of actions, kept in SQLite.

A *document* is one resource as the API would return it, with the fields of every API level
(``schema.response_shaping`` keeps those of the level served). It has a kind, an id and the id of
its parent. Kinds are the singular words of the API's paths: ``organization``, ``project``,
``environment``, ``application``, ``container``, ``database``, ``cluster``, ``apiToken`` ...

An *action* is one request that takes time or leaves a trace. States are not stored: they follow
from the actions and the clock. ``Action.action`` is DEPLOY, RESTART (redeploy), REBOOT (pods
only), STOP, DELETE, CANCEL, UPDATE (a cluster's Kubernetes version) or EDIT (settings or
variables changed, which makes a deployed service out of date).

The database is in memory or in a file. Methods are thread-safe; documents are copied in and out.
"""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from qovery_cli.sandbox.datetimes import Clock, Moment, iso
from qovery_cli.sandbox.state.tables import (
    INSERT_DOCUMENT,
    INSERT_REQUEST,
    SCHEMA,
    complete_document,
    document_row,
    load,
    name_key,
    request_row,
)

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Action:
    """A requested action: its target, its time (seconds since 1970) and its speed.

    ``speed`` is the factor by which the action is faster than in reality. ``detail`` has data
    needed later, such as the commit of a deployment or injected faults.
    """

    id: int
    kind: str
    target: str
    environment: str | None
    action: str
    at: float
    speed: float
    detail: Mapping[str, Any]


class Store:
    """Documents and actions in one SQLite database.

    Raises sqlite3.Error if the file is no database or cannot be written.
    """

    def __init__(
        self, path: str | Path = ":memory:", clock: Moment | None = None, speed: float = 1.0
    ) -> None:
        self.clock: Moment = clock or Clock()
        self.speed = speed
        self._lock = threading.RLock()
        self._depth = 0
        self._database = sqlite3.connect(str(path), check_same_thread=False, isolation_level=None)
        try:
            self._position = self._opened(in_file=str(path) != ":memory:")
        except sqlite3.Error:
            self._database.close()
            raise

    def _opened(self, *, in_file: bool) -> int:
        """Prepare the database and return the highest position in use."""
        if in_file:
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.executescript(SCHEMA)
        return self._rows("SELECT max(position) FROM documents", ())[0][0] or 0

    def close(self) -> None:
        """Close the database; the store cannot be used afterwards."""
        with self._lock:
            self._database.close()

    @contextmanager
    def transaction(self) -> Iterator["Store"]:
        """Commit all changes of the block, or roll back on an exception. May be nested."""
        with self._lock:
            outermost = self._depth == 0
            if outermost:
                self._database.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield self
            except BaseException:
                if outermost:
                    self._database.execute("ROLLBACK")
                raise
            else:
                if outermost:
                    self._database.execute("COMMIT")
            finally:
                self._depth -= 1

    def add(self, kind: str, doc: Document, parent: str | None = None) -> Document:
        """Add a document and return it, with default ``id`` and ``created_at``.

        Raises ValueError if a document of this kind and id exists.
        """
        now = self.clock()
        document = complete_document(doc, now)
        with self.transaction():
            self._position += 1
            row = document_row(kind, document, parent, self._position, now)
            try:
                self._database.execute(INSERT_DOCUMENT, row)
            except sqlite3.IntegrityError:
                raise ValueError(f"There is a {kind} {document['id']} already.") from None
        return document

    def add_all(self, documents: Iterable[tuple[str, Document, str | None]]) -> None:
        """Add many documents, each with its kind and parent, in one batch."""
        now = self.clock()
        with self.transaction():
            positions = count(self._position + 1)
            self._database.executemany(
                INSERT_DOCUMENT,
                (
                    document_row(kind, complete_document(doc, now), parent, next(positions), now)
                    for kind, doc, parent in documents
                ),
            )
            self._position = next(positions) - 1

    def get(self, kind: str, id: str) -> Document | None:
        """Return a document, or None."""
        rows = self._rows("SELECT doc FROM documents WHERE kind = ? AND id = ?", (kind, id))
        return load(rows[0][0]) if rows else None

    def put(self, kind: str, id: str, doc: Document) -> Document:
        """Replace a document and return it with a new ``updated_at``; KeyError if unknown.

        Its id, parent, position and ``created_at`` do not change.
        """
        with self.transaction():
            before = self.get(kind, id)
            if before is None:
                raise KeyError(id)
            unchanged = {"id": id, "created_at": before.get("created_at")}
            after = {**doc, **unchanged, "updated_at": iso(self.clock())}
            self._database.execute(
                "UPDATE documents SET doc = ?, name_key = ? WHERE kind = ? AND id = ?",
                (json.dumps(after), name_key(after), kind, id),
            )
        return after

    def children(self, kind: str, parent: str | None) -> list[Document]:
        """Return the documents of a kind below a parent, in the order in which they were added."""
        return self._documents("parent IS ? AND kind = ?", (parent, kind))

    def count(self, kinds: Iterable[str], parent: str) -> int:
        """Return the number of documents of some kinds directly below a parent."""
        names = tuple(kinds)
        placeholders = ", ".join("?" * len(names))
        query = f"SELECT count(*) FROM documents WHERE parent = ? AND kind IN ({placeholders})"
        number: int = self._rows(query, (parent, *names))[0][0]
        return number

    def all(self, kind: str) -> list[Document]:
        """Return every document of a kind, in the order in which they were added."""
        return self._documents("kind = ?", (kind,))

    def below(self, parent: str) -> list[tuple[str, Document]]:
        """Return kind and document of everything directly below a parent, oldest first."""
        rows = self._rows(
            "SELECT kind, doc FROM documents WHERE parent = ? ORDER BY position", (parent,)
        )
        return [(row[0], load(row[1])) for row in rows]

    def named(self, kind: str, parent: str | None, name: str) -> Document | None:
        """Return the document with a name below a parent, ignoring case; None if none exists."""
        condition = "parent IS ? AND kind = ? AND name_key = ?"
        docs = self._documents(condition, (parent, kind, name.casefold()))
        return docs[0] if docs else None

    def parent(self, kind: str, id: str) -> str | None:
        """Return the id of a document's parent; None for a root and for an unknown document."""
        rows = self._rows("SELECT parent FROM documents WHERE kind = ? AND id = ?", (kind, id))
        return rows[0][0] if rows else None

    def kind_of(self, id: str) -> str | None:
        """Return the kind of the document with this id, or None.

        A singleton document has the id of its parent; it is ignored.
        """
        query = "SELECT kind FROM documents WHERE id = ? AND parent IS NOT id LIMIT 1"
        rows = self._rows(query, (id,))
        return rows[0][0] if rows else None

    def delete(self, kind: str, id: str) -> None:
        """Delete one document and its actions, without its children; ignore unknown ones."""
        with self.transaction():
            self._database.execute("DELETE FROM documents WHERE kind = ? AND id = ?", (kind, id))
            # The actions on a service are part of its environment's history.
            condition = "environment = ? OR (target = ? AND environment IS NULL)"
            self._database.execute(f"DELETE FROM requests WHERE {condition}", (id, id))

    def delete_tree(self, kind: str, id: str) -> None:
        """Delete a document and all its descendants."""
        with self.transaction():
            for child_kind, child in self.below(id):
                forget = self.delete if child["id"] == id else self.delete_tree
                forget(child_kind, child["id"])
            self.delete(kind, id)

    def record(
        self,
        kind: str,
        target: str,
        environment: str | None,
        action: str,
        detail: Mapping[str, Any] | None = None,
        *,
        at: float | None = None,
        speed: float | None = None,
    ) -> Action:
        """Log an action and return it; ``at`` and ``speed`` default to the store's."""
        at = self.clock() if at is None else at
        speed = self.speed if speed is None else speed
        facts = dict(detail or {})
        row = (kind, target, environment, action, at, speed, json.dumps(facts))
        with self.transaction():
            cursor = self._database.execute(INSERT_REQUEST, row)
        return Action(cursor.lastrowid or 0, kind, target, environment, action, at, speed, facts)

    def last_action(self) -> int:
        """Return the id of the latest action other than EDIT, 0 if there is none."""
        rows = self._rows("SELECT max(id) FROM requests WHERE action != 'EDIT'", ())
        return int(rows[0][0] or 0)

    def record_all(self, actions: Iterable[Mapping[str, Any]]) -> None:
        """Log many actions in one batch, each with all fields of an `Action` except its id."""
        with self.transaction():
            self._database.executemany(INSERT_REQUEST, map(request_row, actions))

    def actions(self, target: str | None = None, environment: str | None = None) -> list[Action]:
        """Return the actions on a target, in an environment, or all of them, oldest first.

        An environment's include those on the environment itself and on every service of it.
        """
        filters = (("target", target), ("environment", environment))
        used = {name: value for name, value in filters if value}
        condition = " AND ".join(f"{name} = ?" for name in used) or "1"
        query = f"SELECT * FROM requests WHERE {condition} ORDER BY at, id"
        rows = self._rows(query, used.values())
        return [Action(*(*row[:7], json.loads(row[7]))) for row in rows]

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting of the sandbox, or the default."""
        rows = self._rows("SELECT value FROM settings WHERE key = ?", (key,))
        return json.loads(rows[0][0]) if rows else default

    def set_setting(self, key: str, value: Any) -> None:
        """Store a setting of the sandbox (not a resource) under a key."""
        with self.transaction():
            self._database.execute(
                "INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, json.dumps(value))
            )

    def clear(self) -> None:
        """Delete all documents, actions and settings."""
        with self.transaction():
            for table in ("documents", "requests", "settings"):
                self._database.execute(f"DELETE FROM {table}")

    @property
    def changes(self) -> int:
        """The number of rows written since the store was opened, including rolled back ones."""
        return self._database.total_changes

    def copy_from(self, other: "Store") -> None:
        """Replace the content by a copy of another store's."""
        with self._lock, other._lock:
            other._database.backup(self._database)
            self._position = other._position

    def _documents(self, condition: str, values: Iterable[Any]) -> list[Document]:
        query = f"SELECT doc FROM documents WHERE {condition} ORDER BY position"
        return [load(row[0]) for row in self._rows(query, values)]

    def _rows(self, query: str, values: Iterable[Any]) -> list[Any]:
        with self._lock:
            return self._database.execute(query, tuple(values)).fetchall()
