"""``python -m qovery_cli.completion [--check]``: writes the scripts, or says which are stale.

They are made from the command table alone. ``--check`` exits 10 and names the files that differ.
"""

import sys
from collections.abc import Sequence

from qovery_cli.completion import scripts

_USAGE = "python -m qovery_cli.completion"


def main(argv: Sequence[str]) -> int:
    """Return the exit code: 0 written or fresh, 2 for words that cannot be so, 10 stale."""
    if set(argv) - {"--check"}:
        sys.stderr.write(f"usage: {_USAGE} [--check]\n")
        return 2
    stale = scripts.stale()
    if "--check" in argv:
        if stale:
            sys.stderr.write(f"Scripts are stale: {', '.join(stale)}. Run {_USAGE}.\n")
        return 10 if stale else 0
    scripts.write()
    sys.stdout.write(f"{len(stale)} of {len(scripts.FILES)} files changed\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
