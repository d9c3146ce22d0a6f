"""The token of a request, and the storage of tokens.

Commands call ``token.find_token``; nothing is re-exported here.
"""
