"""The demo's variables and secrets of every kind, with values that are hard to print."""

from typing import Any

from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.projects import path_of
from qovery_cli.sandbox.state import variables
from qovery_cli.sandbox.state.store import Store
from qovery_cli.sandbox.state.variable_scope import Owner, visible

_NOTE = 'a = "b" \\ naïve 日本 $HOME'
_BANNER = "-----BEGIN BANNER-----\nwelcome\n-----END BANNER-----\n"


def plant_variables(store: Store) -> None:
    """Create the variables; nothing is deployed yet, so no service becomes out of date."""
    project = Owner("project", demo_id(path_of("storefront")))
    level = _create(store, project, "LOG_LEVEL", "info")
    _create(store, project, "SENTRY_DSN", "https://key@sentry.acme.test/1", secret=True)
    for name in ("production", "staging"):
        environment = Owner("environment", demo_id(path_of("storefront", name)))
        api = Owner("application", demo_id(path_of("storefront", name, "api")))
        if name == "staging":
            _override(store, environment, level, "debug")
            _create(store, environment, "FEATURE_FLAGS", "checkout,search")
        _create(store, environment, "EMPTY", "")
        _create(store, environment, "BANNER", _BANNER)
        _create(store, environment, "NOTE", _NOTE)
        _create(store, api, "PORT", "8080")
        _create(store, api, "STRIPE_KEY", "sk_test_acme", secret=True)
        _override(store, api, level, "warn")
        _alias(store, api, name)


def _create(store: Store, owner: Owner, key: str, value: str, secret: bool = False) -> str:
    fields: dict[str, Any] = {"id": demo_id(f"{owner.id}/{key}")}
    return str(variables.create(store, owner, key, value, secret, **fields)["id"])


def _override(store: Store, owner: Owner, target: str, value: str) -> None:
    fields: dict[str, Any] = {"id": demo_id(f"{owner.id}/override/{target}")}
    variables.override(store, owner, target, value, **fields)


def _alias(store: Store, owner: Owner, environment: str) -> None:
    """Create the alias ``DATABASE_URL`` of the main database's built-in address."""
    database = demo_id(path_of("storefront", environment, "main-db"))
    key = f"_Z{database[:8].upper()}_DATABASE_URL"
    target = next(entry for entry in visible(store, owner) if entry["key"].endswith(key))
    fields: dict[str, Any] = {"id": demo_id(f"{owner.id}/DATABASE_URL")}
    variables.alias(store, owner, target["id"], "DATABASE_URL", **fields)
