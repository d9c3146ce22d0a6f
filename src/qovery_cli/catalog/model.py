"""The shape of a fact. Imports no framework, and nothing of ours.

A schema is a plain dictionary, read-only by agreement; the package's docstring lists its keys.
"""

import re
from collections.abc import Mapping
from typing import Any

from qovery_cli.frozen import record

Schema = Mapping[str, Any]


@record
class Parameter:
    """One value in the path, the query or a header of an operation.

    ``where`` is "path", "query" or "header"; ``required`` and ``api`` list API levels.
    """

    name: str
    where: str
    schema: Schema
    required: tuple[str, ...]
    api: tuple[str, ...]


@record
class Operation:
    """One operation of the API, as the union of all levels that have it.

    ``key`` is the operation id, followed by ``@`` and a level where one id names two operations.
    ``api`` lists the levels that have it, ``body_required`` those that demand a body.
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
        """Return the lowest documented 2xx status."""
        return min(self.responses, default=200)

    @property
    def response(self) -> Schema | None:
        """Return the schema of the answer with that status, ``None`` if it has no body."""
        return self.responses.get(self.success)

    @property
    def path_names(self) -> tuple[str, ...]:
        """Return the names of the path's parameters, in order."""
        return tuple(re.findall(r"\{([^}]*)\}", self.path))

    @property
    def changes(self) -> bool:
        """Tell whether a request may change something."""
        return self.method not in ("GET", "HEAD")

    def level(self, wanted: str) -> str:
        """Return the wanted API level if it has this operation, else the newest that has it."""
        return wanted if wanted in self.api else self.api[-1]
