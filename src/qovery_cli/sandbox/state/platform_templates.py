"""The platform templates of the sandbox: layers of components, and the fields of each component."""

from collections.abc import Iterator
from dataclasses import dataclass

_MANAGED, _CUSTOMER = "QOVERY_MANAGED", "CUSTOMER_MANAGED"


_ISSUERS = ("letsencrypt", "zerossl")


@dataclass(frozen=True, slots=True)
class Field:
    """One setting of a component; ``scope`` CLUSTER is for values that each cluster provides."""

    key: str
    label: str
    type: str = "string"
    default: str | None = None
    required: bool = False
    sensitive: bool = False
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    scope: str = "PLATFORM_PROFILE"


@dataclass(frozen=True, slots=True)
class Component:
    """A chart or a Terraform module; ``inputs`` are outputs of other components that it takes."""

    key: str
    kind: str
    description: str
    fields: tuple[Field, ...] = ()
    inputs: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """Components that are switched on and off together."""

    key: str
    description: str
    components: tuple[Component, ...]
    mandatory: bool = False
    enabled: bool = True
    modes: tuple[str, ...] = (_MANAGED, _CUSTOMER)
    providers: tuple[str, ...] = ()

    def applies(self, mode: str, provider: str) -> bool:
        """Return whether clusters of a mode and a cloud can have the layer."""
        return mode in self.modes and (not self.providers or provider in self.providers)


@dataclass(frozen=True, slots=True)
class Template:
    """One version of a platform template."""

    key: str
    version: str
    status: str
    description: str
    layers: tuple[Layer, ...]

    @property
    def components(self) -> Iterator[tuple[Layer, Component]]:
        """Every component with its layer."""
        return ((layer, component) for layer in self.layers for component in layer.components)


_INGRESS = Layer(
    "networking",
    "Ingress, certificates and DNS records.",
    (
        Component(
            "ingress-nginx",
            "HELM",
            "Routes requests to services.",
            (Field("replicas", "Replicas", "number", "2", least=1, most=10),),
        ),
        Component(
            "cert-manager",
            "HELM",
            "Issues certificates.",
            (
                Field("email", "Contact of the certificate authority", required=True),
                Field(
                    "issuer", "Issuer", default="letsencrypt", choices=("letsencrypt", "zerossl")
                ),
            ),
        ),
    ),
    mandatory=True,
)
_STORAGE = Component(
    "log-bucket",
    "TERRAFORM",
    "Bucket that the logs are kept in.",
    (Field("bucketName", "Name of the bucket", required=True, scope="CLUSTER"),),
)
_LOGS = Layer(
    "observability",
    "Logs of all services.",
    (
        Component(
            "loki",
            "HELM",
            "Stores and searches logs.",
            (
                Field("retentionWeeks", "Retention in weeks", "number", "12", least=1, most=52),
                Field("storage", "Kind of storage", default="s3", choices=("s3", "local")),
            ),
            (("bucket", "log-bucket", "bucketName"),),
        ),
        _STORAGE,
    ),
    enabled=False,
)
_NODES = Layer(
    "node-scaling",
    "Nodes that follow the load.",
    (Component("karpenter", "HELM", "Adds and removes nodes."),),
    modes=(_MANAGED,),
    providers=("AWS",),
)

TEMPLATES = (
    Template("kubernetes", "1.0.0", "DEPRECATED", "A cluster with ingress.", (_INGRESS,)),
    Template(
        "kubernetes", "1.1.0", "PUBLISHED", "A cluster with ingress and logs.", (_INGRESS, _LOGS)
    ),
    Template(
        "eks",
        "1.0.0",
        "PUBLISHED",
        "A cluster on AWS whose nodes follow the load.",
        (_INGRESS, _NODES, _LOGS),
    ),
)


def template(key: str, version: str) -> Template | None:
    """Return the template with a key and a version, None if there is none."""
    return next((each for each in TEMPLATES if (each.key, each.version) == (key, version)), None)
