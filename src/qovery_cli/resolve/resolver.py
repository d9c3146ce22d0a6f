"""Resolve a name, an id, a path or a console URL to exactly one resource.

Text in the form of a UUID is taken for an id and not looked up. A resource whose *name* has that
form can be given by its path, where both ids and names are looked up. A name takes precedence
over a path: ``feat/x`` is first searched as a name. Nothing is cached between invocations.
"""

from collections.abc import Callable, Mapping, Sequence

from qovery_cli import catalog
from qovery_cli.catalog import resource_rows
from qovery_cli.catalog.resources import RESOURCES, SERVICES, Resource
from qovery_cli.frozen import changed
from qovery_cli.resolve import errors
from qovery_cli.resolve.list_cache import Learn, ListCache
from qovery_cli.resolve.memo import Ask, RequestMemo
from qovery_cli.resolve.org_index import OrganizationIndex
from qovery_cli.resolve.prefetch import Prefetch, ScopeValue
from qovery_cli.resolve.reference import ANY_SERVICE, console_ids, is_url, is_uuid
from qovery_cli.resolve.resource_ref import ResourceRef

__all__ = ["Resolver", "ResourceRef", "ScopeValue"]


class Resolver:
    """A resolver that calls ``request(operation, path_values)`` for decoded responses.

    ``scope`` holds the default for each kind that is not given. ``request`` may be called from
    several threads; equal requests are sent once. ``offers`` returns true for an operation that
    the API has: with organization-wide lists a search takes fewer round trips. ``learn`` is
    called with the lists that were taken from those. ``fallback`` is called with a scope entry
    that a result depends on although a variable of higher precedence is set but empty.
    ``services`` are the kinds of service that the API has.
    """

    def __init__(
        self,
        request: Ask,
        scope: Mapping[str, ScopeValue],
        *,
        offers: Callable[[str], bool] | None = None,
        learn: Learn | None = None,
        fallback: Callable[[ScopeValue], None] | None = None,
        services: Sequence[Resource] = resource_rows.SERVICES,
    ) -> None:
        self.memo = RequestMemo(request)
        self._index = OrganizationIndex(self.memo)
        self._lists = ListCache(self.memo, self._index, learn, offers)
        self._services = tuple(services)
        self._scope = scope
        self._offers = offers
        self._prefetch = Prefetch(self._index, scope, offers, self._from_scope)
        self._origins: dict[str, str] = {}
        self._fallback = fallback
        self._passed_over: dict[str, ScopeValue] = {}

    def find(
        self,
        kind: str,
        text: str | None = None,
        *,
        within: Mapping[str, str] | None = None,
        named: bool = False,
    ) -> ResourceRef:
        """Return the resource of a kind that a text refers to, or the default of the scope.

        ``within`` maps path parameters to ids that are already resolved: names are looked up
        below them. With ``named`` an id is looked up too, so that the name is known. Raises
        NotFoundError with the nearest names, and UsageError if no reference is given, if several
        resources have the name, or for a URL of another kind.
        """
        resource, within = RESOURCES[kind], within or {}
        self._prefetch.prefetch(resource, text, within)
        if text is None:
            ref = self._from_scope(resource, within)
        else:
            ref = self._from_text((resource,), text, within, None)
        self._report_fallbacks(ref, text)
        return self._with_name(resource, ref, within) if named and ref.name is None else ref

    def find_service(self, text: str | None = None) -> ResourceRef:
        """Return the service of any kind that a text or the scope refers to.

        Raises the errors of ``find``.
        """
        resources = self._services
        if text is not None:
            self._prefetch.prefetch(resources[0], text, {})
            ref = self._from_text(resources, text, {}, None)
            self._report_fallbacks(ref, text)
            return ref
        entries = {kind: self._scope[kind] for kind in SERVICES if kind in self._scope}
        if len(entries) > 1:
            raise errors.ambiguous_context(
                [f"{kind} {entry.value} (from {entry.origin})" for kind, entry in entries.items()]
            )
        if not entries:
            raise errors.missing_service(resources)
        return self.find(*entries)

    def environments(self) -> list[ResourceRef]:
        """Return every environment of the project in the scope, else of the organization.

        Raises the errors of ``find``, and the first error of a list.
        """
        resource = RESOURCES["environment"]
        if "project" in self._scope:
            return self._lists.list_all(resource, self.find("project"))
        organization = self.find("organization")
        self._prefetch.prefetch_all(organization.id, resource)
        projects = self._lists.list_all(RESOURCES["project"], organization)
        return self._lists.list_in_parents(resource, projects)

    def _report_fallbacks(self, ref: ResourceRef, text: str | None) -> None:
        """Report the scope entries that a result depends on and that replace an empty variable.

        The ancestors that a path or URL names itself do not depend on the scope.
        """
        named = _named_ancestors(ref, text)
        for id in ref.ids.values():
            if self._fallback is not None and id in self._passed_over and id not in named:
                self._fallback(self._passed_over[id])

    def _from_scope(self, resource: Resource, within: Mapping[str, str]) -> ResourceRef:
        entry = self._scope.get(resource.kind)
        if entry is not None:
            ref = self._from_text((resource,), entry.value, within, entry.origin)
            self._origins[ref.id] = entry.origin
            if entry.passed_over:
                self._passed_over[ref.id] = entry
            return ref
        if resource.singleton:
            return self._lists.get_singleton(resource, self._parent(resource, within))
        if resource.parent is None:
            return self._only_root(resource)
        raise errors.missing_resource(resource)

    def _only_root(self, resource: Resource) -> ResourceRef:
        choices = self._lists.list_all(resource, None)
        if len(choices) == 1:
            return choices[0]
        raise errors.missing_resource(resource, choices)

    def _parent(self, resource: Resource, within: Mapping[str, str]) -> ResourceRef | None:
        """Return the parent to search: from ``within``, an ancestor of its ids, or the scope."""
        if resource.parent is None:
            return None
        id = within.get(RESOURCES[resource.parent].parameter)
        if id is not None:
            return self._lists.cached(resource.parent, id) or ResourceRef(resource.parent, id)
        ancestor = self._lists.cached_ancestor(resource.parent, tuple(within.values()))
        return ancestor or self._from_scope(RESOURCES[resource.parent], within)

    def _from_text(
        self,
        resources: tuple[Resource, ...],
        text: str,
        within: Mapping[str, str],
        origin: str | None,
    ) -> ResourceRef:
        noun = resources[0].noun if len(resources) == 1 else "service"
        wanted = text.strip()
        if not wanted:
            raise errors.empty_name(noun, origin)
        if is_url(wanted) and resources[0].console_segment:
            return self._from_url(resources, wanted, noun, origin)
        if is_uuid(wanted):
            return self._by_id(resources, wanted.lower())
        from qovery_cli.resolve.search import Search

        self._require_list(resources, noun, wanted)
        search = Search(self._lists, lambda kind: self._parent(kind, within), self._origins)
        result = search.find(resources, wanted)
        if len(result.matches) != 1 and self._index.clear():
            # The index may be incomplete: only the list of each parent proves that a name is
            # missing or ambiguous.
            result = search.find(resources, wanted)
        if len(result.matches) == 1:
            return result.matches[0]
        if result.matches:
            raise errors.ambiguous_name(noun, wanted, result.matches, origin)
        if result.misses:
            miss = result.misses[0]
            raise errors.not_found(miss.noun, miss.text, miss.parent, miss.names, origin)
        assert result.error is not None, "a search without a parent has an error"
        raise result.error

    def _require_list(self, resources: tuple[Resource, ...], noun: str, text: str) -> None:
        """Raise UsageError for a name if only a later API level has a list of the kind.

        A list that only an earlier level has is requested: the API reports that it is retired.
        """
        lists = [catalog.operation(resource.list_operation) for resource in resources]
        newest = catalog.LEVELS[-1]
        if self._offers and all(newest in op.api and not self._offers(op.key) for op in lists):
            raise errors.names_unsupported(noun, text, newest)

    def _from_url(
        self, resources: tuple[Resource, ...], url: str, noun: str, origin: str | None
    ) -> ResourceRef:
        ids = console_ids(url)
        service = ids.pop(ANY_SERVICE, None)
        path = tuple((kind, id, None) for kind, id in ids.items())
        for resource in resources:
            if resource.kind in ids:
                index = list(ids).index(resource.kind)
                return ResourceRef(resource.kind, ids[resource.kind], None, path[:index])
        if service is None or resources[0].service is None:
            raise errors.wrong_url_kind(noun, [*ids, *([ANY_SERVICE] if service else [])], origin)
        return changed(self._by_id(resources, service), path=path)

    def _by_id(self, resources: tuple[Resource, ...], id: str) -> ResourceRef:
        if len(resources) == 1:
            kind = resources[0].kind
            return self._lists.cached(kind, id) or ResourceRef(kind, id)
        ref = self._lists.get_any(resources, id)
        if ref is None:
            raise errors.unknown_id("service", id)
        return ref

    def _with_name(
        self, resource: Resource, ref: ResourceRef, within: Mapping[str, str]
    ) -> ResourceRef:
        if resource.get_operation and _needs_only_id(resource.get_operation):
            return changed(self._lists.get(resource, ref.id), path=ref.path)
        siblings = self._lists.list_all(resource, self._parent(resource, within))
        match = next((sibling for sibling in siblings if sibling.id == ref.id), None)
        if match is None:
            raise errors.unknown_id(resource.noun, ref.id)
        return match


def _named_ancestors(ref: ResourceRef, text: str | None) -> frozenset[str]:
    """Return the ids of the ancestors that the path or URL in ``text`` names."""
    segments = (text or "").strip().count("/") - (ref.name or "").count("/")
    return frozenset(id for _, id, _ in ref.path[-segments:]) if segments > 0 else frozenset()


def _needs_only_id(operation: str) -> bool:
    return len(catalog.operation(operation).path_names) == 1
