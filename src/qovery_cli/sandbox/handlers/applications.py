"""Applications, built from a repository and deployed at one of its commits."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.actions import requester
from qovery_cli.sandbox.state import lifecycle, services
from qovery_cli.sandbox.state.commits import commits_of_application, plant_commits, repository_of
from qovery_cli.sandbox.state.rules import (
    body_with_defaults,
    check_name,
    check_resources,
    check_uri,
)
from qovery_cli.sandbox.state.store import Document

_KIND = "application"
_NEWEST = 100
_LANGUAGES = (
    *("CLOJURE", "GO", "GRADLE", "GRAILS", "JAVA", "JVM"),
    *("NODE_JS", "PHP", "PLAY", "PYTHON", "SCALA"),
)


@handles("listApplication")
def list_applications(call: Call) -> Any:
    """Return the applications of an environment."""
    return {"results": services.of_environment(call, _KIND)}


@handles("createApplication")
def create_application(call: Call) -> Any:
    """Create an application with the head of its branch as the commit to deploy."""
    environment = call.path["environmentId"]
    body = body_with_defaults(call)
    check_name(call, _KIND, environment, body["name"])
    doc = {**_facts(call, body, None), **services.shared_fields(_KIND, environment)}
    stored = call.store.add(_KIND, doc, environment)
    plant_commits(call.store, stored, call.now)
    return stored


@handles("getApplication")
def get_application(call: Call) -> Any:
    """Return an application."""
    return call.document(_KIND)


@handles("editApplication")
def edit_application(call: Call) -> Any:
    """Replace an application; name and repository may be omitted."""
    before = call.document(_KIND)
    environment = before["environment"]["id"]
    defaults = {"name": before["name"], "git_repository": before["git_repository"]}
    body = {**defaults, **body_with_defaults(call)}
    check_name(call, _KIND, environment, body["name"], before["id"])
    doc = {**_facts(call, body, before), **services.shared_fields(_KIND, environment)}
    after = services.changed(call, _KIND, before, doc)
    old, new = before["git_repository"], after["git_repository"]
    if (old["url"], old["branch"]) != (new["url"], new["branch"]):
        plant_commits(call.store, after, call.now)
    return after


@handles("deleteApplication")
def delete_application(call: Call) -> None:
    """Delete an application, by an action if it was deployed."""
    lifecycle.delete(call.store, _KIND, call.path["applicationId"], requester(call))


@handles("getApplicationStatus")
def get_status(call: Call) -> Any:
    """Return the status of an application."""
    return services.status(call, _KIND)


@handles("getEnvironmentApplicationStatus")
def list_statuses(call: Call) -> Any:
    """Return the statuses of an environment's applications."""
    return {"results": services.statuses(call, [_KIND])}


@handles("listApplicationCommit")
def list_commits(call: Call) -> Any:
    """Return the newest commits, or those whose id begins with ``gitCommitId``."""
    commits = commits_of_application(call.store, call.document(_KIND))
    start, prefix = call.query.get("startId"), call.query.get("gitCommitId")
    if start:
        # Documented as a UUID, but no response has a UUID of a commit.
        raise Refusal(404, f"No commit with the id {start} was found.")
    if prefix:
        commits = [commit for commit in commits if commit["git_commit_id"].startswith(prefix)]
    return {"results": commits[:_NEWEST]}


@handles("listApplicationContributor")
def list_contributors(call: Call) -> Any:
    """Return the authors of the commits, the latest first."""
    commits = commits_of_application(call.store, call.document(_KIND))
    names = dict.fromkeys(commit["author_name"] for commit in commits)
    people = []
    for name in names:
        first, _, last = name.partition(" ")
        address = f"{first.lower()}@acme.test"
        picture = f"https://avatars.acme.test/{first.lower()}.png"
        people.append(
            {
                "id": name,
                "name": name,
                "first_name": first,
                "last_name": last,
                "email": address,
                "profile_picture_url": picture,
            }
        )
    return {"results": people}


@handles("listApplicationLinks")
def list_links(call: Call) -> Any:
    """Return the public addresses of an application."""
    return {"results": services.links(call, _KIND, call.document(_KIND))}


@handles("getEnvironmentApplicationSupportedLanguages")
def list_languages(_: Call) -> Any:
    """Return the languages that buildpacks support."""
    return {"results": [{"name": language} for language in _LANGUAGES]}


@handles("createApplicationTag")
def create_tag(call: Call) -> Any:
    """Create a tag and return all tags, as documented."""
    key = call.path["applicationId"]
    call.store.add("tag", {"name": call.body["name"]}, key)
    return {"results": call.store.children("tag", key)}


def _facts(call: Call, body: Document, before: Document | None) -> Document:
    """Return the fields of an application that the request sets."""
    check_resources(body, call.level)
    docker = "DOCKER" if call.level == "1.0.4" else "BUILDPACKS"
    mode = body.get("build_mode") or docker
    path = body.get("dockerfile_path")
    if mode == "DOCKER" and not path and call.level == "1.0.3":
        raise Refusal(400, "dockerfile_path is required when build_mode is DOCKER.")
    return {
        **services.with_parts(body, _KIND, before),
        "build_mode": mode,
        "git_repository": _repository(call, body["git_repository"], before),
    }


def _repository(call: Call, requested: Document, before: Document | None) -> Document:
    """Return the repository; an unchanged one keeps its deployed commit."""
    previous = (before or {}).get("git_repository", {})
    check_uri("git_repository.url", requested["url"])
    branch = requested.get("branch") or previous.get("branch")
    fresh = repository_of(requested["url"], branch, requested.get("root_path"), call.now)
    token = {"git_token_id": requested["git_token_id"]} if requested.get("git_token_id") else {}
    if (previous.get("url"), previous.get("branch")) == (fresh["url"], fresh["branch"]):
        fresh = {**previous, "root_path": fresh["root_path"]}
    return {**fresh, **token}
