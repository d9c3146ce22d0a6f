"""The document of a service: from a request, and completed for a response.

Requests have ids where responses have whole objects (registries, Helm repositories, groups of
labels and annotations); documents keep the ids.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state.builtin_variables import credentials, short
from qovery_cli.sandbox.state.commits import repository_of
from qovery_cli.sandbox.state.deployments import runs_in, was_deployed
from qovery_cli.sandbox.state.document_paths import replaced_at, value_at
from qovery_cli.sandbox.state.engines import ENGINES
from qovery_cli.sandbox.state.rules import check_resources, check_uri
from qovery_cli.sandbox.state.service_fields import completed
from qovery_cli.sandbox.state.services import shared_fields
from qovery_cli.sandbox.state.store import Document, Store

REGISTRY = "containerRegistry"
#: Groups of an organization that a service names, by the field in both documents.
_GROUPS = {"annotations_groups": "annotationsGroups", "labels_groups": "labelsGroups"}
#: Fields that no request of a service sets, and that an update keeps.
_KEPT = (
    "dependencies",
    "linked_databases",
    "linked_logical_databases",
    "deployment_stage_id",
    "is_skipped",
)


def document_of(
    call: Call, kind: str, body: Document, environment: str, before: Document | None = None
) -> Document:
    """Return the document of a service after a request; Refusal 400 for an invalid one.

    ``body`` has the schema's defaults; ``before`` is the document that an update replaces.
    """
    row, previous = SERVICE_KINDS[kind], before or {}
    defaults = {name: previous[name] for name in row.optional if name in previous}
    fixed = {name: previous[name] for name in row.fixed if name in previous}
    fields = {**defaults, **body, **fixed}
    check_resources(fields, call.level)
    for requested, stored in row.moved:
        fields = _moved(fields, requested, stored)
    for path in row.repositories:
        fields = _with_repository(call, fields, path, value_at(previous, path) or {})
    if row.image is not None:
        _check_image(call, fields, row.image, environment)
    fields |= {name: _named_groups(fields.get(name)) for name in _GROUPS}
    fields = completed(call, kind, fields, previous, environment)
    kept = {name: previous[name] for name in _KEPT if name in previous}
    return {**fields, **kept, **shared_fields(kind, environment)}


def complete(call: Call, kind: str, docs: Sequence[Document]) -> list[Document]:
    """Return services of one kind as responses show them."""
    row = SERVICE_KINDS[kind]
    result = []
    for doc in docs:
        groups = {
            name: _groups(call.store, stored, doc.get(name)) for name, stored in _GROUPS.items()
        }
        full = {**doc, **groups}
        if row.image is not None:
            full = _with_registry(call.store, full, row.image)
        if kind == "helm":
            full = _with_chart(call.store, full)
        result.append(full)
    return _reachable(call, result) if kind == "database" else result


def _moved(fields: Document, requested: str, stored: str) -> Document:
    value = value_at(fields, requested)
    if value is None:
        return fields
    return replaced_at(replaced_at(fields, requested, None), stored, value)


def _with_repository(call: Call, fields: Document, path: str, before: Document) -> Document:
    """Complete a repository; an unchanged one keeps its deployed commit."""
    requested = value_at(fields, path)
    if requested is None:
        return fields
    check_uri(f"{path}.url", requested["url"])
    branch = requested.get("branch") or before.get("branch")
    fresh = repository_of(requested["url"], branch, requested.get("root_path"), call.now)
    token = {"git_token_id": requested["git_token_id"]} if requested.get("git_token_id") else {}
    if (before.get("url"), before.get("branch")) == (fresh["url"], fresh["branch"]):
        kept = {name: value for name, value in before.items() if name != "git_token_id"}
        fresh = {**kept, "root_path": fresh["root_path"]}
    return replaced_at(fields, path, {**fresh, **token})


def _check_image(call: Call, fields: Document, path: str, environment: str) -> None:
    image = value_at(fields, path)
    if image is None:
        return
    organization = call.document("environment", environment)["organization"]["id"]
    prefix = f"{path}." if path else ""
    if call.store.parent(REGISTRY, image.get("registry_id") or "") != organization:
        raise Refusal(400, f"The registry {image.get('registry_id')} does not exist.")
    for name in ("image_name", "tag"):
        if not (image.get(name) or "").strip():
            raise Refusal(400, f"{prefix}{name} must not be empty.")


def registries_used(store: Store) -> Mapping[str, int]:
    """Return the number of services with an image of a registry, by its id."""
    images = (
        value_at(doc, row.image)
        for row in SERVICE_KINDS.values()
        if row.image is not None
        for doc in store.all(row.kind)
    )
    return Counter(image["registry_id"] for image in images if image)


def _named_groups(groups: Any) -> list[Document]:
    return [{"id": group["id"]} for group in groups or ()]


def _groups(store: Store, kind: str, named: Any) -> list[Document]:
    groups = (store.get(kind, group["id"]) for group in named or ())
    return [group for group in groups if group is not None]


def _with_registry(store: Store, doc: Document, path: str) -> Document:
    image = value_at(doc, path)
    if image is None:
        return doc
    unknown = {"id": image["registry_id"], "name": "", "url": "", "kind": "DOCKER_HUB"}
    registry = store.get(REGISTRY, image["registry_id"]) or unknown
    completed = {**image, "registry": registry}
    return replaced_at(doc, path, completed) if path else completed


def _with_chart(store: Store, doc: Document) -> Document:
    chart = value_at(doc, "source.repository")
    # The chart of a blueprint has the whole repository, which is none of the organization.
    if chart is None or isinstance(chart.get("repository"), dict):
        return doc
    key = str(chart.get("repository") or "")
    repository = store.get("helmRepository", key) or {"id": key, "name": "", "url": ""}
    return replaced_at(doc, "source.repository", {**chart, "repository": repository})


def _reachable(call: Call, docs: Sequence[Document]) -> list[Document]:
    """Add host and port to databases that were ever deployed; others have none."""
    runs = {key: runs_in(call.store, key) for key in {doc["environment"]["id"] for doc in docs}}
    reached = []
    for doc in docs:
        address = {"host": database_host(call, doc), "port": ENGINES[doc["type"]].port}
        begun = was_deployed(runs[doc["environment"]["id"]], doc["id"], call.now)
        reached.append({**doc, **(address if begun else {})})
    return reached


def database_host(call: Call, doc: Document) -> str:
    """Return a host shaped like real ones: short id, type and, if public, the cluster's domain."""
    inside = str(credentials(doc)["host"])
    if doc.get("accessibility") != "PUBLIC":
        return inside
    cluster = call.document("environment", doc["environment"]["id"])["cluster_id"]
    return f"{inside}.z{short(cluster)}.oom.sh"
