"""What a sandbox holds at first: an account, and in the demo the organization "Acme".

The demo has something in every state, names that are hard to find by, and a past. Ids are the
same in every sandbox; moments are counted back from the moment of planting.
"""

from qovery_cli.sandbox.seeds.account import plant_account
from qovery_cli.sandbox.seeds.activity import plant_activity
from qovery_cli.sandbox.seeds.clusters import plant_clusters
from qovery_cli.sandbox.seeds.days import AGE, past
from qovery_cli.sandbox.seeds.organization import plant_organization
from qovery_cli.sandbox.seeds.parts import plant_backups, plant_parts
from qovery_cli.sandbox.seeds.projects import plant_projects
from qovery_cli.sandbox.seeds.variables import plant_variables
from qovery_cli.sandbox.store import Store

#: The seeds: a demo organization with something in every state, or nothing but the account.
SEEDS = ("demo", "empty")


def plant(store: Store, seed: str) -> None:
    """Fill an empty store; ValueError for an unknown seed."""
    if seed not in SEEDS:
        raise ValueError(f"{seed!r} is no seed; there are {', '.join(SEEDS)}.")
    with store.transaction():
        store.keep("seed", seed)
        with past(store, AGE):
            plant_account(store)
            if seed == "demo":
                _plant_demo(store)
        if seed == "demo":
            plant_activity(store)
            plant_backups(store)


def _plant_demo(store: Store) -> None:
    plant_organization(store)
    plant_clusters(store)
    plant_projects(store)
    plant_parts(store)
    plant_variables(store)
