"""Documents of the demo's services, as their handlers would make them."""

from collections.abc import Sequence
from typing import Any

from qovery_cli.sandbox.commits import plant_commits, repository_of
from qovery_cli.sandbox.engines import ENGINES
from qovery_cli.sandbox.rules import ports, storage
from qovery_cli.sandbox.seeds.days import AGE
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import registry_id
from qovery_cli.sandbox.services import shared_fields, with_parts
from qovery_cli.sandbox.store import Document, Store


class Planter:
    """Adds services to one environment of the demo; ``path`` is the environment's path of names."""

    def __init__(self, store: Store, path: str) -> None:
        self._store = store
        self._path = path
        self.environment = demo_id(path)

    def application(
        self,
        name: str,
        repository: str,
        *,
        public: Sequence[int] = (),
        instances: tuple[int, int] = (1, 1),
        volume: str | None = None,
        branch: str = "main",
    ) -> str:
        """Add an application and return its id."""
        url = f"https://github.com/acme/{repository}.git"
        docker = {"build_mode": "DOCKER", "dockerfile_path": "Dockerfile"}
        doc = {
            **self._service("application", name, public, instances, volume),
            **docker,
            "git_repository": repository_of(url, branch, "/", self._today()),
            "healthcheck": {"protocol": "TCP", "value": str(public[0]) if public else ""},
        }
        kept = self._store.add("application", doc, self.environment)
        plant_commits(self._store, kept, self._today())
        return str(doc["id"])

    def container(
        self, name: str, registry: str, image: str, tag: str, *, public: Sequence[int] = ()
    ) -> str:
        """Add a container and return its id."""
        source = {"registry_id": registry_id(registry), "image_name": image, "tag": tag}
        doc = {**self._service("container", name, public, (1, 1), None), **source}
        doc.update(arguments=[], entrypoint="")
        self._store.add("container", doc, self.environment)
        return str(doc["id"])

    def database(self, name: str, kind: str, version: str, mode: str, size: int = 10) -> str:
        """Add a database and return its id."""
        doc: Document = {
            **shared_fields("database", self.environment),
            "id": demo_id(f"{self._path}/{name}"),
            "name": name,
            "type": kind,
            "version": version,
            "mode": mode,
            "accessibility": "PRIVATE",
            "cpu": 250,
            "memory": 100 if mode == "MANAGED" else ENGINES[kind].memory,
            "storage": size,
            "icon_uri": f"app://qovery-console/{kind.lower()}",
            "disk_encrypted": mode == "MANAGED",
        }
        self._store.add("database", doc, self.environment)
        return str(doc["id"])

    def _today(self) -> float:
        """The moment of planting: a repository's commits are as new as that."""
        return self._store.clock() + AGE

    def _service(
        self,
        kind: str,
        name: str,
        public: Sequence[int],
        instances: tuple[int, int],
        volume: str | None,
    ) -> dict[str, Any]:
        path = f"{self._path}/{name}"
        asked = [{"internal_port": number, "publicly_accessible": True} for number in public]
        opened = ports(asked, ())
        for port in opened:
            port["id"] = demo_id(f"{path}/port/{port['internal_port']}")
        known = {"type": "FAST_SSD", "size": 16, "mount_point": volume}
        mounted = storage([known] if volume else [], ())
        for disk in mounted:
            disk["id"] = demo_id(f"{path}/volume/{volume}")
        low, high = instances
        return {
            **with_parts({"cpu": 500, "memory": 512, "auto_preview": True}, kind, None),
            **shared_fields(kind, self.environment),
            "id": demo_id(path),
            "name": name,
            "description": "",
            "min_running_instances": low,
            "max_running_instances": high,
            "ports": opened,
            "storage": mounted,
        }
