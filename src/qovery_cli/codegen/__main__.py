"""Generate everything that is generated: ``python -m qovery_cli.codegen [--check] [SPEC ...]``.

In this order: the facts, if OpenAPI documents are named; the command table, from the facts on disk,
the overrides and the signatures of handlers; the tables of completion, from the command table; the
reference of the keys of overrides, from their schema.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import qovery_cli
from qovery_cli.codegen.generated_folder import GeneratedFolder
from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.errors import PendingChanges, QoveryError, UsageError

COMMAND = "python -m qovery_cli.codegen"
ROOT = Path(qovery_cli.__file__).parents[2]


def main(argv: Sequence[str]) -> int:
    """Return the exit code: 0 written or fresh, 2 for invalid input, 10 stale."""
    arguments = _parse(argv)
    try:
        return (_check if arguments.check else _write)(arguments.specs)
    except OverrideError as error:
        return _fail(str(error))
    except QoveryError as error:
        return _fail(error.message, error.hint)
    except OSError as error:
        return _fail(f"'{error.filename}' cannot be used: {error.strerror}.")


def generate(specs: Sequence[Path]) -> Iterator[GeneratedFolder]:
    """Yield the generated folders in the order of their dependencies.

    The facts are read back from disk for the table: write each folder before the next is taken.
    """
    from qovery_cli.cli import command_table
    from qovery_cli.codegen import override_reference
    from qovery_cli.codegen.completion.tables import generate_tables
    from qovery_cli.codegen.table.command_files import generate_table, read_table
    from qovery_cli.codegen.table.overrides import Overrides
    from qovery_cli.completion import scripts

    if specs:
        yield _facts(specs)
    table = generate_table(Overrides.read())
    commands = read_table(table)
    rows = commands.commands()
    sys.stderr.writelines(f"by rule: {row.command}\n" for row in rows if row.by_rule)
    yield GeneratedFolder(Path(command_table.DATA), table, owned="**/*.json")
    yield GeneratedFolder(scripts.tables(), generate_tables(commands.index, rows), owned="**/*")
    reference = {override_reference.NAME: override_reference.reference()}
    yield GeneratedFolder(ROOT / "docs", reference)


def _facts(specs: Sequence[Path]) -> GeneratedFolder:
    from qovery_cli.codegen.facts import file_layout, generator
    from qovery_cli.codegen.facts.drift import drift

    facts = generator.generate_facts(specs)
    for line in drift(file_layout.read(generator.DATA), facts):
        sys.stdout.write(f"{line}\n")
    return GeneratedFolder(generator.DATA, file_layout.texts(facts), owned="**/*.json")


def _check(specs: Sequence[Path]) -> int:
    stale = [path for folder in generate(specs) for path in folder.stale()]
    for path in stale:
        sys.stdout.write(f"stale: {_shown(path)}\n")
    if not stale:
        return 0
    command = " ".join([COMMAND, *map(str, specs)])
    count = "1 generated file is" if len(stale) == 1 else f"{len(stale)} generated files are"
    sys.stderr.write(f"{count} stale. Run `{command}`.\n")
    return PendingChanges.exit_code


def _write(specs: Sequence[Path]) -> int:
    changed, total = 0, 0
    for folder in generate(specs):
        stale = folder.stale()
        folder.write()
        for path in stale:
            sys.stdout.write(f"changed: {_shown(path)}\n")
        changed, total = changed + len(stale), total + len(folder.files)
    sys.stdout.write(f"{changed} of {total} files changed\n")
    return 0


def _shown(path: Path) -> str:
    return (path.relative_to(ROOT) if path.is_relative_to(ROOT) else path).as_posix()


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("specs", nargs="*", type=Path, metavar="SPEC", help="an OpenAPI document")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    return parser.parse_args(argv)


def _fail(*lines: str | None) -> int:
    sys.stderr.writelines(f"{line}\n" for line in lines if line)
    return UsageError.exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
