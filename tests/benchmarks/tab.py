"""Times TAB: inside bash, zsh and fish where they are installed, and the one process that asks.

``rows(program)`` returns (what, measured, most, unit) for an installed program. Alone, it prints
them: ``python tests/benchmarks/tab.py [PROGRAM]``. In the shells nothing is on the path, so that a
process could not be started. Uses only the standard library.
"""

import contextlib
import http.server
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

Row = tuple[str, float, float, str]

LATENCY = 0.08
WORD_MS, NAME_MS, ASKING_MS = 3, 4, 70

ORG, SHOP, ENV = (f"{digit * 8}-0000-4000-8000-000000000000" for digit in "123")
NAMES = [
    ("staging", ENV),
    *((f"pr-{n}", f"4{n:07}-0000-4000-8000-000000000000") for n in range(99)),
]
LISTS = {
    "/organization": [("Acme", ORG)],
    f"/organization/{ORG}/project": [("shop", SHOP)],
    f"/project/{SHOP}/environment": NAMES,
    f"/project/{SHOP}/environment/status": [],
}

#: A command, an option, a value of an enum, a column, every option of a command that has many.
WORDS = (
    "qovery app dom",
    "qovery app list --no-h",
    "qovery env create x --mode DEV",
    "qovery app list --columns name,repo",
    "qovery app create x --",
)
NAME = "qovery app list --project shop --env sta"


def rows(program: str, rounds: int = 41) -> list[Row]:
    """Return the medians for a program that is installed at this path."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="qovery-tab-") as folder, slow_api() as url:
        place = Place(Path(folder), program, url)
        # An ordinary command leaves the names that the shells read.
        place.run("env", "list", "--project", "shop", "-o", "name")
        for shell, timed in SHELLS.items():
            if shutil.which(shell) is None:
                print(f"NOT RUN: TAB in {shell}, which is not installed", file=sys.stderr)
                continue
            spent = timed(place, (*WORDS, NAME), rounds)
            *words, name = [statistics.median(spent[line]) for line in (*WORDS, NAME)]
            found.append((f"TAB on a known word, {shell}", max(words), WORD_MS, " ms"))
            found.append((f"TAB on a name, warm, {shell}", name, NAME_MS, " ms"))
        double_tables(place)
        for shell in [shell for shell in SHELLS if shutil.which(shell)]:
            spent = SHELLS[shell](place, WORDS, rounds)
            most = max(statistics.median(each) for each in spent.values())
            found.append((f"TAB with twice the commands, {shell}", most, WORD_MS, " ms"))
        most = LATENCY * 1000 + ASKING_MS
        found.append(("TAB on a name, cold, server with 80 ms", asking(place), most, " ms"))
    return found


class Place:
    """A home with nothing but what the program itself leaves there."""

    def __init__(self, folder: Path, program: str, url: str) -> None:
        self.folder, self.program = folder, program
        self.tables: Path | None = None
        self.environ = {
            "HOME": str(folder),
            "PATH": os.environ.get("PATH", os.defpath),
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "QOVERY_CACHE_DIR": str(folder / "cache"),
            "QOVERY_CONFIG_DIR": str(folder / "config"),
            "QOVERY_NO_KEYRING": "1",
            "QOVERY_API_URL": url,
            "QOVERY_API_TOKEN": "token",
        }

    def run(self, *words: str) -> str:
        """Return what the program prints."""
        return self.shell(self.program, *words)

    def shell(self, *words: str) -> str:
        """Return what some program prints in this home."""
        done = subprocess.run(
            words, env=self.environ, cwd=self.folder, check=True, capture_output=True, text=True
        )
        return done.stdout

    def script(self, shell: str, name: str) -> Path:
        """Return the script of a shell in a file of this name."""
        path = self.folder / shell / name
        path.parent.mkdir(exist_ok=True)
        text = self.run("completion", "show", shell)
        if self.tables:
            text = text.replace(str(installed_tables(text)), str(self.tables))
        path.write_text(text, encoding="utf-8")
        return path


def installed_tables(script: str) -> Path:
    """Return the folder of the tables that is written into a script."""
    (path,) = re.findall(r"[Tt]ables(?:=| = | )'(.*/tables-\d+)'", script)
    return Path(path)


def double_tables(place: Place) -> None:
    """Let the scripts read a copy of the tables with every command and group at least twice."""
    place.tables = place.folder / "twice"
    shutil.copytree(installed_tables(place.run("completion", "show", "bash")), place.tables)
    # The innermost first, so that a copied group has all its commands.
    for index in sorted(place.tables.rglob("_index.tsv"), key=lambda path: -len(path.parts)):
        lines = index.read_text(encoding="utf-8").splitlines()
        for name in [line.split("\t")[0].split(" ")[0].lstrip("-") for line in lines]:
            own, copied = index.parent / name, index.parent / f"{name}-again"
            if own.is_dir():
                shutil.copytree(own, copied)
            else:
                shutil.copy(f"{own}.tsv", f"{copied}.tsv")
            lines.append(f"{copied.name}\tOnce more")
        index.write_text("\n".join([*lines, ""]), encoding="utf-8")


Spent = dict[str, list[float]]


def in_bash(place: Place, lines: tuple[str, ...], rounds: int) -> Spent:
    """Return the milliseconds of each TAB in bash, which calls the function as readline does."""
    code = f"""
        . '{place.script("bash", "qovery.bash")}'
        PATH=
        compopt() {{ :; }}
        for line in {" ".join(f"'{line}'" for line in lines)}; do
          COMP_LINE=$line COMP_POINT=${{#line}} COMP_WORDS=(qovery)
          for ((n = 0; n < {rounds}; n++)); do
            start=$EPOCHREALTIME
            _qovery
            end=$EPOCHREALTIME
            [[ -n $COMPREPLY ]] && echo "$((${{end/[.,]/}} - ${{start/[.,]/}})) $line"
          done
        done
    """
    return _spent(place.shell("bash", "--norc", "--noprofile", "-c", code), 1000)


def in_fish(place: Place, lines: tuple[str, ...], rounds: int) -> Spent:
    """Return the milliseconds of each TAB in fish, which asks itself for completions."""
    code = f"""
        source '{place.script("fish", "qovery.fish")}'
        set -gx PATH
        for line in {" ".join(f"'{line}'" for line in lines)}
            for n in (string split ' ' (string repeat -n {rounds - 1} 'x '))
                set -l found (complete -C $line)
                set -q found[1]; or exit 1
                echo "LINE $line" >&2
                time complete -C $line >/dev/null
            end
        end
    """
    done = subprocess.run(
        ["fish", "--no-config", "-c", code],
        env=place.environ, cwd=place.folder, check=True, capture_output=True, text=True,
    )  # fmt: skip
    scale = {"micros": 1, "millis": 1000, "secs": 1_000_000}
    text = ""
    for line, value, unit in re.findall(
        r"LINE (.*?)\n.*?Executed in +([\d.]+) (\w+)", done.stderr, re.DOTALL
    ):
        text += f"{float(value) * scale[unit]} {line}\n"
    return _spent(text, 1000)


def in_zsh(place: Place, lines: tuple[str, ...], rounds: int) -> Spent:
    """Return the milliseconds of each TAB in zsh, whose line editor needs a terminal.

    The list is drawn when the editor redraws the line, which it would do after the last TAB alone:
    ``zle -R`` makes it part of each.
    """
    import pty

    script, out = place.script("zsh", "_qovery"), place.folder / "zsh" / "out"
    (script.parent / ".zshrc").write_text(
        f"""
        fpath=('{script.parent}' $fpath) LISTMAX=10000
        autoload -Uz compinit && compinit -u -D
        zmodload zsh/datetime
        PATH=
        measure() {{
          local -F start
          local line n
          for line in {" ".join(f"'{line}'" for line in lines)}; do
            for ((n = 0; n < {rounds}; n++)); do
              BUFFER=$line CURSOR=$#line start=$EPOCHREALTIME
              zle expand-or-complete
              zle -R
              print -r -- $(((EPOCHREALTIME - start) * 1000)) $line >>'{out}'
            done
          done
          exit
        }}
        zle -N measure
        bindkey '^T' measure
        """,
        encoding="utf-8",
    )
    pid, terminal = pty.fork()
    if pid == 0:
        environ = {**place.environ, "ZDOTDIR": str(script.parent), "COLUMNS": "200"}
        os.chdir(place.folder)
        os.execvpe("zsh", ["zsh", "-d", "-i"], environ)
    os.write(terminal, b"\x14")
    # On Linux, a terminal whose program has ended is an error.
    with contextlib.suppress(OSError):
        while os.read(terminal, 65536):
            pass
    os.close(terminal)
    os.waitpid(pid, 0)
    return _spent(out.read_text(encoding="utf-8"), 1)


def _spent(text: str, scale: int) -> Spent:
    found: Spent = {}
    for line in text.splitlines():
        value, _, words = line.partition(" ")
        found.setdefault(words, []).append(float(value) / scale)
    # The first TAB of a shell also reads the script.
    return {words: values[1:] for words, values in found.items()}


SHELLS = {"bash": in_bash, "zsh": in_zsh, "fish": in_fish}


def asking(place: Place, rounds: int = 9) -> float:
    """Return the milliseconds of the one process that asks for a list nobody has seen yet."""
    words = [place.program, "__complete", "bash", *NAME.split()[1:-1], ""]
    seconds = []
    for _ in range(rounds):
        for path in (place.folder / "cache").rglob("environment.*"):
            path.unlink()
        started = time.perf_counter()
        printed = subprocess.run(words, env=place.environ, check=True, capture_output=True).stdout
        seconds.append(time.perf_counter() - started)
        assert printed.count(b"\n") == len(NAMES)
    return statistics.median(seconds) * 1000


class Slow(http.server.BaseHTTPRequestHandler):
    """Answers lists after a while."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        time.sleep(LATENCY)
        items = [{"name": name, "id": id} for name, id in LISTS.get(self.path, [])]
        content = json.dumps({"results": items}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def slow_api() -> Iterator[str]:
    """Run the server and return its URL."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    own = shutil.which("qovery", path=str(Path(sys.executable).parent)) or "qovery"
    for what, measured, most, unit in rows(sys.argv[1] if len(sys.argv) > 1 else own):
        verdict = "ok" if measured <= most else "OVER"
        print(f"{what:42} {measured:7.2f}{unit}  at most {most:g}{unit}  {verdict}")
