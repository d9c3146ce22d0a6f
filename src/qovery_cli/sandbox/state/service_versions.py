"""Versions (commits, image tags) and dependencies of services.

Commits are documents of kind ``commit`` below their service, newest first. An unknown commit is
generated from its id, so that any id can be deployed. A service's document lists the ids of its
``dependencies``.
"""

import hashlib
import zlib
from typing import Any

from qovery_cli.sandbox.datetimes import iso, seconds
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state.commits import commits_of_service
from qovery_cli.sandbox.state.document_paths import replaced_at, value_at
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
    """Return the fields of a service in a history: commit, image and tag, chart or schedule.

    ``version`` is the requested commit, tag or version. Without it DEPLOY uses the head of a
    repository's branch and any other action the deployed commit.
    """
    row = SERVICE_KINDS[kind]
    deployed: dict[str, Any] = {}
    repository = repository_in(kind, doc)
    if repository is not None:
        current = repository.get("deployed_commit_id")
        chosen = version or (None if action == "DEPLOY" else current)
        deployed["commit"] = commit(store, doc, repository, chosen)
    image = None if row.image is None else value_at(doc, row.image)
    if image is not None:
        tag = version or image.get("tag", "")
        deployed |= {"image_name": image.get("image_name", ""), "tag": tag}
    chart = value_at(doc, "source.repository") if kind == "helm" else None
    if chart is not None:
        name, current = chart.get("chart_name", ""), chart.get("chart_version", "")
        deployed["repository"] = {"chart_name": name, "chart_version": version or current}
    return deployed | _more(kind, doc, deployed)


def _more(kind: str, doc: Document, deployed: Document) -> dict[str, Any]:
    """Return the command of a container, the schedule of a job, and the image built for it."""
    if kind == "container":
        command = {"arguments": doc.get("arguments") or []}
        return {**command, "entrypoint": doc.get("entrypoint") or ""}
    if kind != "job":
        return {}
    schedule = {"schedule": doc.get("schedule") or {}, "job_type": doc.get("job_type")}
    if "commit" not in deployed:
        return schedule
    built = {"image_name": f"z{doc['id'][:8]}", "tag": deployed["commit"]["git_commit_id"]}
    return {**built, **schedule}


def repository_in(kind: str, doc: Document) -> Document | None:
    """Return the repository that is deployed; None for a service without one."""
    paths = SERVICE_KINDS[kind].repositories[:1]
    return next((value_at(doc, path) for path in paths), None)


def commit(store: Store, service: Document, repository: Document, id: str | None) -> Document:
    """Return a commit of a service as the API shows it, by default the newest one.

    A short id selects the commit that starts with it.
    """
    commits = commits_of_service(store, service, repository)
    if id is None and commits:
        return commit_fields(commits[0])
    for candidate in commits:
        if id is not None and str(candidate.get("git_commit_id", "")).startswith(id):
            return commit_fields(candidate)
    return _example_commit(service, id or repository.get("deployed_commit_id") or "")


def commit_fields(commit: Document) -> Document:
    """Return the fields of a commit in a history."""
    return {name: commit[name] for name in _COMMIT if commit.get(name) is not None}


def _example_commit(service: Document, id: str) -> Document:
    full_id = id or hashlib.sha1(service["id"].encode(), usedforsecurity=False).hexdigest()
    chance = zlib.crc32(full_id.encode())
    return {
        "git_commit_id": full_id,
        "created_at": iso(seconds(service["created_at"]) - chance % 86400),
        "message": _MESSAGES[chance % len(_MESSAGES)],
        "author_name": _AUTHORS[chance % len(_AUTHORS)],
        "author_avatar_url": "",
        "tag": "",
    }


def set_deployed_version(store: Store, kind: str, id: str, deployed: dict[str, Any]) -> None:
    """Store the deployed commit in a service's document, if it has changed."""
    doc = store.get(kind, id)
    commit = deployed.get("commit")
    if doc is None or not commit:
        return
    for path in SERVICE_KINDS[kind].repositories[:1]:
        repository = {
            **(value_at(doc, path) or {}),
            "deployed_commit_id": commit["git_commit_id"],
            "deployed_commit_date": commit["created_at"],
            "deployed_commit_contributor": commit["author_name"],
            "deployed_commit_tag": commit.get("tag", ""),
        }
        if repository != value_at(doc, path):
            store.put(kind, id, replaced_at(doc, path, repository))


def set_version(store: Store, kind: str, id: str, version: str) -> None:
    """Store the requested image tag or chart version in a service's document, if it has one."""
    doc = store.get(kind, id) or {}
    for path in SERVICE_KINDS[kind].versions:
        if value_at(doc, path) not in (None, version):
            store.put(kind, id, replaced_at(doc, path, version))


def set_values_commit(store: Store, kind: str, doc: Document, id: str) -> None:
    """Store the requested commit of the repository with the values of a chart, if it has one."""
    for path in SERVICE_KINDS[kind].repositories[1:]:
        repository = value_at(doc, path)
        if repository is not None:
            changed = {**repository, "deployed_commit_id": id}
            store.put(kind, doc["id"], replaced_at(doc, path, changed))


def deployed_version(kind: str, doc: Document) -> str | None:
    """Return the deployed commit of a service, or its image tag or chart version."""
    repository = repository_in(kind, doc) or {}
    versions = [value_at(doc, path) for path in SERVICE_KINDS[kind].versions]
    return repository.get("deployed_commit_id") or next(filter(None, versions), None)


def dependencies(doc: Document) -> list[str]:
    """Return the ids of the services that must be deployed before this one."""
    return [str(id) for id in doc.get("dependencies") or ()]
