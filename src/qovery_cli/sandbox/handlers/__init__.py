"""Handlers of the sandbox, a module per area; a module that is here is found by being here.

``sandbox.lifecycle``, ``sandbox.variables`` and ``sandbox.history`` may hold handlers too.
"""
