"""The lists of resources, asked for once, and what they have taught about ids."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from qovery_cli.catalog.resources import RESOURCES, Resource
from qovery_cli.errors import ForbiddenError, NotFoundError, QoveryError
from qovery_cli.http.concurrency import in_parallel
from qovery_cli.http.pagination import items
from qovery_cli.http.response import OtherFormError
from qovery_cli.resolve.match import matching, names_of
from qovery_cli.resolve.memo import Asked
from qovery_cli.resolve.org_index import Wide
from qovery_cli.resolve.resource_ref import Found

#: Hears of a list that was not asked for itself: its operation, path values and items.
Learn = Callable[[str, Mapping[str, str], Sequence[Mapping[str, Any]]], None]


class Lists:
    """Answers what there is, and which resource an id is, as far as it was seen."""

    def __init__(self, ask: Asked, wide: Wide, learn: Learn | None = None) -> None:
        self._ask = ask
        self._wide = wide
        self._learn = learn
        self._seen: dict[tuple[str, str], Found] = {}

    def all_of(self, resource: Resource, parent: Found | None) -> list[Found]:
        """Return every resource of a kind in its parent."""
        rows, whole = self._rows(resource, parent)
        return [self._note(resource, parent, item, whole=whole) for item in rows]

    def called(self, resource: Resource, parent: Found | None, text: str) -> list[Found]:
        """Return the resources that a text names in their parent."""
        rows, whole = self._rows(resource, parent)
        hits = matching(rows, text, resource)
        return [self._note(resource, parent, item, whole=whole) for item in hits]

    def only(self, resource: Resource, parent: Found | None) -> Found:
        """Return the one resource of a kind that has one in each parent, and no list.

        Raises OtherFormError for an answer that is no resource, as does ``get``.
        """
        return self._note(resource, parent, self._one(resource.list_operation, _place(parent)))

    def get(self, resource: Resource, id: str) -> Found:
        """Return a resource by its id alone; NotFoundError or ForbiddenError if there is none."""
        item = self._one(str(resource.get_operation), {resource.parameter: id})
        return self._note(resource, None, item)

    def _one(self, operation: str, values: Mapping[str, str]) -> Mapping[str, Any]:
        item = self._ask(operation, values)
        if not (isinstance(item, Mapping) and item.get("id")):
            raise OtherFormError(operation)
        return item

    def seen(self, kind: str, id: str) -> Found | None:
        """Return what is known of an id without asking."""
        return self._seen.get((kind, id))

    def seen_above(self, kind: str, below: Sequence[str]) -> Found | None:
        """Return the resource of a kind in which one of these ids is known to lie."""
        for known in [*self._seen.values()]:
            if known.id in below:
                ids = known.ids
                if kind in ids:
                    return self.seen(kind, ids[kind]) or _outer(known, kind)
        return None

    def together(
        self, resources: Sequence[Resource], parent: Found | None, text: str | None = None
    ) -> list[Found]:
        """Return what is in the lists of several kinds, or what a text names; asked in parallel."""
        jobs = [
            partial(self.all_of, each, parent)
            if text is None
            else partial(self.called, each, parent, text)
            for each in resources
        ]
        return _joined(in_parallel(jobs))

    def within_all(self, resource: Resource, parents: Sequence[Found]) -> list[Found]:
        """Return every resource of a kind in several parents; asked in parallel."""
        return _joined(in_parallel([partial(self.all_of, resource, each) for each in parents]))

    def any_with(self, resources: Sequence[Resource], id: str) -> Found | None:
        """Return the resource of one of these kinds that has an id; asked in parallel."""
        answers = in_parallel([partial(self.get, each, id) for each in resources])
        for answer in answers:
            if isinstance(answer, Found):
                return answer
        for answer in answers:
            # The API refuses what it does not know, as well as saying so.
            if not isinstance(answer, NotFoundError | ForbiddenError):
                assert isinstance(answer, QoveryError)
                raise answer
        return None

    def _rows(
        self, resource: Resource, parent: Found | None
    ) -> tuple[Sequence[Mapping[str, Any]], bool]:
        """Return the items of a list, and whether they are whole: as the list itself has them."""
        operation, place = resource.list_operation, _place(parent)
        rows = self._wide.rows(resource.kind, parent)
        if rows is not None:
            if self._learn is not None:
                self._learn(operation, place, rows)
            return rows, False
        found = items(self._ask(operation, place), operation)
        return [item for item in found if isinstance(item, dict) and item.get("id")], True

    def _note(
        self,
        resource: Resource,
        parent: Found | None,
        item: Mapping[str, Any],
        *,
        whole: bool = True,
    ) -> Found:
        id = str(item["id"])
        before = self._seen.get((resource.kind, id))
        path = parent.whole_path if parent else (before.path if before else ())
        name = next(iter(names_of(item, resource)), None)
        found = Found(resource.kind, id, name, path, item, whole=whole)
        self._seen[resource.kind, id] = found
        return found


def _joined(answers: Sequence[list[Found] | QoveryError]) -> list[Found]:
    found: list[Found] = []
    for answer in answers:
        if isinstance(answer, QoveryError):
            raise answer
        found += answer
    return found


def _place(parent: Found | None) -> dict[str, str]:
    return {RESOURCES[parent.kind].parameter: parent.id} if parent else {}


def _outer(found: Found, kind: str) -> Found:
    place = [each for each, _, _ in found.path].index(kind)
    _, id, name = found.path[place]
    return Found(kind, id, name, found.path[:place])
