"""Failures of a resource's actions, selected by its name or injected.

Actions on a resource whose name contains one of the words in ``FAULTS`` always fail that way.
``inject`` does the same for any resource, for all or a number of actions.
"""

import re
from functools import lru_cache

from qovery_cli.sandbox.state.store import Store

#: Words in a name that make its deployments fail, never end, or pass through an unknown state.
FAULTS = ("fail-build", "fail-deploy", "fail-stop", "fail-delete", "hang", "weird-state")

_KEY = "injected_failures"


@lru_cache(maxsize=1024)
def in_name(name: str) -> tuple[str, ...]:
    """Return the faults in a resource's name, as whole words, ignoring case."""
    return tuple(fault for fault in FAULTS if _in_words(fault, name.lower()))


def _in_words(fault: str, name: str) -> bool:
    # Whole words only: a service called "exchange" must not hang.
    return re.search(rf"(?<![a-z]){fault}s?(?![a-z])", name) is not None


def inject(store: Store, target: str, fault: str | None, times: int | None = None) -> None:
    """Inject a fault into the actions of a resource, or (None) remove it.

    It applies to the next ``times`` actions, or to all. Raises ValueError for an unknown fault.
    """
    if fault is not None and fault not in FAULTS:
        raise ValueError(f"Unknown fault {fault!r}; valid faults are {', '.join(FAULTS)}.")
    requested = dict(store.setting(_KEY, {}))
    requested.pop(target, None)
    if fault is not None:
        requested[target] = {"fault": fault, "times": times}
    store.set_setting(_KEY, requested)


def take(store: Store, target: str, name: str) -> list[str]:
    """Return the faults of a new action, and count the injected one down."""
    requested = dict(store.setting(_KEY, {}))
    entry = requested.get(target)
    if entry is None:
        return list(in_name(name))
    if entry["times"] is not None:
        requested[target] = {**entry, "times": entry["times"] - 1}
        if requested[target]["times"] <= 0:
            del requested[target]
        store.set_setting(_KEY, requested)
    return list(dict.fromkeys((entry["fault"], *in_name(name))))
