"""Generate the facts, the command table and the tables of completion from their sources.

Development only: excluded from the wheel, and imported by nothing but its own tests.
"""
