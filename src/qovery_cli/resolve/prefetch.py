"""Fetch all lists of a search in one round trip if several of its levels are given by name."""

from collections.abc import Callable, Mapping
from typing import Protocol

from qovery_cli.catalog.resources import RESOURCES, SERVICES, Resource
from qovery_cli.errors import NotFoundError, UsageError
from qovery_cli.resolve.org_index import ENVIRONMENTS, SERVICES_LIST, OrganizationIndex
from qovery_cli.resolve.reference import is_url, is_uuid
from qovery_cli.resolve.resource_ref import ResourceRef

_ROOT, _PROJECT = RESOURCES["organization"], RESOURCES["project"]

#: The kinds that organization-wide lists cover.
_INDEXED = (_PROJECT.kind, "environment", *SERVICES)


class ScopeValue(Protocol):
    """A value of the context for one level, and its origin."""

    @property
    def value(self) -> str:
        """A name, an id, a path or a URL."""

    @property
    def origin(self) -> str:
        """The option, variable, file or profile."""

    @property
    def passed_over(self) -> str:
        """The stronger variable that is set but empty, "" for none."""


class Prefetch:
    """A planner of the requests that a search will need, from its name and the context.

    ``offers`` returns true for an operation that the API has; None for an API without
    organization-wide lists. ``from_scope`` resolves the value of the context for a kind.
    """

    def __init__(
        self,
        index: OrganizationIndex,
        scope: Mapping[str, ScopeValue],
        offers: Callable[[str], bool] | None,
        from_scope: Callable[[Resource, Mapping[str, str]], ResourceRef],
    ) -> None:
        self._index = index
        self._scope = scope
        self._offers = offers
        self._from_scope = from_scope

    def prefetch(self, resource: Resource, text: str | None, within: Mapping[str, str]) -> None:
        """Fetch the lists that a search will need, if that saves a round trip.

        Raises the errors of requests that the search cannot do without.
        """
        references = {kind: entry.value for kind, entry in self._scope.items()}
        if text is not None:
            references[resource.kind] = text
        levels = named_levels(resource, references, within)
        kinds = [kind for kind in levels if kind in _INDEXED]
        if len(kinds) < 2 or not self._is_supported():
            return
        try:
            organization, project = self._parent_ids(kinds, references, within)
        except (UsageError, NotFoundError):
            # The search raises the error itself if it needs the resource.
            return
        if organization is not None:
            self._index.fetch(organization, project, kinds)

    def prefetch_all(self, organization: str, resource: Resource) -> None:
        """Fetch all resources of a kind in an organization, if the API has such a list."""
        if self._is_supported():
            self._index.fetch(organization, None, [resource.kind])

    def _is_supported(self) -> bool:
        offers = self._offers
        return offers is not None and offers(SERVICES_LIST) and offers(ENVIRONMENTS)

    def _parent_ids(
        self, kinds: list[str], references: Mapping[str, str], within: Mapping[str, str]
    ) -> tuple[str | None, str | None]:
        """Return the ids of the organization and project that contain the named resources.

        The organization is None if resolving it would cost another round trip.
        """
        organization = within.get(_ROOT.parameter)
        if _PROJECT.kind in kinds:
            return organization or self._from_scope(_ROOT, within).id, None
        project_id = within.get(_PROJECT.parameter)
        if project_id:
            project = ResourceRef(_PROJECT.kind, project_id)
        else:
            project = self._from_scope(_PROJECT, within)
        organization = organization or project.ids.get(_ROOT.kind)
        if organization is None and _is_id(references.get(_ROOT.kind, "")):
            organization = self._from_scope(_ROOT, within).id
        return organization, project.id


def named_levels(
    resource: Resource, references: Mapping[str, str], within: Mapping[str, str]
) -> list[str]:
    """Return the kinds that have to be looked up by name for a resource, innermost first.

    ``references`` maps a kind to its name, id, path or URL; ``within`` maps a path parameter to
    an id that is already resolved. Levels that the segments of a path may name are included. An
    id or a URL needs no level above it.
    """
    kinds: list[str] = []
    level: Resource | None = resource
    slashes = 0
    while level is not None and level.parameter not in within:
        reference = references.get(level.kind, "")
        if slashes == 0 and (not reference or _is_id(reference)):
            break
        slashes = max(slashes - 1, 0 if is_url(reference) else reference.count("/"))
        kinds.append(level.kind)
        level = RESOURCES[level.parent] if level.parent else None
    return kinds


def _is_id(text: str) -> bool:
    return is_uuid(text.strip()) or is_url(text.strip())
