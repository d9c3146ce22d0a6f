"""Costs of organizations and clusters, invoices and credit cards."""

from datetime import UTC, datetime
from typing import Any

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.pdf import invoice_path
from qovery_cli.sandbox.state.schedule import DEPLOYS

_CURRENCY = "USD"
_MONTH = 30 * 86400
_CLUSTER_CENTS = 15000
_DEPLOYMENTS = 300


@handles("getOrganizationCurrentCost")
def current_cost(call: Call) -> Any:
    """Return the cost of the current month: the plan's price and its usage."""
    organization = call.document("organization")
    free = organization["plan"] == "FREE"
    cents = 0 if free else 30000
    used = organization.get("earlier_deployments", 0) + _deployments(call)
    return {
        "plan": organization["plan"],
        "remaining_trial_day": 0,
        "remaining_credits": _cost(organization.get("credits_in_cents", 0)),
        "cost": _cost(cents),
        "paid_usage": {
            "max_deployments_per_month": _DEPLOYMENTS,
            "consumed_deployments": used,
            "monthly_plan_cost": cents / 100,
            "monthly_plan_cost_in_cents": cents,
            "remaining_deployments": max(_DEPLOYMENTS - used, 0),
            "deployments_exceeded": used > _DEPLOYMENTS,
            "renewal_at": iso(call.now + _MONTH),
        },
        "renewal_at": iso(call.now + _MONTH),
    }


def _deployments(call: Call) -> int:
    """Return the number of deployments in the last month."""
    environments = (
        environment["id"]
        for project in call.store.children("project", call.path["organizationId"])
        for environment in call.store.children("environment", project["id"])
    )
    return sum(
        action.action in DEPLOYS and call.now - _MONTH < action.at <= call.now
        for environment in environments
        for action in call.store.actions(environment=environment)
    )


@handles("getClusterCurrentCost")
def cluster_cost(call: Call) -> Any:
    """Return the cost range of a cluster, from its minimum to its maximum of nodes."""
    cluster = call.document("cluster")
    least = _CLUSTER_CENTS * cluster["min_running_nodes"] // 3
    most = _CLUSTER_CENTS * cluster["max_running_nodes"] // 3
    return {
        "min_cost_in_cents": least,
        "min_cost": least / 100,
        "max_cost_in_cents": most,
        "max_cost": most / 100,
        "total_in_cents": least,
        "total": least / 100,
        "currency_code": _CURRENCY,
    }


@handles("getOrganizationBillingStatus")
def billing_status(_: Call) -> Any:
    """Return the billing status: everything is paid."""
    return {"is_valid": True, "message": "Everything is paid."}


@handles("getOrganizationInvoicePDF")
def invoice_link(call: Call) -> Any:
    """Return a link to the invoice's PDF, which the sandbox serves itself."""
    invoice = call.path["invoiceId"]
    if call.store.parent("invoice", invoice) != call.path["organizationId"]:
        raise Refusal(404, f"No invoice with the id {invoice} was found.")
    return {"url": f"{call.url}{invoice_path(invoice)}"}


@handles("addCreditCard")
def add_card(call: Call) -> Any:
    """Add a credit card; only the last four digits are stored."""
    body = call.body
    month, year = body["expiry_month"], body["expiry_year"]
    number = str(body["number"]).replace(" ", "")
    if not 1 <= month <= 12:
        raise Refusal(400, "expiry_month must be between 1 and 12.")
    if not number.isdigit() or len(number) < 4:
        raise Refusal(400, "number must be the number of a card.")
    today = datetime.fromtimestamp(call.now, UTC)
    card = {
        "expiry_month": month,
        "expiry_year": year,
        "last_digit": number[-4:],
        "is_expired": (year, month) < (today.year, today.month),
        "brand": "visa",
    }
    return call.store.add("creditCard", card, call.path["organizationId"])


def _cost(cents: int) -> dict[str, Any]:
    return {"total_in_cents": cents, "total": cents / 100, "currency_code": _CURRENCY}
