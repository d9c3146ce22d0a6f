"""The demo's history: deployments, stops, cancellations and failures."""

from qovery_cli.sandbox.seeds.backdating import DAY, HOUR, past
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.projects import path_of
from qovery_cli.sandbox.state import injected_failures, lifecycle
from qovery_cli.sandbox.state.store import Store

#: The number of deployments of production: more than one page of a history.
DEPLOYMENTS = 25
_FAILED, _CANCELLED = 9, 17
_STAGING = ("worker", "search", "web")
_BY = {"by": "Ada Lovelace", "origin": "CONSOLE"}


def plant_activity(store: Store) -> None:
    """Record all actions of the demo's history in order."""
    _plant_production(store)
    _plant_staging(store)
    _plant_rest(store)


def _plant_production(store: Store) -> None:
    key = demo_id(path_of("storefront", "production"))
    api = demo_id(path_of("storefront", "production", "api"))
    commits = store.children("commit", api)
    for number in range(DEPLOYMENTS):
        commit = commits[2 * (DEPLOYMENTS - 1 - number)]["git_commit_id"]
        with past(store, (DEPLOYMENTS - number) * DAY - 22 * HOUR):
            if number == _FAILED:
                injected_failures.inject(store, api, "fail-build", times=1)
            lifecycle.record_action(
                store, "environment", key, "DEPLOY", versions={api: commit}, detail=_BY
            )
        if number == _CANCELLED:
            with past(store, (DEPLOYMENTS - number) * DAY - 22 * HOUR - 8):
                lifecycle.cancel(store, key, _BY)


def _plant_staging(store: Store) -> None:
    key = demo_id(path_of("storefront", "staging"))
    service = {name: demo_id(path_of("storefront", "staging", name)) for name in _STAGING}
    with past(store, 3 * DAY):
        lifecycle.record_action(store, "environment", key, "DEPLOY", detail=_BY)
    with past(store, 2 * DAY):
        injected_failures.inject(store, service["worker"], "fail-deploy", times=1)
        lifecycle.record_action(store, "application", service["worker"], "DEPLOY", detail=_BY)
    with past(store, 1 * DAY):
        lifecycle.record_action(store, "container", service["search"], "STOP", detail=_BY)
    with past(store, 2 * HOUR):
        lifecycle.record_edit(store, "application", service["web"])


def _plant_rest(store: Store) -> None:
    preview = demo_id(path_of("storefront", "[PR] 42-new-checkout"))
    web = demo_id(path_of("storefront", "[PR] 42-new-checkout", "web"))
    with past(store, 120):
        injected_failures.inject(store, web, "hang", times=1)
        lifecycle.record_action(store, "environment", preview, "DEPLOY", detail=_BY)
    etl = demo_id(path_of("data-platform", "etl"))
    with past(store, 10 * DAY):
        lifecycle.record_action(store, "environment", etl, "DEPLOY", detail=_BY)
    with past(store, 9 * DAY):
        lifecycle.record_action(store, "environment", etl, "STOP", detail=_BY)
