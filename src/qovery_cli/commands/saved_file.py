"""Save downloaded content to a file."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from qovery_cli.errors import UsageError


def save(file: Path, chunks: Iterable[bytes], *, private: bool = False) -> None:
    """Write a file atomically, by way of a ``.part`` file; write to a device directly.

    Only the user can read a ``private`` file. Raises UsageError if the file cannot be written.
    """
    is_device = file.exists() and not file.is_file()
    part = file if is_device else file.with_name(f"{file.name}.part")
    try:
        try:
            if private and part != file:
                # A file left by an earlier run could have other permissions.
                part.unlink(missing_ok=True)
                part.touch(mode=0o600, exist_ok=False)
            with part.open("wb") as stream:
                for chunk in chunks:
                    stream.write(chunk)
            if part != file:
                part.replace(file)
        except BaseException:
            if part != file:
                with suppress(OSError):
                    part.unlink()
            raise
    except OSError as error:
        raise UsageError(
            f"Cannot write {file}: {error.strerror}.", hint="Use --to FILE for another file."
        ) from None
