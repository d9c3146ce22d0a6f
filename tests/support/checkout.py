"""A copy of the sources, for tests that change or generate them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Checkout:
    """A copy of the sources, and the command that runs in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.package = root / "src" / "qovery_cli"
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "src" / "qovery_cli", self.package, ignore=ignored)
        for name in ("completions", "docs"):
            shutil.copytree(ROOT / name, root / name)

    @property
    def environ(self) -> dict[str, str]:
        """The variable with which Python runs the copy instead of the sources."""
        return {"PYTHONPATH": str(self.root / "src")}

    def codegen(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Run the command; return its exit code, stdout and stderr."""
        return self._run("qovery_cli.codegen", *arguments)

    def qovery(self, *arguments: str) -> tuple[int, str, str]:
        """Run a command of the CLI; return its exit code, stdout and stderr."""
        return self._run("qovery_cli", *arguments)

    def _run(self, module: str, *arguments: str | Path) -> tuple[int, str, str]:
        ran = subprocess.run(
            [sys.executable, "-m", module, *map(str, arguments)],
            env={**os.environ, **self.environ},
            capture_output=True,
            text=True,
            check=False,
        )
        return ran.returncode, ran.stdout, ran.stderr

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace a string in a file of the package."""
        path = self.package / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def contents(self) -> dict[Path, bytes]:
        """Return every file that is generated, or could be."""
        data = ("src/qovery_cli/catalog/data", "src/qovery_cli/cli/data")
        return {
            path: path.read_bytes()
            for each in (*data, "completions", "docs")
            for path in (self.root / each).rglob("*")
            if path.is_file()
        }

    def completions(self) -> dict[str, str]:
        """Return the scripts and tables of completion by their paths."""
        folder = self.root / "completions"
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in paths}
