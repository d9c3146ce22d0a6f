"""Process entry point: fast paths, streams, signals and the exit code.

The only module that reads ``sys.argv`` and ends the process. ``--version``, ``--help`` and
``__complete``, which the completion scripts call, are handled before the engine is imported.
"""

import sys

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO


def main() -> None:
    """Run the command line of this process and exit with its code."""
    _on_signals(_end_at_once)
    argv = sys.argv[1:]
    import gc

    # The process is short-lived: all memory is freed when it exits.
    gc.disable()
    code = _run_safely(argv)
    _exit(code)


def _run_safely(argv: list[str]) -> int:
    """Return the exit code: 130 for Ctrl-C, 141 for a closed pipe, 1 for a crash."""
    try:
        return _dispatch(argv)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 141
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 143
    except Exception:
        return _crash(argv)


def _dispatch(argv: list[str]) -> int:
    if argv in (["--version"], ["-V"]):
        from qovery_cli import __version__

        return _write(sys.stdout, f"qovery {__version__}\n")
    if argv[:1] == ["__complete"]:
        # A --help after __complete belongs to the line that is being completed.
        from qovery_cli.completion.complete import main as complete

        return complete(argv[1:])
    page = _help_page(argv) if {"-h", "--help"} & set(argv) else None
    if page is not None:
        return _write(sys.stdout, page)
    import os

    from qovery_cli.cli.root import run
    from qovery_cli.completion.cache_writer import CacheWriter
    from qovery_cli.runtime import from_process

    # From here on an interrupted command may have to clean up and report.
    _on_signals(_interrupt)
    return run(argv, from_process(sys.argv[0], CacheWriter(os.environ)))


def _write(stream: "TextIO | None", text: str) -> int:
    """Write text to a stream (None if it was closed before the start); return the exit code."""
    try:
        if stream is not None:
            stream.write(text)
            stream.flush()
    except BrokenPipeError:
        return 141
    except (OSError, ValueError):
        if stream is sys.stdout:
            _write(sys.stderr, "error: The output cannot be written.\n")
        return 1
    return 0


def _help_page(argv: list[str]) -> str | None:
    """Return the help page if the words before ``--help`` name a command, else None."""
    import os

    from qovery_cli.cli import help as pages

    words = argv[: min(argv.index(flag) for flag in ("-h", "--help") if flag in argv)]
    if any(word.startswith("-") for word in words):
        return None
    width, bold = pages.fit(os.environ, sys.stdout)
    return pages.page(words, width, bold)


def _on_signals(handler: "Callable[[int, object], None]") -> None:
    """Install a handler for SIGINT, SIGTERM and SIGHUP, except where the parent ignores them."""
    # `signal` itself imports enum, which is slow, and an interrupt could come in between.
    import _signal as signal  # type: ignore[import-not-found]  # not in typeshed

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # Windows has no SIGHUP; nohup and background shells ignore some signals.
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, handler)


def _end_at_once(signum: int, frame: object) -> None:  # noqa: ARG001 - the signal's signature
    """Exit with the code of a signal, without any cleanup."""
    import os

    os._exit(128 + signum)


def _interrupt(signum: int, frame: object) -> None:  # noqa: ARG001 - the signal's signature
    """Raise KeyboardInterrupt or SystemExit; a second signal ends the process at once."""
    _on_signals(_end_at_once)
    if signum == 2:
        raise KeyboardInterrupt
    raise SystemExit(128 + signum)


def _crash(argv: list[str]) -> int:
    """Report a bug in one sentence, with ``--debug`` also its traceback; return exit code 1."""
    import traceback

    if "--debug" in argv:
        _write(sys.stderr, traceback.format_exc())
    error = sys.exc_info()[1]
    _write(
        sys.stderr,
        f"error: Internal error ({type(error).__name__}).\n"
        "hint: Run the command with --debug for details, and report it.\n",
    )
    return 1


def _exit(code: int) -> None:
    """Exit without interpreter teardown, which saves about 20 ms."""
    import os

    _on_signals(_end_at_once)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except BrokenPipeError:
            code = 141
        except (OSError, ValueError):
            code = code or 1
    if os.environ.get("QOVERY_SLOW_EXIT"):
        # Coverage and profilers write their results during interpreter teardown.
        sys.exit(code)
    os._exit(code)
