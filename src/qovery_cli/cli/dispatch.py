"""From the words that a command was given to the code that runs it."""

from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import Parameter, signature
from typing import Any

from qovery_cli.cli.blank_values import refuse_blank_options
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec
from qovery_cli.cli.views import view
from qovery_cli.errors import QoveryError, UnavailableError, UsageError
from qovery_cli.resolve.errors import MissingScopeError
from qovery_cli.session import EngineOptions, Runtime, Session
from qovery_cli.session.options import DEFAULT_TIMEOUT
from qovery_cli.session.render import output_options

#: Kinds of resource whose options fill the scope of a command.
SCOPE = (
    "organization",
    "project",
    "environment",
    "application",
    "container",
    "database",
    "cluster",
)
_SWITCHES = ("yes", "confirm", "wait", "timeout", "dry_run", "explain", "no_validate")


def start(
    row: CommandSpec, values: Mapping[str, Any], shared: Mapping[str, Any], runtime: Runtime
) -> Any:
    """Run a command with what it was given; return its exit code or None."""
    given = merge_positional_flags(row, values)
    refuse_blank_options(row, given)
    _check_syntax(shared)
    session = Session(runtime, flags(row, given, shared), view(row))
    try:
        if row.handler:
            if row.changes:
                from qovery_cli.cli.output_options import check_output

                check_output(session, row, range(len(row.variants)))
            body = written(row)
            return body(session, **accepted(body, own_values(row, given)))
        from qovery_cli.cli.generated_command import run

        return run(session, row, given)
    except MissingScopeError:
        if not given.get("skeleton"):
            # Whoever is not signed in learns that first: no scope would help.
            session.authorization()
        raise
    except UnavailableError as error:
        raise (_out_of_time(error) if session.flags.wait else error) from error.__cause__
    finally:
        session.close()


def _out_of_time(error: UnavailableError) -> QoveryError:
    """Return the error of a command with --wait whose time was up among its look-ups."""
    from qovery_cli.http.request_errors import DeadlineExceededError
    from qovery_cli.session.tracking.errors import nothing_sent

    # Once the change has been sent, the wait itself reports what is known.
    return nothing_sent() if isinstance(error, DeadlineExceededError) else error


def _check_syntax(shared: Mapping[str, Any]) -> None:
    """Raise UsageError for output options that no result could follow, before anything is done."""
    if any(shared.get(name) for name in ("query", "columns", "filter")):
        from qovery_cli.output.show import check_options

        check_options(output_options(shared, None))


def merge_positional_flags(row: CommandSpec, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values with arguments that were given by their flag under the argument's name."""
    given = {name: value for name, value in values.items() if not name.endswith("__flag")}
    for parameter in row.parameters:
        twin = values.get(f"{parameter.name}__flag")
        if twin is None:
            continue
        if parameter.name in given and not parameter.repeatable:
            raise UsageError(
                f"'{given[parameter.name]}' and {parameter.flag} {twin} say the same thing twice.",
                hint=f"Leave out one of the two; {parameter.flag} is the flag of the argument.",
            )
        given[parameter.name] = (
            [*given.get(parameter.name, []), *twin] if parameter.repeatable else twin
        )
    for parameter in row.parameters:
        if parameter.same_as in given:
            given[parameter.name] = given[parameter.same_as]
    return given


def flags(row: CommandSpec, given: Mapping[str, Any], shared: Mapping[str, Any]) -> EngineOptions:
    """Return the switches that the engine understands, and the scope that options give."""
    switches = {
        p.name: given[p.name] for p in row.parameters if p.name in given and is_engine_option(p)
    }
    return EngineOptions(
        yes=bool(switches.get("yes")),
        confirm=switches.get("confirm"),
        wait=bool(switches.get("wait")),
        timeout=duration(switches["timeout"]) if "timeout" in switches else DEFAULT_TIMEOUT,
        dry_run=bool(switches.get("dry_run")),
        explain=bool(switches.get("explain")),
        validate=not switches.get("no_validate"),
        changes=row.changes,
        scope=scope_options(row, given),
        shared=shared,
    )


def is_engine_option(parameter: ParameterSpec) -> bool:
    """Tell whether the engine itself understands the option."""
    return parameter.where == "cli" and parameter.name in _SWITCHES


def scope_options(row: CommandSpec, given: Mapping[str, Any]) -> dict[str, str]:
    """Return what the options say of the scope, by kind of resource."""
    return {
        str(p.resource): given[p.name]
        for p in row.parameters
        if p.name in given and p.resource in SCOPE and p.where in {"path", "cli"}
        if p.kind == "option"
    }


def own_values(row: CommandSpec, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that a handler takes itself."""
    return {p.name: given[p.name] for p in row.parameters if p.name in given and reaches_handler(p)}


def reaches_handler(parameter: ParameterSpec) -> bool:
    """Return whether a handler takes the value itself: it is no switch and no wider scope."""
    wider_scope = parameter.where == "cli" and parameter.resource in SCOPE
    return not is_engine_option(parameter) and not wider_scope


def accepted(body: Callable[..., Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that a function takes; the wider scope reaches it through the session."""
    known = signature(body).parameters
    takes_all = any(one.kind is Parameter.VAR_KEYWORD for one in known.values())
    return {name: value for name, value in values.items() if takes_all or name in known}


def written(row: CommandSpec) -> Any:
    """Return the function of a hand-written command."""
    module, _, name = str(row.handler).partition(":")
    return getattr(import_module(f"qovery_cli.commands.{module}"), name)


_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


def duration(text: str) -> float | None:
    """Return seconds for ``90``, ``90s``, ``20m``, ``1h30m``; None (no limit) for ``0``."""
    total, number = 0.0, ""
    for character in text.strip():
        if character.isdigit() or character == ".":
            number += character
        elif character in _UNITS and number not in {"", "."}:
            total += float(number) * _UNITS[character]
            number = ""
        else:
            number = "x"
            break
    try:
        total += float(number or 0)
    except ValueError:
        raise UsageError(
            f"'--timeout' takes a time, not '{text}'.",
            hint="Write it as 90s, 20m, 1h30m, or 0 for no limit.",
        ) from None
    if not text.strip():
        raise UsageError("'--timeout' is empty.", hint="Write it as 90s, 20m, 1h30m.")
    return total or None
