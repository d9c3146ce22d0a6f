"""What belongs to the demo's services: links, tags, backups, a logical database, a domain."""

from collections.abc import Mapping

from qovery_cli.sandbox.backups import finished
from qovery_cli.sandbox.seeds.clusters import cluster_id
from qovery_cli.sandbox.seeds.days import DAY, past
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.projects import path_of
from qovery_cli.sandbox.store import Document, Store

#: What a service of both environments waits for, and which databases it uses.
_LINKS: Mapping[tuple[str, str], dict[str, tuple[str, ...]]] = {
    ("application", "web"): {"dependencies": ("api",)},
    ("application", "api"): {"linked_databases": ("main-db", "cache")},
    ("application", "worker"): {"linked_databases": ("main-db",)},
    ("container", "proxy"): {"dependencies": ("search",)},
}
_TAGS = ("checkout", "public")
#: Name, message and how many days ago.
_BACKUPS = (
    ("nightly-1", "Every night at three.", 2),
    ("nightly-2", "Every night at three.", 1),
    ("before-migration", "Before release 2.4.", 0.5),
)
_DOMAINS = (("application", "api", "api.acme.test"), ("container", "proxy", "www.acme.test"))


def plant_parts(store: Store) -> None:
    """Keep the parts of the storefront's services; only production has domains."""
    for environment in ("production", "staging"):
        path = path_of("storefront", environment)
        for (kind, name), links in _LINKS.items():
            _plant_links(store, kind, f"{path}/{name}", links)
        for tag in _TAGS:
            key = demo_id(f"{path}/api/tag/{tag}")
            store.add("tag", {"id": key, "name": tag}, demo_id(f"{path}/api"))
        _plant_database(store, f"{path}/main-db", f"{path}/worker")
    for _, name, domain in _DOMAINS:
        _plant_domain(store, path_of("storefront", "production", name), domain)


def plant_backups(store: Store) -> None:
    """Keep backups of the storefront's main databases, the oldest first."""
    for environment in ("production", "staging"):
        path = path_of("storefront", environment, "main-db")
        for name, message, days in _BACKUPS:
            key = demo_id(f"{path}/backup/{name}")
            with past(store, days * DAY):
                told = {"id": key, "name": name, "message": message, "status": finished(key)}
                store.add("backup", told, demo_id(path))


def _plant_links(store: Store, kind: str, path: str, links: Mapping[str, tuple[str, ...]]) -> None:
    key = demo_id(path)
    around = path.rpartition("/")[0]
    named = {
        field: [demo_id(f"{around}/{name}") for name in names] for field, names in links.items()
    }
    store.put(kind, key, {**_doc(store, kind, key), **named})


def _plant_database(store: Store, path: str, user: str) -> None:
    """Keep the logical database "reports", which one application uses."""
    own, key = demo_id(f"{path}/reports"), demo_id(path)
    doc = {"id": own, "name": "reports", "description": "Nightly reports.", "database": {"id": key}}
    store.add("logicalDatabase", doc, key)
    worker = _doc(store, "application", demo_id(user))
    store.put("application", worker["id"], {**worker, "linked_logical_databases": [own]})


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


def _doc(store: Store, kind: str, key: str) -> Document:
    found = store.get(kind, key)
    if found is None:
        raise KeyError(key)
    return found
