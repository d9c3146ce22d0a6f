"""Blueprints: the catalog, and the services of an environment that were created from it.

A blueprint of an environment is a document with its tag and values; the Terraform service or Helm
chart that it made has its id in ``blueprint_id``.
"""

import uuid
from typing import Any

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.handler import Call, Refusal, Success, handles
from qovery_cli.sandbox.handlers.actions import check_can_start, requester
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.blueprint_catalog import (
    CATALOG_URL,
    Blueprint,
    Variable,
    blueprint_named,
    blueprints,
    field_of,
    release_of,
)
from qovery_cli.sandbox.state.blueprint_services import service_document
from qovery_cli.sandbox.state.deployments import runs_in
from qovery_cli.sandbox.state.rules import body_with_defaults, check_name
from qovery_cli.sandbox.state.statuses import execution_id, request_id
from qovery_cli.sandbox.state.store import Document

_KIND = "blueprint"
_PUBLISHED = 1_771_286_400.0  # 2026-02-17


@handles("getBlueprintCatalog")
def get_catalog(_: Call) -> Any:
    """Return the catalog."""
    items = [blueprint.item() for blueprint in blueprints()]
    return {"version": "1", "generatedAt": iso(_PUBLISHED), "blueprints": items}


@handles("getBlueprintCatalogServiceManifest")
def get_manifest(call: Call) -> Any:
    """Return the variables and the engine of a blueprint for an environment."""
    blueprint = _in_path(call)
    environment = call.document("environment", call.query["environmentId"])
    cluster = call.document("cluster", environment["cluster_id"])
    release = blueprint.releases[call.path["serviceVersion"]][-1]
    fields = [
        {"kind": "variable", **field_of(variable)} for variable in _variables(blueprint, release)
    ]
    region = {"kind": "contextVariable", "name": "region", "source": "cluster.region"}
    return {
        "results": [*fields, {**region, "value": cluster["region"]}],
        "engine": blueprint.engine_fields(str(cluster["cloud_provider"])),
    }


@handles("getBlueprintCatalogServiceReadme")
def get_readme(call: Call) -> Any:
    """Return the description of a blueprint as Markdown."""
    blueprint = _in_path(call)
    lines = [f"# {blueprint.name}", "", blueprint.description, ""]
    lines += [f"- `{variable.name}`" for variable in blueprint.variables]
    return {"content": "\n".join(lines), "repository_url": CATALOG_URL}


def _in_path(call: Call) -> Blueprint:
    names = [call.path[name] for name in ("provider", "serviceFamily", "serviceVersion")]
    blueprint = blueprint_named(*names)
    if blueprint is None:
        raise Refusal(404, f"The catalog has no blueprint {'/'.join(names)}.")
    return blueprint


@handles("createBlueprint")
def create(call: Call) -> Any:
    """Create the service of a blueprint, and deploy it if the query asks for it."""
    environment, body = call.path["environmentId"], body_with_defaults(call)
    values = {
        entry["name"]: {"value": entry["value"], "is_secret": entry["is_secret"]}
        for entry in body["variables"]
    }
    doc = {**body, "variables": values, "spec_overrides": body.get("spec_overrides") or {}}
    blueprint, _ = _checked(doc)
    kind, key = blueprint.engine, str(uuid.uuid4())
    check_name(call, kind, environment, body["name"])
    service = call.store.add(kind, service_document(call, doc, blueprint, key), environment)
    stored = call.store.add(_KIND, {**doc, "id": key, "service": service["id"]}, environment)
    if call.flag("deploy"):
        _deploy(call, stored)
        return Success(202, _response(call, stored))
    return _response(call, stored)


@handles("updateBlueprint")
def update(call: Call) -> Any:
    """Replace name, tag and icon, and merge variables and overrides (RFC 7396)."""
    before = _blueprint(call)
    doc = _patched(call, before)
    blueprint, _ = _checked(doc)
    kind, service = _service_of(call, before)
    check_name(call, kind, service["environment"]["id"], doc["name"], service["id"])
    fresh = service_document(call, doc, blueprint, before["id"], service)
    call.store.put(kind, service["id"], fresh)
    lifecycle.record_edit(call.store, kind, service["id"])
    return _response(call, call.store.put(_KIND, before["id"], doc))


@handles("previewBlueprintUpdate")
def preview(call: Call) -> Any:
    """Check an update without storing it."""
    blueprint, _ = _checked(_patched(call, _blueprint(call)))
    return {"preview_id": str(uuid.uuid4()), "service_type": blueprint.engine.upper()}


@handles("deployBlueprint")
def deploy(call: Call) -> Any:
    """Deploy the service of a blueprint with its stored values."""
    doc = _blueprint(call)
    return _deploy(call, doc)


@handles("checkBlueprintUpdate")
def check_update(call: Call) -> Any:
    """Compare a blueprint with the newest release of its version."""
    doc = _blueprint(call)
    blueprint, version, release = _release(doc["tag"])
    newest = blueprint.latest(version)
    before = {variable.name: variable for variable in _variables(blueprint, release)}
    after = {
        variable.name: variable
        for variable in _variables(blueprint, blueprint.releases[version][-1])
    }
    added = [variable for name, variable in after.items() if name not in before]
    majors = [other for other in blueprint.releases if int(other) > int(version)]
    return {
        "is_up_to_date": doc["tag"] == newest,
        "current_tag": doc["tag"],
        "latest_tag": newest,
        "new_required_values": [field_of(variable) for variable in added if variable.required],
        "new_optional_values": [field_of(variable) for variable in added if not variable.required],
        "now_required_values": [],
        "removed_values": [{"name": name} for name in before if name not in after],
        "updated_values": [],
        "engine_diff": {"updated_values": []},
        "new_major_versions": [
            {
                "serviceVersion": other,
                "service_version": other,
                "latest_tag": blueprint.latest(other),
            }
            for other in majors
        ],
    }


def _blueprint(call: Call) -> Document:
    """Return the blueprint in the path; Refusal 404 if its service was deleted."""
    doc = call.document(_KIND)
    _service_of(call, doc)
    return doc


def _service_of(call: Call, doc: Document) -> tuple[str, Document]:
    kind = call.store.kind_of(doc["service"])
    if kind not in SERVICE_KINDS or kind is None:
        raise Refusal(404, f"The service of the blueprint {doc['id']} was deleted.")
    return kind, call.document(kind, doc["service"])


def _release(tag: str) -> tuple[Blueprint, str, str]:
    """Return blueprint, version and release of a tag; Refusal 422 or 404 for a wrong one."""
    try:
        release = release_of(tag)
    except ValueError:
        raise Refusal(422, "tag must have the form provider/family/version/release.") from None
    if release is None:
        raise Refusal(404, f"The catalog has no blueprint with the tag {tag}.")
    return release


def _checked(doc: Document) -> tuple[Blueprint, str]:
    """Return blueprint and release of a valid request; Refusal 400 for an invalid one."""
    blueprint, _, release = _release(doc["tag"])
    variables = {variable.name: variable for variable in _variables(blueprint, release)}
    values = doc["variables"]
    for name in values:
        if name not in variables:
            raise Refusal(400, f"variables: {blueprint.name} has no variable {name}.")
    for name, variable in variables.items():
        if variable.required and name not in values:
            raise Refusal(400, f"variables: {name} is required.")
        value = values.get(name, {}).get("value", variable.default)
        if variable.allowed and value not in (*variable.allowed, None):
            raise Refusal(400, f"variables: {name} must be one of {', '.join(variable.allowed)}.")
    if blueprint.engine == "terraform" and not doc["spec_overrides"].get("engine_version"):
        raise Refusal(400, "spec_overrides.engine_version is required.")
    return blueprint, release


def _variables(blueprint: Blueprint, release: str) -> list[Variable]:
    return [variable for variable in blueprint.variables if variable.in_release(release)]


def _patched(call: Call, before: Document) -> Document:
    """Return a blueprint after a patch of its variables and overrides."""
    body = call.body
    named = {name: body[name] for name in ("name", "tag", "icon")}
    merged = {
        field: {
            name: value
            for name, value in {**before[field], **(body.get(field) or {})}.items()
            if value is not None
        }
        for field in ("variables", "spec_overrides")
    }
    return {**before, **named, **merged}


def _deploy(call: Call, doc: Document) -> Document:
    kind, service = _service_of(call, doc)
    environment = service["environment"]["id"]
    check_can_start(call, environment, service["id"])
    detail = requester(call)
    logged = lifecycle.record_action(
        call.store, kind, service["id"], "DEPLOY", detail=detail, at=call.now
    )
    run = next(
        run
        for run in runs_in(call.store, environment)
        if logged.id in {request.id for request in run.requests}
    )
    return {"deployment_id": request_id(run.action), "execution_id": execution_id(run)}


def _response(call: Call, doc: Document) -> Document:
    provider, family, version, _ = doc["tag"].split("/")
    place = f"{CATALOG_URL}/tree/main/{provider}/{family}/{version}"
    environment = call.store.parent(_KIND, doc["id"])
    return {**doc, "catalog_url": place, "environment_id": environment}
