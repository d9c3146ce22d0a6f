"""Parts of the demo's services: links, tags, backups, a logical database and a domain."""

from collections.abc import Mapping

from qovery_cli.sandbox.seeds.backdating import DAY, past
from qovery_cli.sandbox.seeds.clusters import cluster_id
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.projects import path_of
from qovery_cli.sandbox.state.backups import finished
from qovery_cli.sandbox.state.store import Document, Store

#: Dependencies and databases of services in both environments.
_LINKS: Mapping[tuple[str, str], dict[str, tuple[str, ...]]] = {
    ("application", "web"): {"dependencies": ("api",)},
    ("application", "api"): {"linked_databases": ("main-db", "cache")},
    ("application", "worker"): {"linked_databases": ("main-db",)},
}
#: Dependencies of containers in production only.
_WAITS = {"proxy": ("search",)}
#: Commits that change only these files deploy nothing.
_RESTRICTION = {"mode": "EXCLUDE", "type": "PATH", "value": "docs/"}
_TAGS = ("checkout", "public")
#: Name, message and age in days.
_BACKUPS = (
    ("nightly-1", "Every night at three.", 2),
    ("nightly-2", "Every night at three.", 1),
    ("before-migration", "Before release 2.4.", 0.5),
)
_DOMAINS = (("application", "api", "api.acme.test"), ("container", "proxy", "www.acme.test"))


def plant_parts(store: Store) -> None:
    """Create the parts of the storefront's services; some are in production only."""
    production = path_of("storefront", "production")
    for environment in ("staging", "production"):
        path = path_of("storefront", environment)
        for (kind, name), links in _LINKS.items():
            _plant_links(store, kind, f"{path}/{name}", links)
        for tag in _TAGS:
            key = demo_id(f"{path}/api/tag/{tag}")
            store.add("tag", {"id": key, "name": tag}, demo_id(f"{path}/api"))
        key = demo_id(f"{path}/api/restriction")
        store.add("deploymentRestriction", {"id": key, **_RESTRICTION}, demo_id(f"{path}/api"))
        _plant_database(store, f"{path}/main-db")
        reports = demo_id(f"{path}/main-db/reports")
        _change(store, "application", f"{path}/worker", {"linked_logical_databases": [reports]})
    _change(store, "container", f"{production}/search", {"linked_logical_databases": [reports]})
    for name, waits in _WAITS.items():
        _plant_links(store, "container", f"{production}/{name}", {"dependencies": waits})
    for _, name, domain in _DOMAINS:
        _plant_domain(store, path_of("storefront", "production", name), domain)


def plant_backups(store: Store) -> None:
    """Create backups of the storefront's main databases, oldest first."""
    for environment in ("production", "staging"):
        path = path_of("storefront", environment, "main-db")
        for name, message, days in _BACKUPS:
            key = demo_id(f"{path}/backup/{name}")
            with past(store, days * DAY):
                backup = {"id": key, "name": name, "message": message, "status": finished(key)}
                store.add("backup", backup, demo_id(path))


def _plant_links(store: Store, kind: str, path: str, links: Mapping[str, tuple[str, ...]]) -> None:
    around = path.rpartition("/")[0]
    named = {
        field: [demo_id(f"{around}/{name}") for name in names] for field, names in links.items()
    }
    _change(store, kind, path, named)


def _plant_database(store: Store, path: str) -> None:
    """Create the logical database "reports"."""
    id, key = demo_id(f"{path}/reports"), demo_id(path)
    doc = {"id": id, "name": "reports", "description": "Nightly reports.", "database": {"id": key}}
    store.add("logicalDatabase", doc, key)


def _plant_domain(store: Store, path: str, domain: str) -> None:
    key = demo_id(path)
    doc = {
        "id": demo_id(f"{path}/domain"),
        "domain": domain,
        "status": "VALIDATION_PENDING",
        "validation_domain": f"z{key[:8]}.z{cluster_id('aws-prod')[:8]}.bool.sh",
        "generate_certificate": True,
    }
    store.add("customDomain", doc, key)


def _change(store: Store, kind: str, path: str, fields: Document) -> None:
    document = store.get(kind, demo_id(path))
    if document is None:
        raise KeyError(path)
    store.put(kind, document["id"], {**document, **fields})
