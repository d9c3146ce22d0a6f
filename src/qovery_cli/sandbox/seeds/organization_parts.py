"""The demo's roles, tokens, groups, repositories, alerts and single sign-on (API 1.0.4)."""

from qovery_cli.sandbox.seeds.clusters import cluster_id
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import DEVELOPER_ROLE, ORGANIZATION
from qovery_cli.sandbox.seeds.projects import path_of
from qovery_cli.sandbox.state import variables
from qovery_cli.sandbox.state.store import Document, Store
from qovery_cli.sandbox.state.variable_scope import Owner

_BY = "Ada Lovelace"
_PRODUCTION, _STAGING = path_of("storefront", "production"), path_of("storefront", "staging")

#: Name, labels as key, value, and if it is passed on to the cloud provider.
_LABELS = (
    ("team-storefront", (("team", "storefront", True), ("cost-center", "1001", True))),
    ("compliance", (("data", "personal", False),)),
)
_ANNOTATIONS: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]], ...] = (
    ("prometheus", ("PODS", "SERVICES"), (("prometheus.io/scrape", "true"),)),
    ("unused", ("DEPLOYMENTS",), (("acme.test/owner", "platform"),)),
)
#: The groups of services: kind, path, field and name of the group.
_APPLIED = (
    ("application", f"{_PRODUCTION}/api", "labels_groups", "labels/team-storefront"),
    ("application", f"{_PRODUCTION}/web", "labels_groups", "labels/team-storefront"),
    ("container", f"{_PRODUCTION}/proxy", "annotations_groups", "annotations/prometheus"),
)
#: Name, path of the application, cluster, metric, threshold and severity of the alert rules.
_RULES = (
    ("api-cpu", f"{_PRODUCTION}/api", "aws-prod", "cpu", 80, "HIGH"),
    ("worker-restarts", f"{_STAGING}/worker", "scw-staging", "restarts", 3, "MEDIUM"),
)
_MODES = ("DEVELOPMENT", "PREVIEW", "STAGING", "PRODUCTION")


def plant_organization_parts(store: Store) -> None:
    """Create the parts; labels and annotations are applied to services of production."""
    _plant_role(store)
    _plant_groups(store)
    _plant_sources(store)
    _plant_alerts(store)
    _plant_secret_manager(store)
    for cluster in ("aws-prod", "scw-staging"):
        binding = {"templateKey": "kubernetes", "templateVersion": "1.1.0"}
        key = cluster_id(cluster)
        store.add("platformBinding", {"id": key, **binding}, key)
    connection = {
        "id": demo_id("acme/sso/acme-okta"),
        "connection_name": "acme-okta",
        "default_role": "viewer",
        "enforce_group_sync": True,
        "group_mappings": {"devops": ["platform"], DEVELOPER_ROLE: ["engineering"]},
    }
    store.add("enterpriseConnection", connection, ORGANIZATION)


def _plant_role(store: Store) -> None:
    project = demo_id(path_of("storefront"))
    permissions = [
        {"environment_type": mode, "permission": "VIEWER" if mode == "PRODUCTION" else "MANAGER"}
        for mode in _MODES
    ]
    rights = {"project_id": project, "is_admin": False, "permissions": permissions}
    role = {
        "id": DEVELOPER_ROLE,
        "name": "Developer",
        "description": "Everything in the storefront but production.",
        "clusters": {cluster_id("scw-staging"): "ENV_CREATOR"},
        "projects": {project: rights},
        "creator_name": _BY,
    }
    store.add("customRole", role, ORGANIZATION)


def _plant_groups(store: Store) -> None:
    for name, labels in _LABELS:
        items = [
            {"key": key, "value": value, "propagate_to_cloud_provider": passed}
            for key, value, passed in labels
        ]
        _add(store, "labelsGroups", f"labels/{name}", name, {"labels": items})
    for name, scopes, annotations in _ANNOTATIONS:
        pairs = [{"key": key, "value": value} for key, value in annotations]
        fields = {"scopes": list(scopes), "annotations": pairs}
        _add(store, "annotationsGroups", f"annotations/{name}", name, fields)
    for kind, path, field, group in _APPLIED:
        service = store.get(kind, demo_id(path))
        if service is None:
            raise KeyError(path)
        applied = [*service.get(field, ()), {"id": demo_id(f"acme/{group}")}]
        store.put(kind, service["id"], {**service, field: applied})


def _plant_sources(store: Store) -> None:
    tokens = (
        ("github-bot", "GITHUB", "https://api.github.com"),
        ("gitlab-ci", "GITLAB", "https://gitlab.com/api/v4"),
    )
    for name, kind, url in tokens:
        fields = {"type": kind, "git_api_url": url, "description": ""}
        _add(store, "gitToken", f"git-token/{name}", name, fields)
    repositories = (
        ("bitnami", "HTTPS", "https://charts.bitnami.com/bitnami"),
        ("acme-charts", "HTTPS", "https://charts.acme.test"),
    )
    for name, kind, url in repositories:
        repository: Document = {"kind": kind, "url": url, "description": "", "config": {}}
        repository["skip_tls_verification"] = False
        _add(store, "helmRepository", f"helm-repository/{name}", name, repository)
    server = {
        "url": "https://mcp.acme.test/sse",
        "description": "Tickets and runbooks.",
        "header_names": ["Authorization"],
    }
    _add(store, "mcpServer", "mcp/tickets", "tickets", server)


def _plant_alerts(store: Store) -> None:
    slack = {"type": "SLACK", "description": "The channel #ops.", "send_resolved": True}
    _add(store, "alertReceiver", "receiver/ops-slack", "ops-slack", slack)
    mail = {
        "type": "EMAIL",
        "description": "Whoever is on call.",
        "send_resolved": False,
        "to": "oncall@acme.test",
        "from": "alerts@acme.test",
        "smarthost": "smtp.acme.test:587",
        "auth_username": "alerts@acme.test",
        "require_tls": True,
    }
    _add(store, "alertReceiver", "receiver/oncall-mail", "oncall-mail", mail)
    for name, path, cluster, metric, threshold, severity in _RULES:
        fields = _rule(path, cluster, metric, threshold, severity)
        _add(store, "alertRule", f"rule/{name}", name, fields)


def _rule(path: str, cluster: str, metric: str, threshold: float, severity: str) -> Document:
    condition = {
        "kind": "BUILT",
        "function": "MAX",
        "operator": "ABOVE",
        "threshold": threshold,
        "promql": f"{metric}{{service='{path.rpartition('/')[2]}'}}",
    }
    return {
        "organization_id": ORGANIZATION,
        "cluster_id": cluster_id(cluster),
        "description": "",
        "tag": metric,
        "condition": condition,
        "for_duration": "PT5M",
        "severity": severity,
        "enabled": True,
        "alert_receiver_ids": [demo_id("acme/receiver/ops-slack")],
        "presentation": {"summary": f"Too high: {metric}", "runbook_url": None},
        "target": {"target_type": "APPLICATION", "target_id": demo_id(path)},
    }


def _plant_secret_manager(store: Store) -> None:
    """Give the production cluster a secret manager, and production a variable from it."""
    cluster = store.get("cluster", cluster_id("aws-prod"))
    if cluster is None:
        raise KeyError("aws-prod")
    access = {
        "id": demo_id("acme/secret-manager/aws-secrets"),
        "name": "aws-secrets",
        "created_at": cluster["created_at"],
        "updated_at": cluster["created_at"],
        "authentication": {"mode": "AUTOMATICALLY_CONFIGURED"},
        "endpoint": {"mode": "AWS_SECRET_MANAGER", "region": "eu-west-3"},
    }
    store.put("cluster", cluster["id"], {**cluster, "secret_manager_accesses": [access]})
    web = Owner("application", demo_id(f"{_PRODUCTION}/web"))
    fields: Document = {"id": demo_id(f"{web.id}/PAYMENT_KEY")}
    fields["secret_manager_access_id"] = access["id"]
    variables.create(store, web, "PAYMENT_KEY", "prod/storefront/payment-key", True, **fields)


def _add(store: Store, kind: str, path: str, name: str, fields: Document) -> None:
    doc = {"id": demo_id(f"acme/{path}"), "name": name, "creator_name": _BY, **fields}
    store.add(kind, doc, ORGANIZATION)
