"""Progress of a wait: live lines on a terminal, one line for each change in a log."""

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

#: A resource in progress: name, kind, state, elapsed seconds.
Row = tuple[str, str, str, float]

#: Seconds without a line after which a log looks like a job that hangs.
SILENCE = 30.0

_MAX_NAMES = 3
_ORDER = (StateClass.FAILED, StateClass.PROGRESS, StateClass.QUEUED)


class Progress:
    """A progress display on stderr, active inside its ``with`` block.

    Call `update` at every poll, even if nothing has changed. The live lines are removed at the
    end of the block, also after an exception.
    """

    def __init__(
        self, terminal: Terminal, title: str, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._terminal = terminal
        self._title = one_line(title)
        self._phase = ""
        self._clock = clock
        self._reported: dict[tuple[str, str], str] = {}
        self._last_line = clock()
        self._live: Any = None
        self._style = CellStyle(
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
            self._write_line(self._title)
        return self

    def __exit__(self, *_: object) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None

    def update(self, rows: Sequence[Row], phase: str = "") -> None:
        """Show the current states; ``phase`` is appended to the title."""
        changed, self._phase = phase != self._phase, phase
        if self._live is not None:
            self._draw(rows)
            return
        if phase and changed:
            self._write_line(self._headline())
        for row in rows:
            name, kind, state, seconds = row
            if self._reported.get((kind, name)) != state:
                self._reported[kind, name] = state
                fields = (f"{int(seconds)}s", name, kind, state)
                self._write_line("  ".join(one_line(field) for field in fields if field))
        if self._clock() - self._last_line >= SILENCE:
            for text in _pending_summary(rows):
                self._write_line(text)

    def notice(self, text: str, terminal: Terminal) -> None:
        """Write a notice to stderr, above the live lines while they are drawn."""
        from qovery_cli.output.message import notice, sanitized

        if self._live is None:
            notice(text, terminal)
        else:
            from rich.text import Text

            self._live.console.print(Text(sanitized(text).rstrip()), soft_wrap=True)

    def done(self, text: str, state: str = "") -> None:
        """Write the final line, prefixed with the sign of the state."""
        if self._live is not None:
            self.__exit__()
        sign, style = "", ""
        if state:
            cell = state_cell(state, self._style)
            sign, style = cell.text.removesuffix(one_line(state)), cell.style
        self._write_line(paint(f"{sign}{one_line(text)}", style, self._style.coloured))

    def _write_line(self, text: str) -> None:
        self._last_line = self._clock()
        self._terminal.tell(f"{text}\n")

    def _draw(self, rows: Sequence[Row]) -> None:
        self._live.update(_render(self._headline(), rows, self._style), refresh=True)

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


def _render(title: str, rows: Sequence[Row], style: CellStyle) -> "Text":
    """Return the lines, failures first, as Rich drops the last lines of a full terminal."""
    from rich.text import Text

    text = Text(no_wrap=True, overflow="ellipsis", end="").append(title, style="bold")
    ordered = sorted(rows, key=_rank)
    cells = [state_cell(state, style) for _, _, state, _ in ordered]
    widest = max((width_of(cell.text) for cell in cells), default=0)
    for (name, kind, _, seconds), cell in zip(ordered, cells, strict=True):
        padding = " " * (widest - width_of(cell.text) + 2)
        text.append("\n  ").append(cell.text, style=cell.style or None)
        text.append(f"{padding}{_clock_text(seconds)}  {one_line(name)}  {one_line(kind)}")
    return text


def _rank(row: Row) -> int:
    kind = classify(row[2])
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _clock_text(seconds: float) -> str:
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{rest:02}"


def _pending_summary(rows: Sequence[Row]) -> list[str]:
    """Return one sentence for each state that is still in progress."""
    by_state: dict[str, list[Row]] = {}
    for row in rows:
        if not has_ended(row[2]):
            by_state.setdefault(row[2], []).append(row)
    texts = []
    for state, in_state in by_state.items():
        names = ", ".join(one_line(row[0]) for row in in_state[:_MAX_NAMES])
        more = f" and {len(in_state) - _MAX_NAMES} more" if len(in_state) > _MAX_NAMES else ""
        longest = int(max(row[3] for row in in_state))
        texts.append(f"still {one_line(state)} after {longest} s: {names}{more}")
    return texts
