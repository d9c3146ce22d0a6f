"""Run a parsed command: create its session and call its handler or the engine."""

from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import Parameter, signature
from typing import Any

from qovery_cli.catalog.resources import SCOPE_KINDS
from qovery_cli.cli.blank_values import reject_blank_options
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec
from qovery_cli.cli.views import view, with_columns_at
from qovery_cli.errors import QoveryError, UnavailableError, UsageError
from qovery_cli.messages import invalid
from qovery_cli.resolve.errors import MissingScopeError
from qovery_cli.session import EngineOptions, Runtime, Session
from qovery_cli.session.options import DEFAULT_TIMEOUT
from qovery_cli.session.render import output_options

_ENGINE_OPTIONS = ("yes", "confirm", "wait", "timeout", "dry_run", "explain", "no_validate")


def run_command(
    spec: CommandSpec, values: Mapping[str, Any], shared: Mapping[str, Any], runtime: Runtime
) -> Any:
    """Run a command with its parsed values; return its exit code or None."""
    inputs = merge_positional_flags(spec, values)
    reject_blank_options(spec, inputs)
    _check_output_options(shared)
    session = Session(runtime, engine_options(spec, inputs, shared), view(spec))
    try:
        if any(variant.columns for variant in spec.variants):
            spec = with_columns_at(session.level, spec)
            session.view = view(spec)
        if spec.handler:
            if spec.changes:
                from qovery_cli.cli.output_options import check_output

                check_output(session, spec, range(len(spec.variants)))
            handler = load_handler(spec)
            return handler(session, **accepted_values(handler, handler_values(spec, inputs)))
        from qovery_cli.cli.generated_command import run

        return run(session, spec, inputs)
    except MissingScopeError:
        if not inputs.get("skeleton"):
            # A missing login is reported first, because no scope would help then.
            session.authorization()
        raise
    except UnavailableError as error:
        raise (_timeout_error(error) if session.flags.wait else error) from error.__cause__
    finally:
        session.close()


def _timeout_error(error: UnavailableError) -> QoveryError:
    """Convert a timeout during the requests before a change with --wait."""
    from qovery_cli.http.request_errors import DeadlineExceededError
    from qovery_cli.session.tracking.errors import nothing_sent

    # Once the change has been sent, the wait itself reports the timeout.
    return nothing_sent() if isinstance(error, DeadlineExceededError) else error


def _check_output_options(shared: Mapping[str, Any]) -> None:
    """Raise UsageError for invalid output options, before any request is sent."""
    if any(shared.get(name) for name in ("query", "columns", "filter")):
        from qovery_cli.output.show import check_options

        check_options(output_options(shared, None))


def merge_positional_flags(spec: CommandSpec, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values, with arguments that were passed as flags under the argument's name.

    Raise UsageError if an argument was passed both ways.
    """
    inputs = {name: value for name, value in values.items() if not name.endswith("__flag")}
    for parameter in spec.parameters:
        flag_value = values.get(f"{parameter.name}__flag")
        if flag_value is None:
            continue
        if parameter.name in inputs and not parameter.repeatable:
            argument = parameter.metavar or parameter.name.upper()
            raise UsageError(
                f"{argument} was given twice: as an argument and with {parameter.flag}.",
                hint="Use only one of them.",
            )
        inputs[parameter.name] = (
            [*inputs.get(parameter.name, []), *flag_value] if parameter.repeatable else flag_value
        )
    for parameter in spec.parameters:
        if parameter.same_as in inputs:
            inputs[parameter.name] = inputs[parameter.same_as]
    return inputs


def engine_options(
    spec: CommandSpec, inputs: Mapping[str, Any], shared: Mapping[str, Any]
) -> EngineOptions:
    """Return the engine options of a command line, and the scope that its options name."""
    values = {
        p.name: inputs[p.name] for p in spec.parameters if p.name in inputs and is_engine_option(p)
    }
    return EngineOptions(
        yes=bool(values.get("yes")),
        confirm=values.get("confirm"),
        wait=bool(values.get("wait")),
        timeout=duration(values["timeout"]) if "timeout" in values else DEFAULT_TIMEOUT,
        dry_run=bool(values.get("dry_run")),
        explain=bool(values.get("explain")),
        validate=not values.get("no_validate"),
        changes=spec.changes,
        scope=scope_options(spec, inputs),
        shared=shared,
    )


def is_engine_option(parameter: ParameterSpec) -> bool:
    """Return whether the engine handles the option itself."""
    return parameter.where == "cli" and parameter.name in _ENGINE_OPTIONS


def scope_options(spec: CommandSpec, inputs: Mapping[str, Any]) -> dict[str, str]:
    """Return the values of scope options by kind of resource."""
    return {
        str(p.resource): inputs[p.name]
        for p in spec.parameters
        if p.name in inputs and p.resource in SCOPE_KINDS and p.where in {"path", "cli"}
        if p.kind == "option"
    }


def handler_values(spec: CommandSpec, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that are passed to a handler."""
    return {
        p.name: inputs[p.name] for p in spec.parameters if p.name in inputs and reaches_handler(p)
    }


def reaches_handler(parameter: ParameterSpec) -> bool:
    """Return whether a value is passed to the handler: no engine option and no wider scope."""
    wider_scope = parameter.where == "cli" and parameter.resource in SCOPE_KINDS
    return not is_engine_option(parameter) and not wider_scope


def accepted_values(function: Callable[..., Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that a function has parameters for.

    The wider scope reaches it through the session.
    """
    parameters = signature(function).parameters
    takes_all = any(p.kind is Parameter.VAR_KEYWORD for p in parameters.values())
    return {name: value for name, value in values.items() if takes_all or name in parameters}


def load_handler(spec: CommandSpec) -> Any:
    """Import and return the handler function of a command."""
    module, _, name = str(spec.handler).partition(":")
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
            invalid("--timeout", text, "a duration such as 90s, 20m or 1h30m (0 for no limit)")
        ) from None
    if not text.strip():
        raise UsageError("--timeout is empty.", hint="Use a duration such as 90s, 20m or 1h30m.")
    return total or None
