"""Runtime of the current process: environment, streams, directory and standard input."""

import os
import sys
from pathlib import Path

from qovery_cli.output.terminal import Terminal
from qovery_cli.session import Runtime
from qovery_cli.session.options import ResponseRecorder


def from_process(program: str, recorder: ResponseRecorder) -> Runtime:
    """Return the runtime of this process; ``program`` is the path that it was started by."""
    return Runtime(
        environ=os.environ,
        terminal=Terminal.of(os.environ, sys.stdin, sys.stdout, sys.stderr),
        cwd=Path.cwd(),
        read_stdin=_read_stdin,
        recorder=recorder,
        program=_name(program),
    )


def _name(program: str) -> str:
    """Return the name that a user types; "qovery" for ``python -m qovery_cli``."""
    stem = Path(program).stem if program.endswith(".exe") else Path(program).name
    return stem if stem and not stem.endswith(".py") else "qovery"


def _read_stdin() -> bytes:
    # sys.stdin is None if it was closed before the start.
    return b"" if sys.stdin is None else sys.stdin.buffer.read()
