"""Search resource lists for a name, or for a path if no resource has that name."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from qovery_cli.catalog.resources import RESOURCES, Resource
from qovery_cli.errors import ForbiddenError, NotFoundError, QoveryError, UsageError
from qovery_cli.frozen import record
from qovery_cli.resolve.errors import unreadable_parent
from qovery_cli.resolve.list_cache import ListCache
from qovery_cli.resolve.reference import is_uuid
from qovery_cli.resolve.resource_ref import ResourceRef


@record
class Miss:
    """A parent in which a name was not found, and the names that it has."""

    noun: str
    text: str
    parent: ResourceRef | None
    names: tuple[str, ...]


class SearchResult:
    """The resources that match, or else the parents that were searched.

    ``misses`` has the most relevant one first. ``error`` is set if no parent could be searched.
    """

    def __init__(
        self,
        matches: Iterable[ResourceRef] = (),
        misses: Iterable[Miss] = (),
        error: QoveryError | None = None,
    ) -> None:
        self.matches = list(matches)
        self.misses = list(misses)
        self.error = error


class Search:
    """A search in resource lists; ``parent_of`` returns the parent to search for a kind.

    ``origins`` maps ids that come from the context to their origin.
    """

    def __init__(
        self,
        lists: ListCache,
        parent_of: Callable[[Resource], ResourceRef | None],
        origins: Mapping[str, str],
    ) -> None:
        self._lists = lists
        self._parent_of = parent_of
        self._origins = origins

    def find(self, resources: tuple[Resource, ...], text: str) -> SearchResult:
        """Return the resources that match a text among kinds that have the same parent."""
        by_name = self._find_name(resources, text)
        if by_name.matches or "/" not in text or resources[0].parent is None:
            return by_name
        by_path = self._find_path(resources, text)
        misses = by_path.misses + by_name.misses
        return SearchResult(by_path.matches, misses, by_path.error or by_name.error)

    def _find_name(self, resources: tuple[Resource, ...], text: str) -> SearchResult:
        try:
            parent = self._parent_of(resources[0])
        except (UsageError, NotFoundError) as error:
            return SearchResult(error=error)
        return self._find_in(resources, parent, text)

    def _find_path(self, resources: tuple[Resource, ...], text: str) -> SearchResult:
        """Split at each slash in turn, because names may contain slashes."""
        parent_kind = RESOURCES[str(resources[0].parent)]
        result, outer_misses = SearchResult(), list[Miss]()
        for left, right in _splits(text):
            outer = SearchResult([ResourceRef(parent_kind.kind, left.lower())])
            if not is_uuid(left):
                outer = self.find((parent_kind,), left)
            outer_misses += outer.misses
            result.error = result.error or outer.error
            for parent in outer.matches:
                inner = self._find_in(resources, parent, right)
                result.matches += inner.matches
                result.misses += inner.misses
                result.error = result.error or inner.error
        result.matches = list(_unique(result.matches))
        result.misses += outer_misses
        return result

    def _find_in(
        self, resources: tuple[Resource, ...], parent: ResourceRef | None, text: str
    ) -> SearchResult:
        try:
            matches = self._lists.list_kinds(resources, parent, text)
        except (NotFoundError, ForbiddenError) as error:
            if parent is None or parent.name is not None:
                raise
            origin = self._origins.get(parent.id)
            return SearchResult(error=unreadable_parent(parent, origin, error))
        if matches:
            return SearchResult(matches)
        noun = resources[0].noun if len(resources) == 1 else "service"
        names = tuple(ref.name or ref.id for ref in self._lists.list_kinds(resources, parent))
        return SearchResult(misses=[Miss(noun, text, parent, names)])


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text before and after each slash, the last slash first."""
    parts = text.split("/")
    for index in range(len(parts) - 1, 0, -1):
        left, right = "/".join(parts[:index]), "/".join(parts[index:])
        if left and right:
            yield left, right


def _unique(refs: Iterable[ResourceRef]) -> Iterable[ResourceRef]:
    return {(ref.kind, ref.id): ref for ref in refs}.values()
