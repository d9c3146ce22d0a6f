"""Platform templates, the template that a cluster is bound to, and the settings of components."""

import re
from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state.platform_templates import (
    TEMPLATES,
    Component,
    Field,
    Layer,
    Template,
    template,
)
from qovery_cli.sandbox.state.store import Document

_BINDING = "platformBinding"
_INTEGER = re.compile(r"-?[0-9]+")


@handles("listPlatformTemplates")
def list_templates(call: Call) -> Any:
    """Return the templates; cluster mode and cloud select the layers, and go together."""
    mode, provider = call.query.get("clusterMode"), call.query.get("cloudProvider")
    if (mode is None) != (provider is None):
        raise Refusal(400, "clusterMode and cloudProvider must be given together.")
    return {"results": [_summary(each, mode, provider) for each in TEMPLATES]}


def _summary(each: Template, mode: str | None, provider: str | None) -> Document:
    return {
        "key": each.key,
        "version": each.version,
        "status": each.status,
        "description": each.description,
        "layers": [
            _layer(layer)
            for layer in each.layers
            if mode is None or layer.applies(mode, str(provider))
        ],
    }


def _layer(layer: Layer) -> Document:
    return {
        "key": layer.key,
        "description": layer.description,
        "mandatory": layer.mandatory,
        "enabledByDefault": layer.enabled,
        "modes": list(layer.modes),
        "providers": list(layer.providers) or None,
        "componentKeys": [component.key for component in layer.components],
        "components": [
            {
                "key": component.key,
                "kind": component.kind,
                "description": component.description,
                "fields": [_field(field) for field in component.fields],
            }
            for component in layer.components
        ],
    }


def _field(field: Field) -> Document:
    return {
        "key": field.key,
        "label": field.label,
        "description": None,
        "type": field.type,
        "required": field.required,
        "sensitive": field.sensitive,
        "defaultValue": field.default,
        "constraints": {
            "allowedValues": list(field.choices) or None,
            "min": field.least,
            "max": field.most,
        },
    }


@handles("getClusterPlatformBinding")
def get_binding(call: Call) -> Any:
    """Return the template of a cluster; 404 before one is selected."""
    return _binding(call, _stored(call))


@handles("updateClusterPlatformBinding")
def update_binding(call: Call) -> Any:
    """Select the template of a cluster, its layers and its settings."""
    body, key = call.body, call.path["clusterId"]
    chosen = _template(body["templateKey"], body["templateVersion"], 400)
    layers = {layer.key: layer for layer in chosen.layers}
    for name, enabled in (body.get("layerSelections") or {}).items():
        if name not in layers:
            raise Refusal(400, f"layerSelections: the template has no layer {name}.")
        if layers[name].mandatory and not enabled:
            raise Refusal(400, f"layerSelections: the layer {name} is mandatory.")
    components = {component.key for _, component in chosen.components}
    for field in ("managedConfig", "customerProvidedInputs"):
        for name in body.get(field) or {}:
            if name not in components:
                raise Refusal(400, f"{field}: the template has no component {name}.")
    known = call.store.get(_BINDING, key) is not None
    doc = {**dict(body), "id": key}
    call.store.put(_BINDING, key, doc) if known else call.store.add(_BINDING, doc, key)
    return _binding(call, doc)


@handles("resolvePlatformTemplateComponentConfiguration")
def resolve_in_template(call: Call) -> Any:
    """Return the fields of a component, and which of its requirements a configuration meets."""
    chosen = _template(call.path["templateKey"], call.path["templateVersion"], 404)
    layer, component = _component(chosen, call.path["componentKey"])
    if not layer.applies(call.query["clusterMode"], call.query["cloudProvider"]):
        raise Refusal(404, f"The component {component.key} is not for this kind of cluster.")
    return _resolution(component, call.body or {})


@handles("resolvePlatformComponentConfiguration")
def resolve_in_cluster(call: Call) -> Any:
    """Return the same for a component of the template that a cluster is bound to."""
    stored = _stored(call)
    chosen = _template(stored["templateKey"], stored["templateVersion"], 404)
    _, component = _component(chosen, call.path["componentKey"])
    body = call.body or {}
    inputs = (stored.get("customerProvidedInputs") or {}).get(component.key) or {}
    profile = (stored.get("managedConfig") or {}).get(component.key) or {}
    entered = {
        "clusterInputs": {**inputs, **(body.get("clusterInputs") or {})},
        "profileConfig": {**profile, **(body.get("profileConfig") or {})},
    }
    return {**_resolution(component, entered), "clusterId": call.path["clusterId"]}


def _stored(call: Call) -> Document:
    doc = call.store.get(_BINDING, call.path["clusterId"])
    if doc is None:
        raise Refusal(404, "The cluster is bound to no platform template.")
    return doc


def _template(key: str, version: str, status: int) -> Template:
    chosen = template(key, version)
    if chosen is None:
        raise Refusal(status, f"No platform template {key} {version} was found.")
    return chosen


def _component(chosen: Template, key: str) -> tuple[Layer, Component]:
    for layer, component in chosen.components:
        if component.key == key:
            return layer, component
    raise Refusal(404, f"The template {chosen.key} has no component {key}.")


def _binding(call: Call, doc: Document) -> Document:
    chosen = _template(doc["templateKey"], doc["templateVersion"], 404)
    cluster = call.document("cluster")
    provider = str(cluster["cloud_provider"])
    managed = cluster.get("kubernetes") in (None, "MANAGED", "K3S")
    mode = "QOVERY_MANAGED" if managed else "CUSTOMER_MANAGED"
    selections = {layer.key: layer.mandatory or layer.enabled for layer in chosen.layers}
    selections |= doc.get("layerSelections") or {}
    return {
        "clusterId": cluster["id"],
        "organizationId": call.path["organizationId"],
        "templateKey": chosen.key,
        "templateVersion": chosen.version,
        "layerSelections": selections,
        "layers": [
            {
                "key": layer.key,
                "componentKeys": [component.key for component in layer.components],
                **_layer_status(layer, mode, provider, enabled=selections[layer.key]),
            }
            for layer in chosen.layers
        ],
        "managedConfig": doc.get("managedConfig") or {},
        "customerProvidedInputs": doc.get("customerProvidedInputs") or {},
    }


def _layer_status(layer: Layer, mode: str, provider: str, *, enabled: bool) -> Document:
    if not layer.applies(mode, provider):
        return {"status": "SKIPPED", "reason": "The layer is not for this kind of cluster."}
    if not enabled:
        return {"status": "DISABLED", "reason": "The layer is not selected."}
    reason = "The layer is mandatory." if layer.mandatory else "The layer is selected."
    return {"status": "ENABLED", "reason": reason}


def _resolution(component: Component, body: Document) -> Document:
    profile, inputs = body.get("profileConfig") or {}, body.get("clusterInputs") or {}
    own = [field for field in component.fields if field.scope == "PLATFORM_PROFILE"]
    needed = [field for field in component.fields if field.scope == "CLUSTER"]
    checked = [(field, field.key, profile.get(field.key, field.default)) for field in own]
    checked += [(field, f"clusterInputs.{field.key}", inputs.get(field.key)) for field in needed]
    violations = [
        {"code": code, "fieldPath": path, "message": message}
        for field, path, value in checked
        for code, message in _violations(field, value)
    ]
    return {
        "componentKey": component.key,
        "fields": [_field(field) for field in own],
        "requirements": [
            {
                **_field(field),
                "scope": field.scope,
                "status": "READY" if inputs.get(field.key) else "MISSING",
            }
            for field in needed
        ],
        "componentBindings": [
            {"input": name, "fromComponent": source, "output": output}
            for name, source, output in component.inputs
        ],
        "violations": violations,
    }


def _violations(field: Field, value: Any) -> list[tuple[str, str]]:
    if value is None or value == "":
        return [("REQUIRED", f"{field.label} is required.")] if field.required else []
    text = str(value)
    if field.choices and text not in field.choices:
        return [("NOT_ALLOWED", f"{field.label} must be one of {', '.join(field.choices)}.")]
    if field.type != "number":
        return []
    if not _INTEGER.fullmatch(text):
        return [("NOT_A_NUMBER", f"{field.label} must be a whole number.")]
    low, high = field.least, field.most
    if (low is not None and int(text) < low) or (high is not None and int(text) > high):
        return [("OUT_OF_RANGE", f"{field.label} must be between {low} and {high}.")]
    return []
