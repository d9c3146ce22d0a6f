"""Deployment restrictions: the files of a repository that trigger a deployment."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state.store import Document

_KIND = "deploymentRestriction"
_SERVICES = ("Application", "Job", "Helm", "Terraform")


@handles(*(f"get{service}DeploymentRestrictions" for service in _SERVICES))
def list_restrictions(call: Call) -> Any:
    """Return the restrictions of a service, under the key of either level."""
    docs = call.store.children(_KIND, _service(call))
    return {"results": docs, "deployment_restrictions": docs}


@handles(*(f"create{service}DeploymentRestriction" for service in _SERVICES))
def create(call: Call) -> Any:
    """Create a restriction; 409 if an equal one exists."""
    _check(call, "")
    return call.store.add(_KIND, dict(call.body), _service(call))


@handles(*(f"edit{service}DeploymentRestriction" for service in _SERVICES))
def edit(call: Call) -> Any:
    """Replace a restriction."""
    key = call.path["deploymentRestrictionId"]
    if call.store.parent(_KIND, key) != _service(call):
        raise Refusal(404, f"No deployment restriction with the id {key} was found.")
    _check(call, key)
    return call.store.put(_KIND, key, dict(call.body))


def _check(call: Call, id: str) -> None:
    body = call.body
    if body.get("type") == "PATH" and str(body["value"]).startswith("/"):
        raise Refusal(400, "value of a path must not begin with a slash.")
    for other in call.store.children(_KIND, _service(call)):
        if other["id"] != id and _facts(other) == _facts(body):
            raise Refusal(409, "There is an equal deployment restriction already.")


def _facts(doc: Document) -> tuple[Any, ...]:
    return doc.get("mode"), doc.get("type"), doc.get("value")


def _service(call: Call) -> str:
    return next(iter(call.path.values()))
