"""One invocation of the program: what a command may use.

A command asks, calls, waits and shows through its session; it does not print, open sockets or
read the environment.
"""

from qovery_cli.session.options import EngineOptions, Runtime
from qovery_cli.session.session import Session

__all__ = ["EngineOptions", "Runtime", "Session"]
