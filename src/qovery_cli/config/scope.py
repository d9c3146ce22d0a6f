"""Which organization, project, environment and service a command is about.

Sources may each name some levels. A source that names a level cuts off every lower level of the
weaker ones: with ``--project blog``, the environment that the profile names is one of another
project, and using it would be a guess.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from qovery_cli.frozen import record

SERVICES = ("application", "container", "database")
LEVELS = ("organization", "cluster", "project", "environment", *SERVICES)

#: The environment variable of each level.
VARIABLES: Mapping[str, str] = {level: f"QOVERY_{level.upper()}" for level in LEVELS}

#: The option of each level.
FLAGS: Mapping[str, str] = {
    "organization": "--org",
    "cluster": "--cluster",
    "project": "--project",
    "environment": "--env",
    "application": "--app",
    "container": "--container",
    "database": "--db",
}

_CUTS: Mapping[str, frozenset[str]] = {
    "organization": frozenset(LEVELS) - {"organization"},
    "cluster": frozenset(),
    "project": frozenset({"environment", *SERVICES}),
    "environment": frozenset(SERVICES),
    **{kind: frozenset(SERVICES) - {kind} for kind in SERVICES},
}


#: The levels below each level; kinds of services lie beside each other.
_BELOW: Mapping[str, frozenset[str]] = {
    level: _CUTS[level] if level in {"organization", "project", "environment"} else frozenset()
    for level in LEVELS
}


@record
class Source:
    """One source of the scope: values by level, and for the same levels where each was found.

    ``empty`` are the levels that it names without a value, with the variable of each.
    """

    name: str
    values: Mapping[str, str]
    origins: Mapping[str, str]
    empty: Mapping[str, str] = MappingProxyType({})


@record
class ScopeEntry:
    """The name, id, path or URL given for a level, and where it comes from.

    ``passed_over`` is the variable that is set but empty and would have counted instead, because
    it is stronger and names this level or one above it.
    """

    value: str
    origin: str
    passed_over: str = ""


def cut_off_by(level: str) -> frozenset[str]:
    """Return the levels of weaker sources that lose their meaning once this level is named.

    For a kind of service these are the other kinds; a cluster cuts nothing off.
    """
    return _CUTS[level]


def effective(sources: Iterable[Source]) -> dict[str, ScopeEntry]:
    """Return what counts for each level that is named; the sources come strongest first."""
    scope: dict[str, ScopeEntry] = {}
    passed_over: dict[str, str] = {}
    cut: set[str] = set()
    for source in sources:
        for level, value in source.values.items():
            if level not in scope and level not in cut:
                entry = ScopeEntry(value, source.origins[level], passed_over.get(level, ""))
                scope[level] = entry
        for level in source.values:
            cut |= _CUTS[level]
        for level, variable in source.empty.items():
            if level not in scope and level not in cut:
                for each in (level, *_BELOW[level]):
                    passed_over.setdefault(each, variable)
    return {level: scope[level] for level in LEVELS if level in scope}


def empty_levels(sources: Iterable[Source]) -> dict[str, str]:
    """Return the levels that are named without a value, and that no stronger source decides.

    Each has its variable; the sources come strongest first.
    """
    found: dict[str, str] = {}
    named: set[str] = set()
    for source in sources:
        found |= {level: name for level, name in source.empty.items() if level not in named}
        for level in source.values:
            named |= {level, *_CUTS[level]}
    return found
