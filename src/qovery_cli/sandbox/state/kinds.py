"""Names of kinds in the API's enums."""


def enum_word(kind: str) -> str:
    """Return the enum value of a kind: ``AGENTIC_WORKFLOW`` for ``agenticWorkflow``."""
    return "".join(f"_{c}" if c.isupper() else c for c in kind).upper()
