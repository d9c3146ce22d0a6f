"""Lists of a whole organization, in place of those of each project and each environment.

They come in one round trip, and say enough to find a resource by its names: id, name and where it
lies. They exist since API 1.0.4. A server may lack them, or refuse them to a token that may list
a project: then, and for whatever they do not answer, the lists of each place are asked for.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from qovery_cli.catalog.resources import RESOURCES, SERVICES
from qovery_cli.errors import AuthError, ForbiddenError, NotFoundError, QoveryError
from qovery_cli.http.concurrency import in_parallel
from qovery_cli.http.pagination import items
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.memo import RequestMemo
from qovery_cli.resolve.resource_ref import ResourceRef

ENVIRONMENTS = "listEnvironmentsByOrganizationId"
SERVICES_LIST = "listServicesByOrganizationId"

Item = Mapping[str, Any]

#: The kind of a service by its type in these lists, such as ``ARGOCD_APP``.
_KINDS = {"".join(f"_{c}" if c.isupper() else c for c in k).upper(): k for k in SERVICES}


class OrganizationIndex:
    """The lists of an organization, sorted by the place and the kind of what is in them."""

    def __init__(self, ask: RequestMemo) -> None:
        self._ask = ask
        self._within: tuple[str, str] | None = None
        self._rows: dict[str, dict[str, list[Item]]] = {}
        self._places: set[str] = set()

    def fetch(self, organization: str, project: str | None, kinds: Iterable[str]) -> None:
        """Ask for the lists of these kinds, all at once.

        With the id of a project only for that. What the search cannot do without is asked for
        beside them; its error is raised, unless there is nothing or nothing to be seen.
        """
        wanted = set(kinds)
        where = {RESOURCES["organization"].parameter: organization}
        jobs = [partial(self._ask, *self._own_list(where, project))]
        narrow = {"project_id": project} if project else None
        services = bool(wanted.intersection(SERVICES))
        if services:
            jobs.append(partial(self._ask, SERVICES_LIST, where, narrow))
        environments = "environment" in wanted and project is None
        if environments:
            jobs.append(partial(self._ask, ENVIRONMENTS, where))
        needed, *answers = in_parallel(jobs, final=_ends_the_search)
        if isinstance(needed, QoveryError):
            # Perhaps the wrong organization, and a path will lead out of it.
            return
        self._now_within(("project", project) if project else ("organization", organization))
        if services:
            self._rows |= _sorted(answers[0], _service, SERVICES)
        if environments:
            found = _sorted(answers[-1], _environment, ("environment",))
            self._rows |= found
            every = found.get("environment", {})
            self._places = {*every, *(str(item["id"]) for each in every.values() for item in each)}

    def rows(self, kind: str, parent: ResourceRef | None) -> Sequence[Item] | None:
        """Return what of a kind lies in a parent; None if these lists do not tell."""
        if self._within is None or parent is None or kind not in self._rows:
            return None
        within, id = self._within
        inside = parent.ids.get(within) == id or parent.id in self._places
        return self._rows[kind].get(parent.id, ()) if inside else None

    def forget(self) -> bool:
        """Forget the lists, and tell whether there were any."""
        known = self._within is not None
        self._now_within(None)
        return known

    def _now_within(self, place: tuple[str, str] | None) -> None:
        if place != self._within:
            self._within, self._rows, self._places = place, {}, set()

    @staticmethod
    def _own_list(where: Mapping[str, str], project: str | None) -> tuple[str, Mapping[str, str]]:
        if project is None:
            return RESOURCES["project"].list_operation, where
        return RESOURCES["environment"].list_operation, {RESOURCES["project"].parameter: project}


def _ends_the_search(place: int, error: QoveryError) -> bool:
    """Tell whether nothing else can help: the first is what the search needs in any case."""
    if place == 0:
        return not isinstance(error, NotFoundError | ForbiddenError)
    # A token that is refused is refused everywhere.
    return type(error) is AuthError


def _environment(item: Item) -> tuple[str, str]:
    return "environment", item["project"]["id"]


def _service(item: Item) -> tuple[str, str]:
    return _KINDS.get(item["service_type"], ""), item["environment_id"]


def _sorted(
    answer: Any, place: Callable[[Item], tuple[str, str]], kinds: Sequence[str]
) -> dict[str, dict[str, list[Item]]]:
    """Return items by kind and id of their parent; nothing if the answer is not of that form."""
    rows: dict[str, dict[str, list[Item]]] = {kind: {} for kind in kinds}
    if not isinstance(answer, list | Mapping):
        return {}
    try:
        for item in items(answer):
            kind, parent = place(item)
            if kind in rows and item["id"]:
                rows[kind].setdefault(parent, []).append(item)
    except (KeyError, TypeError, UnexpectedResponseError):
        return {}
    return rows
