"""The real world of a process: its environment, streams, directory and standard input."""

import os
import sys
from pathlib import Path

from qovery_cli.output.terminal import Terminal
from qovery_cli.session import World


def this_process() -> World:
    """Return the world that this process runs in."""
    return World(
        environ=os.environ,
        terminal=Terminal.of(os.environ, sys.stdin, sys.stdout, sys.stderr),
        cwd=Path.cwd(),
        read_stdin=_read_stdin,
    )


def _read_stdin() -> str:
    return "" if sys.stdin is None else sys.stdin.read()
