"""The images and charts that the registries and Helm repositories of the sandbox contain.

An image has its listed tags and those that services of the organization run.
"""

from collections.abc import Mapping

#: Tags by image, by the host of a registry.
_IMAGES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "docker.io": {
        "library/nginx": ("1.27.2", "1.25.5", "1.23.1", "latest"),
        "library/redis": ("7.4", "7", "6"),
        "library/busybox": ("1.37", "1.36"),
    },
    "amazonaws.com": {
        "search": ("v2.2.0", "v2.1.1", "v2.1.0"),
        "storefront-api": ("2.4.0", "2.3.1"),
    },
    "public.ecr.aws": {"acme/loader": ("1.0.0", "0.9.0")},
}
#: Versions by chart, by the host of a Helm repository.
_CHARTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "charts.bitnami.com": {
        "redis": ("20.2.1", "19.6.4"),
        "postgresql": ("16.1.1", "15.5.38"),
        "rabbitmq": ("15.0.3",),
    },
    "prometheus-community.github.io": {
        "kube-prometheus-stack": ("65.5.0", "62.7.0"),
        "prometheus": ("25.28.0",),
    },
    "charts.acme.test": {"storefront": ("1.4.0", "1.3.2")},
}


def images_of(url: str) -> Mapping[str, tuple[str, ...]]:
    """Return the tags of each image in the registry at a URL, newest first."""
    return _under(_IMAGES, url)


def charts_of(url: str) -> Mapping[str, tuple[str, ...]]:
    """Return the versions of each chart in the Helm repository at a URL, newest first."""
    return _under(_CHARTS, url)


def _under(
    table: Mapping[str, Mapping[str, tuple[str, ...]]], url: str
) -> Mapping[str, tuple[str, ...]]:
    host = url.partition("://")[2].partition("/")[0]
    return next((names for domain, names in table.items() if host.endswith(domain)), {})
