"""Handlers of API operations, one module per area; ``generic`` answers the operations without."""
