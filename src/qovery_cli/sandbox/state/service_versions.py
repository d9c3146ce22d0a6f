"""Versions (commits, image tags) and dependencies of services.

Commits are documents of kind ``commit`` below their application, newest first. An unknown commit is
generated from its id, so that any id can be deployed. A service's document lists the ids of its
``dependencies``.
"""

import hashlib
import zlib
from typing import Any

from qovery_cli.sandbox.datetimes import iso, seconds
from qovery_cli.sandbox.state.commits import commits_of_application
from qovery_cli.sandbox.state.store import Document, Store

_AUTHORS = ("Ada Lovelace", "Alan Turing", "Grace Hopper")
_MESSAGES = ("Fix the checkout", "Speed up the search", "Tidy the settings", "Add an endpoint")
_COMMIT = (
    "git_commit_id",
    "created_at",
    "message",
    "author_name",
    "author_avatar_url",
    "commit_page_url",
    "tag",
)


def facts(
    store: Store, kind: str, doc: Document, action: str, version: str | None = None
) -> dict[str, Any]:
    """Return the fields of a service in a history: commit, or image and tag.

    ``version`` is the requested commit or tag. Without it DEPLOY uses the head of an application's
    branch and any other action the deployed commit.
    """
    if kind == "application":
        repository = doc.get("git_repository") or {}
        current = repository.get("deployed_commit_id")
        chosen = version or (None if action == "DEPLOY" else current)
        return {"commit": commit(store, doc, chosen)}
    if kind == "container":
        return {
            "image_name": doc.get("image_name", ""),
            "tag": version or doc.get("tag", ""),
            "arguments": doc.get("arguments") or [],
            "entrypoint": doc.get("entrypoint") or "",
        }
    return {}


def commit(store: Store, application: Document, id: str | None) -> Document:
    """Return a commit of an application as the API shows it, by default the newest one.

    A short id selects the commit that starts with it.
    """
    commits = commits_of_application(store, application)
    if id is None and commits:
        return commit_fields(commits[0])
    for candidate in commits:
        if id is not None and str(candidate.get("git_commit_id", "")).startswith(id):
            return commit_fields(candidate)
    repository = application.get("git_repository") or {}
    return _example_commit(application, id or repository.get("deployed_commit_id") or "")


def commit_fields(commit: Document) -> Document:
    """Return the fields of a commit in a history."""
    return {name: commit[name] for name in _COMMIT if commit.get(name) is not None}


def _example_commit(application: Document, id: str) -> Document:
    full_id = id or hashlib.sha1(application["id"].encode(), usedforsecurity=False).hexdigest()
    chance = zlib.crc32(full_id.encode())
    return {
        "git_commit_id": full_id,
        "created_at": iso(seconds(application["created_at"]) - chance % 86400),
        "message": _MESSAGES[chance % len(_MESSAGES)],
        "author_name": _AUTHORS[chance % len(_AUTHORS)],
        "author_avatar_url": "",
        "tag": "",
    }


def set_deployed_version(store: Store, kind: str, id: str, deployed: dict[str, Any]) -> None:
    """Store the deployed version in a service's document, if it has changed."""
    doc = store.get(kind, id)
    commit = deployed.get("commit")
    if doc is None or not commit:
        return
    repository = {
        **(doc.get("git_repository") or {}),
        "deployed_commit_id": commit["git_commit_id"],
        "deployed_commit_date": commit["created_at"],
        "deployed_commit_contributor": commit["author_name"],
        "deployed_commit_tag": commit.get("tag", ""),
    }
    if repository != doc.get("git_repository"):
        store.put(kind, id, {**doc, "git_repository": repository})


def dependencies(doc: Document) -> list[str]:
    """Return the ids of the services that must be deployed before this one."""
    return [str(id) for id in doc.get("dependencies") or ()]
