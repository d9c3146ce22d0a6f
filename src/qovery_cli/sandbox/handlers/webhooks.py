"""Webhooks of an organization; ``generic`` reads and deletes them."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state.rules import body_with_defaults
from qovery_cli.sandbox.state.store import Document

_KIND = "webhook"


@handles("createOrganizationWebhook")
def create(call: Call) -> Any:
    """Create a webhook; only the presence of its secret is stored."""
    return call.store.add(_KIND, _facts(call), call.path["organizationId"])


@handles("editOrganizationWebhook")
def edit(call: Call) -> Any:
    """Replace a webhook; a secret missing from the body is removed."""
    key = call.path["webhookId"]
    if call.store.parent(_KIND, key) != call.path["organizationId"]:
        raise Refusal(404, f"No webhook with the id {key} was found.")
    return call.store.put(_KIND, key, _facts(call))


def _facts(call: Call) -> Document:
    body = body_with_defaults(call)
    if not body["target_url"].startswith(("http://", "https://")):
        raise Refusal(400, "target_url must begin with http:// or https://.")
    secret = body.pop("target_secret", None)
    lists: Document = {"project_names_filter": [], "environment_types_filter": []}
    return {"enabled": True, **lists, **body, "target_secret_set": bool(secret)}
