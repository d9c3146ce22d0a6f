"""Render the completion scripts of all shells from the command table."""
