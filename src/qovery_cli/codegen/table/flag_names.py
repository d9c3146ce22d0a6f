"""Derive flags and Python names from the names of API fields."""

import keyword
import re


def kebab(name: str) -> str:
    """Return the name of an API field in kebab case: ``git-repository-url``, ``to-update``."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name)
    return re.sub(r"[^a-z0-9]+", "-", spaced.lower()).strip("-")


def identifier(flag: str) -> str:
    """Return the Python name of a flag, with ``_`` behind a keyword: ``as_`` for ``--as``."""
    name = flag.lstrip("-").replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name
