"""Export of an environment as Terraform manifests of the Qovery provider, in a ZIP file."""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli.sandbox.state.deployments import services_of
from qovery_cli.sandbox.state.store import Document, Store
from qovery_cli.sandbox.state.variable_scope import KIND

_PROVIDER = """\
terraform {
  required_providers {
    qovery = {
      source = "qovery/qovery"
    }
  }
}

provider "qovery" {}
"""
#: Fields that a manifest does not set: those of responses only, and those of the sandbox.
_LEFT_OUT = frozenset(
    {
        *("id", "name", "created_at", "updated_at", "environment", "service_type", "is_skipped"),
        *("maximum_cpu", "maximum_memory", "maximum_gpu", "maximun_gpu", "deployment_stage_id"),
        *("annotations_groups", "labels_groups"),
    }
)
#: A fixed date, so that the same environment gives the same file.
_DATE = (2026, 1, 1, 0, 0, 0)


class _Reference(str):
    """An expression that refers to another resource."""


def manifests(store: Store, environment: Document, *, secrets: bool) -> bytes:
    """Return a ZIP file with the manifests of an environment and its services."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _files(store, environment, secrets):
            archive.writestr(zipfile.ZipInfo(name, _DATE), text)
    return content.getvalue()


def _files(store: Store, environment: Document, secrets: bool) -> Iterator[tuple[str, str]]:
    yield "provider.tf", _PROVIDER
    fields = {
        "project_id": environment["project"]["id"],
        "cluster_id": environment["cluster_id"],
        "mode": environment["mode"],
        **_variables(store, environment, secrets),
    }
    label = _label(environment["name"])
    yield "environment.tf", _resource("environment", label, environment["name"], fields)
    for kind, service in services_of(store, environment["id"]):
        own = {name: value for name, value in service.items() if name not in _LEFT_OUT}
        place = _Reference(f"qovery_environment.{label}.id")
        fields = {"environment_id": place, **own, **_variables(store, service, secrets)}
        name = f"{_word(kind)}_{_label(service['name'])}"
        # Names that differ in other characters only would be the same file.
        yield f"{name}_{service['id'][:8]}.tf", _resource(kind, name, service["name"], fields)


def _variables(store: Store, owner: Document, secrets: bool) -> dict[str, Any]:
    own = [entry for entry in store.children(KIND, owner["id"]) if "target" not in entry]
    chosen: dict[str, Any] = {}
    for field, secret in (("environment_variables", False), ("secrets", True)):
        listed = [entry for entry in own if entry["is_secret"] == secret]
        if listed and (secrets or not secret):
            chosen[field] = [{"key": entry["key"], "value": entry["value"]} for entry in listed]
    return chosen


def _resource(kind: str, label: str, name: str, fields: Mapping[str, Any]) -> str:
    lines = [f'resource "qovery_{_word(kind)}" "{label}" {{', f"  name = {_value(name, 1)}"]
    lines += [f"  {field} = {_value(value, 1)}" for field, value in fields.items()]
    return "\n".join([*lines, "}", ""])


def _value(value: Any, depth: int) -> str:
    """Return a value in the syntax of HCL."""
    inside, outside = "  " * (depth + 1), "  " * depth
    if isinstance(value, dict):
        pairs = [
            f"{inside}{json.dumps(key)} = {_value(one, depth + 1)}" for key, one in value.items()
        ]
        return "\n".join(["{", *pairs, f"{outside}}}"]) if pairs else "{}"
    if isinstance(value, list):
        items = [f"{inside}{_value(item, depth + 1)}," for item in value]
        return "\n".join(["[", *items, f"{outside}]"]) if items else "[]"
    if isinstance(value, _Reference):
        return value
    # Nothing in a value of a user is interpolated.
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("${", "$${").replace("%{", "%%{")


def _word(kind: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in kind)


def _label(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "unnamed"
