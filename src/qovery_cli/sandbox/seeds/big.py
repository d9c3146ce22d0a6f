"""The big organization: 200 projects, 2,000 environments and 20,000 services, always the same.

Rows are inserted in a few large batches instead of single requests. No action is in progress.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from qovery_cli.sandbox.seeds.account import ACCOUNT
from qovery_cli.sandbox.seeds.backdating import AGE, DAY, HOUR
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import ORGANIZATION
from qovery_cli.sandbox.seeds.services import Drafts
from qovery_cli.sandbox.state.commits import head_of
from qovery_cli.sandbox.state.environment_defaults import copied_rule, location_fields
from qovery_cli.sandbox.state.service_versions import commit_fields
from qovery_cli.sandbox.state.store import Document, Store

_AREAS = (
    *("analytics", "billing", "catalog", "checkout", "content", "fraud", "identity"),
    *("inventory", "logistics", "loyalty", "media", "messaging", "mobile", "partners"),
    *("payments", "pricing", "returns", "reviews", "search", "support"),
)
_PARTS = ("apac", "batch", "core", "edge", "eu", "labs", "portal", "reports", "tools", "us")
#: Name, mode and cluster.
_LASTING = (
    ("production", "PRODUCTION", "aws-prod"),
    ("staging", "STAGING", "scw-staging"),
    ("qa", "STAGING", "scw-staging"),
    ("development", "DEVELOPMENT", "scw-staging"),
    ("demo", "DEVELOPMENT", "scw-staging"),
)
_TOPICS = ("faster-lists", "new-login", "upgrade-runtime", "dark-mode", "fix-rounding")
#: Of this number of environments one is in each of the rarer states.
_CYCLE = 20
_STOPPED, _FAILED, _UNTOUCHED = 8, 13, 19
_BY = {"by": "Ada Lovelace", "origin": "CONSOLE"}

#: Kind, document and parent, as in `Store.add_all`.
_Row = tuple[str, Document, str | None]


@dataclass(frozen=True, slots=True)
class _Environment:
    number: int
    area: str
    project: str
    name: str
    mode: str
    cluster: str

    @property
    def path(self) -> str:
        return f"acme/{self.project}/{self.name}"


def plant_big(store: Store) -> None:
    """Create projects, environments, services and their past actions."""
    today = store.clock() + AGE
    store.add_all(_projects())
    clusters = {doc["name"]: doc for doc in store.children("cluster", ORGANIZATION)}
    services: dict[str, list[_Row]] = {}
    for environment in _environments():
        services[environment.path] = list(_services(environment, today))
    store.add_all(
        row
        for environment in _environments()
        for row in (*_environment_rows(environment, clusters), *services[environment.path])
    )
    store.record_all(
        action
        for environment in _environments()
        for action in _past(environment, services[environment.path], today)
    )


def _projects() -> Iterator[_Row]:
    for area, part in product(_AREAS, _PARTS):
        name = f"{area}-{part}"
        project = {"id": demo_id(f"acme/{name}"), "name": name, "description": f"All of {name}."}
        yield "project", {**project, "organization": {"id": ORGANIZATION}}, ORGANIZATION


def _environments() -> Iterator[_Environment]:
    number = 0
    for area, part in product(_AREAS, _PARTS):
        previews = [
            (f"[PR] {100 + number + index} {topic}", "PREVIEW", "scw-staging")
            for index, topic in enumerate(_TOPICS)
        ]
        for name, mode, cluster in (*_LASTING, *previews):
            yield _Environment(number, area, f"{area}-{part}", name, mode, cluster)
            number += 1


def _environment_rows(environment: _Environment, clusters: dict[str, Document]) -> Iterator[_Row]:
    """Yield the rows of an environment and its deployment rule."""
    parent, key = demo_id(f"acme/{environment.project}"), demo_id(environment.path)
    project = {"id": parent, "organization": {"id": ORGANIZATION}}
    fields = {
        "id": key,
        "name": environment.name,
        "mode": environment.mode,
        "last_updated_by": ACCOUNT,
    }
    yield (
        "environment",
        {**fields, **location_fields(project, clusters[environment.cluster])},
        parent,
    )
    yield "deploymentRule", {**copied_rule(None), "id": demo_id(f"{environment.path}/rule")}, key


def _services(environment: _Environment, today: float) -> Iterator[_Row]:
    drafts = Drafts(environment.path, today)
    managed = "MANAGED" if environment.mode == "PRODUCTION" else "CONTAINER"
    branch = environment.name.rpartition(" ")[2] if environment.mode == "PREVIEW" else "main"
    drafted: list[tuple[str, Document]] = [
        ("database", drafts.database("main-db", "POSTGRESQL", "14", managed, 50)),
        ("database", drafts.database("cache", "REDIS", "6", "CONTAINER")),
        ("container", drafts.container("proxy", "dockerhub", "library/nginx", "1.23.1")),
        ("container", drafts.container("search", "acme-ecr", "search", "v2.1.1")),
    ]
    for name, port in (("api", 8080), ("web", 3000), ("admin", 3001)):
        repository = f"{environment.area}-{name}"
        doc = drafts.application(name, repository, public=[port], branch=branch)
        drafted.append(("application", doc))
    for name in ("worker", "scheduler", "mailer"):
        doc = drafts.application(name, f"{environment.area}-worker", branch=branch)
        drafted.append(("application", doc))
    for kind, doc in drafted:
        yield kind, doc, drafts.environment


def _past(
    environment: _Environment, services: list[_Row], today: float
) -> Iterator[dict[str, Any]]:
    """Yield the actions on an environment, as `Store.record_all` expects them."""
    turn = environment.number % _CYCLE
    if turn == _UNTOUCHED:
        return
    at = today - (1 + environment.number % 60) * DAY
    faults = {"worker": ["fail-deploy"]} if turn == _FAILED else {}
    yield _action(environment, "DEPLOY", at, [_entry(*row, faults, today) for row in services])
    if turn == _STOPPED:
        yield _action(environment, "STOP", at + HOUR, [_entry(*row, {}, today) for row in services])


def _action(
    environment: _Environment, action: str, at: float, entries: list[dict[str, Any]]
) -> dict[str, Any]:
    key = demo_id(environment.path)
    detail = {**_BY, "services": entries, "alone": False}
    facts = {"kind": "environment", "target": key, "environment": key}
    return {**facts, "action": action, "detail": detail, "at": at, "speed": 1.0}


def _entry(
    kind: str, doc: Document, _: str | None, faults: dict[str, list[str]], today: float
) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if kind == "application":
        source = doc["git_repository"]
        facts = {"commit": commit_fields(head_of(source["url"], source["branch"], today))}
    elif kind == "container":
        facts = {name: doc[name] for name in ("image_name", "tag", "arguments", "entrypoint")}
    fields = {"kind": kind, "id": doc["id"], "name": doc["name"]}
    return {**fields, "faults": faults.get(doc["name"], []), "after": [], "facts": facts}
