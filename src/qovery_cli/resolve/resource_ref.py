"""A resource that was found, and how it is written."""

from collections.abc import Mapping
from typing import Any

from qovery_cli.frozen import record


@record
class ResourceRef:
    """One resource.

    ``path`` holds kind, id and name of what it lies in, the outermost first, as far as that is
    known. ``name`` and ``data`` (an item of its list) are None if only the id was needed. Data
    that is not ``whole`` comes from another list, which says less of it.
    """

    kind: str
    id: str
    name: str | None = None
    path: tuple[tuple[str, str, str | None], ...] = ()
    data: Mapping[str, Any] | None = None
    whole: bool = True

    @property
    def whole_path(self) -> tuple[tuple[str, str, str | None], ...]:
        """The path with the resource itself at its end."""
        return (*self.path, (self.kind, self.id, self.name))

    @property
    def ids(self) -> dict[str, str]:
        """The id of each kind in the whole path."""
        return {kind: id for kind, id, _ in self.whole_path}

    @property
    def written(self) -> str:
        """The path as it can be typed: names with slashes between, %2F for one in a name."""
        words = (name or id for _, id, name in self.whole_path)
        return "/".join(word.replace("/", "%2F") for word in words)
