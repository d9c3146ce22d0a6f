"""Where settings lie, what they hold, and which of several wins.

``settings.load`` is what a command needs; the other modules are its parts. Nothing is
re-exported here, so that a command pays only for the parts that it uses.
"""
