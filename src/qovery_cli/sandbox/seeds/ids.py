"""Ids of the demo, derived from paths of names so that every sandbox has the same."""

import uuid

_NAMESPACE = uuid.UUID("1b671a64-40d5-491e-99b0-da01ff1f3341")


def demo_id(path: str) -> str:
    """Return the id of the demo's resource at a path, such as ``acme/storefront/production``.

    The UUIDs are of version 5; resources created later have version 4.
    """
    return str(uuid.uuid5(_NAMESPACE, path))
