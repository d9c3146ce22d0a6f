"""Times whole commands in an environment of their own, as ratios to an empty Python process.

Uses only the standard library itself; pyperf, which does the timing, is installed in that
environment. TAB is timed by ``tab.py``, large organizations by ``scale.py``. Prints a table in
Markdown; exits 1 if a budget is not met.
"""

import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path

import scale
import tab

ROOT = Path(__file__).resolve().parents[2]
LATENCY = 0.08


@dataclass(frozen=True)
class Budget:
    """A command after ``qovery``, and at most how many empty Python processes it may cost."""

    name: str
    words: str
    most: float
    terminal: bool = False


BUDGETS = (
    Budget("version", "--version", 1.35),
    Budget("help", "--help", 2),
    Budget("help of a group", "app --help", 2),
    Budget("help of a command", "app deploy --help", 2),
    Budget("a list as JSON", "app list --env {environment} -o json", 11.5),
    Budget("a list at a terminal", "app list --env {environment}", 13, terminal=True),
)
MEMORY_MIB = 45


def main() -> int:
    """Return 0 if every budget is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory(prefix="qovery-bench-") as folder:
        place = Place(Path(folder))
        place.install()
        with place.sandbox():
            rows = [*timed(place, quick), memory(place), fan_out(place)]
        rows += [*tab.rows(place.program("qovery")), *scale.rows(place)]
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {sys.platform}\n")
    print("| what | measured | at most | |")
    print("|---|---|---|---|")
    for name, measured, most, unit in rows:
        verdict = "ok" if measured <= most else "OVER"
        print(f"| {name} | {measured:.2f}{unit} | {most:g}{unit} | {verdict} |")
    return 0 if all(measured <= most for _, measured, most, _ in rows) else 1


Row = tuple[str, float, float, str]


class Place:
    """A virtual environment, a directory of settings, and a sandbox that runs while needed."""

    def __init__(self, folder: Path) -> None:
        self.venv = folder / "venv"
        self.environ = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QOVERY_", "PYTHON")) and name not in {"CI", "SSL_CERT_FILE"}
        }
        self.environ |= {"QOVERY_CONFIG_DIR": str(folder / "config"), "QOVERY_PROFILE": "sandbox"}
        self.environ |= {"QOVERY_CACHE_DIR": str(folder / "cache"), "NO_COLOR": "1"}

    def program(self, name: str) -> str:
        """Return the path of a program of the environment."""
        return str(self.venv / ("Scripts" if os.name == "nt" else "bin") / name)

    def install(self) -> None:
        """Make the environment as a user would."""
        venv.create(self.venv, with_pip=True)
        pip = [self.program("python"), "-m", "pip", "install", "--quiet"]
        for what in (["--upgrade", "pip"], [f"{ROOT}[sandbox]"], ["pyperf"]):
            subprocess.run([*pip, "--disable-pip-version-check", *what], check=True)

    def run(self, *words: str) -> str:
        """Return what a command of the environment prints."""
        done = subprocess.run(
            words, env=self.environ, check=True, capture_output=True, text=True, cwd=ROOT.parent
        )
        return done.stdout

    def sandbox(self) -> "Sandbox":
        """Return a sandbox that runs inside ``with``."""
        return Sandbox(self)


class Sandbox:
    """Starts a sandbox in the background and stops it."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def __enter__(self) -> "Sandbox":
        self.place.environ.pop("QOVERY_PROFILE")
        self.place.run(self.place.program("qovery"), "sandbox", "start", "-o", "json")
        self.place.environ["QOVERY_PROFILE"] = "sandbox"
        return self

    def __exit__(self, *_: object) -> None:
        self.place.run(self.place.program("qovery"), "sandbox", "stop", "-o", "json")


def timed(place: Place, quick: bool) -> list[Row]:
    """Return a row for each budget: the median of ratios over interleaved rounds."""
    ids = place.run(place.program("qovery"), "env", "list", "--filter", "name=staging", "-o", "id")
    environment = ids.strip()
    rounds = 3 if quick else 7
    commands = {budget.name: command_of(place, budget, environment) for budget in BUDGETS}
    ratios: dict[str, list[float]] = {budget.name: [] for budget in BUDGETS}
    for _ in range(rounds):
        # What the pseudo-terminal itself costs is not the command's.
        terminal = median(place, at_terminal(["true"]))
        for budget in BUDGETS:
            # Beside each command, because the speed of a machine drifts.
            floor = median(place, [place.program("python"), "-c", "pass"])
            seconds = median(place, commands[budget.name])
            ratios[budget.name].append((seconds - terminal * budget.terminal) / floor)
    return [(b.name, statistics.median(ratios[b.name]), b.most, "x") for b in BUDGETS]


def command_of(place: Place, budget: Budget, environment: str) -> list[str]:
    """Return the words of a budget's command."""
    words = [place.program("qovery"), *budget.words.format(environment=environment).split()]
    return at_terminal(words) if budget.terminal else words


def at_terminal(words: list[str]) -> list[str]:
    """Return the words that run a command on a pseudo-terminal."""
    return ["script", "-qec", shlex.join(words), os.devnull]


def median(place: Place, words: list[str]) -> float:
    """Return the median seconds of a command, as pyperf times it."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["--processes=3", "--values=3", "--warmups=1", "--quiet", "-o", str(report)]
        keep = ",".join(place.environ)
        pyperf = [place.program("python"), "-m", "pyperf", "command", *options]
        place.run(*pyperf, f"--inherit-environ={keep}", "--", *words)
        data = json.loads(report.read_text(encoding="utf-8"))
    values = [
        value
        for bench in data["benchmarks"]
        for run in bench["runs"]
        for value in run.get("values", ())
    ]
    return statistics.median(values)


def memory(place: Place) -> Row:
    """Return the largest memory of a list, in MiB."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    words = [place.program("qovery"), "app", "list", "--env", "staging"]
    kibibytes = int(place.run(place.program("python"), "-c", code, *words))
    return "memory of a list", kibibytes / 1024, MEMORY_MIB, " MiB"


def fan_out(place: Place) -> Row:
    """Return what 8 independent requests to a slow server cost, in single requests."""
    code = (Path(__file__).parent / "fan_out.py").read_text(encoding="utf-8")
    ratio = float(place.run(place.program("python"), "-c", code, str(LATENCY)))
    return "8 requests at once", ratio, 1.5, "x one"


if __name__ == "__main__":
    sys.exit(main())
