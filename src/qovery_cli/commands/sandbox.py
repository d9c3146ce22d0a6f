"""qovery sandbox: a local server that simulates the API."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from qovery_cli.commands.sandbox_process import (
    SandboxOptions,
    background,
    control,
    existing,
    require_extra,
)
from qovery_cli.errors import NotFoundError, UsageError
from qovery_cli.frozen import values_of
from qovery_cli.messages import invalid
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.render import show_done

Port = Annotated[
    int, typer.Option("--port", metavar="N", help="Port to listen on; 0 for a free one")
]
State = Annotated[
    str | None, typer.Option("--state", metavar="FILE", help="SQLite file to keep the data in")
]
Seed = Annotated[
    Literal["demo", "empty", "big"],
    typer.Option("--seed", metavar="SEED", help="Initial data"),
]
Speed = Annotated[
    str,
    typer.Option(
        "--speed",
        metavar="FACTOR",
        help="Factor by which deployments are faster than in reality, 0.001 to 1000000",
    ),
]
Level = Annotated[
    Literal["1.0.3", "1.0.4"], typer.Option("--api", metavar="LEVEL", help="API version to serve")
]

DEFAULT_PORT = 8100


def run(
    session: Session,
    port: Port = DEFAULT_PORT,
    state: State = None,
    seed: Seed = "demo",
    speed: Speed = "1",
    api: Level = "1.0.3",
) -> None:
    """Serve in the foreground until Ctrl-C or SIGTERM."""
    require_extra()
    from qovery_cli.sandbox.server.serve import serve

    def ready(url: str) -> None:
        session.terminal.write(f"The sandbox listens on {url}\n")

    file = Path(state) if state else None
    serve(port_number(port), file, seed, factor(speed), api, ready=ready)


def start(
    session: Session,
    port: Port = 0,
    state: State = None,
    seed: Seed = "demo",
    speed: Speed = "1",
    api: Level = "1.0.3",
) -> None:
    """Start a sandbox in the background, unless one is running."""
    sandbox = background(session)
    running = sandbox.running()
    if running is None:
        file = state or str(sandbox.folder / f"state-{api}-{seed}.sqlite")
        running = sandbox.start(SandboxOptions(port_number(port), file, seed, factor(speed), api))
        session.notice("Use it with `qovery --profile sandbox status`.")
    else:
        session.notice("The sandbox is already running; `qovery sandbox stop` stops it.")
    _show(session, {**values_of(running), "profile": "sandbox"}, name="profile")


def stop(session: Session) -> None:
    """Stop the sandbox in the background."""
    process = existing(session)
    running = process.stop() if process else None
    if running is None:
        session.notice("The sandbox is not running.")
    _show(session, {"url": running.url if running else None, "done": "stopped"})


def status(session: Session) -> None:
    """Show the sandbox in the background."""
    process = existing(session)
    running = process.running() if process else None
    values = {} if running is None else values_of(running)
    session.show({"running": running is not None, **values}, _view(session))


def reset(session: Session) -> None:
    """Reset the sandbox in the background to its initial data."""
    process = existing(session)
    running = process.running() if process else None
    if running is None:
        raise NotFoundError(
            "The sandbox is not running.", hint="Start it with `qovery sandbox start`."
        )
    control(running.url, "POST", "reset", {"seed": running.seed})
    _show(session, {"url": running.url, "seed": running.seed, "done": "reset"})


def _show(session: Session, data: dict[str, Any], name: str = "url") -> None:
    # With -o name, scripts get the URL.
    show_done(session, data, _view(session, name))


def _view(session: Session, name: str = "url") -> View:
    return View(session.view.columns, kind="object", name=name, id="url")


def demo(session: Session) -> int:
    """Run the demo."""
    require_extra()
    from qovery_cli.commands.demo import run_demo

    return run_demo(session)


def factor(text: str) -> float:
    """Return the value of --speed; raise UsageError if it is no number or out of range."""
    from qovery_cli.sandbox.datetimes import FASTEST, SLOWEST, is_speed

    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not is_speed(speed):
        limits = f"from {SLOWEST:g} to {FASTEST:.0f}"
        raise UsageError(invalid("--speed", text, f"a number {limits}"))
    return speed


def port_number(number: int) -> int:
    """Return the value of --port; raise UsageError if it is out of range."""
    if not 0 <= number <= 65535:
        raise UsageError(
            invalid("--port", str(number), "an integer from 0 to 65535"),
            hint="Use --port 0 for a free port.",
        )
    return number
