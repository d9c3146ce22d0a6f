"""Versions, backups and credentials of databases and of logical databases.

``generic`` lists and deletes backups and logical databases.
"""

import uuid
from typing import Any

from qovery_cli.sandbox.handler import Call, handles
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.backups import finished
from qovery_cli.sandbox.state.builtin_variables import credentials
from qovery_cli.sandbox.state.engines import ENGINES, configurations
from qovery_cli.sandbox.state.service_documents import database_host
from qovery_cli.sandbox.state.store import Document

_KIND = "database"
_CREDENTIALS = "masterCredentials"
_LOGICAL = "logicalDatabase"
_LOGICAL_CREDENTIALS = "logicalDatabaseCredentials"


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
    """Create a backup, which completes at once."""
    database, key = call.path["databaseId"], str(uuid.uuid4())
    return call.store.add("backup", {**call.body, "id": key, "status": finished(key)}, database)


@handles("getDatabaseMasterCredentials")
def get_credentials(call: Call) -> Any:
    """Return host, port, login and password in clear text."""
    doc = call.document(_KIND)
    stored = call.store.get(_CREDENTIALS, doc["id"]) or {}
    return {**credentials(doc), **stored, "host": database_host(call, doc)}


@handles("editDatabaseCredentials")
def edit_credentials(call: Call) -> Any:
    """Replace login and password."""
    doc = call.document(_KIND)
    call.store.delete(_CREDENTIALS, doc["id"])
    call.store.add(_CREDENTIALS, {**call.body, "id": doc["id"]}, doc["id"])
    lifecycle.record_edit(call.store, _KIND, doc["id"])
    return get_credentials(call)


@handles("getLogicalDatabaseCredentials")
def get_logical_credentials(call: Call) -> Any:
    """Return host and port of the server, with the logical database's own login."""
    doc = _logical(call)
    server = credentials(call.document("database", call.store.parent(_LOGICAL, doc["id"]) or ""))
    defaults = {"login": doc["name"], "password": f"{server['password']}-{doc['id'][:4]}"}
    stored = call.store.get(_LOGICAL_CREDENTIALS, doc["id"]) or {}
    return {**server, **defaults, **stored}


@handles("editLogicalDatabaseCredentials")
def edit_logical_credentials(call: Call) -> Any:
    """Replace login and password."""
    key = _logical(call)["id"]
    call.store.delete(_LOGICAL_CREDENTIALS, key)
    call.store.add(_LOGICAL_CREDENTIALS, {**call.body, "id": key}, key)
    return get_logical_credentials(call)


def _logical(call: Call) -> Document:
    return call.document(_LOGICAL, call.path["logicalDatabaseId"])
