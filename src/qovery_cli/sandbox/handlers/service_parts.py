"""Parts of services: custom domains, deployment restrictions and network settings.

``generic`` lists domains and deletes domains and restrictions.
"""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, serves
from qovery_cli.sandbox.state import lifecycle, services
from qovery_cli.sandbox.state.rules import body_with_defaults
from qovery_cli.sandbox.state.store import Document

_DOMAIN, _RESTRICTION, _NETWORK = "customDomain", "deploymentRestriction", "network"


@serves("POST /KIND/{}/customDomain")
def create_domain(call: Call) -> Any:
    """Create a domain, which then waits for its DNS record."""
    service = call.service()
    stored = call.store.add(_DOMAIN, _domain_fields(call, service), service["id"])
    lifecycle.record_edit(call.store, call.kind, service["id"])
    return stored


@serves("PUT /KIND/{}/customDomain/{}")
def edit_domain(call: Call) -> Any:
    """Replace a domain."""
    service = call.service()
    key = _part(call, _DOMAIN, "customDomainId")["id"]
    stored = call.store.put(_DOMAIN, key, _domain_fields(call, service))
    lifecycle.record_edit(call.store, call.kind, service["id"])
    return stored


@serves("GET /KIND/{}/customDomain/{}", "GET /KIND/{}/customDomain/{}/status")
def get_domain(call: Call) -> Any:
    """Return a domain with its validation status."""
    return _part(call, _DOMAIN, "customDomainId")


@serves("GET /KIND/{}/checkCustomDomain")
def check_domains(call: Call) -> Any:
    """Check the DNS records of all domains; no domain of the sandbox has one."""
    return {
        "results": [
            {
                "domain_name": domain["domain"],
                "status": "DOMAIN_NOT_CONFIGURED",
                "error_details": f"{domain['domain']} has no CNAME record"
                f" for {domain['validation_domain']}.",
            }
            for domain in call.store.children(_DOMAIN, call.service()["id"])
        ]
    }


def _domain_fields(call: Call, service: Document) -> Document:
    body = body_with_defaults(call)
    if "." not in body["domain"].strip("."):
        raise Refusal(400, "domain must be a domain name.")
    target = services.validation_domain(call, service)
    # The only documented status; there is none for a validated domain.
    waiting = {"status": "VALIDATION_PENDING", "validation_domain": target}
    return {"generate_certificate": True, **body, **waiting}


@serves("GET /KIND/{}/deploymentRestriction")
def list_restrictions(call: Call) -> Any:
    """Return the restrictions of a service, under the key of either level."""
    docs = call.store.children(_RESTRICTION, call.service()["id"])
    return {"results": docs, "deployment_restrictions": docs}


@serves("POST /KIND/{}/deploymentRestriction")
def create_restriction(call: Call) -> Any:
    """Create a restriction; 409 if an equal one exists."""
    _check_restriction(call, "")
    return call.store.add(_RESTRICTION, dict(call.body), call.service()["id"])


@serves("PUT /KIND/{}/deploymentRestriction/{}")
def edit_restriction(call: Call) -> Any:
    """Replace a restriction."""
    key = _part(call, _RESTRICTION, "deploymentRestrictionId")["id"]
    _check_restriction(call, key)
    return call.store.put(_RESTRICTION, key, dict(call.body))


def _check_restriction(call: Call, id: str) -> None:
    body = call.body
    if body.get("type") == "PATH" and str(body["value"]).startswith("/"):
        raise Refusal(400, "value of a path must not begin with a slash.")
    for other in call.store.children(_RESTRICTION, call.service()["id"]):
        if other["id"] != id and _values(other) == _values(body):
            raise Refusal(409, "There is an equal deployment restriction already.")


def _values(doc: Document) -> tuple[Any, ...]:
    return doc.get("mode"), doc.get("type"), doc.get("value")


@serves("GET /KIND/{}/network")
def get_network(call: Call) -> Any:
    """Return the network settings of a service; sticky sessions are off by default."""
    return call.store.get(_NETWORK, call.service()["id"]) or {"sticky_session": False}


@serves("PUT /KIND/{}/network")
def edit_network(call: Call) -> Any:
    """Replace the network settings of a service."""
    key = call.service()["id"]
    call.store.delete(_NETWORK, key)
    stored = call.store.add(_NETWORK, {**body_with_defaults(call), "id": key}, key)
    lifecycle.record_edit(call.store, call.kind, key)
    return stored


def _part(call: Call, kind: str, parameter: str) -> Document:
    """Return the part in the path; Refusal 404 if the service does not have it."""
    key = call.path[parameter]
    if call.store.parent(kind, key) != call.service()["id"]:
        raise Refusal(404, f"No {kind} with the id {key} was found.")
    return call.document(kind, key)
