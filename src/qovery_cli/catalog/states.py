"""Classification of deployment states.

The classes follow the tables that the official clients agree on. API 1.0.3 ends a deployment in
RUNNING, 1.0.4 in DEPLOYED. The set grows: an unknown state is in progress, unless its name ends
in ``_ERROR``.
"""

from enum import StrEnum


class StateClass(StrEnum):
    """The class of a deployment state."""

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

#: The states in which each action has succeeded.
ENDS: dict[str, frozenset[str]] = {
    "deploy": frozenset({"DEPLOYED", "RUNNING", "RESTARTED"}),
    "restart": frozenset({"DEPLOYED", "RUNNING", "RESTARTED"}),
    "stop": frozenset({"STOPPED"}),
    "delete": frozenset({"DELETED"}),
    "uninstall": frozenset({"STOPPED", "READY", "DELETED"}),
    "cancel": frozenset({"CANCELED", "CANCELLED"}),
}

#: Trigger actions of a deployment that leaves the state of its services as it was: a plan, and
#: work on the state of Terraform.
WITHOUT_STATE = frozenset({"DEPLOY_DRY_RUN", "TERRAFORM_FORCE_UNLOCK", "TERRAFORM_MIGRATE_STATE"})

#: The trigger actions of each command in queue and history of 1.0.4. A restart is a redeployment
#: there, recorded as a DEPLOY, unless only the pods are restarted.
TRIGGERS: dict[str, frozenset[str]] = {
    "deploy": frozenset({"DEPLOY", *WITHOUT_STATE}),
    "restart": frozenset({"DEPLOY", "RESTART"}),
    "stop": frozenset({"STOP"}),
    "delete": frozenset({"DELETE"}),
    "uninstall": frozenset({"UNINSTALL", "DELETE"}),
    "cancel": frozenset(),
}

#: The prefixes of the states that each action passes through; the history of 1.0.3 has no other
#: indication of the action.
_PASSES_THROUGH: dict[str, tuple[str, ...]] = {
    "deploy": ("BUILD", "DEPLOY", "RUNNING", "RESTART", "WAITING_R", "EXECUTING"),
    "stop": ("STOP", "WAITING_STOP"),
    "delete": ("DELET", "WAITING_DELET"),
}
_PASSES_THROUGH["restart"] = _PASSES_THROUGH["deploy"]
_PASSES_THROUGH["uninstall"] = (*_PASSES_THROUGH["delete"], *_PASSES_THROUGH["stop"], "READY")


def classify(state: str) -> StateClass:
    """Return the class of a state; unknown states are failed or in progress."""
    for name, states in _CLASSES.items():
        if state in states:
            return name
    return StateClass.FAILED if state.endswith("_ERROR") else StateClass.PROGRESS


def has_ended(state: str) -> bool:
    """Return true if a state is final until the next request."""
    return classify(state) in {
        StateClass.SUCCESS,
        StateClass.IDLE,
        StateClass.CANCELLED,
        StateClass.FAILED,
    }


def can_lead_through(action: str, state: str) -> bool:
    """Return true if an action may cause a state, judging by the name of the state.

    States common to all actions (QUEUED, CANCELED, unknown ones) may be caused by any.
    """
    prefixes = _PASSES_THROUGH.get(action, ())
    if not prefixes or state.startswith(prefixes):
        return True
    return not any(state.startswith(other) for other in _PASSES_THROUGH.values())
