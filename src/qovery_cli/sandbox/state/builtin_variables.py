"""Built-in variables of projects, environments and services: ids, hosts and credentials.

They are computed from the documents, so they exist as long as their service. Their ids are derived
from owner and key and never change.
"""

import re
import uuid
import zlib
from collections.abc import Iterator
from typing import Any

from qovery_cli.sandbox.service_kinds import SERVICE_KINDS, enum_word
from qovery_cli.sandbox.state.engines import ENGINES
from qovery_cli.sandbox.state.store import Document, Store

_NAMESPACE = uuid.UUID("c0b7f1de-8a4e-4a39-8f5e-6d0f0f8a1d11")
_SCHEMES = {"POSTGRESQL": "postgresql", "MYSQL": "mysql", "MONGODB": "mongodb", "REDIS": "redis"}
_LOGINS = {"POSTGRESQL": "postgres", "MYSQL": "root", "MONGODB": "root", "REDIS": ""}
_DATABASES = {"POSTGRESQL": "postgres", "MYSQL": "mysql", "MONGODB": "admin", "REDIS": "0"}


def of_project(project: Document) -> list[Document]:
    """Return the built-in variables of a project."""
    return [_entry(project, "QOVERY_PROJECT_ID", project["id"])]


def of_environment(store: Store, environment: Document) -> list[Document]:
    """Return the built-in variables of an environment, including those of its services."""
    provider = environment.get("cloud_provider") or {}
    name = re.sub(r"[^a-z0-9]+", "-", environment["name"].lower()).strip("-")
    variables = {
        "QOVERY_ENVIRONMENT_ID": environment["id"],
        "QOVERY_ENVIRONMENT_NAME": environment["name"],
        "QOVERY_CLOUD_PROVIDER_REGION": provider.get("cluster", ""),
        "QOVERY_KUBERNETES_NAMESPACE_NAME": f"z{short(environment['id'])}-{name}"[:63],
        "QOVERY_KUBERNETES_CLUSTER_NAME": environment.get("cluster_name", ""),
    }
    entries = [_entry(environment, key, value) for key, value in variables.items()]
    for kind, service in store.below(environment["id"]):
        if kind in SERVICE_KINDS:
            entries += _contributed(store, kind, service, environment)
    return entries


def of_service(kind: str, service: Document) -> list[Document]:
    """Return the built-in variables visible to the service only."""
    return [_entry(service, f"QOVERY_{enum_word(kind)}_ID", service["id"])]


def short(id: str) -> str:
    """Return the eight characters of an id used in host names and keys."""
    return id.replace("-", "")[:8].lower()


def _contributed(
    store: Store, kind: str, service: Document, environment: Document
) -> Iterator[Document]:
    word = str(service["type"]) if kind == "database" else enum_word(kind)
    prefix = f"QOVERY_{word}_Z{short(service['id']).upper()}"
    if kind == "database":
        values = _of_database(store, service, environment)
    else:
        values = _hosts(kind, service, environment)
    for suffix, value in values.items():
        yield {
            **_entry(service, f"{prefix}_{suffix}", value),
            "is_secret": suffix == "PASSWORD" or suffix.startswith("DATABASE_URL"),
            "service_id": service["id"],
            "service_name": service.get("name", ""),
            "service_type": enum_word(kind),
        }


def _hosts(kind: str, service: Document, environment: Document) -> dict[str, str]:
    prefix = SERVICE_KINDS[kind].host
    if prefix is None:
        return {}
    name = re.sub(r"[^a-z0-9]+", "-", str(service.get("name", "")).lower()).strip("-")
    hosts = {"HOST_INTERNAL": f"{prefix}-z{short(service['id'])}-{name}"}
    public = [port for port in service.get("ports") or () if port.get("publicly_accessible")]
    if public:
        hosts["HOST_EXTERNAL"] = public_host(service, environment, public[0])
    return hosts


def public_host(service: Document, environment: Document, port: Document) -> str:
    """Return the public host name of a port."""
    number = port.get("internal_port", 80)
    here = f"p{number}-z{short(environment['id'])}-z{short(service['id'])}"
    return f"{here}-gtw.{_cluster(environment)}.bool.sh"


def _cluster(environment: Document) -> str:
    return f"z{short(str(environment.get('cluster_id', '')))}"


def _of_database(store: Store, database: Document, environment: Document) -> dict[str, str]:
    # Credentials changed by the user are in a document of their own.
    login = {**credentials(database), **(store.get("masterCredentials", database["id"]) or {})}
    kind = str(database.get("type", "POSTGRESQL"))
    internal = str(login["host"])
    public = database.get("accessibility") == "PUBLIC"
    host = f"{internal}.{_cluster(environment)}.oom.sh" if public else internal
    start = f"{_SCHEMES[kind]}://{login['login']}:{login['password']}"
    tail = f"{login['port']}/{login['database']}"
    return {
        "HOST": host,
        "HOST_INTERNAL": internal,
        "PORT": str(login["port"]),
        "LOGIN": str(login["login"]),
        "PASSWORD": str(login["password"]),
        "DEFAULT_DATABASE_NAME": str(login["database"]),
        "DATABASE_URL": f"{start}@{host}:{tail}",
        "DATABASE_URL_INTERNAL": f"{start}@{internal}:{tail}",
    }


def credentials(database: Document) -> dict[str, Any]:
    """Return the initial host, port, login, password and name of a database."""
    kind = str(database.get("type", "POSTGRESQL"))
    chance = zlib.crc32(database["id"].encode())
    return {
        "host": f"z{short(database['id'])}-{kind.lower()}",
        "port": ENGINES[kind].port,
        "login": _LOGINS[kind],
        "password": f"sandbox-{chance:08x}",
        "database": _DATABASES[kind],
    }


def _entry(owner: Document, key: str, value: str) -> Document:
    return {
        "id": str(uuid.uuid5(_NAMESPACE, f"{owner['id']}/{key}")),
        "created_at": owner["created_at"],
        "updated_at": owner.get("updated_at"),
        "key": key,
        "value": value,
        "scope": "BUILT_IN",
        "variable_type": "BUILT_IN",
        "is_secret": False,
        "owned_by": "QOVERY",
    }
