"""Lists: pages, states joined in, and every parent at once."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any

from qovery_cli import catalog
from qovery_cli.api.pages import all_items, items, records
from qovery_cli.cli.naming import named
from qovery_cli.cli.paths import place
from qovery_cli.cli.query import query
from qovery_cli.cli.rows import CommandRow
from qovery_cli.errors import UsageError
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.showing import TABULAR, output_format

if TYPE_CHECKING:
    from qovery_cli.session.questions import Question

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
            self.session.show(self._joined(where.values), self._view())
        else:
            data = self.session.ask_once(self.operation.key, where.values, self._query())
            listed = items(data, self.operation.key)
            found = named(self.session, self.row, listed, where.values)
            self.session.show(self._expanded(found), self._view())

    def _view(self, *before: str) -> View:
        return View(columns=(*before, *self.row.columns), wide=self.row.wide, kind="list")

    def _query(self) -> dict[str, Any]:
        return query(self.session, self.row, self.position, self.values)

    def _pages(self, path: Mapping[str, str]) -> Iterator[Any]:
        """Yield the newest items; a page is asked for when the last one is used up."""
        limit = _whole(self.values.get("limit"), DEFAULT_LIMIT)
        if self.session.level not in self.operation.api:
            # Asked for like anything else it is known to be retired, and what to use instead.
            self.session.ask(self.operation.key, path, self._query())
        client, said = self.session.client, self._query()
        found = all_items(client, self.operation, path, said, limit=limit + 1)
        for number, item in enumerate(found):
            if number == limit:
                self.session.notice(f"The newest {limit}; --limit N shows more.")
                return
            yield item

    def _expanded(self, found: list[Any]) -> list[Any]:
        """Return a line for each item inside the items, where a table is to have that."""
        name = self.row.expand
        if name is None or output_format(self.session) not in TABULAR:
            return found
        lines = ((item, item.get(name)) for item in found if isinstance(item, dict))
        return [
            {**item, name: one} for item, inner in lines if isinstance(inner, list) for one in inner
        ]

    def _joins(self) -> bool:
        return bool(self.row.join) and output_format(self.session) in TABULAR

    def _joined(self, path: Mapping[str, str]) -> list[Any]:
        """Return the items at a path, each with what the joined list says of it."""
        asked: list[Asked] = [
            (self.operation.key, path, self._query()),
            (self.row.join["op"], path, None),
        ]
        found, more = self.session.ask_all(asked)
        return self._with_more(records(found, operation=self.operation.key), more)

    def _with_more(self, found: list[Any], data: Any) -> list[Any]:
        """Return items, each with what the answer of the joined list says of it.

        The override's ``on`` is the field of the joined list that names an item, ``from`` the
        item's own field with the same value (its id unless said otherwise).
        """
        join = self.row.join
        more = {
            str(item[join["on"]]): item for item in records(data, join["on"], operation=join["op"])
        }
        key = join.get("from", "id")
        return [{**item, join["as"]: more.get(str(item.get(key)))} for item in found]

    def _show_all(self) -> None:
        kind = self._parent_kind()
        if output_format(self.session) in TABULAR:
            self.session.show(self._of_all(kind), self._view(f"{kind}={kind}_name"))
        else:
            self.session.show(self._of_all(kind), self._view())

    def _parent_kind(self) -> str:
        paths = [p for p in self.row.parameters if p.where == "path"]
        fits = paths and len(self.operation.path_names) == 1
        from qovery_cli.cli.parents import parent_kind

        return parent_kind(paths[-1].resource if fits else None, self.row.command)

    def _of_all(self, kind: str) -> Generator[Any, None, None]:
        """Yield the items of every parent, in a table each with the path of its parent."""
        from qovery_cli.cli.parents import under_every_parent

        questions = under_every_parent(self.session, kind, self._questions)
        joins, tabular = self._joins(), output_format(self.session) in TABULAR
        own: dict[str, list[Any]] = {}
        with closing(self.session.ask_each(questions)) as answers:
            for question, data in answers:
                if joins and question.request.operation == self.operation.key:
                    own = {question.key: records(data, operation=self.operation.key)}
                    continue
                if joins:
                    # Without the items, whose question has failed, there is nothing to add to.
                    found = self._with_more(own.get(question.key, []), data)
                else:
                    found = records(data, operation=self.operation.key)
                if tabular:
                    found = [{**item, f"{kind}_name": question.about} for item in found]
                yield from found

    def _questions(self, parent: str, path: str) -> "list[Question]":
        """Return what has to be asked about one parent."""
        from qovery_cli.session.questions import Question

        where, request = {self.operation.path_names[-1]: parent}, self.session.request
        asked = [Question(request(self.operation.key, where, self._query()), path, parent)]
        if self._joins():
            asked.append(Question(request(self.row.join["op"], where), path, parent))
        return asked


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
