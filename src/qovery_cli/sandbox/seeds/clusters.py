"""The demo's clusters: two running, one stopped, one failed and one new."""

from dataclasses import dataclass
from typing import Any

from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import (
    ORGANIZATION,
    aws_credentials,
    scaleway_credentials,
)
from qovery_cli.sandbox.state import injected_failures, lifecycle
from qovery_cli.sandbox.state.clouds import chosen_features, features, size_of
from qovery_cli.sandbox.state.store import Store


@dataclass(frozen=True, slots=True)
class _Cluster:
    name: str
    cloud: str
    region: str
    nodes: tuple[int, int]
    instance: str
    kubernetes: str = "MANAGED"
    production: bool = False
    actions: tuple[str, ...] = ("DEPLOY",)


_CLUSTERS = (
    _Cluster("aws-prod", "AWS", "eu-west-3", (3, 10), "t3a.xlarge", production=True),
    _Cluster("scw-staging", "SCW", "fr-par", (3, 5), "DEV1-XL"),
    _Cluster(
        "aws-sandbox", "AWS", "us-east-2", (1, 1), "t3a.medium", "K3S", actions=("DEPLOY", "STOP")
    ),
    _Cluster("new-cluster", "AWS", "eu-west-1", (3, 5), "t3a.large", actions=()),
    _Cluster("aws-broken", "AWS", "us-east-2", (3, 3), "t3a.large", actions=("FAIL",)),
)


def cluster_id(name: str) -> str:
    """Return the id of one of the demo's clusters."""
    return demo_id(f"acme/cluster/{name}")


def plant_clusters(store: Store) -> None:
    """Create the clusters and the actions that lead to their states."""
    for cluster in _CLUSTERS:
        store.add("cluster", _document(cluster), ORGANIZATION)
        key = cluster_id(cluster.name)
        if cluster.actions:
            own_credentials = (
                aws_credentials() if cluster.cloud == "AWS" else scaleway_credentials()
            )
            credentials = {"id": own_credentials["id"], "name": own_credentials["name"]}
            place = {"cloud_provider": cluster.cloud, "region": cluster.region}
            store.add("cloudProviderInfo", {"id": key, "credentials": credentials, **place}, key)
        for number, action in enumerate(cluster.actions):
            if action == "FAIL":
                injected_failures.inject(store, key, "fail-deploy", times=1)
            requested = "DEPLOY" if action == "FAIL" else action
            lifecycle.record_action(
                store, "cluster", key, requested, at=store.clock() + 3600 * (number + 1)
            )
    route = {"destination": "10.0.0.0/16", "target": "pcx-06f8f5512c91e389c"}
    routes = {"routes": [{**route, "description": "The office."}]}
    key = cluster_id("aws-prod")
    store.add("routingTable", {"id": key, **routes}, key)


def _document(cluster: _Cluster) -> dict[str, Any]:
    cpu, memory = size_of(cluster.cloud, cluster.instance)
    low, high = cluster.nodes
    chosen = [{"id": features("aws")[0]["id"], "value": True}] if cluster.production else []
    return {
        "id": cluster_id(cluster.name),
        "organization": {"id": ORGANIZATION},
        "name": cluster.name,
        "description": "",
        "region": cluster.region,
        "cloud_provider": cluster.cloud,
        "min_running_nodes": low,
        "max_running_nodes": high,
        "disk_size": 40,
        "instance_type": cluster.instance,
        "kubernetes": cluster.kubernetes,
        "cpu": cpu,
        "memory": memory,
        "estimated_cloud_provider_cost": low * cpu // 1000 * 35,
        "has_access": True,
        "version": "1.23",
        "is_default": cluster.name == "aws-prod",
        "production": cluster.production,
        "ssh_keys": [],
        "features": chosen_features(cluster.cloud, chosen),
    }
