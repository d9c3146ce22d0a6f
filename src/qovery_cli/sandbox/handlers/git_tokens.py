"""Git tokens of an organization; the tokens themselves are not stored."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.collection import Collection, body_fields, handlers_of, without
from qovery_cli.sandbox.state.rules import check_uri
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.usage import services_using

_API_URLS = {
    "GITHUB": "https://api.github.com",
    "GITLAB": "https://gitlab.com/api/v4",
    "BITBUCKET": "https://api.bitbucket.org/2.0",
}


def _fields(call: Call, before: Document | None) -> Document:
    body = body_fields(call, before)
    if not body["token"].strip():
        raise Refusal(400, "token must not be empty.")
    if body["type"] == "BITBUCKET" and not body.get("workspace"):
        raise Refusal(400, "workspace is required for BITBUCKET.")
    url = body.get("git_api_url") or _API_URLS[body["type"]]
    check_uri("git_api_url", url)
    return {**without(body, "token"), "git_api_url": url}


def _response(call: Call, doc: Document) -> Document:
    users = services_using(call.store, call.path["organizationId"], doc["id"])
    return {**doc, "associated_services_count": len(users)}


_TOKENS = Collection(
    kind="gitToken",
    noun="git token",
    item="gitTokenId",
    lists="listOrganizationGitTokens",
    creates="createGitToken",
    gets="getOrganizationGitToken",
    edits="editGitToken",
    deletes="deleteGitToken",
    fields=_fields,
    response=_response,
)
HANDLERS = handlers_of(_TOKENS)


@handles("getGitTokenAssociatedServices")
def list_services(call: Call) -> Any:
    """Return the services whose repository is read with the token."""
    users = services_using(call.store, call.path["organizationId"], _TOKENS.find(call)["id"])
    return {"results": [service.named for service in users]}
