"""Variables and secrets of projects, environments and services: one handler for all scopes.

``{}`` in a key below stands for the scope's word; the operations differ in nothing else.
"""

from typing import Any

from qovery_cli.sandbox.handler import Call, handles
from qovery_cli.sandbox.state import variables
from qovery_cli.sandbox.state.variable_import import import_variables
from qovery_cli.sandbox.state.variable_scope import Place, shown, visible

_SCOPES = ("Project", "Environment", "Application", "Container", "Job")
#: The fields of a body that are kept beside key and value.
_MORE = ("mount_path", "description", "enable_interpolation_in_file")


def _keys(*patterns: str) -> tuple[str, ...]:
    return tuple(pattern.format(scope) for pattern in patterns for scope in _SCOPES)


@handles(*_keys("list{}EnvironmentVariable", "list{}Secrets"))
def list_all(call: Call) -> Any:
    """Return the variables, or the secrets, that are seen at the scope of the path."""
    family = _family(call)
    entries = visible(call.store, place_of(call))
    chosen = (entry for entry in entries if entry["is_secret"] == (family == "secret"))
    return {"results": [shown(entry, call.level, family) for entry in chosen]}


@handles(*_keys("create{}EnvironmentVariable", "create{}Secret"))
def create(call: Call) -> Any:
    """Keep a new variable or secret."""
    key, value = call.body["key"], call.body.get("value") or ""
    more = fields(call.body)
    entry = variables.create(call.store, place_of(call), key, value, _is_secret(call), **more)
    return shown(entry, call.level, _family(call))


@handles(*_keys("edit{}EnvironmentVariable", "edit{}Secret"))
def edit(call: Call) -> Any:
    """Change key and value of a variable or secret."""
    entry = variables.edit(
        call.store,
        place_of(call),
        _id(call),
        call.body["key"],
        call.body.get("value"),
        _is_secret(call),
        **fields(call.body),
    )
    return shown(entry, call.level, _family(call))


@handles(*_keys("delete{}EnvironmentVariable", "delete{}Secret"))
def delete(call: Call) -> None:
    """Forget a variable or secret, its aliases and overrides."""
    variables.delete(call.store, place_of(call), _id(call), _is_secret(call))


@handles(*_keys("create{}EnvironmentVariableAlias", "create{}SecretAlias"))
def alias(call: Call) -> Any:
    """Keep another name for a variable or secret."""
    more = fields(call.body)
    key = call.body["key"]
    entry = variables.alias(call.store, place_of(call), _id(call), key, _is_secret(call), **more)
    return shown(entry, call.level, _family(call))


@handles(*_keys("create{}EnvironmentVariableOverride", "create{}SecretOverride"))
def override(call: Call) -> Any:
    """Keep another value for a variable or secret of a wider scope."""
    more = fields(call.body)
    value = call.body.get("value") or ""
    entry = variables.override(
        call.store, place_of(call), _id(call), value, _is_secret(call), **more
    )
    return shown(entry, call.level, _family(call))


@handles(
    "importEnvironmentVariable",
    "importContainerEnvironmentVariable",
    "importJobEnvironmentVariable",
)
def import_all(call: Call) -> Any:
    """Import many variables and secrets at once."""
    overwrite = bool(call.body.get("overwrite"))
    return import_variables(call.store, place_of(call), call.body["vars"], overwrite)


def place_of(call: Call) -> Place:
    """Return the place that a path names first; Refusal 404 if it does not exist."""
    kind = next(iter(call.path)).removesuffix("Id")
    return Place(kind, call.found(kind)["id"])


def fields(body: dict[str, Any]) -> dict[str, Any]:
    """Return what a body says beside key and value."""
    return {name: body[name] for name in _MORE if body.get(name) is not None}


def _is_secret(call: Call) -> bool:
    return "/secret" in call.operation.path


def _family(call: Call) -> str:
    return "secret" if _is_secret(call) else "variable"


def _id(call: Call) -> str:
    return call.path["secretId" if _is_secret(call) else "environmentVariableId"]
