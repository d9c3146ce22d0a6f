"""How the enums of the API write the kind of a resource."""


def enum_word(kind: str) -> str:
    """Return the word for a kind: ``AGENTIC_WORKFLOW`` for ``agenticWorkflow``."""
    return "".join(f"_{c}" if c.isupper() else c for c in kind).upper()
