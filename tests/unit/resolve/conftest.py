"""A tree of resources behind a function that responds like the API."""

from dataclasses import dataclass
from threading import Lock
from uuid import NAMESPACE_URL, uuid5

import pytest

from qovery_cli.catalog.resources import ALL_SERVICES, RESOURCES, SERVICES
from qovery_cli.errors import NotFoundError
from qovery_cli.resolve.org_index import ENVIRONMENTS, SERVICES_LIST
from qovery_cli.resolve.resolver import Resolver


@dataclass(frozen=True)
class Entry:
    """A scope entry of one level."""

    value: str
    origin: str
    passed_over: str = ""


def uid(path):
    """Return the id of the resource at a path of names, joined with ``>``."""
    return str(uuid5(NAMESPACE_URL, path))


class Runtime:
    """A fake API for a dict of ``parent path -> {kind: [names or items]}``."""

    def __init__(self, tree):
        self.tree = tree
        self.asked = []
        self.lock = Lock()
        self.owners = {None: ""}
        for path in tree:
            self.owners[uid(path)] = path

    def __call__(self, operation, values):
        with self.lock:
            self.asked.append(operation)
        for resource in RESOURCES.values():
            if resource.list_operation == operation:
                return self._list(resource, values)
            if resource.get_operation == operation:
                return self._get(resource, values)
        raise AssertionError(f"nobody should ask {operation}")

    def everything(self, organization, kinds):
        """Return the items of some kinds in an organization, with the path of their parent."""
        inside = f"{self.owners[organization]}>"
        return [
            (self.owners[uid(path)], kind, self._item(path, row))
            for path, listed in self.tree.items()
            if path.startswith(inside) or path == self.owners[organization]
            for kind in kinds
            for row in listed.get(kind, [])
        ]

    def _list(self, resource, values):
        parent = values.get(RESOURCES[resource.parent].parameter) if resource.parent else None
        if parent not in self.owners:
            raise NotFoundError("Not found.", http=404)
        rows = self.tree.get(self.owners[parent], {}).get(resource.kind, [])
        made = [self._item(self.owners[parent], row) for row in rows]
        return made[0] if resource.singleton else {"results": made}

    def _get(self, resource, values):
        for path, kinds in self.tree.items():
            for row in kinds.get(resource.kind, []):
                item = self._item(path, row)
                if item["id"] == values[resource.parameter]:
                    return item
        raise NotFoundError("Not found.", http=404)

    def _item(self, path, row):
        if isinstance(row, dict):
            return row
        return {"id": uid(f"{path}>{row}" if path else row), "name": row}


@pytest.fixture
def id_of():
    """The id of the resource at a path of names, joined with ``>``."""
    return uid


@pytest.fixture
def world():
    """Make a world from a tree."""
    return Runtime


class WorldWithIndex:
    """The same resources behind an API with organization-wide lists."""

    def __init__(self, world):
        self.world = world

    def __call__(self, operation, values, query=None):
        if operation == ENVIRONMENTS:
            rows = self._rows(operation, values, ["environment"])
            return {"results": [self._environment(*row) for row in rows]}
        if operation == SERVICES_LIST:
            rows = self._rows(operation, values, SERVICES)
            project = (query or {}).get("project_id")
            services = [self._service(*row) for row in rows]
            return {"results": [s for s in services if project in (None, s["project_id"])]}
        if operation == ALL_SERVICES:
            return {"results": self._in_environment(operation, values["environmentId"])}
        return self.world(operation, values)

    def _in_environment(self, operation, environment):
        with self.world.lock:
            self.world.asked.append(operation)
        if environment not in self.world.owners:
            raise NotFoundError("Not found.", http=404)
        path = self.world.owners[environment]
        return [
            {**self.world._item(path, row), "service_type": RESOURCES[kind].service_type}
            for kind in SERVICES
            for row in self.world.tree.get(path, {}).get(kind, [])
        ]

    def _rows(self, operation, values, kinds):
        with self.world.lock:
            self.world.asked.append(operation)
        if values["organizationId"] not in self.world.owners:
            raise NotFoundError("Not found.", http=404)
        return self.world.everything(values["organizationId"], kinds)

    def _environment(self, path, _, item):
        return {"id": item["id"], "name": item["name"], "project": {"id": uid(path)}}

    def _service(self, path, kind, item):
        return {
            "id": item["id"],
            "name": item["name"],
            "service_type": RESOURCES[kind].service_type,
            "environment_id": uid(path),
            "project_id": uid(path.rpartition(">")[0]),
        }


def scope_of(origin, scope):
    return {kind: Entry(value, origin) for kind, value in scope.items()}


@pytest.fixture(params=["a list of each place", "lists of the organization"])
def resolver(request):
    """Return a factory of resolvers, with the scope by kind and its origin.

    Results must not depend on the lists that the API has.
    """

    def make(world, origin=".qovery.yaml", **scope):
        if request.param == "a list of each place":
            return Resolver(world, scope_of(origin, scope))
        return Resolver(WorldWithIndex(world), scope_of(origin, scope), offers=lambda _: True)

    return make


@pytest.fixture
def list_resolver():
    """Return a factory of resolvers for an API without organization-wide lists."""

    def make(world, origin=".qovery.yaml", **scope):
        return Resolver(world, scope_of(origin, scope))

    return make


@pytest.fixture
def wide():
    """Return the class that adds organization-wide lists to a fake API."""
    return WorldWithIndex


@pytest.fixture
def index_resolver():
    """Return a factory of resolvers for an API with organization-wide lists."""

    def make(world, origin=".qovery.yaml", learn=None, **scope):
        return Resolver(world, scope_of(origin, scope), offers=lambda _: True, learn=learn)

    return make


@pytest.fixture
def acme(world):
    """An organization with two projects, of which each has a ``prod``."""
    return world(
        {
            "": {"organization": ["acme"]},
            "acme": {"project": ["shop", "blog"], "cluster": ["aws-prod"]},
            "acme>shop": {"environment": ["prod", "staging", "[PR] feat/x"]},
            "acme>blog": {"environment": ["prod"]},
            "acme>shop>prod": {
                "application": ["api", "web"],
                "container": ["proxy"],
                "database": ["main-db"],
            },
            "acme>shop>prod>api": {"tag": ["v2"]},
            "acme>shop>staging": {"application": ["api"], "database": ["api"]},
            "acme>shop>[PR] feat/x": {"application": ["api"]},
            "acme>blog>prod": {"application": ["api", "Wörter 🚀"]},
        }
    )
