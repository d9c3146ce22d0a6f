"""The demo's projects, their rules, environments and services."""

from qovery_cli.sandbox.seeds.account import ACCOUNT
from qovery_cli.sandbox.seeds.clusters import cluster_id
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import ORGANIZATION
from qovery_cli.sandbox.seeds.services import Planter
from qovery_cli.sandbox.state.environment_defaults import location_fields, new_environment
from qovery_cli.sandbox.state.store import Document, Store

_PROJECTS = (
    ("storefront", "What customers see."),
    ("data-platform", "What nobody sees."),
    ("playground", "Names that are hard to find by."),
    ("empty-project", ""),
)
#: Project, environment, mode and cluster.
_ENVIRONMENTS = (
    ("storefront", "production", "PRODUCTION", "aws-prod"),
    ("storefront", "staging", "STAGING", "scw-staging"),
    ("storefront", "development", "DEVELOPMENT", "scw-staging"),
    ("storefront", "[PR] 42-new-checkout", "PREVIEW", "scw-staging"),
    ("data-platform", "etl", "DEVELOPMENT", "scw-staging"),
    ("playground", "storefront", "DEVELOPMENT", "scw-staging"),
    ("playground", "[PR] feat/x", "PREVIEW", "scw-staging"),
)
_WORKDAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"]


def path_of(project: str, environment: str = "", service: str = "") -> str:
    """Return the path of names from which an id of the demo is derived."""
    return "/".join(name for name in ("acme", project, environment, service) if name)


def plant_projects(store: Store) -> None:
    """Create projects, environments and services; nothing is deployed yet."""
    for name, description in _PROJECTS:
        fields = {"id": demo_id(path_of(name)), "name": name, "description": description}
        organization = {"organization": {"id": ORGANIZATION}}
        store.add("project", {**fields, **organization}, ORGANIZATION)
    _plant_rules(store)
    for project, name, mode, cluster in _ENVIRONMENTS:
        _plant_environment(store, project, name, mode, cluster)
    _plant_storefront(store, "production", "MANAGED")
    _plant_storefront(store, "staging", "CONTAINER")
    _plant_others(store)


def _plant_rules(store: Store) -> None:
    project = demo_id(path_of("storefront"))
    times = {
        "timezone": "Europe/Paris",
        "start_time": "1970-01-01T08:00:00.000Z",
        "stop_time": "1970-01-01T19:00:00.000Z",
        "weekdays": _WORKDAYS,
        "auto_deploy": True,
        "auto_delete": False,
    }
    rules: tuple[Document, ...] = (
        {
            "name": "previews",
            "wildcard": "[PR]*",
            "mode": "DEVELOPMENT",
            "auto_stop": True,
            "cluster_id": cluster_id("scw-staging"),
        },
        {
            "name": "prod",
            "wildcard": "prod*",
            "mode": "PRODUCTION",
            "auto_stop": False,
            "cluster_id": cluster_id("aws-prod"),
        },
    )
    for index, rule in enumerate(rules):
        fields = {"id": demo_id(f"acme/storefront/rule/{rule['name']}"), "priority_index": index}
        store.add("deploymentRule", {**times, "description": "", **rule, **fields}, project)


def _plant_environment(store: Store, project: str, name: str, mode: str, cluster: str) -> None:
    document = store.get("project", demo_id(path_of(project)))
    where = store.get("cluster", cluster_id(cluster))
    if document is None or where is None:
        raise KeyError(cluster)
    fields = {"id": demo_id(path_of(project, name)), "name": name, "mode": mode}
    doc = {**fields, "last_updated_by": ACCOUNT, **location_fields(document, where)}
    new_environment(store, doc, None, demo_id(f"{path_of(project, name)}/rule"))


def _plant_storefront(store: Store, environment: str, mode: str) -> None:
    planter = Planter(store, path_of("storefront", environment))
    planter.database("main-db", "POSTGRESQL", "13", mode, 50)
    planter.database("cache", "REDIS", "6", "CONTAINER")
    planter.container("proxy", "dockerhub", "library/nginx", "1.23.1", public=[80])
    planter.container("search", "acme-ecr", "search", "v2.1.1")
    planter.application(
        "api", "storefront-api", public=[8080], instances=(2, 5), volume="/mnt/images"
    )
    planter.application("web", "storefront-web", public=[3000], instances=(1, 3))
    planter.application("worker", "worker")


def _plant_others(store: Store) -> None:
    planter = Planter(store, path_of("storefront", "development"))
    planter.database("main-db", "POSTGRESQL", "14", "CONTAINER")
    planter.application("api", "storefront-api", public=[8080], branch="develop")
    planter = Planter(store, path_of("storefront", "[PR] 42-new-checkout"))
    planter.application("web", "storefront-web", public=[3000], branch="feat/checkout")
    planter = Planter(store, path_of("data-platform", "etl"))
    planter.database("warehouse", "MYSQL", "8.0", "CONTAINER", 100)
    planter.container("loader", "public-ecr", "acme/loader", "0.9.0")
    planter.application("reports", "infra")
    planter = Planter(store, path_of("playground", "storefront"))
    planter.application("list", "worker")
    planter.application("API", "storefront-api")
    planter.application("Worker Bee", "worker")
    planter.application("launcher 🚀", "worker")
    planter.container("123e4567-e89b-42d3-a456-426614174000", "dockerhub", "library/redis", "7")
    planter.container("black/white", "dockerhub", "library/busybox", "1.36")
    Planter(store, path_of("playground", "[PR] feat/x")).application("web", "storefront-web")
