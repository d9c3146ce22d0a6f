"""Jobs and Helm charts (API 1.0.4 only), whose requests and responses differ.

A job's type follows from its schedule; the fields of a source have other names in a response than
in a request. ``overviews`` and ``generic`` handle reads, statuses and deletion.
"""

import uuid
from typing import Any

from qovery_cli.sandbox.handler import KINDS, Call, handles
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.commits import repository_of
from qovery_cli.sandbox.state.rules import body_with_defaults, check_name
from qovery_cli.sandbox.state.services import shared_fields
from qovery_cli.sandbox.state.store import Document


@handles("createJob", "createHelm")
def create(call: Call) -> Any:
    """Create a job or chart."""
    environment = call.path["environmentId"]
    kind = call.operation.path.rpartition("/")[2]
    check_name(call, kind, environment, call.body["name"])
    doc = {**_facts(call, kind), **shared_fields(kind, environment)}
    return call.store.add(kind, doc, environment)


@handles("editJob", "editHelm")
def edit(call: Call) -> Any:
    """Replace a job or chart."""
    kind = KINDS[next(iter(call.path))]
    before = call.document(kind)
    environment = before["environment"]["id"]
    check_name(call, kind, environment, call.body["name"], before["id"])
    doc = {**_facts(call, kind), **shared_fields(kind, environment)}
    stored = call.store.put(kind, before["id"], doc)
    lifecycle.record_edit(call.store, kind, before["id"])
    return stored


def _facts(call: Call, kind: str) -> Document:
    body = body_with_defaults(call)
    # Requests have group ids, responses whole groups; the sandbox stores none with services.
    groups: Document = {"annotations_groups": [], "labels_groups": []}
    icon = {"icon_uri": f"app://qovery-console/{kind}", "auto_deploy": False}
    fields = {**icon, **body, **groups}
    if kind == "job":
        cron = "cronjob" in (body.get("schedule") or {})
        resources = {"cpu": 500, "memory": 512}
        fields = {**resources, **fields, "job_type": "CRON" if cron else "LIFECYCLE"}
        fields["source"] = _job_source(call, body.get("source") or {})
    else:
        fields["source"] = _chart_source(call, body.get("source") or {})
        ports = body.get("ports") or ()
        fields["ports"] = [{**port, "id": port.get("id") or str(uuid.uuid4())} for port in ports]
    return {name: value for name, value in fields.items() if value is not None}


def _job_source(call: Call, source: Document) -> Document:
    docker = source.get("docker")
    if docker is None:
        return {"image": _image(call, source.get("image") or {})}
    repository = _repository(call, docker.get("git_repository"))
    return {"docker": {**docker, "git_repository": repository}}


def _chart_source(call: Call, source: Document) -> Document:
    if source.get("git_repository"):
        return {"git": {"git_repository": _repository(call, source["git_repository"])}}
    reference = source.get("helm_repository") or {}
    repository = call.store.get("helmRepository", str(reference.get("repository"))) or {}
    default = {"id": reference.get("repository"), "name": "", "url": ""}
    return {"repository": {**reference, "repository": {**default, **repository}}}


def _image(call: Call, source: Document) -> Document:
    registry = call.store.get("containerRegistry", str(source.get("registry_id"))) or {}
    default = {"id": source.get("registry_id"), "name": "", "url": "", "kind": "DOCKER_HUB"}
    return {**source, "registry": {**default, **registry}}


def _repository(call: Call, source: Document | None) -> Document:
    fields = source or {}
    branch, root = fields.get("branch"), fields.get("root_path")
    return repository_of(fields.get("url", ""), branch, root, call.now)
