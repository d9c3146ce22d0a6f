"""Settings: their location, content and precedence.

Commands call ``settings.load``; the other modules are its parts. Nothing is re-exported here, so
that a command imports only the parts that it uses.
"""
