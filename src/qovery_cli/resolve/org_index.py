"""Organization-wide lists, instead of one list for each project and each environment.

They take one round trip and have what resolving a name needs: id, name and parent of each item.
They exist since API 1.0.4. A server may lack them, or refuse them to a token that may list
a project. Then, and for whatever they do not cover, the list of each parent is fetched instead.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from qovery_cli.catalog.resources import RESOURCES, SERVICES, kind_of_service
from qovery_cli.errors import AuthError, ForbiddenError, NotFoundError, QoveryError
from qovery_cli.http.pagination import items
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.memo import RequestMemo
from qovery_cli.resolve.resource_ref import ResourceRef

ENVIRONMENTS = "listEnvironmentsByOrganizationId"
SERVICES_LIST = "listServicesByOrganizationId"

Item = Mapping[str, Any]


class OrganizationIndex:
    """The lists of an organization, indexed by kind and by parent."""

    def __init__(self, request: RequestMemo) -> None:
        self._request = request
        self._root: tuple[str, str] | None = None
        self._rows: dict[str, dict[str, list[Item]]] = {}
        self._parents: set[str] = set()

    def fetch(self, organization: str, project: str | None, kinds: Iterable[str]) -> None:
        """Fetch the lists of these kinds in parallel; with a project id, only that project.

        The list that the search needs in any case is fetched with them. Its error is raised,
        except NotFoundError and ForbiddenError.
        """
        from qovery_cli.http.concurrency import in_parallel

        wanted = set(kinds)
        path_values = {RESOURCES["organization"].parameter: organization}
        jobs = [partial(self._request, *self._required_list(path_values, project))]
        query = {"project_id": project} if project else None
        services = bool(wanted.intersection(SERVICES))
        if services:
            jobs.append(partial(self._request, SERVICES_LIST, path_values, query))
        environments = "environment" in wanted and project is None
        if environments:
            jobs.append(partial(self._request, ENVIRONMENTS, path_values))
        required, *results = in_parallel(jobs, final=_is_fatal)
        if isinstance(required, QoveryError):
            # Possibly the wrong organization: a path may still lead to another one.
            return
        self._set_root(("project", project) if project else ("organization", organization))
        if services:
            self._rows |= _by_parent(results[0], _service, SERVICES)
        if environments:
            rows = _by_parent(results[-1], _environment, ("environment",))
            self._rows |= rows
            by_project = rows.get("environment", {})
            environment_ids = (str(item["id"]) for row in by_project.values() for item in row)
            self._parents = {*by_project, *environment_ids}

    def rows(self, kind: str, parent: ResourceRef | None) -> Sequence[Item] | None:
        """Return the items of a kind in a parent; None if the index does not cover them."""
        if self._root is None or parent is None or kind not in self._rows:
            return None
        root_kind, id = self._root
        covered = parent.ids.get(root_kind) == id or parent.id in self._parents
        return self._rows[kind].get(parent.id, ()) if covered else None

    def clear(self) -> bool:
        """Drop the lists; return true if there were any."""
        had_lists = self._root is not None
        self._set_root(None)
        return had_lists

    def _set_root(self, root: tuple[str, str] | None) -> None:
        if root != self._root:
            self._root, self._rows, self._parents = root, {}, set()

    @staticmethod
    def _required_list(
        path_values: Mapping[str, str], project: str | None
    ) -> tuple[str, Mapping[str, str]]:
        if project is None:
            return RESOURCES["project"].list_operation, path_values
        return RESOURCES["environment"].list_operation, {RESOURCES["project"].parameter: project}


def _is_fatal(index: int, error: QoveryError) -> bool:
    """Return true if the search must fail; the list at index 0 is needed in any case."""
    if index == 0:
        return not isinstance(error, NotFoundError | ForbiddenError)
    # A token that is refused once is refused everywhere.
    return type(error) is AuthError


def _environment(item: Item) -> tuple[str, str]:
    return "environment", item["project"]["id"]


def _service(item: Item) -> tuple[str, str]:
    return kind_of_service(item["service_type"]), item["environment_id"]


def _by_parent(
    response: Any, locate: Callable[[Item], tuple[str, str]], kinds: Sequence[str]
) -> dict[str, dict[str, list[Item]]]:
    """Return items by kind and parent id; empty for a response of another shape."""
    rows: dict[str, dict[str, list[Item]]] = {kind: {} for kind in kinds}
    if not isinstance(response, list | Mapping):
        return {}
    try:
        for item in items(response):
            kind, parent = locate(item)
            if kind in rows and item["id"]:
                rows[kind].setdefault(parent, []).append(item)
    except (KeyError, TypeError, UnexpectedResponseError):
        return {}
    return rows
