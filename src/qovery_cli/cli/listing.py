"""Run list commands: pages, joined states, and lists across all parents."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qovery_cli.cli.id_labels import with_names
from qovery_cli.cli.invocation import Invocation
from qovery_cli.cli.requested_fields import RequestedFields, requested_fields
from qovery_cli.cli.views import view
from qovery_cli.errors import QoveryError, UsageError
from qovery_cli.http.pagination import PAGING, all_items, items, records
from qovery_cli.messages import invalid

if TYPE_CHECKING:
    from qovery_cli.session.batch import ReadRequest

#: An operation, its path values and its query.
ReadArguments = tuple[str, Mapping[str, str], Mapping[str, Any] | None]

DEFAULT_LIMIT = 20
_MORE = "Showing the newest {limit}; use --limit N for more."


class Listing:
    """One run of a list command."""

    def __init__(self, invocation: Invocation) -> None:
        self.invocation = invocation
        self.session = invocation.session
        self.spec = invocation.spec
        self.values = invocation.values
        self.operation = invocation.operation
        self.view = view(self.spec)
        self.page_error: QoveryError | None = None

    def show(self) -> None:
        """Request the list and show it."""
        if self.values.get("all"):
            kind = self._parent_kind()
            self.view = view(self.spec, f"{kind}={kind}_name")
            self.session.show(self._of_all(kind), self.view)
            return
        path = self.invocation.target.values
        if any(p.name in PAGING for p in self.operation.parameters):
            self.session.show(self._pages(path), self.view)
            if self.page_error is not None:
                raise self.page_error
        elif self._joins():
            self.session.show(self._joined(path), self.view)
        else:
            labelled = with_names(self.session, self.spec, self._listed(), path, self.fields)
            self.session.show(self._expanded(labelled), self.view)

    @cached_property
    def fields(self) -> RequestedFields:
        """The fields that the output of this run names."""
        return requested_fields(self.session, self.view)

    def _listed(self) -> list[Any]:
        """Return the items of a list that the API returns at once, or the newest ones of it."""
        limit = _limit(self.values.get("limit"), DEFAULT_LIMIT)
        sized = any(p.name == "pageSize" for p in self.operation.parameters)
        data = self.invocation.read(**{"pageSize": limit + 1} if sized else {})
        listed = items(data, self.operation.key)
        if (sized or "limit" in self.values) and len(listed) > limit:
            self.session.notice(_MORE.format(limit=limit))
            return listed[:limit]
        return listed

    def _pages(self, path: Mapping[str, str]) -> Iterator[Any]:
        """Yield the newest items; each page is requested when the previous one is used up.

        An error on a later page ends the list and is stored in ``page_error``, so that the items
        before it are shown.
        """
        limit = _limit(self.values.get("limit"), DEFAULT_LIMIT)
        if self.session.level not in self.operation.api:
            # Session.get reports a retired operation and its replacement.
            self.session.get(self.operation.key, path, self.invocation.query)
        client, query = self.session.client, self.invocation.query
        pages = all_items(client, self.operation, path, query, limit=limit + 1)
        number = 0
        while True:
            try:
                item = next(pages)
            except StopIteration:
                return
            except QoveryError as error:
                if number == 0:
                    raise
                # A page beyond the limit is requested only to find out whether it exists.
                self.page_error = error if number < limit else None
                return
            if number == limit:
                self.session.notice(_MORE.format(limit=limit))
                return
            yield item
            number += 1

    def _expanded(self, items: list[Any]) -> list[Any]:
        """Return one item per entry of the list in field ``expand``, if a column shows it."""
        name = self.spec.expand
        if name is None or not self.fields.show(name):
            return items
        rows = ((item, item.get(name)) for item in items if isinstance(item, dict))
        return [
            {**item, name: entry}
            for item, entries in rows
            if isinstance(entries, list)
            for entry in entries
        ]

    def _joins(self) -> bool:
        return bool(self.spec.join) and self.fields.include(self.spec.join["as"])

    def _joined(self, path: Mapping[str, str]) -> list[Any]:
        """Return the items at a path, each with its item of the joined list."""
        reads: list[ReadArguments] = [
            (self.operation.key, path, self.invocation.query),
            (self.spec.join["op"], path, None),
        ]
        data, joined = self.session.get_many(reads)
        return self._with_joined(records(data, operation=self.operation.key), joined)

    def _with_joined(self, items: list[Any], data: Any) -> list[Any]:
        """Return the items, each with its item of the joined list in ``data``.

        The override's ``on`` is the field of the joined list that identifies an item, ``from`` the
        field of the item with the same value, ``id`` by default.
        """
        join = self.spec.join
        joined = {
            str(item[join["on"]]): item for item in records(data, join["on"], operation=join["op"])
        }
        key = join.get("from", "id")
        return [{**item, join["as"]: joined.get(str(item.get(key)))} for item in items]

    def _parent_kind(self) -> str:
        paths = [p for p in self.spec.parameters if p.where == "path"]
        has_parent = paths and len(self.operation.path_names) == 1
        from qovery_cli.cli.fan_out import parent_kind

        return parent_kind(paths[-1].resource if has_parent else None, self.spec.command)

    def _of_all(self, kind: str) -> Generator[Any, None, None]:
        """Yield the items of every parent, each with the path of its parent if that is shown."""
        from qovery_cli.cli.fan_out import under_every_parent

        questions = under_every_parent(self.session, kind, self._questions)
        joins, shows_parent = self._joins(), self.fields.include(f"{kind}_name")
        items: dict[str, list[Any]] = {}
        with closing(self.session.get_stream(questions)) as answers:
            for question, data in answers:
                if joins and question.request.operation == self.operation.key:
                    items = {question.key: records(data, operation=self.operation.key)}
                    continue
                if joins:
                    # If the request for the items has failed, the joined list is ignored.
                    rows = self._with_joined(items.get(question.key, []), data)
                else:
                    rows = records(data, operation=self.operation.key)
                if shows_parent:
                    rows = [{**item, f"{kind}_name": question.about} for item in rows]
                yield from rows

    def _questions(self, parent: str, path: str) -> "list[ReadRequest]":
        """Return the requests for the list of one parent, at a path of names."""
        from qovery_cli.session.batch import ReadRequest

        path_values, request = {self.operation.path_names[-1]: parent}, self.session.request
        operation, query = self.operation.key, self.invocation.query
        questions = [ReadRequest(request(operation, path_values, query), path, parent)]
        if self._joins():
            questions.append(ReadRequest(request(self.spec.join["op"], path_values), path, parent))
        return questions


def _limit(value: Any, default: int) -> int:
    if value is None:
        return default
    try:
        number = int(value)
    except ValueError:
        number = 0
    if number < 1:
        raise UsageError(invalid("--limit", str(value), "an integer of at least 1"))
    return number
