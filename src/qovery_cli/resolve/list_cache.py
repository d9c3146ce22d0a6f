"""Resource lists, each fetched once, and the resources known from them by id."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from qovery_cli.catalog.resources import ALL_SERVICES, RESOURCES, Resource
from qovery_cli.errors import ForbiddenError, NotFoundError, QoveryError
from qovery_cli.http.pagination import items
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.match import id_of, items_of, matching, names_of
from qovery_cli.resolve.memo import RequestMemo
from qovery_cli.resolve.org_index import OrganizationIndex
from qovery_cli.resolve.resource_ref import ResourceRef

#: Callback for a list taken from the organization index: its operation, path values and items.
Learn = Callable[[str, Mapping[str, str], Sequence[Mapping[str, Any]]], None]


class ListCache:
    """A cache of resource lists, and of each resource seen in them.

    ``offers`` returns true for an operation that the API has; None for an API without a list of
    the services of all kinds.
    """

    def __init__(
        self,
        request: RequestMemo,
        index: OrganizationIndex,
        learn: Learn | None = None,
        offers: Callable[[str], bool] | None = None,
    ) -> None:
        self._request = request
        self._index = index
        self._learn = learn
        self._offers = offers
        self._cache: dict[tuple[str, str], ResourceRef] = {}

    def list_all(self, resource: Resource, parent: ResourceRef | None) -> list[ResourceRef]:
        """Return every resource of a kind in its parent."""
        return self._select(resource, parent, None)

    def _select(
        self,
        resource: Resource,
        parent: ResourceRef | None,
        text: str | None,
        operation: str | None = None,
    ) -> list[ResourceRef]:
        """Return the resources of a kind that match a name, or all without a name."""
        rows, whole = self._rows(resource, parent, operation or resource.list_operation)
        matches = rows if text is None else matching(rows, text, resource)
        return [self._remember(resource, parent, item, whole=whole) for item in matches]

    def get_singleton(self, resource: Resource, parent: ResourceRef | None) -> ResourceRef:
        """Return the only resource of a singleton kind in its parent.

        Raises UnexpectedResponseError for a response that is not a resource, as ``get`` does.
        """
        item = self._fetch(resource, resource.list_operation, _path_values(parent))
        return self._remember(resource, parent, item)

    def get(self, resource: Resource, id: str) -> ResourceRef:
        """Return a resource by its id alone; raise NotFoundError or ForbiddenError without it."""
        item = self._fetch(resource, str(resource.get_operation), {resource.parameter: id})
        return self._remember(resource, None, item)

    def _fetch(
        self, resource: Resource, operation: str, values: Mapping[str, str]
    ) -> Mapping[str, Any]:
        item = self._request(operation, values)
        if not (isinstance(item, Mapping) and id_of(item, resource)):
            raise UnexpectedResponseError(operation)
        return item

    def cached(self, kind: str, id: str) -> ResourceRef | None:
        """Return the resource with an id if a list has shown it, without a request."""
        return self._cache.get((kind, id))

    def cached_ancestor(self, kind: str, ids: Sequence[str]) -> ResourceRef | None:
        """Return the cached resource of a kind that contains one of these ids."""
        for resource in [*self._cache.values()]:
            if resource.id in ids:
                path_ids = resource.ids
                if kind in path_ids:
                    return self.cached(kind, path_ids[kind]) or _ancestor(resource, kind)
        return None

    def list_kinds(
        self, resources: Sequence[Resource], parent: ResourceRef | None, text: str | None = None
    ) -> list[ResourceRef]:
        """Return the resources of several kinds that match a name, or all without a name.

        The API may have one list for all kinds of service; other lists are fetched in parallel.
        """
        shared = self._shared_list(resources, parent)
        jobs = [partial(self._select, each, parent, text, shared) for each in resources]
        return _all_of(jobs)

    def _shared_list(self, resources: Sequence[Resource], parent: ResourceRef | None) -> str | None:
        """Return the operation that lists all these kinds, fetched; None if there is none."""
        if len(resources) < 2 or self._index.rows(resources[0].kind, parent) is not None:
            return None
        if self._offers is None or not self._offers(ALL_SERVICES):
            return None
        try:
            items(self._request(ALL_SERVICES, _path_values(parent)), ALL_SERVICES)
        except (NotFoundError, ForbiddenError, UnexpectedResponseError):
            # Some servers lack it; if the parent does not exist, the other lists fail as well.
            return None
        return ALL_SERVICES

    def list_in_parents(
        self, resource: Resource, parents: Sequence[ResourceRef]
    ) -> list[ResourceRef]:
        """Return every resource of a kind in several parents, fetched in parallel."""
        jobs = [partial(self.list_all, resource, parent) for parent in parents]
        return _all_of(jobs)

    def get_any(self, resources: Sequence[Resource], id: str) -> ResourceRef | None:
        """Return the resource with an id, trying several kinds in parallel; None if none has it."""
        from qovery_cli.http.concurrency import in_parallel

        results = in_parallel([partial(self.get, resource, id) for resource in resources])
        for result in results:
            if isinstance(result, ResourceRef):
                return result
        for result in results:
            # For an unknown id, the API may answer 403 as well as 404.
            if not isinstance(result, NotFoundError | ForbiddenError):
                assert isinstance(result, QoveryError)
                raise result
        return None

    def _rows(
        self, resource: Resource, parent: ResourceRef | None, operation: str
    ) -> tuple[Sequence[Mapping[str, Any]], bool]:
        """Return the items of a list, and true if they come from the list itself.

        Items of the organization index have fewer fields.
        """
        path_values = _path_values(parent)
        rows = self._index.rows(resource.kind, parent)
        if rows is not None:
            if self._learn is not None:
                self._learn(resource.list_operation, path_values, rows)
            return rows, False
        listed = items(self._request(operation, path_values), operation)
        return items_of(listed, resource, operation), True

    def _remember(
        self,
        resource: Resource,
        parent: ResourceRef | None,
        item: Mapping[str, Any],
        *,
        whole: bool = True,
    ) -> ResourceRef:
        id = id_of(item, resource)
        previous = self._cache.get((resource.kind, id))
        path = parent.whole_path if parent else (previous.path if previous else ())
        name = next(iter(names_of(item, resource)), None)
        ref = ResourceRef(resource.kind, id, name, path, item, whole=whole)
        self._cache[resource.kind, id] = ref
        return ref


def _all_of(jobs: Sequence[Callable[[], list[ResourceRef]]]) -> list[ResourceRef]:
    from qovery_cli.http.concurrency import in_parallel

    resources: list[ResourceRef] = []
    for result in in_parallel(jobs):
        if isinstance(result, QoveryError):
            raise result
        resources += result
    return resources


def _path_values(parent: ResourceRef | None) -> dict[str, str]:
    return {RESOURCES[parent.kind].parameter: parent.id} if parent else {}


def _ancestor(resource: ResourceRef, kind: str) -> ResourceRef:
    index = [ancestor_kind for ancestor_kind, _, _ in resource.path].index(kind)
    _, id, name = resource.path[index]
    return ResourceRef(kind, id, name, resource.path[:index])
