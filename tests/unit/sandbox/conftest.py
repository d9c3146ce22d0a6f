import asyncio
from functools import cache

import httpx
import pytest

from qovery_cli.sandbox.datetimes import Clock
from qovery_cli.sandbox.seeds import plant
from qovery_cli.sandbox.server.app import create_app
from qovery_cli.sandbox.state.store import Store

NOW = 1_772_400_000.0  # 2026-03-01T21:20:00Z


class Api:
    """The sandbox in process: `api("GET", "/organization")` answers with an httpx response."""

    def __init__(self, app):
        self.app = app
        self.store = app.state.store
        self.clock = app.state.clock

    def __call__(
        self, method, path, body=None, *, token="sandbox", headers=None, raises=True, **query
    ):
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=raises)
        return asyncio.run(self._send(transport, method, path, body, token, headers or {}, query))

    async def _send(self, transport, method, path, body, token, headers, query):
        authorization = {"authorization": f"Token {token}"} if token else {}
        async with httpx.AsyncClient(
            transport=transport, base_url="http://127.0.0.1", trust_env=False
        ) as client:
            options = {"headers": {**authorization, **headers}, "params": query or None}
            if isinstance(body, bytes):
                options["content"] = body
            elif body is not None:
                options["json"] = body
            return await client.request(method, path, **options)

    def get(self, path, **query):
        """Return the data of a successful GET."""
        return self._done(self("GET", path, **query))

    def post(self, path, body=None, **query):
        """Return the data of a successful POST."""
        return self._done(self("POST", path, body, **query))

    def put(self, path, body=None):
        """Return the data of a successful PUT."""
        return self._done(self("PUT", path, body))

    def delete(self, path):
        """Return the data of a successful DELETE."""
        return self._done(self("DELETE", path))

    def pass_time(self, seconds):
        """Advance the sandbox's clock."""
        self.clock.advance(seconds)

    def _done(self, answer):
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None


@cache
def planted(seed):
    """Return a seeded store, created once; tests use copies."""
    store = Store(clock=Clock(lambda: NOW))
    plant(store, seed)
    return store


def make(seed, level="1.0.3"):
    store = Store(clock=Clock(lambda: NOW))
    store.copy_from(planted(seed))
    return Api(create_app(store, api=level))


@pytest.fixture
def api():
    """An empty sandbox at level 1.0.3, with a frozen clock."""
    sandbox = make("empty")
    yield sandbox
    sandbox.store.close()


@pytest.fixture
def newer():
    """An empty sandbox at level 1.0.4, with a frozen clock."""
    sandbox = make("empty", "1.0.4")
    yield sandbox
    sandbox.store.close()


@pytest.fixture
def demo():
    """The demo at level 1.0.3, with a frozen clock."""
    sandbox = make("demo")
    yield sandbox
    sandbox.store.close()


@pytest.fixture
def newer_demo():
    """The demo at level 1.0.4, with a frozen clock."""
    sandbox = make("demo", "1.0.4")
    yield sandbox
    sandbox.store.close()


@pytest.fixture
def newer_environment(newer):
    """The path of an environment without services, at level 1.0.4."""
    organization = newer.post("/organization", {"name": "Acme", "plan": "BUSINESS"})["id"]
    body = {"name": "prod", "region": "eu-west-3", "cloud_provider": "AWS"}
    newer.post(f"/organization/{organization}/cluster", body)
    project = newer.post(f"/organization/{organization}/project", {"name": "shop"})["id"]
    return f"/environment/{newer.post(f'/project/{project}/environment', {'name': 'x'})['id']}"


@pytest.fixture
def world(api):
    """An organization with a cluster, a project and an environment, by kind."""
    org = api.post("/organization", {"name": "Acme", "plan": "BUSINESS"})
    cluster = api.post(
        f"/organization/{org['id']}/cluster",
        {"name": "prod", "region": "eu-west-3", "cloud_provider": "AWS"},
    )
    project = api.post(f"/organization/{org['id']}/project", {"name": "shop"})
    environment = api.post(f"/project/{project['id']}/environment", {"name": "staging"})
    return {
        "organization": org,
        "cluster": cluster,
        "project": project,
        "environment": environment,
    }
