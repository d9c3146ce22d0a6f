"""Compare and write the generated files of one folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class GeneratedFolder:
    """A folder and the files that it must contain, by name; ``a/b`` is in a folder of its own.

    ``owned`` is a glob pattern: files that match it and are no longer generated are removed, and
    folders that this leaves empty.
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
        for name in self._obsolete():
            (self.folder / name).unlink()
            self._remove_empty((self.folder / name).parent)
        for name, text in self.files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")

    def _remove_empty(self, folder: Path) -> None:
        while folder != self.folder and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

    def _read(self, name: str) -> str | None:
        try:
            return (self.folder / name).read_bytes().decode("utf-8")
        except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
            return None

    def _obsolete(self) -> set[str]:
        if self.owned is None:
            return set()
        paths = (path for path in self.folder.glob(self.owned) if path.is_file())
        return {path.relative_to(self.folder).as_posix() for path in paths} - self.files.keys()
