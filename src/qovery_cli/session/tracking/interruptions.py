"""Print a notice when the user or the system ends the program during a wait."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qovery_cli.session.session import Session


@contextmanager
def when_interrupted(
    session: "Session", note: Callable[[], str | None]
) -> Generator[None, None, None]:
    """Print a notice on stderr if Ctrl-C or a signal ends the block, then re-raise."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        text = note()
        if text:
            session.notice(text)
        raise
