"""The edge of the process: the fast answers, streams and signals, and the exit code.

The only module that reads ``sys.argv`` and ends the process. ``--version`` and ``--help`` are
answered before anything of the engine is imported.
"""

import sys


def main() -> None:
    """Run the command line of this process and end it with the verdict."""
    argv = sys.argv[1:]
    if argv in (["--version"], ["-V"]):
        _version()
        return
    import gc

    # A command lives for a moment: what it allocates is given back by its end.
    gc.disable()
    code = _guarded(argv)
    _leave(code)


def _version() -> None:
    from qovery_cli import __version__

    sys.stdout.write(f"qovery {__version__}\n")


def _guarded(argv: list[str]) -> int:
    """Return the exit code; interruptions and closed pipes have theirs."""
    try:
        return _answered(argv)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 141
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 143
    except Exception:
        return _crash(argv)


def _answered(argv: list[str]) -> int:
    page = _help_page(argv) if {"-h", "--help"} & set(argv) else None
    if page is not None:
        sys.stdout.write(page)
        return 0
    import signal

    signal.signal(signal.SIGTERM, _terminated)
    from qovery_cli.cli.root import run
    from qovery_cli.world import this_process

    return run(argv, this_process())


def _help_page(argv: list[str]) -> str | None:
    """Return the page if the words before ``--help`` name a command without doubt."""
    import os

    from qovery_cli.cli import help as pages

    words = argv[: min(argv.index(flag) for flag in ("-h", "--help") if flag in argv)]
    if any(word.startswith("-") for word in words):
        return None
    try:
        width = min(os.get_terminal_size(sys.stdout.fileno()).columns, 100)
        bold = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    except (OSError, ValueError, AttributeError):
        width, bold = 100, False
    return pages.page(words, width, bold)


def _terminated(signum: int, frame: object) -> None:  # noqa: ARG001 - the signal's signature
    raise SystemExit(143)


def _crash(argv: list[str]) -> int:
    """Tell of a bug of ours in one sentence, or whole with ``--debug``."""
    import traceback

    if "--debug" in argv:
        sys.stderr.write(traceback.format_exc())
    error = sys.exc_info()[1]
    sys.stderr.write(
        f"error: Something went wrong inside qovery ({type(error).__name__}).\n"
        "hint: Run the same with --debug to see where, and report it.\n"
    )
    return 1


def _leave(code: int) -> None:
    """End the process without taking the interpreter down piece by piece."""
    import os

    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = 141
    except (OSError, ValueError, AttributeError):
        code = code or 1
    if os.environ.get("QOVERY_SLOW_EXIT"):
        # Coverage and profilers write their findings at the interpreter's own end.
        sys.exit(code)
    os._exit(code)
