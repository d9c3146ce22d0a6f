"""Session of one invocation: the interface between commands and the outside world.

Commands send requests, wait and print through their session; they do not print, open sockets or
read the environment themselves.
"""

from qovery_cli.session.options import EngineOptions, Runtime
from qovery_cli.session.session import Session

__all__ = ["EngineOptions", "Runtime", "Session"]
