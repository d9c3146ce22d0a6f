"""Lists: pages, states joined in, and every parent at once."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qovery_cli import catalog
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.cli.id_labels import with_names
from qovery_cli.cli.query import query
from qovery_cli.cli.request_target import place
from qovery_cli.cli.requested_fields import RequestedFields, requested_fields
from qovery_cli.cli.views import view
from qovery_cli.errors import QoveryError, UsageError
from qovery_cli.http.pagination import all_items, items, records
from qovery_cli.session import Session

if TYPE_CHECKING:
    from qovery_cli.session.batch import ReadRequest

#: An operation, its path values and its query.
Asked = tuple[str, Mapping[str, str], Mapping[str, Any] | None]

DEFAULT_LIMIT = 20


class Listing:
    """One run of a command that lists."""

    def __init__(
        self, session: Session, row: CommandSpec, position: int, values: Mapping[str, Any]
    ) -> None:
        self.session = session
        self.row = row
        self.position = position
        self.values = values
        self.operation = catalog.operation(row.variants[position].operation)
        self.view = view(self.row)
        self.refused_page: QoveryError | None = None

    def show(self) -> None:
        """Request the list and show it."""
        if self.values.get("all"):
            kind = self._parent_kind()
            self.view = view(self.row, f"{kind}={kind}_name")
            self.session.show(self._of_all(kind), self.view)
            return
        where = place(self.session, self.row, self.position, self.values)
        if any(p.name == "startId" for p in self.operation.parameters):
            self.session.show(self._pages(where.values), self.view)
            if self.refused_page is not None:
                raise self.refused_page
        elif self._joins():
            self.session.show(self._joined(where.values), self.view)
        else:
            data = self.session.get_cached(self.operation.key, where.values, self._query())
            listed = items(data, self.operation.key)
            found = with_names(self.session, self.row, listed, where.values, self.fields)
            self.session.show(self._expanded(found), self.view)

    @cached_property
    def fields(self) -> RequestedFields:
        """The fields that the output of this run names."""
        return requested_fields(self.session, self.view)

    def _query(self) -> dict[str, Any]:
        return query(self.session, self.row, self.position, self.values)

    def _pages(self, path: Mapping[str, str]) -> Iterator[Any]:
        """Yield the newest items; a page is asked for when the last one is used up.

        The error of a later page ends the list and becomes ``refused_page``, so that what came
        before it can be shown.
        """
        limit = _whole(self.values.get("limit"), DEFAULT_LIMIT)
        if self.session.level not in self.operation.api:
            # Asked for like anything else it is known to be retired, and what to use instead.
            self.session.get(self.operation.key, path, self._query())
        client, said = self.session.client, self._query()
        found = all_items(client, self.operation, path, said, limit=limit + 1)
        number = 0
        while True:
            try:
                item = next(found)
            except StopIteration:
                return
            except QoveryError as error:
                if number == 0:
                    raise
                # A page beyond the limit is only asked for to know whether it exists.
                self.refused_page = error if number < limit else None
                return
            if number == limit:
                self.session.notice(f"The newest {limit}; --limit N shows more.")
                return
            yield item
            number += 1

    def _expanded(self, found: list[Any]) -> list[Any]:
        """Return an item for each of those inside the items, where a column shows one of them."""
        name = self.row.expand
        if name is None or not self.fields.show(name):
            return found
        lines = ((item, item.get(name)) for item in found if isinstance(item, dict))
        return [
            {**item, name: one} for item, inner in lines if isinstance(inner, list) for one in inner
        ]

    def _joins(self) -> bool:
        return bool(self.row.join) and self.fields.include(self.row.join["as"])

    def _joined(self, path: Mapping[str, str]) -> list[Any]:
        """Return the items at a path, each with what the joined list says of it."""
        asked: list[Asked] = [
            (self.operation.key, path, self._query()),
            (self.row.join["op"], path, None),
        ]
        found, more = self.session.get_many(asked)
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

    def _parent_kind(self) -> str:
        paths = [p for p in self.row.parameters if p.where == "path"]
        fits = paths and len(self.operation.path_names) == 1
        from qovery_cli.cli.fan_out import parent_kind

        return parent_kind(paths[-1].resource if fits else None, self.row.command)

    def _of_all(self, kind: str) -> Generator[Any, None, None]:
        """Yield the items of every parent, each with the path of its parent where that is shown."""
        from qovery_cli.cli.fan_out import under_every_parent

        questions = under_every_parent(self.session, kind, self._questions)
        joins, shows_parent = self._joins(), self.fields.include(f"{kind}_name")
        own: dict[str, list[Any]] = {}
        with closing(self.session.get_stream(questions)) as answers:
            for question, data in answers:
                if joins and question.request.operation == self.operation.key:
                    own = {question.key: records(data, operation=self.operation.key)}
                    continue
                if joins:
                    # Without the items, whose question has failed, there is nothing to add to.
                    found = self._with_more(own.get(question.key, []), data)
                else:
                    found = records(data, operation=self.operation.key)
                if shows_parent:
                    found = [{**item, f"{kind}_name": question.about} for item in found]
                yield from found

    def _questions(self, parent: str, path: str) -> "list[ReadRequest]":
        """Return what has to be asked about one parent."""
        from qovery_cli.session.batch import ReadRequest

        where, request = {self.operation.path_names[-1]: parent}, self.session.request
        asked = [ReadRequest(request(self.operation.key, where, self._query()), path, parent)]
        if self._joins():
            asked.append(ReadRequest(request(self.row.join["op"], where), path, parent))
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
