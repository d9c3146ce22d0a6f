"""The Terraform service or Helm chart that a blueprint creates."""

import re
import uuid

from qovery_cli.sandbox.handler import Call, Refusal
from qovery_cli.sandbox.state.blueprint_catalog import CATALOG_URL, Blueprint
from qovery_cli.sandbox.state.service_documents import document_of
from qovery_cli.sandbox.state.store import Document

#: Mebibytes of each unit of a Kubernetes quantity.
_SIZES = {"": 1 / 1024**2, "Ki": 1 / 1024, "Mi": 1, "Gi": 1024}


def service_document(
    call: Call, doc: Document, blueprint: Blueprint, key: str, before: Document | None = None
) -> Document:
    """Return the document of the service of a blueprint; Refusal 400 for an invalid request.

    ``doc`` is the blueprint of the environment, ``key`` its id; ``before`` is the service that an
    update replaces.
    """
    environment = call.path.get("environmentId") or (before or {})["environment"]["id"]
    specific = _chart(doc, blueprint) if blueprint.engine == "helm" else _terraform(doc, blueprint)
    body = {
        "name": doc["name"],
        "description": blueprint.description,
        "icon_uri": doc["icon"],
        "blueprint_id": key,
        **specific,
    }
    return document_of(call, blueprint.engine, body, environment, before)


def _terraform(doc: Document, blueprint: Blueprint) -> Document:
    overrides = {**blueprint.engine_fields("AWS")["resources"], **doc["spec_overrides"]}
    repository = {"url": f"{CATALOG_URL}.git", "root_path": f"/{blueprint.family}"}
    backend = overrides.get("backend", "qovery")
    return {
        "engine": "TERRAFORM",
        "provider_version": {"explicit_version": overrides["engine_version"]},
        "terraform_files_source": {"git_repository": repository},
        "terraform_variables_source": {
            "tf_var_file_paths": [],
            "tf_vars": [
                {"key": name, "value": entry["value"], "secret": bool(entry.get("is_secret"))}
                for name, entry in doc["variables"].items()
            ],
        },
        "backend": {"kubernetes" if backend == "qovery" else "user_provided": {}},
        "job_resources": {
            "cpu_milli": _size("spec_overrides.cpu", overrides["cpu"], cores=True),
            "ram_mib": _size("spec_overrides.ram", overrides["ram"]),
            "storage_gib": max(_size("spec_overrides.storage", overrides["storage"]) // 1024, 1),
            "gpu": 0,
        },
        "timeout_sec": overrides.get("timeout", 3600),
        "use_cluster_credentials": overrides.get("credentials", "cluster") == "cluster",
        "auto_deploy_config": {"auto_deploy": False, "terraform_action": "DEFAULT"},
    }


def _chart(doc: Document, blueprint: Blueprint) -> Document:
    name, url, version = blueprint.chart or ("", "", "")
    repository = {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, url)),
        "name": url.rpartition("/")[2],
        "url": url,
    }
    values = [[key, entry["value"]] for key, entry in doc["variables"].items()]
    return {
        "source": {
            "helm_repository": {
                "repository": repository,
                "chart_name": name,
                "chart_version": version,
            }
        },
        "values_override": {"set": values},
        "arguments": [],
        "auto_deploy": False,
        "allow_cluster_wide_resources": False,
        "timeout_sec": doc["spec_overrides"].get("timeout", 600),
        "ports": [],
    }


def _size(field: str, text: str, *, cores: bool = False) -> int:
    """Return a Kubernetes quantity in millicores or mebibytes; Refusal 400 for another form."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)(m|Ki|Mi|Gi)?", text)
    if match is None or (cores and match[2] not in (None, "m")):
        raise Refusal(400, f"{field} must be a quantity such as 500m or 512Mi.")
    scale = (1 if match[2] else 1000) if cores else _SIZES[match[2] or ""]
    return round(float(match[1]) * scale)
