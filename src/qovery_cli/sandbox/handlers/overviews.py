"""Services and statuses of an environment, organization or cluster (API 1.0.4)."""

from collections.abc import Iterator
from typing import Any

from qovery_cli.sandbox.handler import Call, handles
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS, enum_word
from qovery_cli.sandbox.state import lifecycle, services
from qovery_cli.sandbox.state.deployment_stages import stage_of, stages_of
from qovery_cli.sandbox.state.deployments import runs_in, services_of
from qovery_cli.sandbox.state.history_v2 import stage_status
from qovery_cli.sandbox.state.service_documents import complete
from qovery_cli.sandbox.state.statuses import queued_status
from qovery_cli.sandbox.state.store import Document

_GROUPS = {row.group: row.kind for row in SERVICE_KINDS.values()}
#: A service's own fields in the overview of an organization.
_OVERVIEW = ("id", "name", "description", "icon_uri", "job_type")


@handles("getEnvironmentStatuses")
def environment_statuses(call: Call) -> Any:
    """Return the statuses of an environment and of all its services."""
    key = call.path["environmentId"]
    environment = lifecycle.environment_status(call.store, key, call.now, call.level)
    by_kind = services.statuses_by_kind(call, _GROUPS.values())
    return {"environment": environment, **{group: by_kind[kind] for group, kind in _GROUPS.items()}}


@handles("getEnvironmentStatusesWithStages")
def statuses_with_stages(call: Call) -> Any:
    """Return the statuses of an environment's services by stage, with queued requests."""
    key = call.path["environmentId"]
    runs = runs_in(call.store, key)
    stages = stages_of(call.store, key)
    groups = {stage["id"]: _no_services() for stage in stages}
    by_kind = services.statuses_by_kind(call, _GROUPS.values())
    for group, kind in _GROUPS.items():
        docs = call.store.children(kind, key)
        for doc, status in zip(docs, by_kind[kind], strict=True):
            place = groups[stage_of(stages, kind, doc)["id"]]
            place[group].append(queued_status(status, runs, call.now))
    environment = lifecycle.environment_status(call.store, key, call.now, call.level)
    return {
        "environment": environment,
        "stages": [
            {"stage": _stage(stage, groups[stage["id"]]), **groups[stage["id"]]} for stage in stages
        ],
    }


def _no_services() -> dict[str, list[Document]]:
    return {group: [] for group in _GROUPS}


def _stage(stage: Document, groups: dict[str, list[Document]]) -> Document:
    states = [status["state"] for statuses in groups.values() for status in statuses]
    status = stage_status(states) if states else "SKIPPED"
    return {**stage, "status": status}


@handles("getProjectEnvironmentsOverview")
def project_environments(call: Call) -> Any:
    """Return the environments of a project, each with its cluster, status and services."""
    return {
        "results": [
            _environment_overview(call, doc)
            for doc in call.store.children("environment", call.path["projectId"])
        ]
    }


def _environment_overview(call: Call, environment: Document) -> Document:
    cluster = call.document("cluster", environment["cluster_id"])
    key = environment["id"]
    # Services that ArgoCD manages are not part of the sandbox.
    number = {"service_count": len(services_of(call.store, key)), "managed_by": "QOVERY"}
    status = lifecycle.environment_status(call.store, key, call.now, call.level)
    return {
        **environment,
        "cluster": {"is_demo": False, **cluster},
        "deployment_status": status,
        "services_overview": number,
    }


@handles("listServicesByEnvironmentId")
def environment_services(call: Call) -> Any:
    """Return the services of an environment with all fields."""
    pairs = services_of(call.store, call.path["environmentId"])
    return {"results": [_full(call, kind, doc) for kind, doc in pairs]}


@handles("listEnvironmentServicesLinks")
def environment_links(call: Call) -> Any:
    """Return the public addresses of an environment's services."""
    pairs = services_of(call.store, call.path["environmentId"])
    return {"results": [link for kind, doc in pairs for link in services.links(call, kind, doc)]}


@handles("listEnvironmentsByOrganizationId")
def organization_environments(call: Call) -> Any:
    """Return the environments of all projects."""
    return {"results": list(_environments(call, call.path["organizationId"]))}


@handles("listServicesByOrganizationId")
def organization_services(call: Call) -> Any:
    """Return the services of all projects, filtered by project, environment and cluster."""
    results = []
    projects = call.store.children("project", call.path["organizationId"])
    names = {project["id"]: project["name"] for project in projects}
    for environment in _environments(call, call.path["organizationId"]):
        if not _matches_query(call, environment):
            continue
        project = environment["project"]["id"]
        place = {
            "project_id": project,
            "project_name": names[project],
            "environment_id": environment["id"],
            "environment_name": environment["name"],
            "cluster_id": environment["cluster_id"],
        }
        for kind, doc in services_of(call.store, environment["id"]):
            # Avoids holding thousands of whole documents for a few fields of each.
            fields = {name: doc[name] for name in _OVERVIEW if name in doc}
            results.append({"description": "", **fields, **place, "service_type": enum_word(kind)})
    return {"results": results}


@handles("get-environments-by-cluster-id")
def cluster_environments(call: Call) -> Any:
    """Return the environments that run on a cluster, with their services."""
    cluster = call.document("cluster")
    results = []
    for environment in _environments(call, cluster["organization"]["id"]):
        if environment["cluster_id"] != cluster["id"]:
            continue
        project = call.document("project", environment["project"]["id"])
        pairs = services_of(call.store, environment["id"])
        results.append(
            {
                "environment_id": environment["id"],
                "environment_name": environment["name"],
                "project_id": project["id"],
                "project_name": project["name"],
                "services": [_light(kind, doc) for kind, doc in pairs],
            }
        )
    return {"results": results}


def _environments(call: Call, organization: str) -> Iterator[Document]:
    for project in call.store.children("project", organization):
        yield from call.store.children("environment", project["id"])


def _matches_query(call: Call, environment: Document) -> bool:
    values = {
        "project_id": environment["project"]["id"],
        "environment_id": environment["id"],
        "cluster_id": environment["cluster_id"],
    }
    return all(call.query.get(name) in (None, key) for name, key in values.items())


def _full(call: Call, kind: str, doc: Document) -> Document:
    return {**complete(call, kind, [doc])[0], "service_type": enum_word(kind)}


def _light(kind: str, doc: Document) -> Document:
    service_type = enum_word(kind)
    fields = {"service_id": doc["id"], "service_name": doc["name"], "service_type": service_type}
    return {**doc, **fields, "type": service_type}
