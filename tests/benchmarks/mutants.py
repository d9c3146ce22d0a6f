"""Change one thing in the source at a time, and count how often the unit tests notice.

``python tests/benchmarks/mutants.py [--count 300] [--seed 1] [PACKAGE...]`` samples places in the
packages (session, cli, resolve and commands by default), applies one small change to a copy of the
source, and runs that package's own unit tests against the copy. Prints the changes that survived
and the score of each package. Nothing in the working tree is modified.
"""

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("session", "cli", "resolve", "commands")
#: Seconds after which the tests of a change count as failed: it made a loop endless.
TIMEOUT = 120

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True)
class Mutant:
    """One change: the file, the line, what was changed, and the whole changed source."""

    path: Path
    line: int
    label: str
    source: str

    @property
    def package(self) -> str:
        return self.path.relative_to(ROOT / "src" / "qovery_cli").parts[0]


def mutants(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    places = [node for node in ast.walk(tree) if _is_mutable(node)]
    for number, node in enumerate(places):
        for variant in range(_variants(node)):
            changed = copy.deepcopy(tree)
            target = [other for other in ast.walk(changed) if _is_mutable(other)][number]
            label = _mutate(target, variant)
            yield Mutant(path, node.lineno, label, ast.unparse(changed))


def _is_mutable(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        return len(node.ops) == 1 and type(node.ops[0]) in _COMPARISONS
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call)
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool)
    if isinstance(node, ast.Return):
        return node.value is not None and not isinstance(node.value, ast.Constant)
    return isinstance(node, ast.BoolOp | ast.If | ast.Raise)


def _variants(node: ast.AST) -> int:
    return 2 if isinstance(node, ast.If) else 1


def _mutate(node: ast.AST, variant: int) -> str:
    """Change a node in place and return what was done."""
    if isinstance(node, ast.Compare):
        before = type(node.ops[0])
        node.ops = [_COMPARISONS[before]()]
        return f"{before.__name__} -> {type(node.ops[0]).__name__}"
    if isinstance(node, ast.BoolOp):
        before_name = type(node.op).__name__
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return f"{before_name} -> {type(node.op).__name__}"
    if isinstance(node, ast.If):
        node.test = ast.Constant(variant == 0)
        return f"if -> {variant == 0}"
    if isinstance(node, ast.Constant):
        node.value = not node.value
        return f"-> {node.value}"
    if isinstance(node, ast.Return):
        node.value = ast.Constant(None)
        return "return -> None"
    if isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
        return "not removed"
    if isinstance(node, ast.Expr):
        node.value = ast.Constant(None)
        return "call removed"
    assert isinstance(node, ast.Raise)
    node.exc, node.cause = ast.Name("SystemError", ast.Load()), None
    return "raise -> SystemError"


def survives(mutant: Mutant, folder: Path) -> bool:
    """Return True if the unit tests of the package pass with the mutant in place."""
    target = folder / mutant.path.relative_to(ROOT)
    original = target.read_text(encoding="utf-8")
    target.write_text(mutant.source, encoding="utf-8")
    try:
        return _tests_pass(mutant.package, folder)
    finally:
        target.write_text(original, encoding="utf-8")


def _tests_pass(package: str, folder: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider"]
    environ = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        result = subprocess.run(
            [*command, f"tests/unit/{package}"],
            cwd=folder,
            env=environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return result.returncode == 0


def main() -> int:
    """Return 0; the score is for people to compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", nargs="*", default=PACKAGES)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    source = ROOT / "src" / "qovery_cli"
    every = [
        mutant
        for package in options.packages
        for path in sorted((source / package).rglob("*.py"))
        for mutant in mutants(path)
    ]
    sample = random.Random(options.seed).sample(every, min(options.count, len(every)))
    alive = _run(sample, options.workers)
    total = Counter(mutant.package for mutant in sample)
    for mutant in sorted(alive, key=lambda one: (str(one.path), one.line)):
        print(f"survived: {mutant.path.relative_to(ROOT)}:{mutant.line}: {mutant.label}")
    survivors = Counter(mutant.package for mutant in alive)
    for package in sorted(total):
        killed = total[package] - survivors[package]
        print(f"{package}: {killed} of {total[package]} killed")
    print(f"all: {len(sample) - len(alive)} of {len(sample)} killed, of {len(every)} possible")
    return 0


def _run(sample: list[Mutant], workers: int) -> list[Mutant]:
    with tempfile.TemporaryDirectory(prefix="qovery-mutants-") as name:
        folders = [Path(name) / str(number) for number in range(workers)]
        for folder in folders:
            _copy_project(folder)
        for package in sorted({mutant.package for mutant in sample}):
            if not _tests_pass(package, folders[0]):
                raise SystemExit(f"The unit tests of {package} fail without any change.")
        shares = [sample[number::workers] for number in range(workers)]

        def work(pair: tuple[Path, list[Mutant]]) -> list[Mutant]:
            return [mutant for mutant in pair[1] if survives(mutant, pair[0])]

        with ThreadPoolExecutor(workers) as pool:
            return [
                one for part in pool.map(work, zip(folders, shares, strict=True)) for one in part
            ]


def _copy_project(folder: Path) -> None:
    ignore = shutil.ignore_patterns("__pycache__", "*.pyc", ".venv", ".git")
    for name in ("src", "tests", "completions"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder / name)


if __name__ == "__main__":
    sys.exit(main())
