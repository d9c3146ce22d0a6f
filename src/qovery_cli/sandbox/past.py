"""Gives an environment a past: deployments that were asked for before the sandbox was started.

They are entries of the same log as everything else, so histories and statuses agree with them.
"""

from qovery_cli.sandbox import mishaps
from qovery_cli.sandbox.deployments import ask, cancel, services_of
from qovery_cli.sandbox.store import Store

_HOUR = 3600.0
_PEOPLE = (("ada@acme.test", "CONSOLE"), ("ci", "API"), ("alan@acme.test", "CLI"))
#: Which deployments, counted from the latest, do not end well.
_FAILED_BUILD = 6
_CANCELLED = 12
_BUILT = "application"


def plant_deployments(store: Store, environment: str, count: int, until: float) -> None:
    """Log deployments of a whole environment, about one a day, the latest ending before a moment.

    Applications go through older commits up to the newest. The seventh from the latest fails at
    its first application's build, the thirteenth is cancelled.
    """
    for back in reversed(range(count)):
        at = until - _HOUR - back * 25 * _HOUR
        by, origin = _PEOPLE[back % len(_PEOPLE)]
        builds = [doc["id"] for kind, doc in services_of(store, environment) if kind == _BUILT]
        if back == _FAILED_BUILD and builds:
            mishaps.inject(store, builds[0], "fail-build", times=1)
        asked = {"by": by, "origin": origin}
        wanted = _commits(store, builds, back)
        ask(
            store, "environment", environment, "DEPLOY", wanted=wanted, detail=asked, at=at, speed=1
        )
        if back == _CANCELLED:
            cancel(store, environment, asked, at=at + 3)


def _commits(store: Store, applications: list[str], back: int) -> dict[str, str]:
    """Return the commit that each application had so many deployments ago."""
    wanted: dict[str, str] = {}
    for application in applications:
        commits = store.children("commit", application)
        if back < len(commits):
            wanted[application] = commits[back]["git_commit_id"]
    return wanted
