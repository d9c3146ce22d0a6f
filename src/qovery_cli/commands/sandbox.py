"""qovery sandbox: a local server that behaves as the API does."""

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
    """Start a sandbox in the background, or say that one runs."""
    place = background(session)
    found = place.running()
    if found is None:
        kept = state or str(place.folder / f"state-{api}-{seed}.sqlite")
        found = place.start(SandboxOptions(port_number(port), kept, seed, factor(speed), api))
        session.notice("Use it with: qovery --profile sandbox status")
    else:
        session.notice("It runs already; qovery sandbox stop ends it.")
    _show(session, {**values_of(found), "profile": "sandbox"}, name="profile")


def stop(session: Session) -> None:
    """Stop the sandbox in the background."""
    place = existing(session)
    found = place.stop() if place else None
    if found is None:
        session.notice("No sandbox runs.")
    _show(session, {"url": found.url if found else None, "done": "stopped"})


def status(session: Session) -> None:
    """Tell whether a sandbox runs in the background."""
    place = existing(session)
    found = place.running() if place else None
    facts = {} if found is None else values_of(found)
    session.show({"running": found is not None, **facts}, _view(session))


def reset(session: Session) -> None:
    """Put the sandbox in the background back to its first state."""
    place = existing(session)
    found = place.running() if place else None
    if found is None:
        raise NotFoundError("No sandbox runs.", hint="qovery sandbox start")
    control(found.url, "POST", "reset", {"seed": found.seed})
    _show(session, {"url": found.url, "seed": found.seed, "done": "reset"})


def _show(session: Session, data: dict[str, Any], name: str = "url") -> None:
    # What a script wants of a sandbox is its URL.
    show_done(session, data, _view(session, name))


def _view(session: Session, name: str = "url") -> View:
    return View(session.view.columns, kind="object", name=name, id="url")


def demo(session: Session) -> int:
    """Take the tour."""
    require_extra()
    from qovery_cli.commands.demo import take

    return take(session)


def factor(text: str) -> float:
    """Return a speed; UsageError for anything that is no number, or out of range."""
    from qovery_cli.sandbox.datetimes import FASTEST, SLOWEST, is_speed

    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not is_speed(speed):
        limits = f"from {SLOWEST:g} to {FASTEST:.0f}"
        raise UsageError(
            f"Invalid --speed '{text}': expected a number {limits}.", hint="--speed 10"
        )
    return speed


def port_number(number: int) -> int:
    """Return a port; UsageError for a number that no port has."""
    if not 0 <= number <= 65535:
        raise UsageError(f"--port wants a number from 0 to 65535, not {number}.", hint="--port 0")
    return number
