"""The options that every command has, as rows like any other; declared here and nowhere else."""

from qovery_cli.cli.rows import ParameterRow

FORMATS = ("table", "wide", "json", "ndjson", "yaml", "csv", "tsv", "name", "id")


def _option(name: str, help: str, **more: object) -> ParameterRow:
    flag = "--" + name.replace("_", "-")
    return ParameterRow(name, "option", "cli", flag, help=help, **more)  # type: ignore[arg-type]


SHARED: tuple[ParameterRow, ...] = (
    _option(
        "output",
        "How to print the result",
        short="-o",
        enum=FORMATS,
        metavar="FORMAT",
        variable="QOVERY_OUTPUT",
    ),
    _option("query", "Pick from the result as JSON", short="-q", metavar="JMESPATH"),
    _option("columns", "Columns of a table, separated by commas", metavar="A,B,C"),
    _option("sort_by", "Sort a list by this field; -FIELD for descending", metavar="FIELD"),
    _option(
        "filter",
        "Keep what has this value; != and ~= work too",
        repeatable=True,
        metavar="FIELD=VALUE",
    ),
    _option("no_headers", "Leave out the line of column names", type="boolean"),
    _option("profile", "Use this profile", metavar="NAME", variable="QOVERY_PROFILE"),
    _option("debug", "Log requests to stderr, secrets masked", type="boolean"),
    _option("json", "The same as -o json", type="boolean", hidden=True),
)

#: Help is no option of the engine, but of the page that shows them.
HELP = _option("help", "Show this page", short="-h", type="boolean")
