"""The server process: serve on the loopback address until a signal arrives."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import uvicorn

from qovery_cli.errors import UsageError
from qovery_cli.sandbox.datetimes import Clock
from qovery_cli.sandbox.server.app import create_app
from qovery_cli.sandbox.state.store import Store

HOST = "127.0.0.1"
PORT = 8100


def announce(url: str) -> None:
    """Write the URL of the sandbox to stdout, in one line."""
    sys.stdout.write(f"The sandbox listens on {url}\n")
    sys.stdout.flush()


def serve(
    port: int = PORT,
    state: Path | None = None,
    seed: str = "demo",
    speed: float = 1.0,
    api: str = "1.0.3",
    ready: Callable[[str], None] = announce,
) -> None:
    """Serve until SIGINT or SIGTERM; ``ready`` gets the URL as soon as connections are accepted.

    Port 0 selects a free one. ``state`` is the database file (in memory if None); a file that was
    seeded before is not seeded again. Raises UsageError if the port is taken or the file cannot be
    used.
    """
    listener = _listen(port)
    try:
        store = _open(state, speed)
        try:
            app = create_app(store, api=api, seed=seed)
            config = uvicorn.Config(
                app, access_log=False, log_level="critical", lifespan="off", ws="none"
            )
            url = f"http://{HOST}:{listener.getsockname()[1]}"
            asyncio.run(_Server(config, lambda: ready(url)).serve(sockets=[listener]))
        finally:
            store.close()
    finally:
        listener.close()


def _listen(port: int) -> socket.socket:
    try:
        listener = socket.create_server((HOST, port))
        # Connections inherit it. asyncio does not set it on an existing listener, and each response
        # after a connection's first would wait 40 ms for the acknowledgement of its head.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        raise UsageError(
            f"Port {port} cannot be used: {error.strerror or error}.",
            hint="Use another port, or --port 0 for a free one.",
        ) from None


def _open(state: Path | None, speed: float) -> Store:
    import sqlite3

    try:
        if state is not None:
            _protect(state)
        return Store(state or ":memory:", clock=Clock(), speed=speed)
    except (OSError, sqlite3.Error) as error:
        raise UsageError(
            f"State file '{state}' cannot be used: {error}.",
            hint="Use another file, or delete it.",
        ) from None


def _protect(state: Path) -> None:
    """Create the state file if needed, and make it readable by its owner only.

    SQLite creates its ``-wal`` and ``-shm`` files with the same permissions; existing ones of an
    earlier run are changed too. Raises OSError on failure.
    """
    os.close(os.open(state, os.O_RDWR | os.O_CREAT, 0o600))
    for suffix in ("", "-wal", "-shm", "-journal"):
        file = state.with_name(state.name + suffix)
        if file.exists():
            file.chmod(0o600)


class _Server(uvicorn.Server):
    """A uvicorn server that calls back when it is ready and exits normally on a signal."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start accepting connections, then call ``ready``."""
        await super().startup(sockets)
        self._ready()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Stop on a signal without raising it again afterwards, unlike uvicorn."""

        def stop(number: int, frame: FrameType | None) -> None:
            self.handle_exit(number, frame)

        signals = [signal.SIGINT, signal.SIGTERM]
        if sys.platform == "win32":
            signals.append(signal.SIGBREAK)
        before: dict[signal.Signals, object] = {}
        try:
            for number in signals:
                before[number] = signal.signal(number, stop)
        except ValueError:
            before.clear()  # signals belong to the main thread; elsewhere somebody else stops us
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)  # type: ignore[arg-type]
