"""Backups of databases, which the sandbox makes at once."""

from qovery_cli.sandbox.state.store import Document


def finished(key: str) -> Document:
    """Return the status of a backup that is there; ``READY`` is known to both API levels."""
    return {
        "id": key,
        "state": "READY",
        "service_deployment_status": "UP_TO_DATE",
        "message": "",
        "deployment_request_id": None,
        "deployment_requests_count": 0,
        "is_part_last_deployment": False,
        "status_details": {"action": "UNKNOWN", "status": "SUCCESS", "sub_action": "NONE"},
    }
