"""Advanced settings of clusters and services, and their defaults."""

from typing import Any

from qovery_cli.sandbox.handler import KINDS, Call, handles, serves
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.advanced_settings import (
    defaults,
    is_listed,
    set_settings,
    settings_of,
    table,
)
from qovery_cli.sandbox.state.store import Document


@handles("getClusterAdvancedSettings")
@serves("GET /KIND/{}/advancedSettings")
def get_settings(call: Call) -> Any:
    """Return all settings, with defaults for those never set."""
    _, target = _target(call)
    return _wrapped(call, settings_of(call.store, target, table(call), call.level))


@handles("editClusterAdvancedSettings")
@serves("PUT /KIND/{}/advancedSettings")
def edit_settings(call: Call) -> Any:
    """Replace all settings."""
    kind, target = _target(call)
    settings = call.body
    if isinstance(settings, list):
        settings = {name: value for part in settings for name, value in part.items()}
    stored = set_settings(call, target, table(call), settings or {})
    if kind == "cluster":
        call.store.record(kind, target, None, "EDIT")
    else:
        lifecycle.record_edit(call.store, kind, target)
    return _wrapped(call, stored)


@handles(
    "getDefaultApplicationAdvancedSettings",
    "getDefaultContainerAdvancedSettings",
    "getDefaultClusterAdvancedSettings",
    "getDefaultJobAdvancedSettings",
    "getDefaultHelmAdvancedSettings",
    "getDefaultTerraformAdvancedSettings",
)
def get_defaults(call: Call) -> Any:
    """Return the defaults of all settings."""
    return _wrapped(call, defaults(table(call), call.level))


def _wrapped(call: Call, settings: Document) -> Any:
    return [settings] if is_listed(call) else settings


def _target(call: Call) -> tuple[str, str]:
    name, key = list(call.path.items())[-1]
    return KINDS[name], key
