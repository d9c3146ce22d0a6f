"""Compare and write the generated files of one folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class GeneratedFolder:
    """A folder and the files that it must contain, by name.

    ``owned`` is a glob pattern: files that match it and are no longer generated are removed.
    """

    folder: Path
    files: Mapping[str, str]
    owned: str | None = None

    def stale(self) -> list[Path]:
        """Return the paths of files that are missing, outdated, or no longer generated."""
        outdated = {name for name, text in self.files.items() if self._read(name) != text}
        return [self.folder / name for name in sorted(outdated | self._obsolete())]

    def write(self) -> None:
        """Write all files and remove those that are no longer generated."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in self._obsolete():
            (self.folder / name).unlink()
        for name, text in self.files.items():
            (self.folder / name).write_text(text, encoding="utf-8", newline="\n")

    def _read(self, name: str) -> str | None:
        try:
            return (self.folder / name).read_bytes().decode("utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            return None

    def _obsolete(self) -> set[str]:
        if self.owned is None:
            return set()
        return {path.name for path in self.folder.glob(self.owned)} - self.files.keys()
