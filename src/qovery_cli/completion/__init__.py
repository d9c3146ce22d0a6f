"""Shell completion: the scripts, the caches that they read, and the process for other names.

It uses only the command table and the caches; the engine is not imported here.
"""

#: The environment variable that disables writing to the caches.
OFF = "QOVERY_NO_CACHE"
