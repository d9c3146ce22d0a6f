"""Databases, run as containers or managed by the cloud provider."""

import uuid
from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.actions import requester
from qovery_cli.sandbox.state import lifecycle, services
from qovery_cli.sandbox.state.backups import finished
from qovery_cli.sandbox.state.builtin_variables import credentials, short
from qovery_cli.sandbox.state.deployments import runs_in, was_deployed
from qovery_cli.sandbox.state.engines import ENGINES, MANAGED_MEMORY, configurations, supports
from qovery_cli.sandbox.state.rules import body_with_defaults, check_name, check_resources
from qovery_cli.sandbox.state.store import Document

_KIND = "database"
_CREDENTIALS = "masterCredentials"


@handles("listDatabase")
def list_databases(call: Call) -> Any:
    """Return the databases of an environment."""
    return {"results": _response(call, services.of_environment(call, _KIND))}


@handles("createDatabase")
def create_database(call: Call) -> Any:
    """Create a database."""
    environment = call.path["environmentId"]
    body = body_with_defaults(call)
    check_name(call, _KIND, environment, body["name"])
    doc = {**_facts(call, body, environment), **services.shared_fields(_KIND, environment)}
    return _response(call, [call.store.add(_KIND, doc, environment)])[0]


@handles("getDatabase")
def get_database(call: Call) -> Any:
    """Return a database."""
    return _response(call, [call.document(_KIND)])[0]


@handles("editDatabase")
def edit_database(call: Call) -> Any:
    """Replace a database's settings; type and mode stay."""
    before = call.document(_KIND)
    environment = before["environment"]["id"]
    defaults = {name: before[name] for name in ("name", "version", "storage")}
    fixed = {name: before[name] for name in ("type", "mode")}
    body = {**defaults, **body_with_defaults(call), **fixed}
    check_name(call, _KIND, environment, body["name"], before["id"])
    doc = {**_facts(call, body, environment), **services.shared_fields(_KIND, environment)}
    return _response(call, [services.changed(call, _KIND, before, doc)])[0]


@handles("deleteDatabase")
def delete_database(call: Call) -> None:
    """Delete a database, by an action if it was deployed."""
    lifecycle.delete(call.store, _KIND, call.path["databaseId"], requester(call))


@handles("getDatabaseStatus")
def get_status(call: Call) -> Any:
    """Return the status of a database."""
    return services.status(call, _KIND)


@handles("getEnvironmentDatabaseStatus")
def list_statuses(call: Call) -> Any:
    """Return the statuses of an environment's databases."""
    return {"results": services.statuses(call, [_KIND])}


@handles("listEnvironmentDatabaseConfig")
def list_configurations(call: Call) -> Any:
    """Return the database types, versions and modes that the environment's cluster supports."""
    environment = call.document("environment")
    return {"results": configurations(call.document("cluster", environment["cluster_id"]))}


@handles("listDatabaseVersion")
def list_versions(call: Call) -> Any:
    """Return the versions of the database's type."""
    engine = ENGINES[call.document(_KIND)["type"]]
    return {"results": [{"name": version} for version in engine.versions]}


@handles("addBackupDatabase")
def back_up(call: Call) -> Any:
    """Create a backup, which completes at once; ``generic`` lists and deletes backups."""
    database, key = call.path["databaseId"], str(uuid.uuid4())
    return call.store.add("backup", {**call.body, "id": key, "status": finished(key)}, database)


@handles("getDatabaseMasterCredentials")
def get_credentials(call: Call) -> Any:
    """Return host, port, login and password in clear text."""
    doc = call.document(_KIND)
    stored = call.store.get(_CREDENTIALS, doc["id"]) or {}
    return {**credentials(doc), **stored, "host": _host(call, doc)}


@handles("editDatabaseCredentials")
def edit_credentials(call: Call) -> Any:
    """Replace login and password."""
    doc = call.document(_KIND)
    call.store.delete(_CREDENTIALS, doc["id"])
    call.store.add(_CREDENTIALS, {**call.body, "id": doc["id"]}, doc["id"])
    lifecycle.record_edit(call.store, _KIND, doc["id"])
    return get_credentials(call)


def _facts(call: Call, body: Document, environment: str) -> Document:
    """Return the fields of a database that the request sets."""
    check_resources(body, call.level)
    cluster = call.document("cluster", call.document("environment", environment)["cluster_id"])
    kind, version, mode = body["type"], body["version"], body["mode"]
    if not supports(cluster, kind, version, mode):
        raise Refusal(400, f"version {version} of {kind} cannot run as {mode} on this cluster.")
    managed = mode == "MANAGED"
    memory = MANAGED_MEMORY if managed else ENGINES[kind].memory
    doc = {
        "accessibility": "PRIVATE",
        "memory": memory,
        "icon_uri": f"app://qovery-console/{kind.lower()}",
        **body,
        "annotations_groups": [],
        "labels_groups": [],
        "disk_encrypted": managed,
    }
    doc.pop("ports", None)
    return doc


def _response(call: Call, docs: list[Document]) -> list[Document]:
    """Add host and port to databases that were ever deployed; others have none."""
    shaped = []
    for environment in {doc["environment"]["id"] for doc in docs}:
        runs = runs_in(call.store, environment)
        for doc in docs:
            if doc["environment"]["id"] != environment:
                continue
            reached = {"host": _host(call, doc), "port": ENGINES[doc["type"]].port}
            shaped.append({**doc, **(reached if was_deployed(runs, doc["id"], call.now) else {})})
    return shaped


def _host(call: Call, doc: Document) -> str:
    """Return a host shaped like real ones: short id, type and, if public, the cluster's domain."""
    inside = str(credentials(doc)["host"])
    if doc.get("accessibility") != "PUBLIC":
        return inside
    cluster = call.document("environment", doc["environment"]["id"])["cluster_id"]
    return f"{inside}.z{short(cluster)}.oom.sh"
