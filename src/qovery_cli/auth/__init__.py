"""Which token a request carries, and where tokens are kept.

``token.find_token`` is what a command needs; nothing is re-exported here.
"""
