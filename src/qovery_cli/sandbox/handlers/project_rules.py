"""Deployment rules of a project, in the order of their priority."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state.rules import body_with_defaults, check_name
from qovery_cli.sandbox.state.store import Document

_KIND = "deploymentRule"


@handles("listProjectDeploymentRules")
def list_rules(call: Call) -> Any:
    """Return the rules in the order of their priority."""
    return {"results": _ordered(call)}


@handles("createDeploymentRule")
def create_rule(call: Call) -> Any:
    """Create a rule with the lowest priority."""
    project = call.path["projectId"]
    body = body_with_defaults(call)
    check_name(call, _KIND, project, body["name"])
    _check_cluster(call, body["cluster_id"])
    return call.store.add(_KIND, {**body, "priority_index": len(_ordered(call))}, project)


@handles("getProjectDeploymentRule")
def get_rule(call: Call) -> Any:
    """Return a rule."""
    return _rule(call)


@handles("editProjectDeployemtnRule")
def edit_rule(call: Call) -> Any:
    """Replace a rule; existing environments are not changed."""
    before = _rule(call)
    body = body_with_defaults(call)
    check_name(call, _KIND, call.path["projectId"], body["name"], before["id"])
    _check_cluster(call, body["cluster_id"])
    doc = {**body, "priority_index": before["priority_index"]}
    return call.store.put(_KIND, before["id"], doc)


@handles("deleteProjectDeploymentRule")
def delete_rule(call: Call) -> None:
    """Delete a rule; those after it move up."""
    call.store.delete(_KIND, _rule(call)["id"])
    _number(call, _ordered(call))


@handles("updateDeploymentRulesPriorityOrder")
def order_rules(call: Call) -> None:
    """Reorder the rules; those missing from the body come last."""
    rules = {rule["id"]: rule for rule in _ordered(call)}
    order = call.body.get("project_deployment_rule_ids_in_order") or []
    unknown = [key for key in order if key not in rules]
    if unknown:
        raise Refusal(404, f"No deployment rule with the id {unknown[0]} was found.")
    named = [rules.pop(key) for key in dict.fromkeys(order)]
    _number(call, [*named, *rules.values()])


def _number(call: Call, rules: list[Document]) -> None:
    for index, rule in enumerate(rules):
        if rule["priority_index"] != index:
            call.store.put(_KIND, rule["id"], {**rule, "priority_index": index})


def _ordered(call: Call) -> list[Document]:
    rules = call.store.children(_KIND, call.path["projectId"])
    return sorted(rules, key=lambda rule: int(rule["priority_index"]))


def _rule(call: Call) -> Document:
    key = call.path["deploymentRuleId"]
    if call.store.parent(_KIND, key) != call.path["projectId"]:
        raise Refusal(404, f"No deployment rule with the id {key} was found.")
    return call.document(_KIND, key)


def _check_cluster(call: Call, cluster: str) -> None:
    project = call.document("project")
    if call.store.parent("cluster", cluster) != project["organization"]["id"]:
        raise Refusal(400, f"The cluster {cluster} does not exist.")
