"""Short version label of a service."""

from collections.abc import Mapping
from typing import Any

#: Paths of fields: Git repositories with branch and commit, and other version fields.
_GIT = (
    ("git_repository",),
    ("source", "docker", "git_repository"),
    ("source", "git", "git_repository"),
    ("terraform_files_source", "git", "git_repository"),
)
_TAGS = (
    ("tag",),
    ("version",),
    ("source", "image", "tag"),
    ("source", "repository", "chart_version"),
)

_SHORT = 7


def version(service: Mapping[str, Any]) -> str | None:
    """Return ``branch@commit``, image tag, chart or database version; None if there is none."""
    for path in _GIT:
        git = _at(service, path)
        if isinstance(git, Mapping):
            commit = str(git.get("deployed_commit_id") or "")[:_SHORT]
            return "@".join(part for part in (git.get("branch"), commit) if part) or None
    tags = (_at(service, path) for path in _TAGS)
    return next((str(tag) for tag in tags if tag), None)


def _at(item: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        item = item.get(name) if isinstance(item, Mapping) else None
    return item
