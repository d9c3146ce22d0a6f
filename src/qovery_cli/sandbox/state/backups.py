"""Backups of databases, which complete at once."""

from qovery_cli.sandbox.state.store import Document


def finished(key: str) -> Document:
    """Return the status of a completed backup; both API levels have ``READY``."""
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
