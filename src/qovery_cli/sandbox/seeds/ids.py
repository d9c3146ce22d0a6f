"""Ids of the demo: made from a path of names, so that they are the same in every sandbox."""

import uuid

_NAMESPACE = uuid.UUID("1b671a64-40d5-491e-99b0-da01ff1f3341")


def demo_id(path: str) -> str:
    """Return the id of the demo's resource at a path, such as ``acme/storefront/production``.

    The UUIDs are of version 5; everything that is created later gets one of version 4.
    """
    return str(uuid.uuid5(_NAMESPACE, path))
