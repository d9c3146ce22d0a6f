"""The table of the kinds of service: what the sandbox needs to know beyond the catalog.

A kind without a row of its own behaves as the defaults of ``ServiceKind`` say. Paths of fields are
dotted and refer to the stored document.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from qovery_cli import catalog
from qovery_cli.catalog.resources import SERVICES


def enum_word(kind: str) -> str:
    """Return the enum value of a kind: ``AGENTIC_WORKFLOW`` for ``agenticWorkflow``."""
    return "".join(f"_{c}" if c.isupper() else c for c in kind).upper()


#: The deployment stages that every environment starts with, in their order.
STAGE_NAMES = ("DEFAULT DATABASE", "DEFAULT JOB", "DEFAULT CONTAINER", "DEFAULT APPLICATION")


@dataclass(frozen=True, slots=True)
class ServiceKind:
    """The differences between a kind of service and others.

    ``stage`` is the index of its default stage in ``STAGE_NAMES``. ``repositories`` are the git
    repositories, the deployed one first; ``image`` is the object with registry, image name and tag
    (an empty path for the document itself). ``moved`` are the fields that have another path in a
    request than in a response. ``versions`` are the fields that a deployment may set: the tag of an
    image, the version of a chart. An update that omits a field of ``optional`` keeps it; no update
    changes one of ``fixed``. A kind that ``builds`` has a BUILDING state if it has a repository;
    one that ``executes`` runs to its end during a deployment. ``host`` is the prefix of its host
    name inside the cluster, None if it serves nothing.
    """

    kind: str
    stage: int = len(STAGE_NAMES) - 1
    repositories: tuple[str, ...] = ()
    image: str | None = None
    moved: tuple[tuple[str, str], ...] = ()
    versions: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    builds: bool = False
    executes: bool = False
    host: str | None = None

    @property
    def group(self) -> str:
        """The name of a list of this kind: ``agentic_workflows``."""
        return f"{enum_word(self.kind).lower()}s"

    @property
    def ids(self) -> str:
        """The name of a list of its ids in a request: ``application_ids``."""
        return f"{enum_word(self.kind).lower()}_ids"


_ROWS = (
    ServiceKind(
        "application",
        repositories=("git_repository",),
        optional=("name", "git_repository"),
        builds=True,
        host="app",
    ),
    ServiceKind("container", stage=2, image="", versions=("tag",), host="container"),
    ServiceKind(
        "database",
        stage=0,
        optional=("name", "version", "storage"),
        fixed=("type", "mode"),
    ),
    ServiceKind(
        "job",
        stage=1,
        repositories=("source.docker.git_repository",),
        image="source.image",
        versions=("source.image.tag",),
        builds=True,
        executes=True,
    ),
    ServiceKind(
        "helm",
        stage=2,
        repositories=("source.git.git_repository", "values_override.file.git.git_repository"),
        moved=(
            ("source.git_repository", "source.git.git_repository"),
            ("source.helm_repository", "source.repository"),
        ),
        versions=("source.repository.chart_version",),
        host="helm",
    ),
    ServiceKind(
        "terraform",
        stage=1,
        repositories=("terraform_files_source.git.git_repository",),
        moved=(
            (
                "terraform_files_source.git_repository",
                "terraform_files_source.git.git_repository",
            ),
        ),
        executes=True,
    ),
    ServiceKind("agenticWorkflow", executes=True),
)

#: Every kind of service by its name: those with a row, then the others of the catalog.
SERVICE_KINDS: Mapping[str, ServiceKind] = {
    **{row.kind: row for row in _ROWS},
    **{kind: ServiceKind(kind) for kind in SERVICES if kind not in {row.kind for row in _ROWS}},
}


@cache
def kinds_at(level: str) -> tuple[str, ...]:
    """Return the kinds of service that an API level has."""
    paths = {
        operation.path for operation in catalog.operations().values() if level in operation.api
    }
    return tuple(
        kind for kind in SERVICE_KINDS if f"/environment/{{environmentId}}/{kind}" in paths
    )


def kind_in(path: str) -> str | None:
    """Return the first segment of an operation's path that is a kind of service, or None."""
    return next((word for word in path.strip("/").split("/") if word in SERVICE_KINDS), None)
