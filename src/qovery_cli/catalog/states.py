"""What a deployment state means: has it ended, and how.

The classes follow the tables that official clients agree on. API 1.0.3 ends a deployment in
RUNNING, 1.0.4 in DEPLOYED. The set grows: an unknown state counts as under way, unless its name
ends in ``_ERROR``.
"""

from enum import StrEnum


class StateClass(StrEnum):
    """How far a state is from its end."""

    SUCCESS = "success"
    IDLE = "idle"
    CANCELLED = "cancelled"
    FAILED = "failed"
    QUEUED = "queued"
    PROGRESS = "progress"
    UNREACHABLE = "unreachable"


_CLASSES: dict[StateClass, frozenset[str]] = {
    StateClass.SUCCESS: frozenset({"DEPLOYED", "RUNNING", "RESTARTED"}),
    StateClass.IDLE: frozenset({"READY", "STOPPED", "DELETED"}),
    StateClass.CANCELLED: frozenset({"CANCELED", "CANCELLED"}),
    StateClass.FAILED: frozenset({"INVALID_CREDENTIALS"}),
    StateClass.QUEUED: frozenset(
        {
            "QUEUED",
            "DEPLOYMENT_QUEUED",
            "STOP_QUEUED",
            "DELETE_QUEUED",
            "RESTART_QUEUED",
            "WAITING_RUNNING",
            "WAITING_STOPPING",
            "WAITING_DELETING",
            "WAITING_RESTARTING",
        }
    ),
    StateClass.UNREACHABLE: frozenset({"UNAVAILABLE"}),
}

#: The states in which each action has done what was asked.
ENDS: dict[str, frozenset[str]] = {
    "deploy": frozenset({"DEPLOYED", "RUNNING", "RESTARTED"}),
    "restart": frozenset({"DEPLOYED", "RUNNING", "RESTARTED"}),
    "stop": frozenset({"STOPPED"}),
    "delete": frozenset({"DELETED"}),
    "uninstall": frozenset({"STOPPED", "READY", "DELETED"}),
    "cancel": frozenset({"CANCELED", "CANCELLED"}),
}

#: The words with which queue and history of 1.0.4 name each action. A restart is a redeployment
#: there, which is recorded as a DEPLOY, unless only the pods are restarted.
TRIGGERS: dict[str, frozenset[str]] = {
    "deploy": frozenset({"DEPLOY"}),
    "restart": frozenset({"DEPLOY", "RESTART"}),
    "stop": frozenset({"STOP"}),
    "delete": frozenset({"DELETE"}),
    "uninstall": frozenset({"UNINSTALL", "DELETE"}),
    "cancel": frozenset(),
}

#: The beginnings of the states through which each action leads; a history of 1.0.3 has no other
#: sign of what was asked for.
_LEADS_THROUGH: dict[str, tuple[str, ...]] = {
    "deploy": ("BUILD", "DEPLOY", "RUNNING", "RESTART", "WAITING_R", "EXECUTING"),
    "stop": ("STOP", "WAITING_STOP"),
    "delete": ("DELET", "WAITING_DELET"),
}
_LEADS_THROUGH["restart"] = _LEADS_THROUGH["deploy"]
_LEADS_THROUGH["uninstall"] = (*_LEADS_THROUGH["delete"], *_LEADS_THROUGH["stop"], "READY")


def classify(state: str) -> StateClass:
    """Return the class of a state, as the API spells it; never fails."""
    for name, states in _CLASSES.items():
        if state in states:
            return name
    return StateClass.FAILED if state.endswith("_ERROR") else StateClass.PROGRESS


def has_ended(state: str) -> bool:
    """Tell whether nothing more will happen without a new request."""
    return classify(state) in {
        StateClass.SUCCESS,
        StateClass.IDLE,
        StateClass.CANCELLED,
        StateClass.FAILED,
    }


def can_lead_through(action: str, state: str) -> bool:
    """Return whether an action may bring something into a state, as far as its name tells.

    States that every action shares (QUEUED, CANCELED, unknown ones) may belong to any.
    """
    mine = _LEADS_THROUGH.get(action, ())
    if not mine or state.startswith(mine):
        return True
    return not any(state.startswith(other) for other in _LEADS_THROUGH.values())
