"""Database engines: versions, modes, ports and default memory."""

from collections.abc import Mapping
from dataclasses import dataclass

from qovery_cli.sandbox.state.store import Document


@dataclass(frozen=True, slots=True)
class Engine:
    """A database engine: port, versions and memory in megabytes."""

    port: int
    versions: tuple[str, ...]
    memory: int
    managed: bool


ENGINES: Mapping[str, Engine] = {
    "POSTGRESQL": Engine(5432, ("10", "11", "12", "13", "14"), 100, True),
    "MYSQL": Engine(3306, ("5.7", "8.0"), 512, True),
    "MONGODB": Engine(27017, ("4.0", "4.2", "4.4", "5.0"), 256, False),
    "REDIS": Engine(6379, ("5", "6"), 100, True),
}

#: Default memory of a managed database, which only clusters at a cloud provider support.
MANAGED_MEMORY = 100


def configurations(cluster: Document) -> list[Document]:
    """Return the types, versions and modes that clusters of a kind support."""
    managed = cluster["cloud_provider"] == "AWS" and cluster.get("kubernetes") != "K3S"
    rows = []
    for name, engine in ENGINES.items():
        modes = ["CONTAINER", "MANAGED"] if managed and engine.managed else ["CONTAINER"]
        versions = [
            {"name": version, "supported_mode": mode}
            for mode in modes
            for version in engine.versions
        ]
        rows.append({"database_type": name, "version": versions})
    return rows


def supports(cluster: Document, kind: str, version: str, mode: str) -> bool:
    """Return whether a cluster supports a database; minor versions (13.4) are accepted."""
    return any(
        entry["supported_mode"] == mode
        and (version == entry["name"] or version.startswith(f"{entry['name']}."))
        for configuration in configurations(cluster)
        if configuration["database_type"] == kind
        for entry in configuration["version"]
    )
