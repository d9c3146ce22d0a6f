"""The demo's audit log: changes of the last weeks by several people, tools and tokens."""

import json

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.seeds.backdating import HOUR, past
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import ORGANIZATION
from qovery_cli.sandbox.seeds.projects import path_of
from qovery_cli.sandbox.state.audit import KIND
from qovery_cli.sandbox.state.store import Store

_AGENTS = {
    "CONSOLE": "Mozilla/5.0 (X11; Linux x86_64)",
    "CLI": "CLI 1.4.0",
    "TERRAFORM_PROVIDER": "terraform-provider-qovery/0.40",
    "API": None,
}
_BITNAMI, _WORKER = "helm-repository/bitnami", "storefront/production/worker"


#: Age in hours, author, origin, event, target and its part, and the path of names of the target.
_ENTRIES = (
    (504, "Ada Lovelace", "CONSOLE", "CREATE", "ORGANIZATION", "LABELS_GROUP", "labels/compliance"),
    (
        480,
        "Ada Lovelace",
        "CONSOLE",
        "CREATE",
        "MEMBERS_AND_ROLES",
        "CUSTOM_ROLE",
        "role/developer",
    ),
    (336, "Alan Turing", "CONSOLE", "CREATE", "MEMBERS_AND_ROLES", "INVITATION", "invite/linus"),
    (216, "terraform", "TERRAFORM_PROVIDER", "UPDATE", "HELM_REPOSITORY", "CONFIG", _BITNAMI),
    (144, "Grace Hopper", "CLI", "UPDATE", "APPLICATION", "VARIABLE", "storefront/production/api"),
    (96, "ci", "API", "UPDATE", "APPLICATION", "CONFIG", "storefront/production/web"),
    (48, "Alan Turing", "CONSOLE", "CREATE", "ORGANIZATION", "ALERT_RULE", "rule/api-cpu"),
    (26, "Ada Lovelace", "CONSOLE", "CREATE", "ORGANIZATION", "API_TOKEN", "token/ci"),
    (3, "Grace Hopper", "CLI", "UPDATE", "APPLICATION", "ADVANCED_SETTINGS", _WORKER),
)


def plant_audit_log(store: Store) -> None:
    """Record the entries, oldest first."""
    project = demo_id(path_of("storefront"))
    environment = demo_id(path_of("storefront", "production"))
    for hours, author, origin, event, target_type, part, path in _ENTRIES:
        changed = {"id": demo_id(f"acme/{path}"), "name": path.rpartition("/")[2]}
        organization = {"id": ORGANIZATION, "name": "Acme"}
        target = organization if target_type == "ORGANIZATION" else changed
        is_service = target_type == "APPLICATION"
        with past(store, hours * HOUR):
            document = {
                "id": demo_id(f"acme/audit/{hours}"),
                "timestamp": iso(store.clock()),
                "event_type": event,
                "target_type": target_type,
                "sub_target_type": part,
                "target_id": target["id"],
                "target_name": target["name"],
                "change": json.dumps(changed),
                "original_change": None,
                "triggered_by": author,
                "origin": origin,
                "user_agent": _AGENTS[origin],
                "project_id": project if is_service else None,
                "project_name": "storefront" if is_service else "",
                "environment_id": environment if is_service else None,
                "environment_name": "production" if is_service else "",
            }
            store.add(KIND, document, ORGANIZATION)
