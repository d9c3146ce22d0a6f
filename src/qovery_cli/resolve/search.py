"""Looks for a text as a whole name, and, if nothing has it, as a path."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from qovery_cli.catalog.resources import RESOURCES, Resource
from qovery_cli.errors import ForbiddenError, NotFoundError, QoveryError, UsageError
from qovery_cli.frozen import record
from qovery_cli.resolve.errors import unreadable
from qovery_cli.resolve.list_cache import ListCache
from qovery_cli.resolve.reference import is_uuid
from qovery_cli.resolve.resource_ref import ResourceRef


@record
class Miss:
    """A place in which a name was looked for in vain, and the names that are there."""

    noun: str
    text: str
    parent: ResourceRef | None
    names: tuple[str, ...]


class Result:
    """What a search came to: all that the text may mean, or else where it was looked for.

    ``misses`` has the most telling one first. ``trouble`` is why there was no place to look in.
    """

    def __init__(
        self,
        hits: Iterable[ResourceRef] = (),
        misses: Iterable[Miss] = (),
        trouble: QoveryError | None = None,
    ) -> None:
        self.hits = list(hits)
        self.misses = list(misses)
        self.trouble = trouble


class Search:
    """Searches lists; ``parent_of`` says in which place a kind is to be found by its name.

    ``origins`` holds where an id was given, for those that the context names.
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

    def look(self, resources: tuple[Resource, ...], text: str) -> Result:
        """Return what a text means among kinds that have the same parent."""
        whole = self._as_name(resources, text)
        if whole.hits or "/" not in text or resources[0].parent is None:
            return whole
        path = self._as_path(resources, text)
        return Result(path.hits, path.misses + whole.misses, path.trouble or whole.trouble)

    def _as_name(self, resources: tuple[Resource, ...], text: str) -> Result:
        try:
            parent = self._parent_of(resources[0])
        except (UsageError, NotFoundError) as error:
            return Result(trouble=error)
        return self._inside(resources, parent, text)

    def _as_path(self, resources: tuple[Resource, ...], text: str) -> Result:
        """Split at each slash in turn, because names may have slashes too."""
        above = RESOURCES[str(resources[0].parent)]
        result, outer_misses = Result(), list[Miss]()
        for left, right in _splits(text):
            outer = Result([ResourceRef(above.kind, left.lower())])
            if not is_uuid(left):
                outer = self.look((above,), left)
            outer_misses += outer.misses
            result.trouble = result.trouble or outer.trouble
            for place in outer.hits:
                inner = self._inside(resources, place, right)
                result.hits += inner.hits
                result.misses += inner.misses
                result.trouble = result.trouble or inner.trouble
        result.hits = list(_unique(result.hits))
        result.misses += outer_misses
        return result

    def _inside(
        self, resources: tuple[Resource, ...], parent: ResourceRef | None, text: str
    ) -> Result:
        try:
            hits = self._lists.together(resources, parent, text)
        except (NotFoundError, ForbiddenError) as error:
            if parent is None or parent.name is not None:
                raise
            return Result(trouble=unreadable(parent, self._origins.get(parent.id), error))
        if hits:
            return Result(hits)
        noun = resources[0].noun if len(resources) == 1 else "service"
        there = self._lists.together(resources, parent)
        return Result(misses=[Miss(noun, text, parent, tuple(f.name or f.id for f in there))])


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """Return left and right of each slash, the last slash first."""
    parts = text.split("/")
    for place in range(len(parts) - 1, 0, -1):
        left, right = "/".join(parts[:place]), "/".join(parts[place:])
        if left and right:
            yield left, right


def _unique(hits: Iterable[ResourceRef]) -> Iterable[ResourceRef]:
    return {(found.kind, found.id): found for found in hits}.values()
