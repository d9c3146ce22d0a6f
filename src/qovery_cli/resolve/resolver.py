"""From a name, an id, a path or a URL of the console to the one resource that it means.

A text in the form of a UUID is taken for an id and not looked up. A resource whose *name* has
that form is reached by its path, where ids and names are looked up alike. A whole name wins over
a path: ``feat/x`` is first looked for as a name. Nothing is remembered between invocations.
"""

from collections.abc import Callable, Mapping

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES, SERVICES, Resource
from qovery_cli.frozen import changed
from qovery_cli.resolve import errors
from qovery_cli.resolve.list_cache import Learn, ListCache
from qovery_cli.resolve.memo import Ask, RequestMemo
from qovery_cli.resolve.org_index import OrganizationIndex
from qovery_cli.resolve.prefetch import Prefetch, ScopeValue
from qovery_cli.resolve.reference import ANY_SERVICE, console_ids, is_url, is_uuid
from qovery_cli.resolve.resource_ref import ResourceRef
from qovery_cli.resolve.search import Search

__all__ = ["Resolver", "ResourceRef", "ScopeValue"]


class Resolver:
    """Finds resources through ``ask(operation, path_values)``, which returns decoded answers.

    ``scope`` fills in what is not given, by kind. ``ask`` may be called from several threads;
    no question is asked twice. ``offers`` tells whether the API has an operation: with those that
    list a whole organization a search takes fewer round trips; ``learn`` hears of what they say
    that a list of one place would have said. ``fallback`` is called with an entry of the scope
    that a result depends on although a stronger variable, set but empty, was passed over.
    """

    def __init__(
        self,
        ask: Ask,
        scope: Mapping[str, ScopeValue],
        *,
        offers: Callable[[str], bool] | None = None,
        learn: Learn | None = None,
        fallback: Callable[[ScopeValue], None] | None = None,
    ) -> None:
        self.asked = RequestMemo(ask)
        self._wide = OrganizationIndex(self.asked)
        self._lists = ListCache(self.asked, self._wide, learn)
        self._scope = scope
        self._offers = offers
        self._ahead = Prefetch(self._wide, scope, offers, self._from_scope)
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
        """Return the one resource of a kind that a text means, or that the scope names.

        ``within`` holds path values that are decided already, by parameter: names are looked up
        below them. With ``named`` an id is looked up too, so that the name is known. Raises
        NotFoundError with the nearest names, and UsageError if nothing is given, if several
        have the name, or for a URL that leads elsewhere.
        """
        resource, above = RESOURCES[kind], within or {}
        self._ahead.look(resource, text, above)
        if text is None:
            found = self._from_scope(resource, above)
        else:
            found = self._from_text((resource,), text, above, None)
        self._report_fallbacks(found)
        return self._with_name(resource, found, above) if named and found.name is None else found

    def find_service(self, text: str | None = None) -> ResourceRef:
        """Return the application, container or database that a text means, or the scope names.

        Raises what ``find`` raises.
        """
        if text is not None:
            self._ahead.look(RESOURCES[SERVICES[0]], text, {})
            kinds = tuple(RESOURCES[kind] for kind in SERVICES)
            found = self._from_text(kinds, text, {}, None)
            self._report_fallbacks(found)
            return found
        named = {kind: self._scope[kind] for kind in SERVICES if kind in self._scope}
        if len(named) > 1:
            raise errors.unsure(
                [f"{kind} {entry.value} (from {entry.origin})" for kind, entry in named.items()]
            )
        if not named:
            raise errors.no_service()
        return self.find(*named)

    def environments(self) -> list[ResourceRef]:
        """Return every environment of the project that the scope names, else of the organization.

        Raises what ``find`` raises, and the first error of a list.
        """
        resource = RESOURCES["environment"]
        if "project" in self._scope:
            return self._lists.all_of(resource, self.find("project"))
        organization = self.find("organization")
        self._ahead.look_at_all(organization.id, resource)
        projects = self._lists.all_of(RESOURCES["project"], organization)
        return self._lists.within_all(resource, projects)

    def _report_fallbacks(self, found: ResourceRef) -> None:
        """Report the entries of the scope that a result depends on and that passed one over."""
        for id in found.ids.values():
            if self._fallback is not None and id in self._passed_over:
                self._fallback(self._passed_over[id])

    def _from_scope(self, resource: Resource, within: Mapping[str, str]) -> ResourceRef:
        entry = self._scope.get(resource.kind)
        if entry is not None:
            found = self._from_text((resource,), entry.value, within, entry.origin)
            self._origins[found.id] = entry.origin
            if entry.passed_over:
                self._passed_over[found.id] = entry
            return found
        if resource.singleton:
            return self._lists.only(resource, self._parent(resource, within))
        if resource.parent is None:
            return self._only_root(resource)
        raise errors.missing(resource)

    def _only_root(self, resource: Resource) -> ResourceRef:
        everything = self._lists.all_of(resource, None)
        if len(everything) == 1:
            return everything[0]
        raise errors.missing(resource, everything)

    def _parent(self, resource: Resource, within: Mapping[str, str]) -> ResourceRef | None:
        """Return what a resource lies in: decided already, or above what is, or from the scope."""
        if resource.parent is None:
            return None
        decided = within.get(RESOURCES[resource.parent].parameter)
        if decided is not None:
            return self._lists.seen(resource.parent, decided) or ResourceRef(
                resource.parent, decided
            )
        above = self._lists.seen_above(resource.parent, tuple(within.values()))
        return above or self._from_scope(RESOURCES[resource.parent], within)

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
            raise errors.empty(noun, origin)
        if is_url(wanted) and resources[0].console_segment:
            return self._from_url(resources, wanted, noun, origin)
        if is_uuid(wanted):
            return self._by_id(resources, wanted.lower())
        self._require_list(resources, noun, wanted)
        search = Search(self._lists, lambda each: self._parent(each, within), self._origins)
        result = search.look(resources, wanted)
        if len(result.hits) != 1 and self._wide.forget():
            # Only the lists of each place tell for certain what there is not.
            result = search.look(resources, wanted)
        if len(result.hits) == 1:
            return result.hits[0]
        if result.hits:
            raise errors.several(noun, wanted, result.hits, origin)
        if result.misses:
            miss = result.misses[0]
            raise errors.not_found(miss.noun, miss.text, miss.parent, miss.names, origin)
        assert result.trouble is not None, "a search that looked nowhere says why"
        raise result.trouble

    def _require_list(self, resources: tuple[Resource, ...], noun: str, text: str) -> None:
        """Raise UsageError for a name if the API has a list of the kind only at a later level.

        A list that only an earlier level has is asked for: the API says that it is retired.
        """
        lists = [catalog.operation(each.list_operation) for each in resources]
        newest = catalog.LEVELS[-1]
        if self._offers and all(newest in one.api and not self._offers(one.key) for one in lists):
            raise errors.no_list_yet(noun, text, newest)

    def _from_url(
        self, resources: tuple[Resource, ...], url: str, noun: str, origin: str | None
    ) -> ResourceRef:
        ids = console_ids(url)
        service = ids.pop(ANY_SERVICE, None)
        path = tuple((kind, id, None) for kind, id in ids.items())
        for resource in resources:
            if resource.kind in ids:
                place = list(ids).index(resource.kind)
                return ResourceRef(resource.kind, ids[resource.kind], None, path[:place])
        if service is None or resources[0].kind not in SERVICES:
            raise errors.other_url(noun, [*ids, *([ANY_SERVICE] if service else [])], origin)
        return changed(self._by_id(resources, service), path=path)

    def _by_id(self, resources: tuple[Resource, ...], id: str) -> ResourceRef:
        if len(resources) == 1:
            kind = resources[0].kind
            return self._lists.seen(kind, id) or ResourceRef(kind, id)
        found = self._lists.any_with(resources, id)
        if found is None:
            raise errors.unknown_id("service", id)
        return found

    def _with_name(
        self, resource: Resource, found: ResourceRef, within: Mapping[str, str]
    ) -> ResourceRef:
        if resource.get_operation and _by_id_alone(resource.get_operation):
            return changed(self._lists.get(resource, found.id), path=found.path)
        everything = self._lists.all_of(resource, self._parent(resource, within))
        known = next((one for one in everything if one.id == found.id), None)
        if known is None:
            raise errors.unknown_id(resource.noun, found.id)
        return known


def _by_id_alone(operation: str) -> bool:
    return len(catalog.operation(operation).path_names) == 1
