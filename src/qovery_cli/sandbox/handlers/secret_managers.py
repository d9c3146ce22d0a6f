"""The secrets that a secret manager access can read, and the variables that use them."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.service_kinds import enum_word
from qovery_cli.sandbox.state.secret_managers import SECRETS, find_access
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.usage import services_in
from qovery_cli.sandbox.state.variable_scope import KIND as VARIABLE


@handles("listUpstreamSecretsFromSecretProvider")
def list_secrets(call: Call) -> Any:
    """Return the names of the secrets, filtered by a prefix."""
    _organization(call)
    prefix = call.query.get("namePrefix", "")
    return {"results": [name for name in SECRETS if name.startswith(prefix)]}


@handles("listSecretManagerAccessExternalSecrets")
def list_variables(call: Call) -> Any:
    """Return the variables of services and environments whose value comes through the access."""
    organization, access = _organization(call), call.path["secretManagerAccessId"]
    results: list[Document] = []
    for project in call.store.children("project", organization):
        for environment in call.store.children("environment", project["id"]):
            place = {
                "project_id": project["id"],
                "project_name": project["name"],
                "environment_id": environment["id"],
                "environment_name": environment["name"],
            }
            results += _variables(call, environment["id"], access, place)
    for service in services_in(call.store, organization):
        names = {
            "service_id": service.doc["id"],
            "service_name": service.doc["name"],
            "service_type": enum_word(service.kind),
        }
        results += _variables(call, service.doc["id"], access, {**service.place, **names})
    return {"results": results}


def _variables(call: Call, owner: str, access: str, place: Document) -> list[Document]:
    return [
        {**place, "variable_name": doc["key"], "external_secret_name": doc["value"]}
        for doc in call.store.children(VARIABLE, owner)
        if doc.get("secret_manager_access_id") == access
    ]


def _organization(call: Call) -> str:
    """Return the organization of the access in the path; 404 for an unknown access."""
    key = call.path["secretManagerAccessId"]
    pair = find_access(call.store, key)
    if pair is None:
        raise Refusal(404, f"No secret manager access with the id {key} was found.")
    organization = str(pair[1]["organization"]["id"])
    if call.user["organization"] not in (None, organization):
        raise Refusal(403, f"The token may not use the secret manager access {key}.")
    return organization
