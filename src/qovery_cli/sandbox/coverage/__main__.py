"""Print how many operations have which kind of handler; exit with 1 if a response is made up."""

import sys
from collections import Counter
from collections.abc import Mapping

from qovery_cli import catalog
from qovery_cli.sandbox.coverage import Source, sources


def main() -> int:
    """Print a table by API level and the operations that are made up; return the exit code."""
    by_level = {level: sources(level) for level in catalog.LEVELS}
    counts = {level: Counter(found.values()) for level, found in by_level.items()}
    rows = [("", by_level.keys()), *((source, _column(counts, source)) for source in Source)]
    lines = [f"{name:30}" + "".join(f"{cell:>8}" for cell in cells) for name, cells in rows]
    made_up = [
        f"{level}  {operation.method} {operation.path}  {key}"
        for level, found in by_level.items()
        for key, source in found.items()
        if source is Source.SCHEMA
        for operation in [catalog.operation(key)]
    ]
    sys.stdout.write("\n".join([*lines, *made_up, ""]))
    return 1 if made_up else 0


def _column(counts: Mapping[str, Mapping[Source, int]], source: Source) -> list[int]:
    return [found[source] for found in counts.values()]


if __name__ == "__main__":
    sys.exit(main())
