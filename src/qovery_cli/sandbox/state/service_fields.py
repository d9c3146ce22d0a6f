"""The fields in which the kinds of service differ: checks, defaults and derived values."""

import re
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from qovery_cli.catalog.cron import is_cron
from qovery_cli.sandbox.handler import Call, Refusal
from qovery_cli.sandbox.state.document_paths import value_at
from qovery_cli.sandbox.state.engines import ENGINES, MANAGED_MEMORY, supports
from qovery_cli.sandbox.state.rules import ports, storage
from qovery_cli.sandbox.state.store import Document


def completed(
    call: Call, kind: str, fields: Document, before: Document, environment: str
) -> Document:
    """Return the fields of a request completed for a kind of service.

    ``before`` is the document that an update replaces, empty for a new service. Raises Refusal 400
    for an invalid request.
    """
    complete = _BY_KIND.get(kind)
    return fields if complete is None else complete(call, fields, before, environment)


def _with_defaults(fields: Document, **defaults: Any) -> Document:
    """Return fields with defaults for those that are absent or null."""
    absent = {name: value for name, value in defaults.items() if fields.get(name) is None}
    return {**fields, **absent}


def _icon(name: str) -> str:
    return f"app://qovery-console/{name}"


def _server(kind: str, fields: Document, before: Document) -> Document:
    """Return the fields that applications and containers have in common."""
    opened = ports(fields.get("ports"), before.get("ports", ()))
    mounted = storage(fields.get("storage"), before.get("storage", ()))
    complete = _with_defaults(fields, icon_uri=_icon(kind), healthchecks={}, gpu=0)
    return {**complete, "ports": opened, "storage": mounted}


def _application(call: Call, fields: Document, before: Document, _environment: str) -> Document:
    mode = fields.get("build_mode") or ("DOCKER" if call.level == "1.0.4" else "BUILDPACKS")
    if mode == "DOCKER" and not fields.get("dockerfile_path") and call.level == "1.0.3":
        raise Refusal(400, "dockerfile_path is required when build_mode is DOCKER.")
    return {**_server("application", fields, before), "build_mode": mode}


def _container(_call: Call, fields: Document, before: Document, _environment: str) -> Document:
    # The API accepted auto_preview before its document declared it.
    preview = bool(fields.get("auto_preview", before.get("auto_preview", False)))
    server = _server("container", _with_defaults(fields, arguments=[]), before)
    return {**server, "auto_preview": preview}


def _database(call: Call, fields: Document, _before: Document, environment: str) -> Document:
    cluster = call.document("cluster", call.document("environment", environment)["cluster_id"])
    kind, version, mode = fields["type"], fields["version"], fields["mode"]
    if not supports(cluster, kind, version, mode):
        raise Refusal(400, f"version {version} of {kind} cannot run as {mode} on this cluster.")
    managed = mode == "MANAGED"
    memory = MANAGED_MEMORY if managed else ENGINES[kind].memory
    doc = _with_defaults(
        fields, accessibility="PRIVATE", memory=memory, icon_uri=_icon(kind.lower())
    )
    doc.pop("ports", None)
    return {**doc, "disk_encrypted": managed}


def _job(_call: Call, fields: Document, _before: Document, _environment: str) -> Document:
    schedule, source = dict(fields.get("schedule") or {}), fields.get("source") or {}
    cron = schedule.get("cronjob")
    if cron is not None:
        if not is_cron(cron["scheduled_at"]):
            raise Refusal(400, "schedule.cronjob.scheduled_at must be a cron expression.")
        schedule = {"cronjob": _with_defaults(cron, timezone="Etc/UTC")}
    elif not {"on_start", "on_stop", "on_delete"} & schedule.keys():
        raise Refusal(400, "schedule must have a cronjob, or one of on_start, on_stop, on_delete.")
    chosen = next((name for name in ("image", "docker") if source.get(name)), None)
    if chosen is None:
        raise Refusal(400, "source must have an image or a docker build.")
    return {
        **_with_defaults(fields, auto_preview=False, icon_uri=_icon("job")),
        "schedule": schedule,
        "source": {chosen: source[chosen]},
        "job_type": "LIFECYCLE" if cron is None else "CRON",
    }


def _helm(_call: Call, fields: Document, before: Document, _environment: str) -> Document:
    if not (value_at(fields, "source.git") or value_at(fields, "source.repository")):
        raise Refusal(400, "source must have a git_repository or a helm_repository.")
    opened = [
        {
            **port,
            "publicly_accessible": True,
            "port_type": "SERVICE_NAME" if port.get("service_name") else "SERVICE_SELECTORS",
        }
        for port in fields.get("ports") or ()
    ]
    complete = _with_defaults(fields, auto_preview=False, icon_uri=_icon("helm"))
    return {**complete, "ports": ports(opened, before.get("ports", ()))}


def _terraform(_call: Call, fields: Document, _before: Document, _environment: str) -> Document:
    if not value_at(fields, "terraform_files_source.git"):
        raise Refusal(400, "terraform_files_source must have a git_repository.")
    complete = _with_defaults(
        fields,
        timeout_sec=600,
        use_cluster_credentials=False,
        action_extra_arguments={},
        icon_uri=_icon("terraform"),
    )
    return {**complete, "auto_deploy": fields["auto_deploy_config"]["auto_deploy"]}


def _agentic_workflow(
    _call: Call, fields: Document, before: Document, _environment: str
) -> Document:
    slug = re.sub(r"[^a-z0-9]+", "-", fields["name"].lower()).strip("-") or "workflow"
    hook = {"url": f"https://hooks.acme.test/agentic-workflow/{uuid.uuid4()}"}
    model = _with_defaults(fields.get("model") or {}, type="CLAUDE", settings="")
    # The key is write-only.
    model.pop("api_key", None)
    return {
        **_with_defaults(
            fields,
            icon_uri=_icon("agentic-workflow"),
            governance={"host_allowlist": []},
            resources={"cpu_milli": 1000, "ram_mib": 1024, "gpu": 0, "storage_gib": 0},
        ),
        "model": model,
        "slug": before.get("slug", slug),
        "webhook": before.get("webhook", hook),
    }


_Complete = Callable[[Call, Document, Document, str], Document]

#: Functions of the request, its fields, the document before it and the environment's id.
_BY_KIND: Mapping[str, _Complete] = {
    "application": _application,
    "container": _container,
    "database": _database,
    "job": _job,
    "helm": _helm,
    "terraform": _terraform,
    "agenticWorkflow": _agentic_workflow,
}
