"""What a shell completes: the scripts that answer inside it, and the answers that need a process.

It reads the command table and caches only; nothing of the engine is imported here.
"""

#: The switch with which nothing is written to the caches, by commands or by TAB.
OFF = "QOVERY_NO_CACHE"
