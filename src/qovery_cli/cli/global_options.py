"""Declare the options that every command has."""

from qovery_cli.cli.command_table import ParameterSpec

FORMATS = ("table", "wide", "json", "ndjson", "yaml", "csv", "tsv", "name", "id")


def _option(name: str, help: str, **attributes: object) -> ParameterSpec:
    flag = "--" + name.replace("_", "-")
    return ParameterSpec(name, "option", "cli", flag, help=help, **attributes)  # type: ignore[arg-type]


SHARED: tuple[ParameterSpec, ...] = (
    _option(
        "output",
        "Output format",
        short="-o",
        enum=FORMATS,
        metavar="FORMAT",
        variable="QOVERY_OUTPUT",
    ),
    _option(
        "query", "Select from the JSON output with a JMESPath query", short="-q", metavar="JMESPATH"
    ),
    _option("columns", "Columns to show, separated by commas", metavar="A,B,C"),
    _option("sort_by", "Sort a list by a field; -FIELD for descending order", metavar="FIELD"),
    _option(
        "filter",
        "List only items with this value; also != and ~= (contains)",
        repeatable=True,
        metavar="FIELD=VALUE",
    ),
    _option("no_headers", "Do not print column headers", type="boolean"),
    _option("profile", "Profile to use", metavar="NAME", variable="QOVERY_PROFILE"),
    _option("debug", "Log requests to stderr, with secrets masked", type="boolean"),
    _option("reveal", "Show secrets and passwords that are masked", type="boolean"),
    _option("json", "The same as -o json", type="boolean", hidden=True),
)

#: Shown on help pages only: Typer handles it, not the engine.
HELP = _option("help", "Show this help", short="-h", type="boolean")
