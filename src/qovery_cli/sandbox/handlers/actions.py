"""Deploy, stop, restart and uninstall environments and single services.

One action at a time in an environment: while one executes, API 1.0.3 rejects every other with 409;
API 1.0.4 puts it in the environment's queue. Both answer with the status right after the request,
which at 1.0.4 has the id of the request if it waits.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles, serves
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state import lifecycle, services
from qovery_cli.sandbox.state.audit import author_of
from qovery_cli.sandbox.state.deployments import (
    deletes_environment,
    is_being_deleted,
    is_idle,
    runs_in,
    services_of,
)
from qovery_cli.sandbox.state.service_versions import set_values_commit, set_version
from qovery_cli.sandbox.state.statuses import environment_state, request_id
from qovery_cli.sandbox.state.store import Action

#: The field of a job's schedule for each event that can be forced.
_EVENTS = {"START": "on_start", "STOP": "on_stop", "DELETE": "on_delete", "CRON": "cronjob"}
#: Trigger and sub-action of deployments that deploy nothing, by the action or event requested.
_DRY_RUNS = {
    "DIFF": ("DEPLOY_DRY_RUN", "NONE"),
    "PLAN": ("DEPLOY_DRY_RUN", "TERRAFORM_PLAN_ONLY"),
    "FORCE_UNLOCK": ("TERRAFORM_FORCE_UNLOCK", "TERRAFORM_FORCE_UNLOCK_STATE"),
    "MIGRATE_STATE": ("TERRAFORM_MIGRATE_STATE", "TERRAFORM_MIGRATE_STATE"),
}
_IDLE = ("READY", "STOPPED", "DELETED")


@handles("deployEnvironment", "redeployEnvironment")
def deploy_environment(call: Call) -> Any:
    """Deploy the newest or the current version of all services of an environment."""
    redeploy = call.operation.key == "redeployEnvironment"
    return request_on_environment(call, "RESTART" if redeploy else "DEPLOY")


@handles("restartEnvironment")
def restart_environment(call: Call) -> Any:
    """Deploy the current version of all services again; databases only on request."""
    services = services_of(call.store, call.path["environmentId"])
    with_databases = bool((call.body or {}).get("restart_db"))
    chosen = [doc["id"] for kind, doc in services if with_databases or kind != "database"]
    return request_on_environment(call, "RESTART", chosen if services else None)


@handles("stopEnvironment")
def stop_environment(call: Call) -> Any:
    """Stop all services of an environment that are not stopped; 409 if there are none."""
    environment = call.path["environmentId"]
    check_can_start(call, environment)
    services = [doc["id"] for _, doc in services_of(call.store, environment)]
    runs = runs_in(call.store, environment)
    # Services may start to run before this queued request executes.
    times = (call.now, math.inf)
    if all(environment_state(runs, environment, services, at) in _IDLE for at in times):
        raise Refusal(409, "The environment is stopped already.")
    return request_on_environment(call, "STOP")


@handles("uninstallEnvironment")
def uninstall_environment(call: Call) -> Any:
    """Uninstall an environment; its settings stay."""
    request_on_environment(call, "UNINSTALL")
    return {}


@handles("cancelEnvironmentDeployment")
def cancel_environment(call: Call) -> Any:
    """Cancel the running execution, not the queue; 409 if none runs or it is being cancelled."""
    environment = call.path["environmentId"]
    runs = runs_in(call.store, environment)
    running = next((run for run in runs if run.executes(call.now)), None)
    if running is None:
        raise Refusal(409, "There is nothing to cancel in this environment.")
    if "CANCELING" in {running.state(id, call.now) for id in running.tracks}:
        raise Refusal(409, "The deployment is being cancelled already.")
    lifecycle.cancel(call.store, environment, requester(call), at=call.now)
    return lifecycle.environment_status(call.store, environment, call.now, call.level)


def request_on_environment(
    call: Call,
    action: str,
    only: Iterable[str] | None = None,
    versions: Mapping[str, str] | None = None,
) -> Any:
    """Request an action on the environment of the path and return its status."""
    environment = call.path["environmentId"]
    check_can_start(call, environment)
    logged = lifecycle.record_action(
        call.store,
        "environment",
        environment,
        action,
        only=only,
        versions=versions,
        detail=requester(call),
        at=call.now,
    )
    status = lifecycle.environment_status(call.store, environment, call.now, call.level)
    return {**status, "deployment_request_id": _request_id(call, logged)}


def check_can_start(call: Call, environment: str, service: str | None = None) -> None:
    """Raise Refusal 409 for an action that can be neither started nor queued.

    At 1.0.3 that is any action while another one is in progress; at 1.0.4 one on a resource that
    is being deleted.
    """
    if call.level == "1.0.3":
        lifecycle.raise_if_busy(call.store, environment, call.now)
        return
    runs = runs_in(call.store, environment)
    deleting = any(deletes_environment(run) and call.now < run.end for run in runs)
    if deleting or (service is not None and is_being_deleted(runs, service, call.now)):
        raise Refusal(409, "A deletion is in progress.")


def _request_id(call: Call, action: Action) -> str | None:
    """Return the request id of a queued action; None if it started at once."""
    for run in runs_in(call.store, action.environment or ""):
        if run.waits(call.now) and action.id in {request.id for request in run.requests}:
            return request_id(run.action)
    return None


def requester(call: Call) -> dict[str, Any]:
    """Return the history fields that name the requester."""
    return author_of(call.user, call.agent)


#: Fields of a deployment's body with the version to deploy.
VERSIONS = ("git_commit_id", "image_tag", "chart_version")


@serves("POST /KIND/{}/deploy")
def deploy_service(call: Call) -> Any:
    """Deploy a service at the commit, image tag or chart version in the body.

    A plan of a Terraform service and a diff of a chart change nothing.
    """
    body = call.body or {}
    version = next((body[name] for name in VERSIONS if body.get(name)), None)
    values = body.get("values_override_git_commit_id")
    if values:
        set_values_commit(call.store, call.kind, call.service(), values)
    return _unless_other_event(call, "DEPLOY", version)


@serves("POST /KIND/{}/restart", "POST /KIND/{}/redeploy")
def restart_service(call: Call) -> Any:
    """Deploy the current version of a service again."""
    return _unless_other_event(call, "RESTART")


def _unless_other_event(call: Call, action: str, version: str | None = None) -> Any:
    """Request an action, except on a job without the event that the query forces."""
    field = _EVENTS.get(call.query.get("forceEvent", ""))
    if field is not None and field not in call.service().get("schedule", {}):
        return services.status(call, call.kind)
    return request_on_service(call, action, version)


@serves("POST /KIND/{}/restart-service")
def reboot_service(call: Call) -> Any:
    """Restart the pods of a service without a deployment; 409 if it does not run."""
    _raise_if_idle(call, "not running")
    return request_on_service(call, "REBOOT")


@serves("POST /KIND/{}/stop")
def stop_service(call: Call) -> Any:
    """Stop a service; 409 if it is already stopped or was never deployed."""
    _raise_if_idle(call, "stopped already")
    return request_on_service(call, "STOP")


@serves("POST /KIND/{}/uninstall")
def uninstall_service(call: Call) -> Any:
    """Uninstall a service and keep its settings; no response body if it was not deployed."""
    id = call.service()["id"]
    runs = runs_in(call.store, call.store.parent(call.kind, id) or "")
    if not lifecycle.has_resources(runs, id, call.now):
        return None
    return request_on_service(call, "UNINSTALL")


def request_on_service(call: Call, action: str, version: str | None = None) -> Any:
    """Request an action on the service of the path and return its status."""
    kind, id = call.kind, call.service()["id"]
    check_can_start(call, call.store.parent(kind, id) or "", id)
    if version is not None:
        set_version(call.store, kind, id, version)
    logged = lifecycle.record_action(
        call.store,
        kind,
        id,
        action,
        versions={id: version} if version else None,
        detail={**requester(call), **_forced(call)},
        at=call.now,
    )
    status = lifecycle.service_status(call.store, kind, id, call.now, call.level)
    return {**status, "deployment_request_id": _request_id(call, logged)}


def _forced(call: Call) -> dict[str, Any]:
    requested = (call.body or {}).get("action") or call.query.get("forceEvent")
    return dry_run(requested) if requested in _DRY_RUNS else {}


def dry_run(requested: str) -> dict[str, Any]:
    """Return the details of an action that deploys nothing: PLAN, DIFF and others."""
    trigger, sub_action = _DRY_RUNS[requested]
    return {"dry_run": True, "trigger": trigger, "sub_action": sub_action}


def _raise_if_idle(call: Call, how: str) -> None:
    id = call.service()["id"]
    environment = call.store.parent(call.kind, id) or ""
    check_can_start(call, environment, id)
    if is_idle(runs_in(call.store, environment), id, call.now, _IDLE):
        raise Refusal(409, f"The {call.kind} is {how}.")


def chosen_services(call: Call, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Return kind and id of services of the environment of the path; Refusal 404 for others."""
    kinds = {doc["id"]: kind for kind, doc in services_of(call.store, call.path["environmentId"])}
    services: list[tuple[str, str]] = []
    for id in ids:
        if id not in kinds:
            raise Refusal(404, f"The environment has no service with the id {id}.")
        services.append((kinds[id], id))
    return sorted(services, key=lambda service: SERVICE_KINDS[service[0]].stage)
