"""Measures lists over an organization with 20,000 services against the same over one project.

``rows`` is called by ``run.py``. Costs are wall times of whole processes for each item, so that a
list that grows faster than its items shows; memory is the peak of the process.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

#: One project of the big organization: 10 environments, 100 services.
PROJECT = "payments-core"
COST = 5
MEMORY_MIB = 300
#: The part of a run after which the first line is there at the latest.
FIRST = 0.5

#: What is listed, after ``qovery``.
LISTS = (
    ("JSON", "app list --all -o json"),
    ("ndjson", "app list --all -o ndjson"),
    ("csv with states", "app list --all -o csv"),
    ("status as ndjson", "status --all -o ndjson"),
    ("a table, filtered and sorted", "app list --all --filter state=RUNNING --sort-by -name"),
)

Row = tuple[str, float, float, str]

#: Runs a command; prints its seconds, the seconds to its first line, its lines and its KiB.
RUNNER = """
import json, resource, subprocess, sys, time
started = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
process.stdout.readline()
first = time.perf_counter() - started
lines = 1 + sum(block.count(b"\\n") for block in iter(lambda: process.stdout.read(1 << 20), b""))
code = process.wait()
seconds = time.perf_counter() - started
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([code, seconds, first, lines, memory]))
"""


def rows(place: Any) -> list[Row]:
    """Return name, measured, at most and unit of everything, in an environment of ``run.Place``."""
    found: list[Row] = []
    with big(place):
        for name, words in LISTS:
            small, few = cost(place, f"{words} --project {PROJECT}", runs=3)
            large, many = cost(place, words, runs=1)
            part = large["first"] / large["seconds"]
            ratio = (large["seconds"] / many) / (small["seconds"] / few)
            found.append(
                (
                    f"{name}: time for each of {many:,} items, of that for each of {few}",
                    ratio,
                    COST,
                    "x",
                )
            )
            found.append(
                (f"{name} of {many:,} items: memory", large["memory"] / 1024, MEMORY_MIB, " MiB")
            )
            if "ndjson" in words or "csv" in words:
                found.append(
                    (
                        f"{name} of {many:,} items: time to the first line, of the whole",
                        part,
                        FIRST,
                        "",
                    )
                )
        found.append(completion(place))
    return found


@contextmanager
def big(place: Any) -> Iterator[None]:
    """Let a sandbox with the big organization run, with settings and caches of its own."""
    before = place.environ
    own = {name: f"{before[name]}-big" for name in ("QOVERY_CONFIG_DIR", "QOVERY_CACHE_DIR")}
    place.environ = {**before, **own}
    place.environ.pop("QOVERY_PROFILE", None)
    qovery = place.program("qovery")
    try:
        place.run(qovery, "sandbox", "start", "--seed", "big", "-o", "json")
        place.environ["QOVERY_PROFILE"] = "sandbox"
        try:
            yield
        finally:
            place.run(qovery, "sandbox", "stop", "-o", "json")
    finally:
        place.environ = before


def cost(place: Any, words: str, *, runs: int) -> tuple[dict[str, float], int]:
    """Return the quickest of some runs of a command, and how many items it lists."""
    command = [place.program("qovery"), *words.split()]
    taken = []
    for _ in range(runs):
        told = place.run(place.program("python"), "-c", RUNNER, *command)
        code, seconds, first, lines, memory = json.loads(told)
        assert code == 0, f"{words} ended with {code}"
        taken.append({"seconds": seconds, "first": first, "lines": lines, "memory": memory})
    best = min(taken, key=lambda run: run["seconds"])
    if "-o json" in words:
        ids = [word if word != "json" else "id" for word in command]
        return best, len(place.run(*ids).splitlines())
    return best, int(best["lines"]) - ("ndjson" not in words)


def completion(place: Any) -> Row:
    """Return what TAB costs among 200 projects, in TABs among 10 environments."""
    few = tab(place, "app", "list", "--project", PROJECT, "--env", "")
    many = tab(place, "app", "list", "--project", "")
    return (
        "TAB: time for each of 200 names, of that for each of 10",
        (many / 200) / (few / 10),
        COST,
        "x",
    )


def tab(place: Any, *words: str) -> float:
    """Return the least seconds of some completions, the first of which fills the cache."""
    command = [place.program("qovery"), "__complete", "bash", *words]
    taken = []
    for _ in range(6):
        started = time.perf_counter()
        subprocess.run(command, env=place.environ, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - started)
    return min(taken)


if __name__ == "__main__":
    sys.exit("run.py runs this.")
