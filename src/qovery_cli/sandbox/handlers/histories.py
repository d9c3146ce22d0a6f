"""Deployment histories and queues of environments and services."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles, serves
from qovery_cli.sandbox.handlers.actions import requester
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state import history, history_v2, lifecycle
from qovery_cli.sandbox.state.deployments import runs_in
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.statuses import request_id
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.transitions import state_for_level


@handles("listEnvironmentDeploymentHistory")
def environment_history(call: Call) -> Any:
    """Return the deployments of an environment, newest first."""
    id = call.path["environmentId"]
    entries = history.of_environment(call.store, id, call.now, call.level)
    return history.page(entries, call.query.get("startId"))


@serves("GET /KIND/{}/deploymentHistory")
def service_history(call: Call) -> Any:
    """Return the deployments of a service, newest first."""
    id = call.service()["id"]
    entries = history.of_service(call.store, call.kind, id, call.now, call.level)
    return history.page(entries, call.query.get("startId"))


@handles("listEnvironmentDeploymentHistoryV2")
def environment_history_v2(call: Call) -> Any:
    """Return the deployments of an environment with their stages (1.0.4)."""
    entries = history_v2.of_environment(call.store, call.path["environmentId"], call.now)
    return _first(call, entries)


@serves("GET /KIND/{}/deploymentHistoryV2")
def service_history_v2(call: Call) -> Any:
    """Return the deployments of a service (1.0.4)."""
    id = call.service()["id"]
    return _first(call, history_v2.of_service(call.store, call.kind, id, call.now))


def _first(call: Call, entries: list[Document]) -> Any:
    size = int(float(call.query.get("pageSize") or history.PAGE_SIZE))
    if size < 1:
        raise Refusal(400, "The query parameter pageSize must be at least 1.")
    return {"page": 1, "page_size": size, "results": entries[:size]}


@handles("listDeploymentRequestByEnvironmentId")
def environment_queue(call: Call) -> Any:
    """Return the queued requests of an environment."""
    return {"results": history_v2.queue(call.store, call.path["environmentId"], call.now)}


@handles("listDeploymentRequestByServiceId")
def service_queue(call: Call) -> Any:
    """Return the queued requests that cover a service."""
    id = call.path["serviceId"]
    kind = call.store.kind_of(id) or ""
    if kind not in SERVICE_KINDS:
        raise Refusal(404, f"No service with the id {id} was found.")
    return {"results": history_v2.queue_of_service(call.store, kind, id, call.now)}


@handles("getDeploymentStatusByDeploymentRequestId")
def request_status(call: Call) -> Any:
    """Return the state of a request: queued, cancelled, or that of its execution."""
    environment, run = _run_of(call, call.query["deploymentRequestId"])
    return {
        "deployment_request_id": call.query["deploymentRequestId"],
        "environment_id": environment,
        "status": state_for_level(run.outcome(call.now), call.level),
    }


@handles("cancelDeploymentRequest")
def cancel_request(call: Call) -> None:
    """Cancel a queued request; 409 if it was cancelled or has started."""
    environment, run = _run_of(call, call.path["deploymentRequestId"])
    if run.cancelled_at <= call.now:
        raise Refusal(409, "The deployment request is cancelled already.")
    if not run.waits(call.now):
        raise Refusal(409, "The deployment request does not wait any more: it was started.")
    lifecycle.cancel(call.store, environment, requester(call), request=run.action.id, at=call.now)


def _run_of(call: Call, request: str) -> tuple[str, Run]:
    for action in call.store.actions():
        if action.environment is not None and request_id(action) == request:
            runs = runs_in(call.store, action.environment)
            for run in runs:
                if run.action.id == action.id:
                    return action.environment, run
    raise Refusal(404, f"No deployment request with the id {request} was found.")
