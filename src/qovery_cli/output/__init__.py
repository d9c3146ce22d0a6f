"""Output of data, messages, progress and prompts, for people and scripts.

The input is plain JSON data and a view that describes it; text is written to a ``Terminal``.
Nothing here depends on commands or opens a connection.
"""
