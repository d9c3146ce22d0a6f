"""Resources of the account itself: its referral link and its sign-up form."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles

_SIGN_UP = "userSignUp"
#: The valid reward codes.
_CODES = ("WELCOME",)


@handles("getAccountReferral")
def get_referral(call: Call) -> Any:
    """Return the account's referral link and the count of invited users, which is 0."""
    return {"invitation_link": f"https://start.acme.test/?from={_name(call)}", "total_invited": 0}


@handles("postAccountRewardClaim")
def claim_reward(call: Call) -> None:
    """Accept a reward code; reject an invalid one."""
    code = (call.body or {}).get("code")
    if code not in _CODES:
        raise Refusal(400, f"Unknown code {code}; valid codes are {', '.join(_CODES)}.")


@handles("getUserSignUp")
def get_sign_up(call: Call) -> Any:
    """Return the sign-up form of the account."""
    return call.store.get(_SIGN_UP, call.user["id"]) or {**_first(call), "id": call.user["id"]}


@handles("createUserSignUp")
def create_sign_up(call: Call) -> None:
    """Store the sign-up form; it may be sent again."""
    key = call.user["id"]
    call.store.delete(_SIGN_UP, key)
    call.store.add(_SIGN_UP, {**call.body, "id": key}, None)


def _first(call: Call) -> dict[str, Any]:
    """Return the form before it was first sent, from the account's own fields."""
    return {
        "first_name": call.user.get("first_name", ""),
        "last_name": call.user.get("last_name", ""),
        "user_email": call.user.get("email", ""),
        "type_of_use": "WORK",
        "qovery_usage": "Deploy a storefront",
        "company_name": "Acme",
        "company_size": "11-50",
        "user_role": "Engineer",
        "user_questions": None,
        "qovery_usage_other": None,
        "infrastructure_hosting": "AWS",
        "current_step": None,
        "dx_auth": None,
        "created_at": call.user["created_at"],
        "updated_at": call.user["created_at"],
    }


def _name(call: Call) -> str:
    return str(call.user.get("nickname", ""))
