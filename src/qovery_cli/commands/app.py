"""qovery app: what the facts cannot say about applications."""

from functools import partial
from typing import Annotated, Any

import typer

from qovery_cli.cli.handler_binding import Binding
from qovery_cli.errors import UsageError
from qovery_cli.http.pagination import records
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

_SHORT = 7
_WHOLE = 40


def deploy(
    session: Session, app: str | None = None, commit: Commit = None, current: Current = False
) -> None:
    """Deploy an application from a commit."""
    if commit and current:
        raise UsageError("--commit and --current exclude each other.", hint="Give one of them.")
    target = session.find("application", app)

    def body() -> dict[str, Any]:
        choose = deployed_commit if current else partial(branch_commit, wanted=commit)
        chosen = choose(session, target)
        session.notice(f"Deploying {target.name or target.id} at {_told(chosen)}")
        return {"git_commit_id": chosen["git_commit_id"]}

    path = {"applicationId": target.id}
    session.show(session.perform("deploy", target, "deployApplication", path, body=body))


def branch_commit(
    session: Session, target: ResourceRef, wanted: str | None = None
) -> dict[str, Any]:
    """Return the newest commit of the application's branch, or the one with the given sha.

    A sha may be shortened. A whole one that the list of the newest 100 does not hold is taken as
    it is: the API knows older ones.
    """
    if wanted and len(wanted) == _WHOLE:
        return {"git_commit_id": wanted}
    answer = session.get("listApplicationCommit", {"applicationId": target.id})
    commits = records(answer, "git_commit_id")
    start = (wanted or "").lower()
    matching = [each for each in commits if str(each["git_commit_id"]).startswith(start)]
    if wanted and len({commit["git_commit_id"] for commit in matching}) > 1:
        raise UsageError(f"Several commits start with '{wanted}'.", hint="Give more of the sha.")
    if not matching:
        what = f"no commit '{wanted}' among the newest 100" if wanted else "no commit"
        raise UsageError(
            f"There is {what} on the application's branch.",
            hint="Give the whole sha with --commit; 'qovery app commit list' shows the newest.",
        )
    return dict(matching[0])


def deployed_commit(session: Session, target: ResourceRef) -> dict[str, Any]:
    """Return the commit that is deployed; UsageError if none is."""
    git = fetch_details(session, target).get("git_repository") or {}
    if not git.get("deployed_commit_id"):
        raise UsageError(
            "No commit is deployed yet.", hint="Leave out --current to deploy the newest."
        )
    return {"git_commit_id": git["deployed_commit_id"]}


def _told(commit: dict[str, Any]) -> str:
    lines = str(commit.get("message") or "").strip().splitlines()
    message = f" {lines[0]}" if lines else ""
    return f"{str(commit['git_commit_id'])[:_SHORT]}{message}"
