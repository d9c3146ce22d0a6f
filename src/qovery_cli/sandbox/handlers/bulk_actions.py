"""Actions on several services of an environment, listed in the body."""

from collections.abc import Mapping
from typing import Any

from qovery_cli.sandbox.handler import Call, handles
from qovery_cli.sandbox.handlers.actions import (
    VERSIONS,
    check_can_start,
    chosen_services,
    dry_run,
    request_on_environment,
    requester,
)
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.deployments import edits_in, runs_in, services_of
from qovery_cli.sandbox.state.service_versions import deployed_version, set_version
from qovery_cli.sandbox.state.statuses import deployment_status
from qovery_cli.sandbox.state.store import Document


@handles("deployAllServices@1.0.3", "deployAllServices@1.0.4")
def deploy_chosen(call: Call) -> Any:
    """Deploy the services in the body at their versions; plans are requests of their own."""
    versions = _versions(call.body)
    planned = {
        entry["id"]: entry["action"]
        for entry in call.body.get("terraforms") or ()
        if entry.get("id") and entry.get("action")
    }
    deployed = {id: version for id, version in versions.items() if id not in planned}
    if not planned:
        return _deploy(call, deployed, list(deployed))
    environment = call.path["environmentId"]
    check_can_start(call, environment)
    services = chosen_services(call, planned)
    if deployed:
        _deploy(call, deployed, list(deployed))
    for kind, id in services:
        detail = {**requester(call), **dry_run(planned[id])}
        lifecycle.record_action(call.store, kind, id, "DEPLOY", detail=detail, at=call.now)
    return lifecycle.environment_status(call.store, environment, call.now, call.level)


@handles("deployAllApplications")
def deploy_changed(call: Call) -> Any:
    """Deploy the services in the body whose version differs, and outdated services.

    If there are none, nothing is deployed.
    """
    versions = _versions(call.body)
    environment = call.path["environmentId"]
    runs, edits = runs_in(call.store, environment), edits_in(call.store, environment)
    changed: list[str] = []
    for kind, doc in services_of(call.store, environment):
        status = deployment_status(runs, edits, doc["id"], call.now)
        version = versions.get(doc["id"])
        differs = version != deployed_version(kind, doc)
        new = version is not None and (status == "NEVER_DEPLOYED" or differs)
        if new or status == "OUT_OF_DATE":
            changed.append(doc["id"])
    return _deploy(call, versions, changed)


def _deploy(call: Call, requested: Mapping[str, str | None], ids: list[str]) -> Any:
    environment = call.path["environmentId"]
    kinds = {id: kind for kind, id in chosen_services(call, requested)}
    if not ids:
        check_can_start(call, environment)
        return lifecycle.environment_status(call.store, environment, call.now, call.level)
    versions = {id: version for id, version in requested.items() if version}
    answer = request_on_environment(call, "DEPLOY", ids, versions)
    for id, version in versions.items():
        set_version(call.store, kinds[id], id, version)
    return answer


def _versions(body: Document) -> dict[str, str | None]:
    """Return the versions by service id; None if the body has no version."""
    versions: dict[str, str | None] = {}
    for row in SERVICE_KINDS.values():
        for entry in body.get(row.group) or ():
            # Databases have no versions, only ids.
            fields = {"id": entry} if isinstance(entry, str) else entry
            id = fields.get("application_id") or fields.get("id")
            if id:
                chosen = (fields[name] for name in VERSIONS if fields.get(name))
                versions[id] = next(chosen, None)
    return versions


@handles("rebootServices")
def reboot_chosen(call: Call) -> Any:
    """Restart the running pods of the services in the body."""
    ids = _named(call)
    return request_on_environment(call, "REBOOT", ids)


@handles("stopSelectedServices")
def stop_chosen(call: Call) -> None:
    """Stop the services in the body."""
    request_on_environment(call, "STOP", _named(call))


@handles("uninstallSelectedServices")
def uninstall_chosen(call: Call) -> None:
    """Uninstall the services in the body; their settings stay."""
    request_on_environment(call, "UNINSTALL", _named(call))


@handles("deleteSelectedServices")
def delete_chosen(call: Call) -> None:
    """Delete the services in the body."""
    services = chosen_services(call, _named(call))
    check_can_start(call, call.path["environmentId"])
    lifecycle.delete_services(call.store, call.path["environmentId"], services, requester(call))


def _named(call: Call) -> list[str]:
    body = call.body or {}
    ids = [id for row in SERVICE_KINDS.values() for id in body.get(row.ids) or ()]
    return [id for _, id in chosen_services(call, ids)]
