"""The demo's organization: members, tokens, webhooks, registries, credentials, bills."""

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.seeds.account import ACCOUNT
from qovery_cli.sandbox.seeds.backdating import DAY
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.state.roles import built_in_role
from qovery_cli.sandbox.state.store import Document, Store

ORGANIZATION = demo_id("acme")
#: The custom role that the demo's developers have.
DEVELOPER_ROLE = demo_id("acme/role/developer")

_MEMBERS = (
    ("ada", "Ada Lovelace", "OWNER"),
    ("alan", "Alan Turing", "ADMIN"),
    ("grace", "Grace Hopper", "DEVELOPER"),
    ("vera", "Vera Rubin", "VIEWER"),
)
_INVITED = (("linus", "DEVELOPER", "PENDING"), ("old", "VIEWER", "EXPIRED"))
_EVENTS = ("DEPLOYMENT_STARTED", "DEPLOYMENT_CANCELLED", "DEPLOYMENT_FAILURE")
_SUCCESS = "DEPLOYMENT_SUCCESSFUL"

#: Kind, name and address of the demo's registries.
_REGISTRIES = (
    ("ECR", "acme-ecr", "https://123456789012.dkr.ecr.eu-west-3.amazonaws.com"),
    ("DOCKER_HUB", "dockerhub", "https://docker.io"),
    ("PUBLIC_ECR", "public-ecr", "https://public.ecr.aws"),
)


def plant_organization(store: Store) -> None:
    """Create the organization and its own resources."""
    doc = {
        "id": ORGANIZATION,
        "name": "Acme",
        "description": "Anvils, rockets and a storefront.",
        "plan": "BUSINESS",
        "website_url": "https://acme.test",
        "admin_emails": ["ada@acme.test"],
        "owner": ACCOUNT,
        "credits_in_cents": 4200,
        "earlier_deployments": 180,
    }
    store.add("organization", doc)
    _plant_people(store)
    _plant_access(store)
    _plant_webhooks(store)
    _plant_bills(store)


def role_of(role: str) -> Document:
    """Return the role fields of a member; developers have the demo's custom role."""
    custom = {"role": role, "role_name": "Developer", "role_id": DEVELOPER_ROLE}
    return custom if role == "DEVELOPER" else built_in_role(role)


def registry_id(name: str) -> str:
    """Return the id of one of the demo's registries."""
    return demo_id(f"acme/registry/{name}")


def _plant_people(store: Store) -> None:
    timestamp = iso(store.clock())
    for nickname, name, role in _MEMBERS:
        member = {
            "id": ACCOUNT if nickname == "ada" else demo_id(f"account/{nickname}"),
            "name": name,
            "nickname": nickname,
            "email": f"{nickname}@acme.test",
            "profile_picture_url": f"https://avatars.acme.test/{nickname}.png",
            "last_activity_at": timestamp,
            **role_of(role),
        }
        store.add("member", member, ORGANIZATION)
    for nickname, role, status in _INVITED:
        invited = {
            "id": demo_id(f"acme/invite/{nickname}"),
            "email": f"{nickname}@acme.test",
            **role_of(role),
            "invitation_status": status,
            "invitation_link": f"https://join.acme.test/{nickname}",
            "inviter": "Ada Lovelace",
            "organization_name": "Acme",
        }
        store.add("inviteMember", invited, ORGANIZATION)


def _plant_access(store: Store) -> None:
    for name, text in (("ci", "Used by the pipelines."), ("terraform", "")):
        role = {"scope": "ADMIN", **built_in_role("ADMIN")}
        token = {"id": demo_id(f"acme/token/{name}"), "name": name, "description": text, **role}
        store.add("apiToken", token, ORGANIZATION)
    for kind, name, url in _REGISTRIES:
        registry = {
            "id": registry_id(name),
            "name": name,
            "kind": kind,
            "description": "",
            "url": url,
            "config": {"region": "eu-west-3"} if kind == "ECR" else {},
        }
        store.add("containerRegistry", registry, ORGANIZATION)
    store.add("aws/credentials", aws_credentials(), ORGANIZATION)
    store.add("scaleway/credentials", scaleway_credentials(), ORGANIZATION)
    # API 1.0.3 only: 1.0.4 has no DigitalOcean.
    ocean = {"id": demo_id("acme/credentials/do"), "name": "acme-do", "object_type": "OTHER"}
    store.add("digitalOcean/credentials", ocean, ORGANIZATION)


def aws_credentials() -> Document:
    """Return the demo's credentials for AWS."""
    key = {"access_key_id": "AKIAACMEACMEACMEACME", "object_type": "AWS"}
    return {"id": demo_id("acme/credentials/aws"), "name": "acme-aws-prod", **key}


def scaleway_credentials() -> Document:
    """Return the demo's credentials for Scaleway."""
    return {
        "id": demo_id("acme/credentials/scaleway"),
        "name": "acme-scw",
        "object_type": "SCW",
        "scaleway_access_key": "SCWACMEACMEACMEACME0",
        "scaleway_project_id": demo_id("acme/scaleway/project"),
        "scaleway_organization_id": demo_id("acme/scaleway/organization"),
    }


def _plant_webhooks(store: Store) -> None:
    standard = {
        "id": demo_id("acme/webhook/standard"),
        "kind": "STANDARD",
        "target_url": "https://hooks.acme.test/qovery",
        "target_secret_set": True,
        "description": "Tells the release board.",
        "enabled": True,
        "events": ["DEPLOYMENT_FAILURE", _SUCCESS],
        "project_names_filter": ["store*"],
        "environment_types_filter": [],
    }
    slack = {
        "id": demo_id("acme/webhook/slack"),
        "kind": "SLACK",
        "target_url": "https://hooks.slack.test/T000/B000/x",
        "target_secret_set": False,
        "description": "",
        "enabled": False,
        "events": [*_EVENTS, _SUCCESS],
        "project_names_filter": [],
        "environment_types_filter": ["PRODUCTION"],
    }
    store.add("webhook", standard, ORGANIZATION)
    store.add("webhook", slack, ORGANIZATION)


def _plant_bills(store: Store) -> None:
    now = store.clock()
    for number, status in enumerate(("PAID", "PAID", "PENDING")):
        invoice = {
            "id": demo_id(f"acme/invoice/{number}"),
            "created_at": iso(now + (number + 1) * 30 * DAY),
            "status": status,
            "total_in_cents": 30000,
            "total": 300.0,
            "currency_code": "USD",
        }
        store.add("invoice", invoice, ORGANIZATION)
    for digits, year, expired in (("7890", 2099, False), ("1234", 2021, True)):
        card = {
            "id": demo_id(f"acme/card/{digits}"),
            "last_digit": digits,
            "expiry_month": 6,
            "expiry_year": year,
            "is_expired": expired,
            "brand": "visa",
        }
        store.add("creditCard", card, ORGANIZATION)
    payer = {"first_name": "Wile", "last_name": "Coyote", "email": "billing@acme.test"}
    address = {"address": "1 Canyon Road", "city": "Tucson", "zip": "85701", "state": "AZ"}
    firm = {"country_code": "US", "company": "Acme", "vat_number": "US000000000"}
    doc = {"id": ORGANIZATION, **payer, **address, **firm}
    store.add("billingInfo", doc, ORGANIZATION)
