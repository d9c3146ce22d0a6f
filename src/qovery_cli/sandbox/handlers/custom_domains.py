"""Custom domains of services; ``generic`` lists and deletes them."""

from typing import Any

from qovery_cli.sandbox.handler import KINDS, Call, Refusal, handles
from qovery_cli.sandbox.state import lifecycle, services
from qovery_cli.sandbox.state.rules import body_with_defaults
from qovery_cli.sandbox.state.store import Document

_KIND = "customDomain"


@handles("createApplicationCustomDomain", "createContainerCustomDomain")
def create(call: Call) -> Any:
    """Create a domain, which then waits for its DNS record."""
    kind, service = _service(call)
    stored = call.store.add(_KIND, _facts(call, service), service["id"])
    lifecycle.record_edit(call.store, kind, service["id"])
    return stored


@handles("editCustomDomain", "editContainerCustomDomain")
def edit(call: Call) -> Any:
    """Replace a domain."""
    kind, service = _service(call)
    stored = call.store.put(_KIND, _domain(call)["id"], _facts(call, service))
    lifecycle.record_edit(call.store, kind, service["id"])
    return stored


@handles("getCustomDomainStatus", "getContainerCustomDomainStatus")
def get(call: Call) -> Any:
    """Return a domain with its validation status."""
    return _domain(call)


def _facts(call: Call, service: Document) -> Document:
    body = body_with_defaults(call)
    if "." not in body["domain"].strip("."):
        raise Refusal(400, "domain must be a domain name.")
    target = services.validation_domain(call, service)
    # The only documented status; there is none for a validated domain.
    waiting = {"status": "VALIDATION_PENDING", "validation_domain": target}
    return {"generate_certificate": True, **body, **waiting}


def _service(call: Call) -> tuple[str, Document]:
    kind = KINDS[next(iter(call.path))]
    return kind, call.document(kind)


def _domain(call: Call) -> Document:
    key = call.path["customDomainId"]
    _, service = _service(call)
    if call.store.parent(_KIND, key) != service["id"]:
        raise Refusal(404, f"No custom domain with the id {key} was found.")
    return call.document(_KIND, key)
