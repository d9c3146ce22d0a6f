"""Labels groups and annotations groups of an organization, and what they are applied to."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.collection import Collection, body_fields, handlers_of
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.usage import clusters_using, services_using


def _fields(call: Call, before: Document | None) -> Document:
    doc = body_fields(call, before)
    for name in ("labels", "annotations"):
        keys = [item["key"] for item in doc.get(name, ())]
        if not all(key.strip() for key in keys):
            raise Refusal(400, f"{name}.key must not be empty.")
        if len(set(keys)) < len(keys):
            raise Refusal(400, f"{name}.key must not be used twice.")
    return doc


def _with_count(call: Call, doc: Document) -> Document:
    return {**doc, "associated_items_count": len(_items(call, doc["id"]))}


_LABELS = Collection(
    kind="labelsGroups",
    noun="labels group",
    item="labelsGroupId",
    lists="listOrganizationLabelsGroup",
    creates="createOrganizationLabelsGroup",
    gets="getOrganizationLabelssGroup",
    edits="editOrganizationLabelsGroup",
    deletes="deleteOrganizationLabelsGroup",
    fields=_fields,
    list_item=_with_count,
)
_ANNOTATIONS = Collection(
    kind="annotationsGroups",
    noun="annotations group",
    item="annotationsGroupId",
    lists="listOrganizationAnnotationsGroup",
    creates="createOrganizationAnnotationsGroup",
    gets="getOrganizationAnnotationsGroup",
    edits="editOrganizationAnnotationsGroup",
    deletes="deleteOrganizationAnnotationsGroup",
    fields=_fields,
    list_item=_with_count,
)
HANDLERS = handlers_of(_LABELS, _ANNOTATIONS)


@handles("getOrganizationLabelsGroupAssociatedItems")
def labelled_items(call: Call) -> Any:
    """Return the services and clusters that have the labels of a group."""
    return {"results": _items(call, _LABELS.find(call)["id"])}


@handles("getOrganizationAnnotationsGroupAssociatedItems")
def annotated_items(call: Call) -> Any:
    """Return the services that have the annotations of a group."""
    return {"results": _items(call, _ANNOTATIONS.find(call)["id"])}


def _items(call: Call, id: str) -> list[Document]:
    organization = call.path["organizationId"]
    items: list[Document] = [
        {
            **service.place,
            "item_id": service.doc["id"],
            "item_name": service.doc["name"],
            "item_type": service.job_type,
        }
        for service in services_using(call.store, organization, id)
    ]
    for cluster in clusters_using(call.store, organization, id):
        names = {"cluster_id": cluster["id"], "cluster_name": cluster["name"]}
        item = {"item_id": cluster["id"], "item_name": cluster["name"], "item_type": "CLUSTER"}
        items.append({**names, **item})
    return items
