"""Custom domains of applications and containers; lists and deletion need no handler."""

from typing import Any

from qovery_cli.sandbox.handler import KINDS, Call, Refusal, handles
from qovery_cli.sandbox.state import lifecycle, services
from qovery_cli.sandbox.state.rules import whole_body
from qovery_cli.sandbox.state.store import Document

_KIND = "customDomain"


@handles("createApplicationCustomDomain", "createContainerCustomDomain")
def create(call: Call) -> Any:
    """Keep a new domain, which then waits for its DNS entry."""
    kind, service = _service(call)
    stored = call.store.add(_KIND, _facts(call, service), service["id"])
    lifecycle.note_edit(call.store, kind, service["id"])
    return stored


@handles("editCustomDomain", "editContainerCustomDomain")
def edit(call: Call) -> Any:
    """Replace a domain."""
    kind, service = _service(call)
    stored = call.store.put(_KIND, _domain(call)["id"], _facts(call, service))
    lifecycle.note_edit(call.store, kind, service["id"])
    return stored


@handles("getCustomDomainStatus", "getContainerCustomDomainStatus")
def get(call: Call) -> Any:
    """Return a domain; its status is one of its fields."""
    return _domain(call)


def _facts(call: Call, service: Document) -> Document:
    body = whole_body(call)
    if "." not in body["domain"].strip("."):
        raise Refusal(400, "domain must be a domain name.")
    target = services.validation_domain(call, service)
    # The only status that the document knows; that the domain works is never said.
    waiting = {"status": "VALIDATION_PENDING", "validation_domain": target}
    return {"generate_certificate": True, **body, **waiting}


def _service(call: Call) -> tuple[str, Document]:
    kind = KINDS[next(iter(call.path))]
    return kind, call.found(kind)


def _domain(call: Call) -> Document:
    key = call.path["customDomainId"]
    _, service = _service(call)
    if call.store.parent(_KIND, key) != service["id"]:
        raise Refusal(404, f"No custom domain with the id {key} was found.")
    return call.found(_KIND, key)
