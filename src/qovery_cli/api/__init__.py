"""Towards Qovery: from a command to a request, an answer, a page, a wait."""
