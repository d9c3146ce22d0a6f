"""Count the modules and functions that one value crosses on its way through the program.

``python tests/benchmarks/hops.py`` runs ``app update api --cpu 2750m --dry-run`` against a
sandbox, in this process and under a profiler, and counts the functions of the package that hold
the value in a local variable: as the text that was typed or as the number that is sent. ``--list``
prints them.
"""

import argparse
import os
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
SRC = str(ROOT / "src" / "qovery_cli") + os.sep

TYPED, SENT = "2750m", 2750
#: Containers are searched this deep for the value.
DEPTH = 5


def main() -> int:
    """Print the two numbers; return the exit code of the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print every function")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qovery-hops-") as folder:
        code, crossed = _trace(Path(folder))
    modules = {module for module, _ in crossed}
    if options.list:
        for module, function in sorted(crossed):
            print(f"{module}: {function}")
    print(f"--cpu crosses {len(modules)} modules and {len(crossed)} functions")
    return code


def _trace(folder: Path) -> tuple[int, set[tuple[str, str]]]:
    from program import Home, InProcess, clean_environ
    from sandboxes import running
    from shop import APPLICATION, Shop

    crossed: set[tuple[str, str]] = set()

    def profile(frame: FrameType, event: str, _argument: Any) -> None:
        path = frame.f_code.co_filename
        if event != "return" or not path.startswith(SRC):
            return
        key = (path.removeprefix(SRC), frame.f_code.co_qualname)
        if key not in crossed and _holds(frame.f_locals, DEPTH):
            crossed.add(key)

    with running(folder, "1.0.4") as sandbox:
        shop = Shop(sandbox)
        path = f"/environment/{shop.environment()}/application"
        sandbox.call("POST", path, {**APPLICATION, "name": "api"})
        home = Home(folder, {**clean_environ(folder), **shop.environ})
        threading.setprofile(profile)
        sys.setprofile(profile)
        try:
            ran = InProcess(home)("app", "update", "api", "--cpu", TYPED, "--dry-run")
        finally:
            sys.setprofile(None)
            threading.setprofile(None)
    return ran.code, crossed


def _holds(value: Any, depth: int) -> bool:
    if isinstance(value, str):
        return value == TYPED
    if isinstance(value, int):
        return value == SENT
    if depth == 0:
        return False
    if isinstance(value, Mapping):
        return any(_holds(item, depth - 1) for item in list(value.values()))
    if isinstance(value, list | tuple | set | frozenset):
        return any(_holds(item, depth - 1) for item in value)
    if type(value).__module__.startswith("qovery_cli"):
        return _holds(getattr(value, "__dict__", {}), depth - 1)
    return False


if __name__ == "__main__":
    sys.exit(main())
