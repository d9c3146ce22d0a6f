"""Current and past resource usage of services (API 1.0.3)."""

from typing import Any

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.handler import KINDS, Call, handles
from qovery_cli.sandbox.state import lifecycle, metrics_model
from qovery_cli.sandbox.state.store import Document

#: The maximum age of metrics, in seconds; longer requests are truncated to it.
_LONGEST = 30 * 86400.0


@handles("getApplicationCurrentInstance", "getContainerCurrentInstance")
def instances(call: Call) -> Any:
    """Return the usage of every instance of a service; empty if it does not run."""
    kind, service = _service(call)
    results = [
        {
            "created_at": iso(call.now),
            "name": name,
            "cpu": metrics_model.cpu(service, name, call.now),
            "memory": metrics_model.memory(service, name, index, call.now),
        }
        for index, name in enumerate(_instances(call, kind, service))
    ]
    return {"results": results}


@handles("getApplicationCurrentScale", "getContainerCurrentScale")
def scale(call: Call) -> Any:
    """Return the number of running instances of a service."""
    kind, service = _service(call)
    return metrics_model.scale(service, len(_instances(call, kind, service)), call.now)


@handles("getApplicationCurrentStorageDisk", "getContainerCurrentStorageDisk")
def disks(call: Call) -> Any:
    """Return the disk usage of every volume of a service."""
    return {"results": _disks(call, *_service(call))}


@handles("getEnvironmentApplicationCurrentScale", "getEnvironmentContainerCurrentScale")
def scales(call: Call) -> Any:
    """Return the number of running instances of every service of a kind."""
    kind = _kind_in_path(call)
    results = []
    for service in call.store.children(kind, call.path["environmentId"]):
        running = len(_instances(call, kind, service))
        results.append({kind: service["id"], **metrics_model.scale(service, running, call.now)})
    return {"results": results}


@handles("getEnvironmentApplicationCurrentStorage", "getEnvironmentContainerCurrentStorage")
def all_disks(call: Call) -> Any:
    """Return the disk usage of every volume of every service of a kind."""
    kind = _kind_in_path(call)
    results = []
    for service in call.store.children(kind, call.path["environmentId"]):
        names = _instances(call, kind, service)
        entry = {"disks": _disks(call, kind, service), "instances": names}
        results.append({kind: service["id"], **entry})
    return {"results": results}


@handles("getDatabaseCurrentMetric")
def database_now(call: Call) -> Any:
    """Return the usage of a database."""
    return _database(call, call.document("database"))


@handles("listEnvironmentDatabaseCurrentMetric")
def databases_now(call: Call) -> Any:
    """Return the usage of every database of an environment."""
    docs = call.store.children("database", call.path["environmentId"])
    return {"results": [{"database": doc["id"], **_database(call, doc)} for doc in docs]}


@handles(
    "getApplicationMetricCpu",
    "getApplicationMetricMemory",
    "getApplicationMetricHealthCheck",
    "getDatabaseMetricHealthCheck",
)
def series_by_instance(call: Call) -> Any:
    """Return one time series per instance."""
    kind, service = _service(call)
    names = _instances(call, kind, service)
    return {
        "results": [
            {"instance_name": name, "data": _series(call, service, name, index)}
            for index, name in enumerate(names)
        ]
    }


@handles("getDatabaseMetricCpu", "getDatabaseMetricMemory")
def database_series(call: Call) -> Any:
    """Return the time series of a database, which has one instance."""
    kind, service = _service(call)
    names = _instances(call, kind, service)
    return {"results": _series(call, service, names[0], 0) if names else []}


@handles("getApplicationMetricStorage")
def storage_series(call: Call) -> Any:
    """Return one time series per volume."""
    _, service = _service(call)
    return {
        "results": [
            {"storage_id": volume["id"], "data": _disk_series(call, volume["id"], volume["size"])}
            for volume in service.get("storage", ())
        ]
    }


@handles("getDatabaseMetricStorage")
def database_storage_series(call: Call) -> Any:
    """Return the time series of a database's only volume."""
    _, service = _service(call)
    return {"results": _disk_series(call, service["id"], service.get("storage", 10))}


@handles("getApplicationMetricRestart", "getDatabaseMetricRestart")
def restarts(call: Call) -> Any:
    """Return the restarts: one, an hour ago, if an instance exceeds its memory."""
    kind, service = _service(call)
    crashed = len(_instances(call, kind, service)) > 2 and _seconds(call) >= 3600
    event = {"datetime": iso(call.now - 3600), "message": "OOMKilled"}
    return {"results": [event] if crashed else []}


def _series(call: Call, service: Document, name: str, index: int) -> list[Document]:
    metric = call.operation.path.rpartition("/")[2]
    points = []
    for at in metrics_model.moments(call.now, _seconds(call)):
        if metric == "healthCheck":
            values: Document = {"value": metrics_model.response_time(name, at)}
        elif metric == "cpu":
            values = metrics_model.cpu(service, name, at)
            # The series has another name for it than the snapshot.
            values["requested_in_number"] = values["requested_in_float"]
        else:
            values = metrics_model.memory(service, name, index, at)
        points.append({"created_at": iso(at), **values})
    return points


def _disk_series(call: Call, key: str, size: int) -> list[Document]:
    return [
        metrics_model.disk(key, size, at) for at in metrics_model.moments(call.now, _seconds(call))
    ]


def _seconds(call: Call) -> float:
    return min(max(float(call.query["lastSeconds"]), 0.0), _LONGEST)


def _service(call: Call) -> tuple[str, Document]:
    kind = KINDS[next(iter(call.path))]
    return kind, call.document(kind)


def _kind_in_path(call: Call) -> str:
    return call.operation.path.split("/")[3]


def _instances(call: Call, kind: str, service: Document) -> list[str]:
    status = lifecycle.service_status(call.store, kind, service["id"], call.now, call.level)
    return metrics_model.instance_names(kind, service, status)


def _disks(call: Call, kind: str, service: Document) -> list[Document]:
    if not _instances(call, kind, service):
        return []
    volumes = service.get("storage") or ()
    return [metrics_model.disk(volume["id"], volume["size"], call.now) for volume in volumes]


def _database(call: Call, doc: Document) -> Document:
    if not _instances(call, "database", doc):
        return {}
    disk = metrics_model.disk(doc["id"], doc.get("storage", 10), call.now)
    return {
        "cpu": metrics_model.cpu(doc, doc["id"], call.now),
        "memory": metrics_model.memory(doc, doc["id"], 0, call.now),
        "storage": {**disk, "consumed_in_gb": int(disk["consumed_in_gb"])},
    }
