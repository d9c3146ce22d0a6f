"""Helm repositories of an organization, and what registries and repositories contain."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.collection import Collection, body_fields, handlers_of
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.images import charts_of, images_of
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.usage import PlacedService, services_using

_LOGIN = ("username", "password")
#: Kind, the fields of its configuration, whether they are required.
_KINDS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("HTTPS", _LOGIN, False),
    ("OCI_ECR", ("region", "access_key_id", "secret_access_key"), True),
    ("OCI_SCALEWAY_CR", ("region", "scaleway_access_key", "scaleway_secret_key"), True),
    ("OCI_DOCKER_HUB", _LOGIN, False),
    ("OCI_PUBLIC_ECR", (), False),
    ("OCI_GENERIC_CR", _LOGIN, False),
    ("OCI_GITHUB_CR", _LOGIN, False),
    ("OCI_GITLAB_CR", _LOGIN, False),
)
#: Fields of a configuration that no response contains.
_SECRETS = ("password", "secret_access_key", "scaleway_secret_key", "json_credentials")


@handles("listAvailableHelmRepository")
def list_helm_kinds(_: Call) -> Any:
    """Return the kinds of Helm repository, each with the fields of its configuration."""
    return {
        "results": [
            {"kind": kind, "required_config": dict.fromkeys(fields, "string"), "is_mandatory": must}
            for kind, fields, must in _KINDS
        ]
    }


def _fields(call: Call, before: Document | None) -> Document:
    body = body_fields(call, before)
    scheme = "https://" if body["kind"] == "HTTPS" else "oci://"
    if not str(body.get("url", scheme)).startswith(scheme):
        raise Refusal(400, f"url must begin with {scheme} for the kind {body['kind']}.")
    config = body.get("config") or {}
    public = {name: value for name, value in config.items() if name not in _SECRETS}
    return {**body, "config": public}


def _response(call: Call, doc: Document) -> Document:
    users = services_using(call.store, call.path["organizationId"], doc["id"])
    return {**doc, "associated_services_count": len(users)}


#: Their own handlers are in another module.
_REGISTRIES = Collection("containerRegistry", "container registry", "containerRegistryId")
_REPOSITORIES = Collection(
    kind="helmRepository",
    noun="Helm repository",
    item="helmRepositoryId",
    lists="listHelmRepository",
    creates="createHelmRepository",
    gets="getHelmRepository",
    edits="editHelmRepository",
    deletes="deleteHelmRepository",
    fields=_fields,
    response=_response,
)
HANDLERS = handlers_of(_REPOSITORIES)


@handles("getContainerRegistryAssociatedServices", "getHelmRepositoryAssociatedServices")
def list_services(call: Call) -> Any:
    """Return the services that use a registry or a Helm repository."""
    return {"results": [service.named for service in _users(call)]}


@handles("getContainerRegistryContainerStatus")
def list_statuses(call: Call) -> Any:
    """Return the statuses of the containers that use a registry."""
    containers = (service for service in _users(call) if service.kind == "container")
    return {
        "results": [
            lifecycle.service_status(call.store, each.kind, each.doc["id"], call.now, call.level)
            for each in containers
        ]
    }


@handles("getContainerVersions")
def list_images(call: Call) -> Any:
    """Return the images of a registry with their tags; the query filters by name."""
    images = dict(images_of(_REGISTRIES.find(call).get("url", "")))
    for service in _users(call):
        name, tag = service.doc.get("image_name"), service.doc.get("tag")
        if isinstance(name, str) and isinstance(tag, str) and tag not in images.get(name, ()):
            images[name] = (*images.get(name, ()), tag)
    wanted, search = call.query.get("imageName"), call.query.get("search", "")
    return {
        "results": [
            {"image_name": name, "versions": list(tags)}
            for name, tags in images.items()
            if wanted in (None, name) and search.casefold() in name.casefold()
        ]
    }


@handles("getHelmCharts")
def list_charts(call: Call) -> Any:
    """Return the charts of a Helm repository with their versions; the query selects one."""
    wanted = call.query.get("chartName")
    charts = charts_of(_REPOSITORIES.find(call).get("url", ""))
    return {
        "results": [
            {"chart_name": name, "versions": list(versions)}
            for name, versions in charts.items()
            if wanted in (None, name)
        ]
    }


def _users(call: Call) -> list[PlacedService]:
    is_registry = "containerRegistryId" in call.path
    owner = (_REGISTRIES if is_registry else _REPOSITORIES).find(call)
    return services_using(call.store, call.path["organizationId"], owner["id"])
