"""Templates of lifecycle jobs for an environment, and its export as Terraform manifests."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state.lifecycle_templates import templates_for
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.terraform_export import manifests


@handles("listEnvironmentLifecycleTemplates")
def list_templates(call: Call) -> Any:
    """Return the templates for the cloud of an environment."""
    return {"results": _templates(call)}


@handles("getEnvironmentLifecycleTemplate")
def get_template(call: Call) -> Any:
    """Return a template."""
    key = call.path["lifecycleTemplateId"]
    match = next((template for template in _templates(call) if template["id"] == key), None)
    if match is None:
        raise Refusal(404, f"No lifecycle template with the id {key} was found.")
    return match


def _templates(call: Call) -> list[Document]:
    cluster = call.document("cluster", call.document("environment")["cluster_id"])
    return list(templates_for(str(cluster["cloud_provider"])))


@handles("exportEnvironmentConfigurationIntoTerraform")
def export(call: Call) -> bytes:
    """Return a ZIP file of Terraform manifests; with ``exportSecrets`` it contains secrets."""
    secrets = call.flag("exportSecrets")
    return manifests(call.store, call.document("environment"), secrets=secrets)
