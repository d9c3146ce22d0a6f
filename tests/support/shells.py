"""Real shells at a pseudo-terminal, in which TAB is pressed and what appears is read."""

import itertools
import os
import re
import shutil
import signal
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

#: What runs for the program's name: it tells its arguments, and notes each question of a script.
_STAND_IN = """#!/bin/sh
if [ "$1" = __complete ]; then
    echo "$*" >> '{log}'
    exec '{python}' -m qovery_cli "$@"
fi
printf 'ARGS'
for word; do printf '<%s>' "$word"; done
printf '.\\n'
"""

_SEQUENCES = re.compile(r"\x1b\[[0-9;?>=]*[a-zA-Z]|\x1b[()][A-Z0-9]|\x1b[=>]|\x1b\][^\x07]*\x07|\r")

#: For one TAB, which may start a process; far more than any of it takes.
SECONDS = 10

#: A character that no test types, to see that everything before it has been dealt with.
_MARK = "%"


class Shell:
    """One interactive shell with the completion loaded."""

    name = ""
    kills_line = "\x15"

    @classmethod
    def start(cls, folder: Path, environ: Mapping[str, str]) -> "Shell":
        """Return a shell that has read the script, and nothing of the machine's own."""
        raise NotImplementedError

    @classmethod
    def start_as_user(cls, folder: Path, environ: Mapping[str, str]) -> "Shell":
        """Return a shell that has read the start-up files of the home in the environment."""
        return cls(*_spawn(cls.name, ["-i"], folder, environ))

    def __init__(self, child: Any, log: Path) -> None:
        self._child = child
        self._log = log
        self._numbers = itertools.count(1)

    @property
    def questions(self) -> list[str]:
        """What the script asked the program, as it could not tell itself."""
        if not self._log.exists():
            return []
        return self._log.read_text(encoding="utf-8").splitlines()

    def completed(self, line: str) -> list[str]:
        """Return the arguments that the program gets after TAB and Enter at the end of a line."""
        self._child.send(f"{line}\t\r")
        self._child.expect(r"ARGS(.*?)\.\r?\n")
        found = _SEQUENCES.sub("", self._child.match.group(1))
        self.synchronise()
        return re.findall(r"<(.*?)>", found)

    def offered(self, line: str, expected: str) -> str:
        """Return what appears after TAB at the end of a line, from then until it is given up."""
        self._child.send(f"{line}\t{self.second_tab}")
        self._child.expect_exact(expected)
        seen = str(self._child.before) + expected
        self._child.send(self.kills_line)
        return _SEQUENCES.sub("", seen + self.synchronise())

    def silent(self, line: str) -> str:
        """Return what appears after TAB where nothing is to be offered."""
        # The mark appears when the completion has ended; only then is the line given up.
        self._child.send(f"{line}\t{self.second_tab}{_MARK}")
        self._child.expect_exact(_MARK)
        self._child.send(self.kills_line)
        return _SEQUENCES.sub("", self.synchronise()).replace(line, "")

    def do(self, line: str) -> None:
        """Run a line of the shell."""
        self._child.send(f"{line}\r")
        self.synchronise()

    second_tab = ""

    def close(self) -> None:
        """End the shell at once: nothing of it is wanted any more."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()
        self._child.ptyproc.delayafterclose = 0
        self._child.close(force=True)

    def synchronise(self) -> str:
        """Wait for the next prompt, and return what appeared until then."""
        number = next(self._numbers)
        # Typed in two halves, so that only what echo says is the whole.
        self._child.send(f"echo SY''NC{number}.\r")
        self._child.expect_exact(f"SYNC{number}.")
        return str(self._child.before)


class Bash(Shell):
    """GNU bash."""

    name = "bash"
    second_tab = "\t"

    @classmethod
    def start(cls, folder: Path, environ: Mapping[str, str]) -> "Bash":
        settings = folder / "inputrc"
        settings.write_text(
            "set bell-style none\nset completion-query-items 0\nset page-completions off\n"
            "set enable-bracketed-paste off\n"
        )
        script = ROOT / "completions" / "qovery.bash"
        start = folder / "bashrc"
        start.write_text(f"PS1='> '\n. '{script}'\n", encoding="utf-8")
        environ = {**environ, "INPUTRC": str(settings)}
        return cls(*_spawn("bash", ["--noprofile", "--rcfile", str(start), "-i"], folder, environ))


class Zsh(Shell):
    """The Z shell."""

    name = "zsh"

    @classmethod
    def start(cls, folder: Path, environ: Mapping[str, str]) -> "Zsh":
        start = folder / "zdot"
        start.mkdir()
        (start / ".zshrc").write_text(
            f"PS1='> '; fpath=('{ROOT / 'completions'}' $fpath); LISTMAX=10000\n"
            "unsetopt prompt_sp prompt_cr list_beep; setopt no_always_last_prompt\n"
            # What compinit finds is kept for the next test: it reads a thousand files.
            f"autoload -Uz compinit; compinit -C -d '{folder.parent}/zcompdump'\n"
            "unset zle_bracketed_paste\n",
            encoding="utf-8",
        )
        environ = {**environ, "ZDOTDIR": str(start)}
        return cls(*_spawn("zsh", ["-d", "-i"], folder, environ))


class Fish(Shell):
    """The friendly interactive shell."""

    name = "fish"

    @classmethod
    def start(cls, folder: Path, environ: Mapping[str, str]) -> "Fish":
        script = ROOT / "completions" / "qovery.fish"
        begin = f"source '{script}'; function fish_prompt; echo '> '; end; set -g fish_greeting"
        own = {"XDG_CONFIG_HOME": str(folder / "fish"), "XDG_DATA_HOME": str(folder / "data")}
        environ = {**environ, **own, "fish_history": ""}
        return cls(*_spawn("fish", ["--no-config", "-i", "-C", begin], folder, environ))


SHELLS: tuple[type[Shell], ...] = (Bash, Zsh, Fish)


def missing(shell: str) -> str | None:
    """Return why a shell cannot be driven here, None if it can."""
    if os.name == "nt":
        return "there are no pseudo-terminals on Windows"
    return None if shutil.which(shell) else f"{shell} is not installed"


def skip_without(shell: str) -> None:
    """Skip the test where a shell cannot be driven.

    ``.ci/run`` installs all of them; where it cannot, it says so in front of the tests.
    """
    reason = missing(shell)
    if reason:
        pytest.skip(f"TAB in {shell} is not tested on this machine: {reason}")


@contextmanager
def interactive(
    kind: Any,
    folder: Path,
    environ: Mapping[str, str],
    program: str = "qovery",
    as_user: bool = False,
) -> Iterator[Shell]:
    """Run a shell in which a program of this name stands on the path."""
    stand_in(folder, program)
    path = os.pathsep.join([str(folder / "bin"), environ.get("PATH", os.defpath)])
    start = kind.start_as_user if as_user else kind.start
    shell = start(folder, {**environ, "PATH": path})
    try:
        shell.synchronise()
        yield shell
    finally:
        shell.close()


def stand_in(folder: Path, program: str) -> None:
    """Put a program in place that tells its arguments, and answers the scripts as the real one."""
    file = folder / "bin" / program
    file.parent.mkdir(exist_ok=True)
    file.write_text(_STAND_IN.format(log=folder / "asked", python=sys.executable))
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def _spawn(
    program: str, words: list[str], folder: Path, environ: Mapping[str, str]
) -> tuple[Any, Path]:
    import pexpect

    child = pexpect.spawn(
        shutil.which(program) or program,
        words,
        env={"TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **environ},
        cwd=str(folder),
        dimensions=(300, 200),
        encoding="utf-8",
        timeout=SECONDS,
    )
    child.delaybeforesend = None
    return child, folder / "asked"
