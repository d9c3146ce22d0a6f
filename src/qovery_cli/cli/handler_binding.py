"""Bind the parameters of a handler to fields of its requests.

The parameters of a handler in ``commands/`` are declared as for Typer, with a ``Binding`` in their
``Annotated``. At run time the parameters come from the command table.
"""

from qovery_cli.frozen import record


@record
class Binding:
    """The field of a request that a value fills, and the kind of resource that a name refers to.

    A ``required`` parameter may have a default in the signature; the handler then reports a
    missing value itself.
    """

    field: str | None = None
    where: str = "body"
    resource: str | None = None
    unit: str | None = None
    secret: bool = False
    required: bool = False


@record
class ScopeOptions:
    """The annotation of ``**`` in a signature: an option for each level of the scope.

    ``help`` has the level as ``{noun}``. The keyword of an option is its ``option_name``.
    """

    help: str


def option_name(flag: str) -> str:
    """Return the Python name of an option: ``dry_run`` for ``--dry-run``."""
    return flag.removeprefix("--").replace("-", "_")
