"""Cluster, location fields and deployment rule of a new environment."""

from typing import Any

from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.state.deployment_stages import stages_of
from qovery_cli.sandbox.state.store import Document, Store

_TIMES = {
    "timezone": "UTC",
    "start_time": "1970-01-01T08:00:00.000Z",
    "stop_time": "1970-01-01T19:00:00.000Z",
    "weekdays": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
}
_PROVIDERS = {"AWS": "aws", "SCW": "scw", "SCALEWAY": "scw", "DO": "do", "DIGITAL_OCEAN": "do"}


def cluster_for(store: Store, project: Document, id: str | None) -> Document:
    """Return the cluster with an id, or the organization's default; Refusal 400 if none exists."""
    clusters = store.children("cluster", project["organization"]["id"])
    if id is not None:
        match = next((cluster for cluster in clusters if cluster["id"] == id), None)
        if match is None:
            raise Refusal(400, f"The cluster {id} does not exist.")
        return match
    default = next((cluster for cluster in clusters if cluster.get("is_default")), None)
    if default is None:
        raise Refusal(400, "The organization has no cluster that an environment could run on.")
    return default


def location_fields(project: Document, cluster: Document) -> dict[str, Any]:
    """Return the fields of an environment for its project, cluster and provider.

    ``cloud_provider.cluster`` is the cluster's region, as in the API.
    """
    provider = str(cluster["cloud_provider"])
    return {
        "project": {"id": project["id"]},
        "organization": project["organization"],
        "cluster_id": cluster["id"],
        "cluster_name": cluster["name"],
        "cloud_provider": {
            "provider": _PROVIDERS.get(provider, provider.lower()),
            "cluster": cluster["region"],
        },
    }


def new_environment(
    store: Store, doc: Document, rule: Document | None, rule_id: str | None = None
) -> Document:
    """Create an environment, its stages and its rule, copied from the project's rule if any."""
    environment = store.add("environment", doc, doc["project"]["id"])
    copy = copied_rule(rule)
    if rule_id is not None:
        copy["id"] = rule_id
    store.add("deploymentRule", copy, environment["id"])
    stages_of(store, environment["id"])
    return environment


def copied_rule(rule: Document | None) -> Document:
    """Return the deployment rule of a new environment, copied from the project's rule if any."""
    copy: Document = {
        "auto_deploy": True,
        "auto_stop": False,
        "auto_delete": False,
        "auto_preview": False,
        "on_demand_preview": False,
        **_TIMES,
    }
    if rule is not None:
        copy.update({name: rule[name] for name in (*_TIMES, "auto_stop") if name in rule})
        copy.update({name: rule[name] for name in ("auto_deploy", "auto_delete") if name in rule})
    return copy
