"""Where the values of a hand-written command go in its requests.

The parameters of a handler in ``commands/`` are declared as for Typer; ``Sends`` is a further item
of their ``Annotated``. At run time the parameters come from the command table.
"""

from qovery_cli.frozen import record


@record
class Sends:
    """Where a value of a hand-written command ends up, and what a name is looked up as.

    A ``required`` one may still have a default in the signature: then the command says itself what
    is missing.
    """

    field: str | None = None
    where: str = "body"
    resource: str | None = None
    unit: str | None = None
    secret: bool = False
    required: bool = False
