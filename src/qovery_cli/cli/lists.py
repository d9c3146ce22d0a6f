"""Lists: pages, states joined in, and every parent at once."""

from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.api.pages import all_items, items
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli.naming import named
from qovery_cli.cli.paths import place
from qovery_cli.cli.query import query
from qovery_cli.cli.rows import CommandRow
from qovery_cli.errors import UsageError
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.showing import TABULAR, output_format

#: An operation, its path values and its query.
Asked = tuple[str, Mapping[str, str], Mapping[str, Any] | None]

DEFAULT_LIMIT = 20


class Listing:
    """One run of a command that lists."""

    def __init__(
        self, session: Session, row: CommandRow, position: int, values: Mapping[str, Any]
    ) -> None:
        self.session = session
        self.row = row
        self.position = position
        self.values = values
        self.operation = catalog.operation(row.variants[position].operation)

    def show(self) -> None:
        """Ask for the list and show it."""
        if self.values.get("all"):
            self._show_all()
            return
        where = place(self.session, self.row, self.position, self.values)
        if any(p.name == "startId" for p in self.operation.parameters):
            self.session.show(self._pages(where.values), self._view())
        elif self._joins():
            self.session.show(self._joined([where.values]), self._view())
        else:
            data = self.session.ask(self.operation.key, where.values, self._query())
            found = named(self.session, self.row, items(data), where.values)
            self.session.show(self._expanded(found), self._view())

    def _view(self, *before: str) -> View:
        return View(columns=(*before, *self.row.columns), wide=self.row.wide, kind="list")

    def _query(self) -> dict[str, Any]:
        return query(self.session, self.row, self.position, self.values)

    def _pages(self, path: Mapping[str, str]) -> list[Any]:
        limit = _whole(self.values.get("limit"), DEFAULT_LIMIT)
        if self.session.level not in self.operation.api:
            # Asked for like anything else it is known to be retired, and what to use instead.
            self.session.ask(self.operation.key, path, self._query())
        found = list(
            all_items(self.session.client, self.operation, path, self._query(), limit=limit + 1)
        )
        if len(found) > limit:
            self.session.notice(f"The newest {limit}; --limit N shows more.")
        return found[:limit]

    def _expanded(self, found: list[Any]) -> list[Any]:
        """Return a line for each item inside the items, where a table is to have that."""
        name = self.row.expand
        if name is None or output_format(self.session) not in TABULAR:
            return found
        return [{**item, name: one} for item in found for one in item.get(name) or ()]

    def _joins(self) -> bool:
        return bool(self.row.join) and output_format(self.session) in TABULAR

    def _joined(self, paths: list[Mapping[str, str]]) -> list[Any]:
        """Return the items of all paths, each with what the joined list says of it.

        The override's ``on`` is the field of the joined list that names an item, ``from`` the
        item's own field with the same value (its id unless said otherwise).
        """
        join, said = self.row.join, self._query()
        asked: list[Asked] = [(self.operation.key, path, said) for path in paths]
        if self._joins():
            asked += [(join["op"], path, None) for path in paths]
        answers = self.session.ask_all(asked)
        found = [item for data in answers[: len(paths)] for item in items(data)]
        if not self._joins():
            return found
        more = {
            item.get(join["on"]): item for data in answers[len(paths) :] for item in items(data)
        }
        key = join.get("from", "id")
        return [{**item, join["as"]: more.get(item.get(key))} for item in found]

    def _show_all(self) -> None:
        parents = list(self._parents())
        name = self.operation.path_names[-1]
        found = self._joined([{name: id} for id, _ in parents])
        if output_format(self.session) in TABULAR:
            kind = str(self._parent_kind())
            names = dict(parents)
            for item in found:
                reference = item.get(kind) or {}
                item[f"{kind}_name"] = names.get(str(reference.get("id")), "")
            self.session.show(found, self._view(f"{kind}={kind}_name"))
        else:
            self.session.show(found, self._view())

    def _parent_kind(self) -> str | None:
        paths = [p for p in self.row.parameters if p.where == "path"]
        return paths[-1].resource if paths else None

    def _parents(self) -> Iterator[tuple[str, str]]:
        """Return id and path of every parent in the scope that is given."""
        kind = self._parent_kind()
        if kind not in {"project", "environment"} or len(self.operation.path_names) != 1:
            raise UsageError(f"'{self.row.command}' has no --all.", hint="Name its parent.")
        scope = self.session.settings.scope
        if kind == "environment" and "project" in scope:
            project = self.session.find("project")
            yield from self._children("environment", project.id, "")
            return
        organization = self.session.find("organization")
        projects = list(self._children("project", organization.id, ""))
        if kind == "project":
            yield from projects
            return
        name = str(RESOURCES["project"].parameter)
        operation = RESOURCES["environment"].list_operation
        lists = self.session.ask_all([(operation, {name: id}, None) for id, _ in projects])
        for (_, project_name), data in zip(projects, lists, strict=True):
            for item in items(data):
                yield item["id"], f"{project_name}/{item['name']}"

    def _children(self, kind: str, parent: str, prefix: str) -> Iterator[tuple[str, str]]:
        operation = RESOURCES[kind].list_operation
        (name,) = catalog.operation(operation).path_names
        for item in items(self.session.ask(operation, {name: parent})):
            yield item["id"], f"{prefix}{item['name']}"


def _whole(given: Any, default: int) -> int:
    if given is None:
        return default
    try:
        number = int(given)
    except ValueError:
        number = 0
    if number < 1:
        raise UsageError(f"--limit wants a whole number from 1, not '{given}'.", hint="--limit 50")
    return number
