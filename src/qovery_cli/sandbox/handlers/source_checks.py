"""Checks of the sources of services before these are created: files, charts and images."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state.images import charts_of, images_of
from qovery_cli.sandbox.state.repository_files import (
    build_of,
    default_values,
    missing_file,
    repository_name,
)
from qovery_cli.sandbox.state.rules import check_uri
from qovery_cli.sandbox.state.service_documents import REGISTRY
from qovery_cli.sandbox.state.store import Document

_CHART = "Chart.yaml"


@handles("checkDockerfile")
def check_dockerfile(call: Call) -> Any:
    """Return build arguments and base images of a Dockerfile; 400 if it does not exist."""
    path = call.body["dockerfile_path"]
    repository = _repository_with(call, path)
    arguments, images = build_of(repository, path)
    return {
        "dockerfile_path": path,
        "arg": arguments,
        "repositories": images,
        "git_repository": repository,
    }


@handles("checkGitFile")
def check_files(call: Call) -> Any:
    """Accept files that exist in a repository; 400 for the first one that does not."""
    _repository_with(call, *call.body["files"])
    return {}


@handles("checkHelmRepository")
def check_chart(call: Call) -> Any:
    """Accept a directory of a repository that contains a chart; 400 for others."""
    _repository_with(call, _CHART)
    return {}


def _repository_with(call: Call, *paths: str) -> Document:
    """Return the repository of the body; Refusal 400 if one of the files does not exist in it."""
    repository: Document = call.body["git_repository"]
    check_uri("git_repository.url", repository["url"])
    missing = missing_file(repository, paths)
    if missing is not None:
        root = repository.get("root_path") or "/"
        raise Refusal(400, f"{repository['url']} has no file {missing} below {root}.")
    return repository


@handles("checkContainerImage")
def check_image(call: Call) -> Any:
    """Accept a tag of an image in a registry of the organization; 400 for an unknown one."""
    organization = call.document("environment")["organization"]["id"]
    registry = call.body.get("registry_id") or ""
    if call.store.parent(REGISTRY, registry) != organization:
        raise Refusal(400, f"The registry {registry} does not exist.")
    image, tag = call.body["image_name"], call.body["tag"]
    doc = call.document(REGISTRY, registry)
    if tag not in images_of(str(doc.get("url"))).get(image, ()):
        raise Refusal(400, f"The registry {doc['name']} has no image {image}:{tag}.")
    return {}


@handles("createHelmDefaultValues")
def chart_values(call: Call) -> Any:
    """Return the default values of a chart as YAML; 404 if the chart does not exist."""
    source = call.body["source"]
    repository = source.get("git_repository")
    if repository is not None:
        if missing_file(repository, [_CHART]) is not None:
            raise Refusal(404, f"{repository['url']} has no chart at its root path.")
        root = str(repository.get("root_path") or "/").strip("/")
        return default_values(root.rpartition("/")[2] or repository_name(repository["url"]))
    chart = source.get("helm_repository") or {}
    doc = call.document("helmRepository", str(chart.get("repository")))
    name = str(chart.get("chart_name"))
    if name not in charts_of(str(doc.get("url"))):
        raise Refusal(404, f"The Helm repository {doc['name']} has no chart {name}.")
    return default_values(name)
