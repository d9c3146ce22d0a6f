"""Generate the packaged facts from official OpenAPI documents, one for each API level."""

from collections.abc import Sequence
from pathlib import Path

from qovery_cli.catalog import loader
from qovery_cli.codegen.facts import file_layout, openapi
from qovery_cli.codegen.facts.file_layout import Files, Sections
from qovery_cli.codegen.facts.merge_specs import merge_documents
from qovery_cli.errors import UsageError

DATA = Path(loader.DATA)


def generate_facts(documents: Sequence[Path], sections: Path = file_layout.SECTIONS) -> Files:
    """Return the contents of the fact files by name.

    Raise ``UsageError`` for a document that cannot be used, for two documents of one level, and
    for a section without a group.
    """
    specs = sorted((openapi.read(path) for path in documents), key=lambda s: version(s.level))
    levels = [spec.level for spec in specs]
    if len(set(levels)) < len(levels):
        raise UsageError(
            f"Two documents have the same API level: {', '.join(levels)}.",
            hint="Name one document for each API level.",
        )
    operations, schemas = merge_documents(specs, Sections(sections).group)
    return file_layout.lay_out(operations, schemas, levels)


def version(level: str) -> tuple[tuple[int, str], ...]:
    """Return a sort key for levels: 1.0.10 comes after 1.0.9."""
    return tuple((int(part) if part.isdigit() else 0, part) for part in level.split("."))
