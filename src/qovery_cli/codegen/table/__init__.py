"""Build the command table from facts, overrides and the signatures of handlers."""
