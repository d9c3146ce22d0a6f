"""The account that the sandbox's token belongs to."""

from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.state.store import Store
from qovery_cli.sandbox.state.tokens import TOKEN, accept

ACCOUNT = demo_id("account/ada")


def plant_account(store: Store) -> None:
    """Create the account and accept its token."""
    doc = {
        "id": ACCOUNT,
        "nickname": "ada",
        "first_name": "Ada",
        "last_name": "Lovelace",
        "username": "ada",
        "name": "Ada Lovelace",
        "email": "ada@acme.test",
        "communication_email": "ada@acme.test",
        "profile_picture_url": "https://avatars.acme.test/ada.png",
    }
    store.add("account", doc)
    accept(store, TOKEN, owner=None)
