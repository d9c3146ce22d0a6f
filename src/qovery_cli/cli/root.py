"""Dispatch a command line to its command, and convert errors to exit codes."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import typer

from qovery_cli.cli import command_table, global_options
from qovery_cli.cli import help as pages
from qovery_cli.cli.command_table import GroupSpec
from qovery_cli.cli.typer_adapter import (
    lazy_group,
    leaf,
    mentioned_parameters,
    parse_error,
    positional_flags,
    with_signature,
)
from qovery_cli.errors import QoveryError, UsageError
from qovery_cli.session import Runtime

#: The object of Typer's context: the global options so far, and the runtime.
Shared = dict[str, Any]


def run(argv: Sequence[str], runtime: Runtime) -> int:
    """Run one command line and return its exit code; errors are reported on stderr."""
    state: Shared = {"runtime": runtime, "shared": {}}
    try:
        _check_encoding(argv)
        root = _group((), command_table.index(), runtime, argv)
        result = root.main(
            args=list(argv), prog_name=pages.PROGRAM, standalone_mode=False, obj=state
        )
        return result if isinstance(result, int) else 0
    except _EncodingError as error:
        state["shared"]["output"] = _output_in(argv)
        return _report(error, state)
    except QoveryError as error:
        return _report(error, state)
    except typer.Abort:
        return 130
    except SystemExit as stop:
        if stop.code == 1:
            # Typer converts a closed pipe to exit code 1.
            raise BrokenPipeError from stop
        raise
    except Exception as error:
        parsed = parse_error(error)
        if parsed is None:
            raise
        state["shared"].setdefault("output", _output_in(argv))
        return _report(_usage_error(error, parsed[0], argv), state)


class _EncodingError(UsageError):
    """An argument that is not valid UTF-8."""


def _check_encoding(argv: Sequence[str]) -> None:
    """Raise UsageError for an argument with bytes that are not UTF-8.

    Python decodes them to lone surrogates, which cannot be sent. The argument is not printed
    because it may be a secret.
    """
    for position, word in enumerate(argv, 1):
        if not word.isascii() and any("\ud800" <= character <= "\udfff" for character in word):
            raise _EncodingError(
                f"Argument {position} is not valid UTF-8.",
                hint="Check the encoding of the terminal or the script.",
            )


def _group(path: tuple[str, ...], spec: GroupSpec, runtime: Runtime, words: Sequence[str]) -> Any:
    """Return a group for the words after its name; its children are built when they are called."""
    page = partial(_group_page, path, spec, runtime)

    def child(entry: GroupSpec, words: Sequence[str]) -> Any:
        child_path = (*path, entry.name)
        if entry.is_group:
            return _group(child_path, entry, runtime, words)
        return _leaf(child_path, runtime, words)

    def before_child(ctx: typer.Context, values: dict[str, Any]) -> None:
        _take_shared(ctx, values)
        if ctx.invoked_subcommand is None:
            raise _NoCommandError(path, page())

    # Options of a group precede the name of its child.
    has_options = bool(words) and words[0].startswith("-")
    options = with_signature(before_child, global_options.SHARED if has_options else ())
    return lazy_group(spec, child, page, options)


def _leaf(path: tuple[str, ...], runtime: Runtime, words: Sequence[str]) -> Any:
    spec = command_table.command(" ".join(path))
    page = partial(_command_page, spec, runtime)

    def body(ctx: typer.Context, values: dict[str, Any]) -> Any:
        from qovery_cli.cli.dispatch import run_command

        _take_shared(ctx, values)
        try:
            return run_command(spec, values, ctx.obj["shared"], ctx.obj["runtime"])
        except UsageError as error:
            error.hint = error.hint or _see_help(f"{pages.PROGRAM} {spec.command}")
            raise

    typed = spec.typed_parameters
    declared = [*typed, *positional_flags(typed), *global_options.SHARED]
    return leaf(path[-1], with_signature(body, mentioned_parameters(declared, words)), page)


def _take_shared(ctx: typer.Context, values: dict[str, Any]) -> None:
    """Move global options to the context: later values override, repeatable ones add up."""
    shared: Shared = ctx.obj["shared"]
    for option in global_options.SHARED:
        if option.name in values:
            value, before = values.pop(option.name), shared.get(option.name, [])
            shared[option.name] = [*before, *value] if isinstance(value, list) else value


class _NoCommandError(UsageError):
    """A group without a command; its help page is printed."""

    def __init__(self, path: tuple[str, ...], page: str) -> None:
        words = " ".join([pages.PROGRAM, *path])
        super().__init__(
            f"`{words}` requires a command.", hint=f"`{words} --help` lists them.", detail=()
        )
        self.page = page
        self.bare = not path


def _usage_error(error: Exception, message: str, argv: Sequence[str]) -> UsageError:
    # Typer does not report the command for an option without its value.
    ctx = getattr(error, "ctx", None)
    words = getattr(ctx, "command_path", None) or _command_in(argv)
    text = message if message.endswith((".", "?")) else f"{message}."
    return UsageError(text[:1].upper() + text[1:], hint=_see_help(words))


def _command_in(argv: Sequence[str]) -> str:
    """Return the command that a command line names, as far as it can be parsed."""
    node, path = command_table.index(), [pages.PROGRAM]
    for word in argv:
        child = pages.find_child(node, word)
        if child is not None:
            node = child
            path.append(child.name)
    return " ".join(path)


def _see_help(words: str) -> str:
    return f"See `{words} --help`."


def _output_in(argv: Sequence[str]) -> str | None:
    """Return the output format of a command line that could not be parsed as a whole."""
    output = "json" if "--json" in argv else None
    for word, following in zip(argv, [*argv[1:], ""], strict=True):
        if word in {"-o", "--output"}:
            output = following
        elif word.startswith(("-o", "--output=")):
            output = word.removeprefix("--output=").removeprefix("-o")
    return output


def _report(error: QoveryError, state: Shared) -> int:
    from qovery_cli.output.message import error_text

    runtime: Runtime = state["runtime"]
    shared = state["shared"]
    if isinstance(error, _NoCommandError) and error.bare:
        runtime.terminal.write(error.page)
        return 0
    output = shared.get("output") or runtime.environ.get("QOVERY_OUTPUT")
    as_json = bool(shared.get("json")) or output in {"json", "ndjson"}
    if isinstance(error, _NoCommandError) and not as_json:
        runtime.terminal.tell(error.page + "\n")
    runtime.terminal.tell(error_text(error, runtime.terminal, as_json=as_json))
    return error.exit_code


def _group_page(path: tuple[str, ...], spec: GroupSpec, runtime: Runtime) -> str:
    return pages.group_page(path, spec, *pages.fit(runtime.environ, runtime.terminal.stdout))


def _command_page(spec: command_table.CommandSpec, runtime: Runtime) -> str:
    return pages.command_page(spec, *pages.fit(runtime.environ, runtime.terminal.stdout))
