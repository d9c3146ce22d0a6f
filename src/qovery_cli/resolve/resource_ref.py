"""A reference to a resolved resource."""

from collections.abc import Mapping
from typing import Any

from qovery_cli.frozen import record


@record
class ResourceRef:
    """A resolved resource.

    ``path`` holds kind, id and name of each ancestor, outermost first, as far as they are known.
    ``name`` and ``data`` (an item of its list) are None if only the id was needed. ``whole`` is
    false for data of an organization-wide list, which has fewer fields.
    """

    kind: str
    id: str
    name: str | None = None
    path: tuple[tuple[str, str, str | None], ...] = ()
    data: Mapping[str, Any] | None = None
    whole: bool = True

    @property
    def whole_path(self) -> tuple[tuple[str, str, str | None], ...]:
        """The path including the resource itself."""
        return (*self.path, (self.kind, self.id, self.name))

    @property
    def ids(self) -> dict[str, str]:
        """The id of each kind in the whole path."""
        return {kind: id for kind, id, _ in self.whole_path}

    @property
    def written(self) -> str:
        """The path as the user can type it: names joined by slashes, %2F for one in a name."""
        segments = (name or id for _, id, name in self.whole_path)
        return "/".join(segment.replace("/", "%2F") for segment in segments)
