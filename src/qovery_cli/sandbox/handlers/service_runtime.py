"""Traces of services that run, and the webhooks of their repositories.

Jobs leave failed Kubernetes jobs, Helm charts Kubernetes services, Terraform services resources.
"""

import uuid
from typing import Any

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.actions import requester
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state import lifecycle, services, transitions
from qovery_cli.sandbox.state.builtin_variables import short
from qovery_cli.sandbox.state.deployments import runs_in, state_of
from qovery_cli.sandbox.state.document_paths import value_at
from qovery_cli.sandbox.state.repository_files import resources_of
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.schedule import DEPLOYS
from qovery_cli.sandbox.state.service_versions import repository_in
from qovery_cli.sandbox.state.statuses import execution_id
from qovery_cli.sandbox.state.store import Document

_CLEANED, _WEBHOOK = "cleanedJob", "gitWebhook"
_RUNNING = ("DEPLOYED", "RESTARTED")
#: The versions of each engine, the newest first.
_ENGINES = {
    "TERRAFORM": ("1.13.3", "1.12.2", "1.11.4", "1.10.5", "1.9.8"),
    "OPEN_TOFU": ("1.10.6", "1.9.3", "1.8.9"),
}
#: Events of a repository that a webhook must send.
_EVENTS = {
    "GITHUB": ["push", "pull_request"],
    "GITLAB": ["push_events", "merge_requests_events"],
    "BITBUCKET": ["repo:push", "pullrequest:created"],
}


@handles("cleanFailedJob")
def clean_job(call: Call) -> Any:
    """Remove the Kubernetes jobs of failed runs of a job."""
    return {"clean_kubernetes_jobs": _cleaned(call, call.service())}


@handles("cleanFailedJobs")
def clean_jobs(call: Call) -> Any:
    """Remove the Kubernetes jobs of failed runs of the jobs in the body, or of all."""
    jobs = {job["id"]: job for job in call.store.children("job", call.path["environmentId"])}
    chosen = call.body.get("job_ids") or list(jobs)
    unknown = next((id for id in chosen if id not in jobs), None)
    if unknown is not None:
        raise Refusal(404, f"The environment has no job with the id {unknown}.")
    cleaned = {id: names for id in chosen if (names := _cleaned(call, jobs[id]))}
    names = [name for names in cleaned.values() for name in names]
    return {"clean_job_ids": list(cleaned), "clean_kubernetes_jobs": names}


def _cleaned(call: Call, job: Document) -> list[str]:
    """Return the Kubernetes jobs of failed runs since the last clean-up, and note this one."""
    before = (call.store.get(_CLEANED, job["id"]) or {}).get("at", 0.0)
    call.store.delete(_CLEANED, job["id"])
    call.store.add(_CLEANED, {"id": job["id"], "at": call.now}, job["id"])
    return [
        f"job-z{short(job['id'])}-{run.number}"
        for run in _deployments(call, job)
        if before < transitions.ends(run.tracks[job["id"]]) <= call.now
        and str(run.state(job["id"], call.now)).endswith("_ERROR")
    ]


def _deployments(call: Call, service: Document) -> list[Run]:
    runs = runs_in(call.store, service["environment"]["id"])
    return [run for run in runs if service["id"] in run.tracks and run.action.action in DEPLOYS]


@handles("getHelmKubernetesServices")
def list_kubernetes_services(call: Call) -> Any:
    """Return the Kubernetes services of a running chart, by the names in its ports."""
    chart = call.service()
    runs = runs_in(call.store, chart["environment"]["id"])
    if state_of(runs, chart["id"], call.now) not in _RUNNING:
        return {"results": []}
    named: dict[str, list[Document]] = {}
    for port in chart.get("ports", ()):
        named.setdefault(port.get("service_name") or f"helm-z{short(chart['id'])}", []).append(port)
    return {"results": [_kubernetes_service(name, ports) for name, ports in named.items()]}


def _kubernetes_service(name: str, ports: list[Document]) -> Document:
    selectors = ports[0].get("service_selectors") or [
        {"key": "app.kubernetes.io/name", "value": name}
    ]
    opened = [{"name": port["name"], "port": port["internal_port"]} for port in ports]
    spec = {"type": "ClusterIP", "ports": opened, "selectors": selectors}
    return {"metadata": {"name": name}, "service_spec": spec}


@handles("listTerraformVersions")
def list_terraform_versions(_: Call) -> Any:
    """Return the versions of Terraform and OpenTofu."""
    pairs = [(engine, version) for engine, versions in _ENGINES.items() for version in versions]
    return {"results": [{"engine": engine, "version": version} for engine, version in pairs]}


@handles("getTerraformResources")
def list_terraform_resources(call: Call) -> Any:
    """Return the resources that the latest deployment of a Terraform service has created."""
    service = call.service()
    id, runs = service["id"], runs_in(call.store, service["environment"]["id"])
    ended = [run for run in _deployments(call, service) if run.state(id, call.now) == "DEPLOYED"]
    if not ended or not lifecycle.has_resources(runs, id, call.now):
        return {"results": []}
    at = iso(transitions.ends(ended[-1].tracks[id]))
    resources = resources_of(repository_in("terraform", service) or {"url": ""})
    return {
        "results": [
            {
                **resource,
                "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{id}/{resource['address']}")),
                "extracted_at": at,
            }
            for resource in resources
        ]
    }


@handles("getServiceGitWebhookStatus")
def get_webhook(call: Call) -> Any:
    """Return the state of a repository's webhook; 400 for a service without a repository.

    The app on GitHub has one; on other providers it must be synchronized first.
    """
    repository = _repository(call)
    provider = repository["provider"]
    synced = call.store.setting(f"{_WEBHOOK} {repository['url']}", provider == "GITHUB")
    status = "ACTIVE" if synced else "NOT_CONFIGURED"
    missing = [] if synced else _EVENTS[provider]
    return {"provider": provider, "status": status, "missing_events": missing}


@handles("syncServiceGitWebhook")
def sync_webhook(call: Call) -> Any:
    """Configure the webhook of a service's repository."""
    call.store.set_setting(f"{_WEBHOOK} {_repository(call)['url']}", True)
    return get_webhook(call)


def _repository(call: Call) -> Document:
    doc = call.service()
    for path in SERVICE_KINDS[call.kind].repositories:
        repository: Document | None = value_at(doc, path)
        if repository is not None:
            return repository
    raise Refusal(400, f"The {call.kind} has no git repository.")


@handles("getIngressDeploymentStatus")
def ingress_status(call: Call) -> Any:
    """Return the state of a service's router; no fields for a service without public ports."""
    service = call.service()
    if call.path["serviceType"].lower() != call.kind.lower():
        raise Refusal(404, f"No {call.path['serviceType']} with the id {service['id']} was found.")
    if not any(port.get("publicly_accessible") for port in service.get("ports") or ()):
        return {}
    status = lifecycle.service_status(call.store, call.kind, service["id"], call.now, call.level)
    router = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{service['id']}/router"))
    return {"routerId": router, "status": status["state"]}


@handles("cancelAgenticWorkflowDeployment")
def cancel_workflow(call: Call) -> None:
    """Cancel the execution of the environment that a workflow runs in; 409 if there is none."""
    workflow = call.service()
    environment = workflow["environment"]["id"]
    running = [run for run in runs_in(call.store, environment) if run.executes(call.now)]
    if not any(run.covers(workflow["id"]) for run in running):
        raise Refusal(409, "The workflow has no deployment in progress.")
    if services.status(call, call.kind)["state"] == "CANCELING":
        raise Refusal(409, "The deployment is being cancelled already.")
    lifecycle.cancel(call.store, environment, requester(call), at=call.now)


@handles("generateDeploymentBuildUsageReport")
def report_build_usage(call: Call) -> Any:
    """Return the URLs of a report about the builds of an execution; 404 for an unknown one."""
    environment, execution = call.path["environmentId"], call.body["execution_id"]
    if call.body["report_expiration_in_seconds"] < 1:
        raise Refusal(400, "report_expiration_in_seconds must be at least 1.")
    begun = [run for run in runs_in(call.store, environment) if run.begin <= call.now]
    if execution not in map(execution_id, begun):
        raise Refusal(404, f"The environment has no execution with the id {execution}.")
    report = f"https://reports.acme.test/{uuid.uuid4()}"
    return {"report_url": report, "delete_report_url": f"{report}/delete"}
