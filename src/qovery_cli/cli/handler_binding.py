"""Where the values of a hand-written command go in its requests.

The parameters of a handler in ``commands/`` are declared as for Typer, with a ``Binding`` in their
``Annotated``. At run time the parameters come from the command table.
"""

from qovery_cli.frozen import record


@record
class Binding:
    """The place of a value in a request, and the kind of resource that a name is resolved as.

    A ``required`` parameter may have a default in the signature: then the handler reports itself
    that it is missing.
    """

    field: str | None = None
    where: str = "body"
    resource: str | None = None
    unit: str | None = None
    secret: bool = False
    required: bool = False
