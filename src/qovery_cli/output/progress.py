"""What a wait looks like: live lines on a terminal, a line for each change in a log."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from qovery_cli.catalog.states import StateClass, classify, has_ended
from qovery_cli.output.format_value import CellStyle, state_cell
from qovery_cli.output.sanitize import one_line
from qovery_cli.output.style import paint
from qovery_cli.output.terminal import Terminal
from qovery_cli.output.width import width_of

if TYPE_CHECKING:
    from rich.text import Text

#: What is waited for: its name, its kind, its state, and the seconds that it has taken.
Row = tuple[str, str, str, float]

#: A log that says nothing for longer than this looks like a job that hangs.
SILENCE = 30.0

_NAMED = 3
_ORDER = (StateClass.FAILED, StateClass.PROGRESS, StateClass.QUEUED)


class Progress:
    """Tells on stderr how a wait goes on, from ``with`` to the end of its block.

    Call `update` at every look, also when nothing has changed. The live lines are gone
    afterwards, whatever ended the block.
    """

    def __init__(
        self, terminal: Terminal, title: str, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._terminal = terminal
        self._title = one_line(title)
        self._phase = ""
        self._clock = clock
        self._told: dict[tuple[str, str], str] = {}
        self._last_line = clock()
        self._live: Any = None
        self._look = CellStyle(
            interactive=terminal.interactive_err,
            coloured=terminal.color_err,
            unicode=terminal.unicode,
        )

    def __enter__(self) -> "Progress":
        if self._terminal.live:
            self._live = _live_lines(self._terminal)
            self._live.start()
            self._draw([])
        elif self._title:
            self._tell(self._title)
        return self

    def __exit__(self, *_: object) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None

    def update(self, rows: Sequence[Row], phase: str = "") -> None:
        """Show the present states; ``phase`` is a short text that completes the title."""
        changed, self._phase = phase != self._phase, phase
        if self._live is not None:
            self._draw(rows)
            return
        if phase and changed:
            self._tell(self._headline())
        for row in rows:
            name, kind, state, seconds = row
            if self._told.get((kind, name)) != state:
                self._told[kind, name] = state
                fields = (f"{int(seconds)}s", name, kind, state)
                self._tell("  ".join(one_line(field) for field in fields if field))
        if self._clock() - self._last_line >= SILENCE:
            for text in _still(rows):
                self._tell(text)

    def notice(self, text: str, terminal: Terminal) -> None:
        """Write a notice to stderr, above the live lines while they are drawn."""
        from qovery_cli.output.message import notice, sanitized

        if self._live is None:
            notice(text, terminal)
        else:
            from rich.text import Text

            self._live.console.print(Text(sanitized(text).rstrip()), soft_wrap=True)

    def done(self, text: str, state: str = "") -> None:
        """Say how it ended; the sign of the state stands before the text."""
        if self._live is not None:
            self.__exit__()
        sign, style = "", ""
        if state:
            cell = state_cell(state, self._look)
            sign, style = cell.text.removesuffix(one_line(state)), cell.style
        self._tell(paint(f"{sign}{one_line(text)}", style, self._look.coloured))

    def _tell(self, text: str) -> None:
        self._last_line = self._clock()
        self._terminal.tell(f"{text}\n")

    def _draw(self, rows: Sequence[Row]) -> None:
        self._live.update(_drawing(self._headline(), rows, self._look), refresh=True)

    def _headline(self) -> str:
        return f"{self._title}: {one_line(self._phase)}" if self._phase else self._title


def _live_lines(terminal: Terminal) -> Any:
    from rich.console import Console
    from rich.live import Live

    console = Console(
        file=terminal.stderr,
        force_terminal=True,
        color_system="standard" if terminal.color_err else None,
        width=terminal.width,
        highlight=False,
    )
    return Live(
        console=console,
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _drawing(title: str, rows: Sequence[Row], look: CellStyle) -> "Text":
    """Return the lines, failures first: what does not fit the terminal's height is cut below."""
    from rich.text import Text

    drawing = Text(no_wrap=True, overflow="ellipsis", end="").append(title, style="bold")
    ordered = sorted(rows, key=_rank)
    cells = [state_cell(state, look) for _, _, state, _ in ordered]
    widest = max((width_of(cell.text) for cell in cells), default=0)
    for (name, kind, _, seconds), cell in zip(ordered, cells, strict=True):
        blanks = " " * (widest - width_of(cell.text) + 2)
        drawing.append("\n  ").append(cell.text, style=cell.style or None)
        drawing.append(f"{blanks}{_clock_text(seconds)}  {one_line(name)}  {one_line(kind)}")
    return drawing


def _rank(row: Row) -> int:
    kind = classify(row[2])
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _clock_text(seconds: float) -> str:
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{rest:02}"


def _still(rows: Sequence[Row]) -> list[str]:
    """Return a sentence for each state that has not ended."""
    by_state: dict[str, list[Row]] = {}
    for row in rows:
        if not has_ended(row[2]):
            by_state.setdefault(row[2], []).append(row)
    texts = []
    for state, those in by_state.items():
        names = ", ".join(one_line(row[0]) for row in those[:_NAMED])
        more = f" and {len(those) - _NAMED} more" if len(those) > _NAMED else ""
        longest = int(max(row[3] for row in those))
        texts.append(f"still {one_line(state)} after {longest} s: {names}{more}")
    return texts
