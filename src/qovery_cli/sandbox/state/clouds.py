"""Regions, instance types and cluster features of the cloud providers; a selection.

Names, sizes and regions are real; prices are invented.
"""

import uuid
from collections.abc import Mapping
from typing import Any

from qovery_cli.sandbox.state.store import Document

_NAMESPACE = uuid.UUID("8d0f8f0c-52f3-4f35-9fa5-6ba0d0e6a1c4")

#: Regions by the provider's name in API paths: name, country and city.
_REGIONS: Mapping[str, tuple[tuple[str, str, str, str], ...]] = {
    "aws": (
        ("eu-west-1", "IE", "Ireland", "Dublin"),
        ("eu-west-3", "FR", "France", "Paris"),
        ("us-east-2", "US", "United States", "Ohio"),
    ),
    "scaleway": (
        ("fr-par", "FR", "France", "Paris"),
        ("nl-ams", "NL", "Netherlands", "Amsterdam"),
    ),
    "digitalOcean": (
        ("nyc3", "US", "United States", "New York"),
        ("fra1", "DE", "Germany", "Frankfurt"),
    ),
    "gcp": (
        ("europe-west9", "FR", "France", "Paris"),
        ("us-east5", "US", "United States", "Columbus"),
    ),
    "azure": (
        ("francecentral", "FR", "France", "Paris"),
        ("eastus", "US", "United States", "Virginia"),
    ),
}

#: Instance types by provider: type, vCPUs, gigabytes of memory.
_INSTANCES: Mapping[str, tuple[tuple[str, int, int], ...]] = {
    "aws": (
        ("T3A_MEDIUM", 2, 4),
        ("T3A_LARGE", 2, 8),
        ("T3A_XLARGE", 4, 16),
        ("T3A_2XLARGE", 8, 32),
    ),
    "scaleway": (("DEV1-L", 4, 8), ("DEV1-XL", 4, 12), ("GP1-S", 8, 32)),
    "digitalOcean": (("s-2vcpu-4gb", 2, 4), ("s-4vcpu-8gb", 4, 8)),
    "gcp": (("e2-standard-2", 2, 8), ("e2-standard-4", 4, 16)),
    "azure": (("Standard_D2s_v5", 2, 8), ("Standard_D4s_v5", 4, 16)),
}

_LABELS = {
    "aws": ("AWS", "Amazon Web Services"),
    "scaleway": ("SCW", "Scaleway"),
    "digitalOcean": ("DO", "DigitalOcean"),
    "gcp": ("GCP", "Google Cloud"),
    "azure": ("AZURE", "Microsoft Azure"),
}
_WORDS = {"SCALEWAY": "scaleway", "SCW": "scaleway", "DO": "digitalOcean"}
_WORDS.update({"DIGITAL_OCEAN": "digitalOcean", "AWS": "aws", "GCP": "gcp", "AZURE": "azure"})


def regions(provider: str) -> list[Document]:
    """Return the regions of a provider; empty for an unknown one."""
    names = ("name", "country_code", "country", "city")
    return [
        {**dict(zip(names, region, strict=True)), "arm_supported": True, "zones": []}
        for region in _REGIONS.get(provider, ())
    ]


def instance_types(provider: str) -> list[Document]:
    """Return the instance types of a provider, with the provider's own names."""
    return [
        {
            "type": type_,
            "name": type_.lower().replace("_", ".", 1) if provider == "aws" else type_,
            "cpu": cpu,
            "ram_in_gb": memory,
            "bandwidth_in_gbps": "5",
            "bandwidth_guarantee": "UP_TO",
            "architecture": "AMD64",
        }
        for type_, cpu, memory in _INSTANCES.get(provider, ())
    ]


def size_of(cloud_provider: str, instance_type: str | None) -> tuple[int, int]:
    """Return millicores and megabytes of one node; those of a small one for an unknown type."""
    for type_, cpu, memory in _INSTANCES.get(_WORDS.get(cloud_provider, ""), ()):
        names = {type_.lower(), type_.lower().replace("_", ".", 1)}
        if instance_type is not None and instance_type.lower() in names:
            return cpu * 1000, memory * 1024
    return 2000, 4096


def providers() -> list[Document]:
    """Return the providers with their regions."""
    return [
        {
            "short_name": short,
            "name": name,
            "logo_url": f"https://logos.acme.test/{word.lower()}.svg",
            "regions": regions(word),
        }
        for word, (short, name) in _LABELS.items()
    ]


def features(provider: str) -> list[Document]:
    """Return the features available to clusters of a provider, all disabled."""
    available = [_feature(provider, "Static IP", 3800, False, [True, False])]
    if provider in ("aws", "gcp"):
        available.append(_feature(provider, "Custom VPC subnet", None, "10.0.0.0/16", _SUBNETS))
    return available


_SUBNETS = ["10.0.0.0/16", "10.42.0.0/16", "172.20.0.0/16"]


def _feature(
    provider: str, title: str, cents: int | None, value: bool | str, accepted: list[Any]
) -> Document:
    return {
        "id": str(uuid.uuid5(_NAMESPACE, f"{provider}/{title}")),
        "title": title,
        "description": f"{title} for clusters on {_LABELS[provider][1]}.",
        "cost_per_month_in_cents": cents,
        "cost_per_month": None if cents is None else cents / 100,
        "currency_code": None if cents is None else "USD",
        "is_cloud_provider_paying_feature": cents is not None,
        "is_qovery_paying_feature": False,
        "value_type": "BOOLEAN",
        **feature_value(value),
        "is_value_updatable": False,
        "accepted_values": accepted,
    }


def feature_value(value: Any) -> dict[str, Any]:
    """Return a feature's value in the format of 1.0.3 (``value``) and of 1.0.4."""
    kind = "BOOLEAN" if isinstance(value, bool) else "STRING"
    return {
        "value": value if isinstance(value, bool | str) else None,
        "value_object": None if value is None else {"type": kind, "value": value},
    }


def chosen_features(cloud_provider: str, requested: list[Document] | None) -> list[Document]:
    """Return the features of a cluster with the values of a request."""
    available = (
        {feature["id"]: feature for feature in features(_WORDS.get(cloud_provider, ""))}
        if (cloud_provider in _WORDS)
        else {}
    )
    chosen = []
    for request in requested or ():
        fact = available.get(str(request.get("id")), {"id": request.get("id"), "title": "Feature"})
        chosen.append({**fact, **feature_value(request.get("value"))})
    return chosen
