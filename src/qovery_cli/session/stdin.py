"""Standard input of a command, readable by one option."""

from collections.abc import Callable

from qovery_cli.errors import UsageError


class StandardInput:
    """Standard input, which is read once and for one option.

    ``read_all`` returns all of its bytes.
    """

    def __init__(self, read_all: Callable[[], bytes]) -> None:
        self._read_all = read_all
        self._reader: str | None = None

    def read_bytes(self, reader: str) -> bytes:
        """Return all bytes of standard input; ``reader`` is the option that reads it.

        Raises UsageError if another option has read it, or if it cannot be read.
        """
        if self._reader is not None:
            raise UsageError(
                f"{reader} - and {self._reader} - cannot both read standard input.",
                hint="Use a file for one of them, or env:NAME for a secret.",
            )
        self._reader = reader
        try:
            return self._read_all()
        except OSError as error:
            raise UsageError(
                f"Standard input cannot be read: {error.strerror or 'it is closed'}.",
                hint="Redirect it from a file or a pipe.",
            ) from None

    def read_text(self, reader: str) -> str:
        """Return standard input as text; raise what ``read_bytes`` and ``decode`` raise."""
        from qovery_cli.body.text_input import decode

        return decode(self.read_bytes(reader), "Standard input")
