"""The program under test: an empty home to live in, and two ways to run it there."""

import io
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qovery_cli.cli.root import run
from qovery_cli.output.terminal import Terminal
from qovery_cli.session import Runtime

WIDTH = "100"

#: All that a program may know of the machine that tests it.
_KEPT = ("PATH", "PATHEXT", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "PYTHONPATH")

#: A wait looks again so soon in this process, whatever it asked for.
_SHORTEST = 0.02


@dataclass(frozen=True)
class Ran:
    """What a run of the program came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The data on stdout, which must be JSON and nothing else."""
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        """The error as ``-o json`` tells it: the last line on stderr."""
        return json.loads(self.err.strip().splitlines()[-1])

    @property
    def sentence(self) -> str:
        """The sentence of the error, as a person reads it."""
        (line,) = [x for x in self.err.splitlines() if x.startswith("error: ")]
        return line.removeprefix("error: ")

    @property
    def hint(self) -> str:
        """The hint of the error, as a person reads it."""
        (line,) = [x for x in self.err.splitlines() if x.startswith("hint: ")]
        return line.removeprefix("hint: ")

    def __str__(self) -> str:
        return f"exit {self.code}\n--- stdout\n{self.out}\n--- stderr\n{self.err}"


@dataclass
class Home:
    """An empty home with the environment of a program that lives there."""

    path: Path
    environ: dict[str, str] = field(default_factory=dict)

    @property
    def config(self) -> Path:
        """The folder of the settings."""
        return Path(self.environ["QOVERY_CONFIG_DIR"])

    def write(self, name: str, text: str) -> Path:
        """Return a new file below the home."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file


def clean_environ(home: Path) -> dict[str, str]:
    """Return an environment in which nothing of the tester's own is set."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    own = {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "QOVERY_CONFIG_DIR": str(home / "config"),
        "QOVERY_CACHE_DIR": str(home / "cache"),
        "QOVERY_NO_KEYRING": "1",
        "COLUMNS": WIDTH,
        "TERMINAL_WIDTH": WIDTH,
    }
    return {**kept, **own}


def program() -> list[str]:
    """Return the installed program, or how Python runs it where it is not installed."""
    script = shutil.which("qovery", path=str(Path(sys.executable).parent))
    return [script] if script else [sys.executable, "-m", "qovery_cli"]


class Installed:
    """Runs the installed program in a process of its own."""

    def __init__(self, home: Home) -> None:
        self.home = home

    def command(self, line: str, *words: str) -> list[str]:
        """Return the words of a process: a line as it is typed, then words taken as they are."""
        return [*program(), *shlex.split(line), *words]

    def __call__(
        self,
        line: str,
        *words: str,
        stdin: str | bytes = "",
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Ran:
        """Run a line to its end."""
        ended = subprocess.run(
            self.command(line, *words),
            input=stdin if isinstance(stdin, bytes) else stdin.encode(),
            capture_output=True,
            env={**self.home.environ, **(env or {})},
            cwd=cwd or self.home.path,
            timeout=60,
            check=False,
        )
        return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    @contextmanager
    def started(
        self, line: str, *words: str, env: Mapping[str, str] | None = None
    ) -> Iterator["subprocess.Popen[str]"]:
        """Start a line; it is ended with the block if it has not ended by then."""
        process = subprocess.Popen(
            self.command(line, *words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**self.home.environ, **(env or {})},
            cwd=self.home.path,
            text=True,
        )
        with process:
            try:
                yield process
            finally:
                process.kill()


class Keyboard(io.StringIO):
    """What a person types at a terminal."""

    def isatty(self) -> bool:
        """Tell that there is somebody."""
        return True


class Screen(io.StringIO):
    """What a person sees at a terminal."""

    def isatty(self) -> bool:
        """Tell that there is somebody."""
        return True


class InProcess:
    """Runs command lines in this process, as ``main`` does; waits do not sleep long."""

    def __init__(self, home: Home) -> None:
        self.home = home

    def __call__(
        self,
        line: str,
        *words: str,
        stdin: str | bytes = "",
        typed: str | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Ran:
        """Run a line; with ``typed``, at a terminal where somebody types that."""
        person = typed is not None
        out, err = (Screen(), Screen()) if person else (io.StringIO(), io.StringIO())
        piped = stdin if isinstance(stdin, bytes) else stdin.encode()
        source = Keyboard(typed) if person else io.StringIO(piped.decode(errors="replace"))
        environ = {**self.home.environ, **(env or {})}
        runtime = Runtime(
            environ=environ,
            terminal=Terminal.of(environ, source, out, err),
            cwd=self.home.path,
            read_stdin=lambda: piped,
            sleep=lambda seconds: time.sleep(min(seconds, _SHORTEST)),
        )
        # What goes past the world counts as well: help, and any stray print.
        with redirect_stdout(out), redirect_stderr(err):
            code = run([*shlex.split(line), *words], runtime)
        return Ran(code, out.getvalue(), err.getvalue())
