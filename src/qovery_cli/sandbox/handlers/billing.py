"""Costs of organizations and clusters, invoices and credit cards."""

import uuid
from datetime import UTC, datetime
from typing import Any

from qovery_cli.sandbox.datetimes import iso, seconds
from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.collection import Collection, handlers_of
from qovery_cli.sandbox.handlers.pdf import invoice_path
from qovery_cli.sandbox.state.schedule import DEPLOYS

_CURRENCY = "USD"
_MONTH = 30 * 86400
_CLUSTER_CENTS = 15000
_DEPLOYMENTS = 300
_INFO = "billingInfo"
_INFO_FIELDS = (
    *("first_name", "last_name", "email", "address", "city", "zip", "state", "country_code"),
    *("company", "vat_number"),
)
#: The valid credit codes, and what each is worth in cents.
_CREDIT_CODES = {"WELCOME": 5000}


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


HANDLERS = handlers_of(
    Collection(
        kind="invoice",
        noun="invoice",
        item="invoiceId",
        lists="listOrganizationInvoice",
        gets="getOrganizationInvoice",
    ),
    Collection(
        kind="creditCard",
        noun="credit card",
        item="creditCardId",
        lists="listOrganizationCreditCards",
        deletes="deleteCreditCard",
    ),
)


@handles("getOrganizationBillingInfo")
def get_billing_info(call: Call) -> Any:
    """Return the billing contact and address; its fields are null before they are set."""
    return call.store.get(_INFO, call.path["organizationId"]) or dict.fromkeys(_INFO_FIELDS)


@handles("editOrganizationBillingInfo")
def edit_billing_info(call: Call) -> Any:
    """Replace the billing contact and address."""
    key = call.path["organizationId"]
    doc = {**dict.fromkeys(_INFO_FIELDS), **call.body}
    if call.store.get(_INFO, key) is None:
        return call.store.add(_INFO, {**doc, "id": key}, key)
    return call.store.put(_INFO, key, doc)


@handles("addCreditCode")
def add_credit_code(call: Call) -> None:
    """Add the credit of a code; a code can be redeemed once."""
    organization, code = call.document("organization"), (call.body or {}).get("code")
    used = organization.get("credit_codes", [])
    if code not in _CREDIT_CODES or code in used:
        known = ", ".join(_CREDIT_CODES)
        raise Refusal(400, f"code {code} is not valid or used; the sandbox knows {known}.")
    cents = organization.get("credits_in_cents", 0) + _CREDIT_CODES[code]
    changed = {**organization, "credits_in_cents": cents, "credit_codes": [*used, code]}
    call.store.put("organization", organization["id"], changed)


@handles("organizationDownloadAllInvoices")
def send_invoices(call: Call) -> None:
    """Accept the request for all invoices, which are sent by e-mail: the sandbox sends none."""
    call.document("organization")


@handles("getOrganizationBillingExternalId")
def billing_external_id(call: Call) -> Any:
    """Return the id of the organization in the billing system."""
    return {"id": f"cus_{call.path['organizationId'].replace('-', '')[:14]}"}


@handles("generateBillingUsageReport")
def usage_report(call: Call) -> Any:
    """Return the link to a usage report, which the sandbox serves itself."""
    begin, end = seconds(call.body["from"]), seconds(call.body["to"])
    lifetime = call.body["report_expiration_in_seconds"]
    if end <= begin:
        raise Refusal(400, "to must be after from.")
    if lifetime < 1:
        raise Refusal(400, "report_expiration_in_seconds must be at least 1.")
    id = str(uuid.uuid4())
    url = f"{call.url}{invoice_path(id)}"
    return {"report_url": url, "delete_report_url": f"{url}?delete=true"}


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
