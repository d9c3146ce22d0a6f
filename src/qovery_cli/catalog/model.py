"""The data model of the catalog.

A schema is a plain dictionary, read-only by convention; the docstring of the package lists its
keys.
"""

import re
from collections.abc import Mapping
from typing import Any

from qovery_cli.frozen import record

Schema = Mapping[str, Any]


@record
class Parameter:
    """A parameter in the path, the query or a header of an operation.

    ``where`` is "path", "query" or "header"; ``required`` and ``api`` list API levels.
    """

    name: str
    where: str
    schema: Schema
    required: tuple[str, ...]
    api: tuple[str, ...]


@record
class Operation:
    """An operation of the API, merged from all levels that have it.

    ``key`` is the operation id, followed by ``@`` and a level if two operations share the id.
    ``api`` lists the levels that have it, ``body_required`` those that require a body.
    ``responses`` maps each documented 2xx status to its schema, or to ``None`` for no body;
    ``statuses`` holds every documented status. ``section`` is "-" for none. ``auth`` is false
    if no token is needed.
    """

    key: str
    method: str
    path: str
    group: str
    section: str
    api: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body: Schema | None
    body_required: tuple[str, ...]
    body_type: str | None
    responses: Mapping[int, Schema | None]
    response_type: str
    statuses: tuple[int, ...]
    deprecated: bool
    auth: bool

    @property
    def success(self) -> int:
        """The lowest documented 2xx status."""
        return min(self.responses, default=200)

    @property
    def response(self) -> Schema | None:
        """The schema of the response with that status, ``None`` if it has no body."""
        return self.responses.get(self.success)

    @property
    def path_names(self) -> tuple[str, ...]:
        """The names of the path parameters, in order."""
        return tuple(re.findall(r"\{([^}]*)\}", self.path))

    @property
    def changes(self) -> bool:
        """True if a request may change something."""
        return self.method not in ("GET", "HEAD")

    def level(self, wanted: str) -> str:
        """Return the wanted API level if it has this operation, else the newest one that does."""
        return wanted if wanted in self.api else self.api[-1]
