"""Initial content of a sandbox: an account and, except for ``empty``, the organization "Acme".

The demo has resources in every state, names that are hard to match, and a history. ``big`` has
20,000 services. Ids are the same in every sandbox; timestamps are relative to the time of seeding.
"""

from qovery_cli.sandbox.seeds.account import plant_account
from qovery_cli.sandbox.seeds.activity import plant_activity
from qovery_cli.sandbox.seeds.audit_log import plant_audit_log
from qovery_cli.sandbox.seeds.backdating import AGE, past
from qovery_cli.sandbox.seeds.big import plant_big
from qovery_cli.sandbox.seeds.clusters import plant_clusters
from qovery_cli.sandbox.seeds.organization import plant_organization
from qovery_cli.sandbox.seeds.organization_parts import plant_organization_parts
from qovery_cli.sandbox.seeds.parts import plant_backups, plant_parts
from qovery_cli.sandbox.seeds.projects import plant_projects
from qovery_cli.sandbox.seeds.variables import plant_variables
from qovery_cli.sandbox.state.store import Store

#: The seeds: a demo organization with resources in every state, only the account, and a very
#: large organization.
SEEDS = ("demo", "empty", "big")


def plant(store: Store, seed: str) -> None:
    """Fill an empty store; ValueError for an unknown seed."""
    if seed not in SEEDS:
        raise ValueError(f"Unknown seed {seed!r}; available seeds are {', '.join(SEEDS)}.")
    with store.transaction():
        store.set_setting("seed", seed)
        with past(store, AGE):
            plant_account(store)
            if seed != "empty":
                plant_organization(store)
                plant_clusters(store)
            if seed == "demo":
                _plant_demo(store)
            elif seed == "big":
                plant_big(store)
        if seed == "demo":
            plant_activity(store)
            plant_audit_log(store)
            plant_backups(store)


def _plant_demo(store: Store) -> None:
    plant_projects(store)
    plant_parts(store)
    plant_variables(store)
    plant_organization_parts(store)
