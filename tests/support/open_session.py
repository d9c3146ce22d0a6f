"""A session in this process whose requests a fake API answers, for tests of handlers."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fake_api import FakeApi
from program import Keyboard, Screen, clean_environ

from qovery_cli.output.terminal import Terminal
from qovery_cli.output.view import View
from qovery_cli.session import EngineOptions, Runtime, Session
from qovery_cli.session.options import ResponseRecorder


@dataclass
class Opened:
    """A session with the text on both of its streams."""

    session: Session
    stdout: io.StringIO
    stderr: io.StringIO

    @property
    def out(self) -> str:
        """The text on stdout."""
        return self.stdout.getvalue()

    @property
    def err(self) -> str:
        """The text on stderr."""
        return self.stderr.getvalue()

    @property
    def json(self) -> Any:
        """The data on stdout, which must be JSON and nothing else."""
        return json.loads(self.out)


#: Opens a session; the keyword arguments are those of ``opener`` and of EngineOptions.
OpenSession = Callable[..., Opened]


def opener(api: FakeApi, home: Path) -> OpenSession:
    """Return a function that opens sessions with an empty home.

    ``typed`` is the input of a user at a terminal; without it there is no terminal. ``stdin`` are
    the bytes of standard input, ``variables`` are set in the environment, and ``shared`` are the
    options of every command, ``-o json`` by default.
    """

    def open_session(
        *,
        typed: str | None = None,
        stdin: bytes = b"",
        variables: dict[str, str] | None = None,
        view: View | None = None,
        recorder: ResponseRecorder | None = None,
        **options: Any,
    ) -> Opened:
        out, err = (io.StringIO(), io.StringIO()) if typed is None else (Screen(), Screen())
        environ = {**clean_environ(home), **api.environ, **(variables or {})}
        source = io.StringIO() if typed is None else Keyboard(typed)
        runtime = Runtime(
            environ=environ,
            terminal=Terminal.of(environ, source, out, err),
            cwd=home,
            read_stdin=lambda: stdin,
            sleep=lambda _: None,
            recorder=recorder,
        )
        options.setdefault("shared", {"output": "json"})
        return Opened(Session(runtime, EngineOptions(**options), view), out, err)

    return open_session
