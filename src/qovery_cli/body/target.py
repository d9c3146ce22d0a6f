"""The field that a value is parsed for."""

from collections.abc import Mapping
from types import MappingProxyType

from qovery_cli.frozen import record


@record
class Target:
    """The API level and the flag or field (for error messages) that a value is parsed for.

    ``siblings`` are the command-line values of the other fields of the same object. Without
    ``known_only``, values and fields missing from the catalog are accepted. ``minimum`` is the
    minimum of the field, None if unknown.
    """

    name: str
    level: str
    known_only: bool = True
    siblings: Mapping[str, str] = MappingProxyType({})
    minimum: float | None = None
