"""Read-only lists of cloud providers, regions, features and instance types."""

from typing import Any

from qovery_cli.sandbox.handler import Call, handles
from qovery_cli.sandbox.state import clouds


def _word(call: Call) -> str:
    return call.operation.path.strip("/").split("/")[0]


@handles("listCloudProvider")
def list_providers(_: Call) -> Any:
    """Return the providers with their regions."""
    return {"results": clouds.providers()}


@handles(
    "listAWSRegions", "listScalewayRegions", "listDORegions", "listGcpRegions", "listAzureRegions"
)
def list_regions(call: Call) -> Any:
    """Return the regions of the provider that the path names."""
    return {"results": clouds.regions(_word(call))}


@handles(
    "listAWSFeatures",
    "listScalewayFeatures",
    "listDOFeatures",
    "listGcpFeatures",
    "listAzureFeatures",
)
def list_features(call: Call) -> Any:
    """Return the cluster features of the provider that the path names."""
    return {"results": clouds.features(_word(call))}


@handles(
    "listAWSInstanceType",
    "listScalewayInstanceType",
    "listDOInstanceType",
    "listAWSEKSInstanceType",
    "listScalewayKapsuleInstanceType",
    "listGcpGkeInstanceType",
    "listAzureAKSInstanceType",
)
def list_instance_types(call: Call) -> Any:
    """Return the instance types of the provider that the path names."""
    return {"results": clouds.instance_types(_word(call))}


@handles("listQoveryIps")
def list_addresses(_: Call) -> Any:
    """Return the addresses from which Qovery connects: documentation addresses of RFC 5737."""
    return {"ips": ["192.0.2.10", "192.0.2.11", "198.51.100.20"]}
