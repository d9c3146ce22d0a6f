"""The scope of a command: its organization, cluster, project, environment and service.

Each source may name some levels. A source that names a level shadows every lower level of the
sources after it: with ``--project blog``, the environment of the profile belongs to another
project and must not be used.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from qovery_cli.catalog.resources import RESOURCES, SCOPE_KINDS, SERVICES
from qovery_cli.frozen import record

LEVELS = SCOPE_KINDS

#: The environment variable of each level.
VARIABLES: Mapping[str, str] = {level: str(RESOURCES[level].variable) for level in LEVELS}

#: The option of each level.
FLAGS: Mapping[str, str] = {level: RESOURCES[level].option for level in LEVELS}

_SHADOWED: Mapping[str, frozenset[str]] = {
    "organization": frozenset(LEVELS) - {"organization"},
    "cluster": frozenset(),
    "project": frozenset({"environment", *SERVICES}),
    "environment": frozenset(SERVICES),
    **{kind: frozenset(SERVICES) - {kind} for kind in SERVICES},
}


#: The levels below each level; kinds of services are siblings.
_BELOW: Mapping[str, frozenset[str]] = {
    level: _SHADOWED[level] if level in {"organization", "project", "environment"} else frozenset()
    for level in LEVELS
}


@record
class Source:
    """One source of the scope: its values by level, and the origin of each.

    ``empty`` maps levels that are named without a value to their variables.
    """

    name: str
    values: Mapping[str, str]
    origins: Mapping[str, str]
    empty: Mapping[str, str] = MappingProxyType({})


@record
class ScopeEntry:
    """The name, id, path or URL of a level, and its origin.

    ``passed_over`` is an empty variable of higher precedence for this level or one above it.
    """

    value: str
    origin: str
    passed_over: str = ""


def shadowed_levels(level: str) -> frozenset[str]:
    """Return the levels of later sources that are ignored once this level is named.

    For a kind of service these are the other kinds; a cluster shadows nothing.
    """
    return _SHADOWED[level]


def effective(sources: Iterable[Source]) -> dict[str, ScopeEntry]:
    """Return the effective entry of each named level; sources are in order of precedence."""
    scope: dict[str, ScopeEntry] = {}
    passed_over: dict[str, str] = {}
    shadowed: set[str] = set()
    for source in sources:
        for level, value in source.values.items():
            if level not in scope and level not in shadowed:
                entry = ScopeEntry(value, source.origins[level], passed_over.get(level, ""))
                scope[level] = entry
        for level in source.values:
            shadowed |= _SHADOWED[level]
        for level, variable in source.empty.items():
            if level not in scope and level not in shadowed:
                for affected in (level, *_BELOW[level]):
                    passed_over.setdefault(affected, variable)
    return {level: scope[level] for level in LEVELS if level in scope}


def empty_levels(sources: Iterable[Source]) -> dict[str, str]:
    """Return the variables that are set but empty, by level, unless an earlier source applies.

    The sources are in order of precedence.
    """
    variables: dict[str, str] = {}
    decided: set[str] = set()
    for source in sources:
        variables |= {level: name for level, name in source.empty.items() if level not in decided}
        for level in source.values:
            decided |= {level, *_SHADOWED[level]}
    return variables
