"""Generated commits of a repository's branch: a hundred, always the same.

They are documents of kind ``commit`` below their service, newest first. A service without commits
gets them on the first read.
"""

import hashlib
from collections.abc import Iterator
from random import Random
from urllib.parse import urlsplit

from qovery_cli.sandbox.datetimes import iso, seconds
from qovery_cli.sandbox.state.store import Document, Store

COUNT = 100
_AUTHORS = ("Ada Lovelace", "Alan Turing", "Grace Hopper", "Vera Rubin")
_VERBS = ("Fix", "Add", "Speed up", "Simplify", "Test", "Document", "Remove", "Rework")
_THINGS = ("the checkout", "retries", "the search", "the sitemap", "logging", "the cart", "caching")
_PROVIDERS = {"github": "GITHUB", "gitlab": "GITLAB", "bitbucket": "BITBUCKET"}


def commits_of(url: str, branch: str, now: float) -> list[Document]:
    """Return the commits of a branch, newest first, as the API shows them.

    Ids depend on repository and branch only, timestamps go back from ``now``.
    """
    return list(_commits(url, branch, now))


def _commits(url: str, branch: str, now: float) -> Iterator[Document]:
    page = url.removesuffix(".git")
    random = Random(f"{page}#{branch}")
    at = now - random.randint(600, 86400)
    for index in range(COUNT):
        digest = hashlib.sha1(f"{page}#{branch}#{COUNT - index}".encode(), usedforsecurity=False)
        sha = digest.hexdigest()
        author = random.choice(_AUTHORS)
        yield {
            "created_at": iso(at),
            "git_commit_id": sha,
            "tag": f"v1.{(COUNT - index) // 10}.0" if index % 10 == 0 else "",
            "message": f"{random.choice(_VERBS)} {random.choice(_THINGS)}",
            "author_name": author,
            "author_avatar_url": f"https://avatars.acme.test/{author.split()[0].lower()}.png",
            "commit_page_url": f"{page}/commit/{sha}",
        }
        at -= random.randint(600, 86400)


def head_of(url: str, branch: str, now: float) -> Document:
    """Return the newest commit of a branch."""
    return next(_commits(url, branch, now))


def commits_of_service(
    store: Store, service: Document, repository: Document, *, stored: bool = True
) -> list[Document]:
    """Return the commits of a service's repository, newest first.

    Those of the deployed repository are ``stored``.
    """
    if not stored:
        return commits_of(repository["url"], repository["branch"], seconds(service["created_at"]))
    commits = store.children("commit", service["id"])
    if commits or not {"url", "branch", "deployed_commit_date"} <= repository.keys():
        return commits
    # No commit was deployed by its id yet, so the deployed one is the head of the branch.
    deployed = seconds(repository["deployed_commit_date"])
    head = head_of(repository["url"], repository["branch"], deployed)
    plant_commits(store, service, repository, 2 * deployed - seconds(head["created_at"]))
    return store.children("commit", service["id"])


def plant_commits(store: Store, service: Document, repository: Document, now: float) -> None:
    """Replace the commits of a service by those of its repository."""
    for previous in store.children("commit", service["id"]):
        store.delete("commit", previous["id"])
    for commit in commits_of(repository["url"], repository["branch"], now):
        store.add("commit", commit, service["id"])


def repository_of(url: str, branch: str | None, root_path: str | None, now: float) -> Document:
    """Return the repository fields of a service, including the head of the branch."""
    split = urlsplit(url)
    parts = split.path.strip("/").removesuffix(".git").split("/")
    host = split.hostname or ""
    provider = next((name for word, name in _PROVIDERS.items() if word in host), "GITHUB")
    chosen = branch or "main"
    head = head_of(url, chosen, now)
    return {
        "url": url,
        "branch": chosen,
        "root_path": root_path or "/",
        "has_access": True,
        "provider": provider,
        "owner": "/".join(parts[:-1]) or parts[0],
        "name": parts[-1],
        "deployed_commit_id": head["git_commit_id"],
        "deployed_commit_date": head["created_at"],
        "deployed_commit_contributor": head["author_name"],
        "deployed_commit_tag": head["tag"],
    }
