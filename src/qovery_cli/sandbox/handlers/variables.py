"""Variables and secrets of projects, environments and services, one handler for all scopes.

``{}`` in an operation key below is the name of the scope.
"""

from typing import Any

from qovery_cli.sandbox.handler import Call, handles
from qovery_cli.sandbox.state import variables
from qovery_cli.sandbox.state.variable_import import import_variables
from qovery_cli.sandbox.state.variable_scope import Owner, entry_for_level, visible

_SCOPES = ("Project", "Environment", "Application", "Container", "Job")
#: The stored fields of a body other than key and value.
_MORE = (
    *("mount_path", "description", "enable_interpolation_in_file"),
    "secret_manager_access_id",
)


def _keys(*patterns: str) -> tuple[str, ...]:
    return tuple(pattern.format(scope) for pattern in patterns for scope in _SCOPES)


@handles(*_keys("list{}EnvironmentVariable", "list{}Secrets"))
def list_all(call: Call) -> Any:
    """Return the variables, or the secrets, visible at the scope of the path."""
    family = _family(call)
    entries = visible(call.store, owner_of(call))
    chosen = (entry for entry in entries if entry["is_secret"] == (family == "secret"))
    return {"results": [entry_for_level(entry, call.level, family) for entry in chosen]}


@handles(*_keys("create{}EnvironmentVariable", "create{}Secret"))
def create(call: Call) -> Any:
    """Create a variable or secret."""
    key, value = call.body["key"], call.body.get("value") or ""
    more = fields(call.body)
    entry = variables.create(call.store, owner_of(call), key, value, _is_secret(call), **more)
    return entry_for_level(entry, call.level, _family(call))


@handles(*_keys("edit{}EnvironmentVariable", "edit{}Secret"))
def edit(call: Call) -> Any:
    """Change key and value of a variable or secret."""
    entry = variables.edit(
        call.store,
        owner_of(call),
        _id(call),
        call.body["key"],
        call.body.get("value"),
        _is_secret(call),
        **fields(call.body),
    )
    return entry_for_level(entry, call.level, _family(call))


@handles(*_keys("delete{}EnvironmentVariable", "delete{}Secret"))
def delete(call: Call) -> None:
    """Delete a variable or secret, its aliases and overrides."""
    variables.delete(call.store, owner_of(call), _id(call), _is_secret(call))


@handles(*_keys("create{}EnvironmentVariableAlias", "create{}SecretAlias"))
def alias(call: Call) -> Any:
    """Create an alias of a variable or secret."""
    more = fields(call.body)
    key = call.body["key"]
    entry = variables.alias(call.store, owner_of(call), _id(call), key, _is_secret(call), **more)
    return entry_for_level(entry, call.level, _family(call))


@handles(*_keys("create{}EnvironmentVariableOverride", "create{}SecretOverride"))
def override(call: Call) -> Any:
    """Create an override of a variable or secret of a wider scope."""
    more = fields(call.body)
    value = call.body.get("value") or ""
    entry = variables.override(
        call.store, owner_of(call), _id(call), value, _is_secret(call), **more
    )
    return entry_for_level(entry, call.level, _family(call))


@handles(
    "importEnvironmentVariable",
    "importContainerEnvironmentVariable",
    "importJobEnvironmentVariable",
)
def import_all(call: Call) -> Any:
    """Import many variables and secrets at once."""
    overwrite = bool(call.body.get("overwrite"))
    return import_variables(call.store, owner_of(call), call.body["vars"], overwrite)


def owner_of(call: Call) -> Owner:
    """Return the owner in the path; Refusal 404 if it does not exist."""
    kind = next(iter(call.path)).removesuffix("Id")
    return Owner(kind, call.document(kind)["id"])


def fields(body: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a body other than key and value."""
    return {name: body[name] for name in _MORE if body.get(name) is not None}


def _is_secret(call: Call) -> bool:
    return "/secret" in call.operation.path


def _family(call: Call) -> str:
    return "secret" if _is_secret(call) else "variable"


def _id(call: Call) -> str:
    return call.path["secretId" if _is_secret(call) else "environmentVariableId"]
