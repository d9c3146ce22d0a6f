"""qovery app: deploy an application from a commit."""

from functools import partial
from typing import Annotated, Any

import typer

from qovery_cli.cli.handler_binding import Binding
from qovery_cli.errors import UsageError
from qovery_cli.http.pagination import records
from qovery_cli.messages import does_not_exist, mutually_exclusive
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import Session
from qovery_cli.session.confirmation import fetch_details

Commit = Annotated[
    str | None,
    typer.Option(
        "--commit", metavar="SHA", help="Commit to deploy; defaults to the latest of the branch"
    ),
    Binding("git_commit_id"),
]
Current = Annotated[
    bool, typer.Option("--current", help="Deploy the commit that is deployed already")
]

#: Length of a shortened and of a complete sha.
_SHORT = 7
_COMPLETE = 40


def deploy(
    session: Session, app: str | None = None, commit: Commit = None, current: Current = False
) -> None:
    """Deploy an application from a commit."""
    if commit and current:
        raise UsageError(mutually_exclusive("--commit", "--current"))
    target = session.find("application", app)

    def body() -> dict[str, Any]:
        fetch = deployed_commit if current else partial(branch_commit, sha=commit)
        selected = fetch(session, target)
        session.notice(f"Deploying {target.name or target.id} at {_label(selected)}")
        return {"git_commit_id": selected["git_commit_id"]}

    path = {"applicationId": target.id}
    session.show(session.perform("deploy", target, "deployApplication", path, body=body))


def branch_commit(session: Session, target: ResourceRef, sha: str | None = None) -> dict[str, Any]:
    """Return the newest commit of the application's branch, or the one with a sha.

    The sha may be shortened. A complete one is not looked up, because the API lists only the
    newest 100 commits. Raises UsageError if no commit or several commits match.
    """
    if sha and len(sha) == _COMPLETE:
        return {"git_commit_id": sha}
    answer = session.get("listApplicationCommit", {"applicationId": target.id})
    commits = records(answer, "git_commit_id")
    prefix = (sha or "").lower()
    matching = [commit for commit in commits if str(commit["git_commit_id"]).startswith(prefix)]
    if sha and len({commit["git_commit_id"] for commit in matching}) > 1:
        raise UsageError(f"Commit '{sha}' is ambiguous.", hint="Use more characters of the SHA.")
    if not matching:
        raise UsageError(
            does_not_exist("commit", sha, place="among the newest 100 of the branch")
            if sha
            else "The branch of the application has no commits.",
            hint="Use the full SHA with --commit; `qovery app commit list` shows the newest.",
        )
    return dict(matching[0])


def deployed_commit(session: Session, target: ResourceRef) -> dict[str, Any]:
    """Return the deployed commit; raise UsageError if there is none."""
    git = fetch_details(session, target).get("git_repository") or {}
    if not git.get("deployed_commit_id"):
        raise UsageError("No commit is deployed yet.", hint="Omit --current to deploy the newest.")
    return {"git_commit_id": git["deployed_commit_id"]}


def _label(commit: dict[str, Any]) -> str:
    """Return the shortened sha and the first line of the message."""
    lines = str(commit.get("message") or "").strip().splitlines()
    message = f" {lines[0]}" if lines else ""
    return f"{str(commit['git_commit_id'])[:_SHORT]}{message}"
