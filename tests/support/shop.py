"""A project of one test, with what the test puts there itself through the API."""

import time
from typing import Any

from sandboxes import Sandbox

APPLICATION: dict[str, Any] = {
    "git_repository": {
        "url": "https://github.com/acme/storefront-api",
        "branch": "main",
        "provider": "GITHUB",
    },
    "build_mode": "DOCKER",
    "dockerfile_path": "Dockerfile",
    "healthchecks": {},
}
CONTAINER: dict[str, Any] = {
    "image_name": "library/nginx",
    "tag": "1.23.1",
    "arguments": [],
    "healthchecks": {},
}
DATABASE: dict[str, Any] = {
    "type": "REDIS",
    "version": "6",
    "mode": "CONTAINER",
    "accessibility": "PRIVATE",
}


class Shop:
    """A new project in the demo organization, and the variables that lead to it."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.organization = sandbox.items("/organization")[0]["id"]
        self.project = sandbox.new_name("shop")
        made = sandbox.call("POST", f"/organization/{self.organization}/project", self._named())
        self.project_id = str(made["id"])
        self.environments: dict[str, str] = {}

    def _named(self) -> dict[str, str]:
        return {"name": self.project}

    @property
    def environ(self) -> dict[str, str]:
        """The variables of a program that works here, in the environment staging."""
        place = {"QOVERY_PROJECT": self.project, "QOVERY_ENVIRONMENT": "staging"}
        return {**self.sandbox.environ, **place}

    def environment(self, name: str = "staging", mode: str = "STAGING") -> str:
        """Return the id of an environment, made if it is not there yet."""
        if name not in self.environments:
            path = f"/project/{self.project_id}/environment"
            clusters = self.sandbox.items(f"/organization/{self.organization}/cluster")
            chosen = next(one["id"] for one in clusters if one["name"] == "scw-staging")
            body = {"name": name, "mode": mode, "cluster": chosen}
            self.environments[name] = str(self.sandbox.call("POST", path, body)["id"])
        return self.environments[name]

    def application(self, name: str, environment: str = "staging", **fields: Any) -> str:
        """Return the id of a new application."""
        return self._service("application", {**APPLICATION, "name": name, **fields}, environment)

    def container(self, name: str, environment: str = "staging", **fields: Any) -> str:
        """Return the id of a new container."""
        path = f"/organization/{self.organization}/containerRegistry"
        registry = self.sandbox.items(path)[0]["id"]
        body = {**CONTAINER, "name": name, "registry_id": registry, **fields}
        return self._service("container", body, environment)

    def database(self, name: str, environment: str = "staging", **fields: Any) -> str:
        """Return the id of a new database."""
        return self._service("database", {**DATABASE, "name": name, **fields}, environment)

    def _service(self, kind: str, body: dict[str, Any], environment: str) -> str:
        path = f"/environment/{self.environment(environment)}/{kind}"
        made = self.sandbox.call("POST", path, body)
        self.sandbox.forget()
        return str(made["id"])

    def state(self, kind: str, id: str) -> str:
        """Return the state of a service or an environment."""
        return str(self.sandbox.call("GET", f"/{kind}/{id}/status")["state"])

    def until(self, kind: str, id: str, *states: str) -> str:
        """Return the state of something as soon as it is one of these."""
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            state = self.state(kind, id)
            if state in states:
                return state
        raise AssertionError(f"{kind} {id} is {state}, not {states}")
