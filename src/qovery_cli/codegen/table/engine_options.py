"""Build the rows of the options that the engine handles itself, such as ``--wait``."""

from collections.abc import Iterator, Sequence
from typing import Any

from qovery_cli.cli.command_table import OperationSpec, ParameterSpec
from qovery_cli.codegen.override_schema import CommandOverride
from qovery_cli.codegen.table.flag_names import identifier, kebab


def selectors(variants: Sequence[OperationSpec], override: CommandOverride) -> list[ParameterSpec]:
    """Return the options whose value selects an operation, as in ``--cloud aws``."""
    choices: dict[str, list[str]] = {}
    for variant in variants:
        flag, _, value = (variant.when or "").partition(" ")
        if value and value not in choices.setdefault(flag, []):
            choices[flag].append(value)
    return [
        ParameterSpec(
            name=identifier(flag),
            kind="option",
            where="cli",
            flag=flag,
            required=True,
            enum=tuple(values),
            help=override.selectors.get(flag, f"Which {identifier(flag).replace('_', ' ')}"),
            metavar=identifier(flag).upper(),
        )
        for flag, values in choices.items()
    ]


def engine_options(
    kind: str, override: CommandOverride, *, body: bool, changes: bool
) -> Iterator[ParameterSpec]:
    """Yield the options of a command that depend on its kind and on its override.

    ``body`` is whether its request has one, ``changes`` whether it changes anything.
    """
    if body:
        yield from _of_bodies()
    if kind == "update":
        yield from _of_updates(override)
    if override.wait:
        yield from _of_waits()
    if override.confirm or override.confirm_production:
        yield _flag("yes", "Do not ask for confirmation", short="-y")
        yield _cli(
            "confirm",
            "Confirm with the name of the resource instead of being asked",
            metavar="NAME",
        )
    if changes:
        yield _flag("dry_run", "Print the requests without sending them")
        yield _flag("explain", "Print the requests as curl commands without sending them")


def _of_bodies() -> Iterator[ParameterSpec]:
    yield _cli(
        "file",
        "Read the request body from a YAML or JSON file; - for stdin",
        short="-f",
        metavar="FILE",
    )
    yield _cli(
        "set",
        "Set a body field: a.b[0]=text, a:=JSON or a=@FILE",
        metavar="FIELD=VALUE",
        repeatable=True,
    )
    yield _flag("skeleton", "Print a body to fill in, and exit")
    yield _flag("no_validate", "Send the request without checking it first")


def _of_updates(override: CommandOverride) -> Iterator[ParameterSpec]:
    yield _flag("replace", "Send only what is given, without the current values")
    for path, key in override.list_keys.items():
        flag = override.singular.get(path, "--" + kebab(path)).lstrip("-")
        known_by = key.upper() if key in {"id", "url"} else key.replace("_id", " ID")
        known_by = known_by.replace("_", " ")
        yield _cli(
            f"remove_{flag.replace('-', '_')}",
            f"Remove the {flag.replace('-', ' ')} with this {known_by}",
            metavar=key.upper(),
            repeatable=True,
            field=path,
        )


def _of_waits() -> Iterator[ParameterSpec]:
    yield _flag(
        "wait",
        "Wait until it has finished; the exit code is the result",
        short="-w",
        aliases=("--watch",),
    )
    yield _cli(
        "timeout",
        "Maximum time to wait, such as 20m or 1h30m; 0 for no limit",
        metavar="TIME",
        default="1h",
    )


def _cli(name: str, help: str, **more: Any) -> ParameterSpec:
    return ParameterSpec(name, "option", "cli", "--" + name.replace("_", "-"), help=help, **more)


def _flag(name: str, help: str, **more: Any) -> ParameterSpec:
    return _cli(name, help, type="boolean", **more)


def list_options(
    override: CommandOverride, *, paged: bool, parent: bool
) -> Iterator[ParameterSpec]:
    """Yield the options of a list.

    ``paged`` is whether the API returns it in pages, ``parent`` whether it belongs to a parent.
    """
    if paged:
        yield _cli(
            "limit", "Maximum number of results", metavar="NUMBER", type="integer", default=20
        )
    if parent and not override.no_all:
        yield _flag("all", "List across all parents in scope")
