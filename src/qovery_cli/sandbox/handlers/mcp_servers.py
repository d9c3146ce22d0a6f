"""MCP servers of an organization; the values of their headers are not stored."""

from qovery_cli.sandbox.handler import Call
from qovery_cli.sandbox.handlers.collection import Collection, body_fields, handlers_of
from qovery_cli.sandbox.state.rules import check_uri
from qovery_cli.sandbox.state.store import Document


def _fields(call: Call, before: Document | None) -> Document:
    body = body_fields(call, before)
    check_uri("url", body["url"])
    return {
        "name": body["name"],
        "url": body["url"],
        "description": body.get("description", ""),
        "header_names": sorted(body.get("headers") or {}),
    }


def _response(_call: Call, doc: Document) -> Document:
    return {**doc, "updated_at": doc["updated_at"] or doc["created_at"]}


HANDLERS = handlers_of(
    Collection(
        kind="mcpServer",
        noun="MCP server",
        item="mcpServerId",
        lists="listMcpServers",
        creates="createMcpServer",
        gets="getMcpServer",
        edits="editMcpServer",
        deletes="deleteMcpServer",
        fields=_fields,
        response=_response,
    )
)
