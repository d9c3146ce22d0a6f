"""Documents of seeded services, equal to those that the handlers create."""

from collections.abc import Sequence
from typing import Any

from qovery_cli.sandbox.seeds.backdating import AGE
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import registry_id
from qovery_cli.sandbox.state.commits import plant_commits, repository_of
from qovery_cli.sandbox.state.engines import ENGINES
from qovery_cli.sandbox.state.rules import ports, storage
from qovery_cli.sandbox.state.services import shared_fields
from qovery_cli.sandbox.state.store import Document, Store


class Drafts:
    """Builder of service documents for one environment; ``path`` is its path of names.

    Commits are as new as ``today``, in seconds since 1970.
    """

    def __init__(self, path: str, today: float) -> None:
        self._path = path
        self._today = today
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
    ) -> Document:
        """Return an application."""
        url = f"https://github.com/acme/{repository}.git"
        docker = {"build_mode": "DOCKER", "dockerfile_path": "Dockerfile"}
        return {
            **self._service("application", name, public, instances, volume),
            **docker,
            "git_repository": repository_of(url, branch, "/", self._today),
            "healthcheck": {"protocol": "TCP", "value": str(public[0]) if public else ""},
        }

    def container(
        self, name: str, registry: str, image: str, tag: str, *, public: Sequence[int] = ()
    ) -> Document:
        """Return a container."""
        source = {"registry_id": registry_id(registry), "image_name": image, "tag": tag}
        doc = {**self._service("container", name, public, (1, 1), None), **source}
        return {**doc, "arguments": [], "entrypoint": ""}

    def database(self, name: str, kind: str, version: str, mode: str, size: int = 10) -> Document:
        """Return a database."""
        return {
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

    def _service(
        self,
        kind: str,
        name: str,
        public: Sequence[int],
        instances: tuple[int, int],
        volume: str | None,
    ) -> dict[str, Any]:
        path = f"{self._path}/{name}"
        requested = [{"internal_port": number, "publicly_accessible": True} for number in public]
        opened = ports(requested, ())
        for port in opened:
            port["id"] = demo_id(f"{path}/port/{port['internal_port']}")
        existing = {"type": "FAST_SSD", "size": 16, "mount_point": volume}
        mounted = storage([existing] if volume else [], ())
        for disk in mounted:
            disk["id"] = demo_id(f"{path}/volume/{volume}")
        low, high = instances
        return {
            **{"cpu": 500, "memory": 512, "gpu": 0, "auto_preview": True, "healthchecks": {}},
            **{"annotations_groups": [], "labels_groups": []},
            "icon_uri": f"app://qovery-console/{kind}",
            **shared_fields(kind, self.environment),
            "id": demo_id(path),
            "name": name,
            "description": "",
            "min_running_instances": low,
            "max_running_instances": high,
            "ports": opened,
            "storage": mounted,
        }


class Planter:
    """Builder that also stores the services; ``path`` is the environment's path of names."""

    def __init__(self, store: Store, path: str) -> None:
        self._store = store
        # Commits are relative to the time of seeding.
        self._today = store.clock() + AGE
        self._drafts = Drafts(path, self._today)

    def application(self, name: str, repository: str, **more: Any) -> None:
        """Add an application with its commits; arguments as for `Drafts.application`."""
        doc = self._drafts.application(name, repository, **more)
        stored = self._store.add("application", doc, self._drafts.environment)
        plant_commits(self._store, stored, stored["git_repository"], self._today)

    def container(self, name: str, registry: str, image: str, tag: str, **more: Any) -> None:
        """Add a container; arguments as for `Drafts.container`."""
        doc = self._drafts.container(name, registry, image, tag, **more)
        self._store.add("container", doc, self._drafts.environment)

    def database(self, name: str, kind: str, version: str, mode: str, size: int = 10) -> None:
        """Add a database; arguments as for `Drafts.database`."""
        doc = self._drafts.database(name, kind, version, mode, size)
        self._store.add("database", doc, self._drafts.environment)
