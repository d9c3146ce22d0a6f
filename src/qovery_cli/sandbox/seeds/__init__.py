"""What a sandbox holds at first."""

from qovery_cli.sandbox.seeds.account import plant_account
from qovery_cli.sandbox.store import Store

#: The seeds: a demo organization with something in every state, or nothing but the account.
SEEDS = ("demo", "empty")


def plant(store: Store, seed: str) -> None:
    """Fill an empty store; ValueError for an unknown seed."""
    if seed not in SEEDS:
        raise ValueError(f"{seed!r} is no seed; there are {', '.join(SEEDS)}.")
    with store.transaction():
        store.keep("seed", seed)
        plant_account(store)
