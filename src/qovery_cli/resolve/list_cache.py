"""The lists of resources, asked for once, and what they have taught about ids."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from qovery_cli.catalog.resources import RESOURCES, Resource
from qovery_cli.errors import ForbiddenError, NotFoundError, QoveryError
from qovery_cli.http.concurrency import in_parallel
from qovery_cli.http.pagination import items
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.match import matching, names_of
from qovery_cli.resolve.memo import RequestMemo
from qovery_cli.resolve.org_index import OrganizationIndex
from qovery_cli.resolve.resource_ref import ResourceRef

#: Hears of a list that was not asked for itself: its operation, path values and items.
Learn = Callable[[str, Mapping[str, str], Sequence[Mapping[str, Any]]], None]


class ListCache:
    """Answers what there is, and which resource an id is, as far as it was seen."""

    def __init__(
        self, ask: RequestMemo, wide: OrganizationIndex, learn: Learn | None = None
    ) -> None:
        self._ask = ask
        self._wide = wide
        self._learn = learn
        self._seen: dict[tuple[str, str], ResourceRef] = {}

    def all_of(self, resource: Resource, parent: ResourceRef | None) -> list[ResourceRef]:
        """Return every resource of a kind in its parent."""
        rows, whole = self._rows(resource, parent)
        return [self._note(resource, parent, item, whole=whole) for item in rows]

    def called(
        self, resource: Resource, parent: ResourceRef | None, text: str
    ) -> list[ResourceRef]:
        """Return the resources that a text names in their parent."""
        rows, whole = self._rows(resource, parent)
        hits = matching(rows, text, resource)
        return [self._note(resource, parent, item, whole=whole) for item in hits]

    def only(self, resource: Resource, parent: ResourceRef | None) -> ResourceRef:
        """Return the one resource of a kind that has one in each parent, and no list.

        Raises OtherFormError for an answer that is no resource, as does ``get``.
        """
        return self._note(resource, parent, self._one(resource.list_operation, _place(parent)))

    def get(self, resource: Resource, id: str) -> ResourceRef:
        """Return a resource by its id alone; NotFoundError or ForbiddenError if there is none."""
        item = self._one(str(resource.get_operation), {resource.parameter: id})
        return self._note(resource, None, item)

    def _one(self, operation: str, values: Mapping[str, str]) -> Mapping[str, Any]:
        item = self._ask(operation, values)
        if not (isinstance(item, Mapping) and item.get("id")):
            raise UnexpectedResponseError(operation)
        return item

    def seen(self, kind: str, id: str) -> ResourceRef | None:
        """Return what is known of an id without asking."""
        return self._seen.get((kind, id))

    def seen_above(self, kind: str, below: Sequence[str]) -> ResourceRef | None:
        """Return the resource of a kind in which one of these ids is known to lie."""
        for known in [*self._seen.values()]:
            if known.id in below:
                ids = known.ids
                if kind in ids:
                    return self.seen(kind, ids[kind]) or _outer(known, kind)
        return None

    def together(
        self, resources: Sequence[Resource], parent: ResourceRef | None, text: str | None = None
    ) -> list[ResourceRef]:
        """Return what is in the lists of several kinds, or what a text names; asked in parallel."""
        jobs = [
            partial(self.all_of, each, parent)
            if text is None
            else partial(self.called, each, parent, text)
            for each in resources
        ]
        return _joined(in_parallel(jobs))

    def within_all(self, resource: Resource, parents: Sequence[ResourceRef]) -> list[ResourceRef]:
        """Return every resource of a kind in several parents; asked in parallel."""
        return _joined(in_parallel([partial(self.all_of, resource, each) for each in parents]))

    def any_with(self, resources: Sequence[Resource], id: str) -> ResourceRef | None:
        """Return the resource of one of these kinds that has an id; asked in parallel."""
        answers = in_parallel([partial(self.get, each, id) for each in resources])
        for answer in answers:
            if isinstance(answer, ResourceRef):
                return answer
        for answer in answers:
            # The API refuses what it does not know, as well as saying so.
            if not isinstance(answer, NotFoundError | ForbiddenError):
                assert isinstance(answer, QoveryError)
                raise answer
        return None

    def _rows(
        self, resource: Resource, parent: ResourceRef | None
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
        parent: ResourceRef | None,
        item: Mapping[str, Any],
        *,
        whole: bool = True,
    ) -> ResourceRef:
        id = str(item["id"])
        before = self._seen.get((resource.kind, id))
        path = parent.whole_path if parent else (before.path if before else ())
        name = next(iter(names_of(item, resource)), None)
        found = ResourceRef(resource.kind, id, name, path, item, whole=whole)
        self._seen[resource.kind, id] = found
        return found


def _joined(answers: Sequence[list[ResourceRef] | QoveryError]) -> list[ResourceRef]:
    found: list[ResourceRef] = []
    for answer in answers:
        if isinstance(answer, QoveryError):
            raise answer
        found += answer
    return found


def _place(parent: ResourceRef | None) -> dict[str, str]:
    return {RESOURCES[parent.kind].parameter: parent.id} if parent else {}


def _outer(found: ResourceRef, kind: str) -> ResourceRef:
    place = [each for each, _, _ in found.path].index(kind)
    _, id, name = found.path[place]
    return ResourceRef(kind, id, name, found.path[:place])
