"""Turn official OpenAPI documents into the packaged facts: ``python -m qovery_cli.catalog.bake``.

A developer's tool, never imported at run time. With ``--check`` nothing is written: what a fresh
bake would change is listed, and the exit code is 10 if there is anything.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from qovery_cli.catalog import layout, spec
from qovery_cli.catalog.drift import drift
from qovery_cli.catalog.join import joined
from qovery_cli.catalog.layout import Files, Sections
from qovery_cli.errors import PendingChanges, QoveryError, UsageError

DATA = Path(__file__).parent / "data"


def bake(paths: Sequence[Path], sections: Path = layout.SECTIONS) -> Files:
    """Return the files that these documents bake into.

    Raises ``UsageError`` for a document that cannot be used, two of one level, or a section
    without a group.
    """
    documents = sorted((spec.read(path) for path in paths), key=lambda each: version(each.level))
    levels = [document.level for document in documents]
    if len(set(levels)) < len(levels):
        raise UsageError(
            f"Two documents are of one level: {', '.join(levels)}.",
            hint="Name one document for each API level.",
        )
    operations, schemas = joined(documents, Sections(sections).group)
    return layout.files(operations, schemas, {level: level for level in levels})


def version(level: str) -> tuple[tuple[int, str], ...]:
    """Return what orders levels: 1.0.10 comes after 1.0.9."""
    return tuple((int(part) if part.isdigit() else 0, part) for part in level.split("."))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code: 0, 2 for bad input, 10 for drift."""
    parser = argparse.ArgumentParser(prog="python -m qovery_cli.catalog.bake", description=__doc__)
    parser.add_argument("specs", nargs="+", type=Path, metavar="SPEC", help="an OpenAPI document")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="where facts lie")
    options = parser.parse_args(argv)
    try:
        fresh = bake(options.specs)
        return _check(fresh, options.data) if options.check else _write(fresh, options.data)
    except QoveryError as error:
        sys.stderr.write(f"{error.message}\n{error.hint}\n")
        return error.exit_code
    except OSError as error:
        sys.stderr.write(f"'{options.data}' cannot be used: {error.strerror}.\n")
        sys.stderr.write("Name a directory with --data.\n")
        return UsageError.exit_code


def _write(fresh: Files, directory: Path) -> int:
    layout.write(fresh, directory)
    sys.stdout.write(f"Baked {_count(fresh)} operations into {directory}.\n")
    return 0


def _check(fresh: Files, directory: Path) -> int:
    lines = drift(layout.read(directory), fresh)
    if lines:
        sys.stdout.write("\n".join(lines) + "\n")
        return PendingChanges.exit_code
    sys.stdout.write(f"No drift: {_count(fresh)} operations are as baked.\n")
    return 0


def _count(files: Files) -> int:
    return len(files["index"]["operations"])


if __name__ == "__main__":
    sys.exit(main())
