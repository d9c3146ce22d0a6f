"""Services of every kind: the operations that all kinds share.

Their differences are rows of ``service_kinds`` and functions of ``state.service_fields``.
"""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles, serves
from qovery_cli.sandbox.handlers.actions import requester, uninstall_service
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state import lifecycle, services
from qovery_cli.sandbox.state.clone import copy_service
from qovery_cli.sandbox.state.commits import commits_of_service, plant_commits
from qovery_cli.sandbox.state.document_paths import value_at
from qovery_cli.sandbox.state.rules import body_with_defaults, check_name
from qovery_cli.sandbox.state.service_documents import complete, document_of
from qovery_cli.sandbox.state.store import Document

#: The most commits in a list.
_NEWEST = 100
_LANGUAGES = (
    *("CLOJURE", "GO", "GRADLE", "GRAILS", "JAVA", "JVM"),
    *("NODE_JS", "PHP", "PLAY", "PYTHON", "SCALA"),
)


@serves("GET /environment/{}/KIND")
def list_services(call: Call) -> Any:
    """Return the services of a kind in an environment."""
    return {"results": complete(call, call.kind, services.of_environment(call, call.kind))}


@serves("POST /environment/{}/KIND")
def create(call: Call) -> Any:
    """Create a service; a repository begins with the head of its branch."""
    kind, environment = call.kind, call.path["environmentId"]
    body = body_with_defaults(call)
    check_name(call, kind, environment, body["name"])
    stored = call.store.add(kind, document_of(call, kind, body, environment), environment)
    _plant(call, kind, stored, {})
    return complete(call, kind, [stored])[0]


@serves("GET /KIND/{}")
def get(call: Call) -> Any:
    """Return a service."""
    return complete(call, call.kind, [call.service()])[0]


@serves("PUT /KIND/{}")
def edit(call: Call) -> Any:
    """Replace a service; a deployed one becomes out of date."""
    kind, before = call.kind, call.service()
    environment = before["environment"]["id"]
    body = {**_kept_name(kind, before), **body_with_defaults(call)}
    check_name(call, kind, environment, body["name"], before["id"])
    doc = document_of(call, kind, body, environment, before)
    stored = call.store.put(kind, before["id"], doc)
    lifecycle.record_edit(call.store, kind, before["id"])
    _plant(call, kind, stored, before)
    return complete(call, kind, [stored])[0]


def _kept_name(kind: str, before: Document) -> Document:
    return {"name": before["name"]} if "name" in SERVICE_KINDS[kind].optional else {}


def _plant(call: Call, kind: str, doc: Document, before: Document) -> None:
    """Replace the commits of a service whose repository or branch has changed."""
    for path in SERVICE_KINDS[kind].repositories[:1]:
        repository, previous = value_at(doc, path), value_at(before, path) or {}
        changed = repository and any(
            repository[name] != previous.get(name) for name in ("url", "branch")
        )
        if changed:
            plant_commits(call.store, doc, repository, call.now)


@serves("DELETE /KIND/{}")
def delete(call: Call) -> Any:
    """Delete a service, by an action if it was deployed.

    Return its status where the operation documents one. With ``resources_only`` its settings stay.
    """
    kind, id = call.kind, call.service()["id"]
    if call.flag("resources_only"):
        return uninstall_service(call)
    lifecycle.delete(call.store, kind, id, requester(call))
    if call.operation.response is None or call.store.get(kind, id) is None:
        return None
    return services.status(call, kind)


@serves("GET /KIND/{}/status")
def status(call: Call) -> Any:
    """Return the status of a service."""
    return services.status(call, call.kind)


@serves("GET /environment/{}/KIND/status")
def list_statuses(call: Call) -> Any:
    """Return the statuses of an environment's services of a kind."""
    return {"results": services.statuses(call, [call.kind])}


@serves("GET /KIND/{}/link")
def list_links(call: Call) -> Any:
    """Return the public addresses of a service."""
    return {"results": services.links(call, call.kind, call.service())}


@serves("POST /KIND/{}/clone")
def clone(call: Call) -> Any:
    """Clone a service into an environment."""
    kind, environment = call.kind, call.body["environment_id"]
    if call.store.get("environment", environment) is None:
        raise Refusal(400, f"The environment {environment} does not exist.")
    check_name(call, kind, environment, call.body["name"])
    copy = copy_service(call.store, kind, call.service(), environment, call.body["name"])
    return complete(call, kind, [copy])[0]


@serves("GET /KIND/{}/commit")
def list_commits(call: Call) -> Any:
    """Return the newest commits, or those whose id begins with ``gitCommitId``.

    ``of=values`` selects the repository of a chart's values.
    """
    index = int(call.query.get("of") == "values")
    commits = _commits(call, index)
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
    names = dict.fromkeys(commit["author_name"] for commit in _commits(call, 0))
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


def _commits(call: Call, index: int) -> list[Document]:
    """Return the commits of one repository of a service; none without that repository."""
    paths = SERVICE_KINDS[call.kind].repositories[index : index + 1]
    doc = call.service()
    repositories = [value_at(doc, path) for path in paths]
    if not repositories or repositories[0] is None:
        return []
    return commits_of_service(call.store, doc, repositories[0], stored=index == 0)


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
