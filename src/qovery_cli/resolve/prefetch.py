"""Asks for all lists of a search at once, where names stand on several of its levels."""

from collections.abc import Callable, Mapping
from typing import Protocol

from qovery_cli.catalog.resources import RESOURCES, SERVICES, Resource
from qovery_cli.errors import NotFoundError, UsageError
from qovery_cli.resolve.org_index import ENVIRONMENTS, SERVICES_LIST, OrganizationIndex
from qovery_cli.resolve.reference import is_url, is_uuid
from qovery_cli.resolve.resource_ref import ResourceRef

_ROOT, _PROJECT = RESOURCES["organization"], RESOURCES["project"]

#: The kinds that the lists of an organization have.
_LISTED = (_PROJECT.kind, "environment", *SERVICES)


class ScopeValue(Protocol):
    """What the context says about a level, and where that was found."""

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
    """Knows what a search will need, from its text and the context.

    ``offers`` tells whether the API has an operation, None for an API without lists of a whole
    organization. ``from_scope`` finds what the context names.
    """

    def __init__(
        self,
        wide: OrganizationIndex,
        scope: Mapping[str, ScopeValue],
        offers: Callable[[str], bool] | None,
        from_scope: Callable[[Resource, Mapping[str, str]], ResourceRef],
    ) -> None:
        self._wide = wide
        self._scope = scope
        self._offers = offers
        self._from_scope = from_scope

    def look(self, resource: Resource, text: str | None, within: Mapping[str, str]) -> None:
        """Ask for what a search will need, if that saves a round trip.

        Raises the errors of what the search could not do without.
        """
        words = {kind: entry.value for kind, entry in self._scope.items()}
        if text is not None:
            words[resource.kind] = text
        levels = named_levels(resource, words, within)
        kinds = [kind for kind in levels if kind in _LISTED]
        if len(kinds) < 2 or not self._is_offered():
            return
        try:
            organization, project = self._around(kinds, words, within)
        except (UsageError, NotFoundError):
            # The search itself says so, if it needs to know.
            return
        if organization is not None:
            self._wide.fetch(organization, project, kinds)

    def look_at_all(self, organization: str, resource: Resource) -> None:
        """Ask for all of a kind in an organization, if the API has a list of that."""
        if self._is_offered():
            self._wide.fetch(organization, None, [resource.kind])

    def _is_offered(self) -> bool:
        offers = self._offers
        return offers is not None and offers(SERVICES_LIST) and offers(ENVIRONMENTS)

    def _around(
        self, kinds: list[str], words: Mapping[str, str], within: Mapping[str, str]
    ) -> tuple[str | None, str | None]:
        """Return the ids of organization and project that what is named lies in.

        The organization is None if to know it would cost a round trip more.
        """
        decided = within.get(_ROOT.parameter)
        if _PROJECT.kind in kinds:
            return decided or self._from_scope(_ROOT, within).id, None
        known = within.get(_PROJECT.parameter)
        project = ResourceRef(_PROJECT.kind, known) if known else self._from_scope(_PROJECT, within)
        outer = decided or project.ids.get(_ROOT.kind)
        if outer is None and _is_id(words.get(_ROOT.kind, "")):
            outer = self._from_scope(_ROOT, within).id
        return outer, project.id


def named_levels(
    resource: Resource, words: Mapping[str, str], within: Mapping[str, str]
) -> list[str]:
    """Return the kinds that are to be looked up by name for a resource, the innermost first.

    ``words`` are the texts of the levels by kind, ``within`` the ids that are decided, by
    parameter. The levels that the segments of a path may name are counted too. An id or a URL
    needs nothing above it.
    """
    kinds: list[str] = []
    level: Resource | None = resource
    slashes = 0
    while level is not None and level.parameter not in within:
        given = words.get(level.kind, "")
        if slashes == 0 and (not given or _is_id(given)):
            break
        slashes = max(slashes - 1, 0 if is_url(given) else given.count("/"))
        kinds.append(level.kind)
        level = RESOURCES[level.parent] if level.parent else None
    return kinds


def _is_id(text: str) -> bool:
    return is_uuid(text.strip()) or is_url(text.strip())
