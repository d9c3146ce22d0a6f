"""Define every key that the files in ``overrides/`` may have, and the values it takes.

``<group>.toml`` has a table per command, ``fields.toml`` a table per field of a request, wherever
it occurs, ``groups.toml`` a table per group of commands, in the order of help, ``panels.toml`` a
table per heading of long option lists. ``sections.toml`` maps sections of the OpenAPI documents to
groups.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool
from pydantic import model_validator as check

from qovery_cli.body.suggestions import listed, nearest
from qovery_cli.body.value_formats import VALUE_FORMATS
from qovery_cli.catalog.resources import RESOURCES

MAX_SUMMARY = 70

#: Fields of a request by their dotted path, as in ``git_repository.url``.
ByField = dict[str, str]


def suggestion(wrong: str, valid: Iterable[str]) -> str:
    """Return the end of a message about a wrong name: the nearest valid one, else all of them."""
    names = sorted(valid)
    if not names:
        return ""
    for name in nearest(wrong, names, limit=1):
        return f"; did you mean '{name}'?"
    return f"; valid: {listed(names)}"


def _known(noun: str, valid: Iterable[str], *, blank: bool = False) -> AfterValidator:
    names = list(valid)

    def validate(value: str) -> str:
        if value not in names and not (blank and value == ""):
            raise ValueError(f"unknown {noun} '{value}'{suggestion(value, names)}")
        return value

    return AfterValidator(validate)


def _summary(text: str) -> str:
    if len(text) > MAX_SUMMARY or not text.endswith("."):
        raise ValueError(f"must have at most {MAX_SUMMARY} characters and end with a dot")
    return text


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Kind = Annotated[str, _known("resource", RESOURCES)]
ValueForm = Annotated[str, _known("form", VALUE_FORMATS, blank=True)]
Summary = Annotated[str, AfterValidator(_summary)]


class _Table(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, validate_by_name=False
    )


class OperationOverride(_Table):
    """One of the operations of a command; a string in its place is the operation alone."""

    op: str
    """Key of the operation in the facts."""
    api: Annotated[tuple[str, ...], BeforeValidator(_as_list)] = ()
    """API levels at which it is used; those that have it if empty."""
    when: str | None = None
    """Literal text on the command line that selects it, as in ``--cloud aws``."""
    retired: str | None = None
    """Replacement to report at levels that no longer have it."""
    fetch: str | None = None
    """Operation that returns the current state, for an update."""
    map: ByField = {}
    """Names of the command's body fields in this operation."""
    columns: tuple[str, ...] = ()
    """Columns of a table of its response, if they are not those of the command."""
    wide: tuple[str, ...] = ()
    """Further columns of the wide format, with ``columns``."""

    @check(mode="before")
    @classmethod
    def _from_key(cls, value: Any) -> Any:
        return {"op": value} if isinstance(value, str) else value


class JoinOverride(_Table):
    """A second list whose items are added to those of the first, in table formats."""

    op: str
    """Operation that returns the second list."""
    on: str
    """Field of an item of the second list by which it is found."""
    source: str = Field(default="id", alias="from")
    """Field of an item of the first list that has the same value."""
    target: str = Field(alias="as")
    """Field of an item of the first list in which the other item is put."""


class FieldOverride(_Table):
    """The option for a field of a request, and the format of its value."""

    flag: str | None = None
    """Long flag, ``--`` and the field's name if missing."""
    short: str | None = None
    """Short flag."""
    aliases: tuple[str, ...] = ()
    """Further long flags, not shown in help."""
    help: str = ""
    """Text in help, without a final dot."""
    metavar: str | None = None
    """Placeholder of the value in help."""
    unit: str | None = None
    """Unit of a number."""
    minimum: int | None = None
    """Smallest number without a unit that makes sense, if it is not that of the unit."""
    format: ValueForm | None = None
    """Form in which a person writes the value, as in ``body.value_formats``; empty for none."""
    resource: Kind | None = None
    """Kind of resource whose name may be given for its ID."""
    resources: dict[str, Kind] = {}
    """Kinds of resource whose names may be given, by the value of the field ``resource_by``."""
    resource_by: str | None = None
    """Field of the same body that decides between ``resources``."""
    keys: dict[str, Kind] = {}
    """Kinds of resource whose names may be given in keys of an object."""
    secret: StrictBool = False
    """Keep the value out of all output."""
    hidden: StrictBool = False
    """Leave the option out of help and completion."""
    required: StrictBool | None = None
    """Require the option, or not, regardless of the documents."""


class CommandFieldOverride(FieldOverride):
    """Settings of a field that differ in one command."""

    argument: StrictBool = False
    """Make it an argument of the command."""
    same_as: str | None = None
    """Parameter whose value this field takes; it is not typed itself."""
    where: Literal["query"] | None = None
    """State that it is a query parameter, not a field of the body."""


class CommandOverride(_Table):
    """A command: its operations or its handler, its texts, and how it behaves."""

    summary: Summary
    """One line for help and listings."""
    operations: tuple[OperationOverride, ...] = ()
    """Operations that the command sends, one of them for each call."""
    handler: str | None = None
    """Function in ``commands/`` that runs the command, as ``module:function``."""
    uses: tuple[str, ...] = ()
    """Operations that the handler may call besides."""
    like: str | None = None
    """Command whose path parameters the handler takes too."""
    kind: Literal["list", "get", "create", "update", "delete", "action", "settings"] | None = None
    """Behaviour, if it does not follow from method, verb and response."""
    changes: StrictBool | None = None
    """Mark the command as changing something or not, if its operations do not show that."""
    about: str = ""
    """Paragraphs below the summary in help."""
    examples: tuple[str, ...] = ()
    """Command lines for help."""
    columns: tuple[str, ...] = ()
    """Columns of a table, as ``field`` or ``header=field``."""
    wide: tuple[str, ...] = ()
    """Further columns of the wide format."""
    target: str | None = None
    """Path parameter or kind of resource that is the argument of the command."""
    confirm: Literal["yes", "name"] | None = None
    """Ask for confirmation: a key, or the name of the resource."""
    confirm_production: StrictBool = False
    """Ask for confirmation in production."""
    wait: Literal["deploy", "stop", "restart", "uninstall", "delete", "cancel"] | None = None
    """Offer ``--wait``: what to wait for."""
    done: str | None = None
    """Result to print if the response does not contain it."""
    aliases: tuple[str, ...] = ()
    """Further names of the command in its group."""
    hidden: StrictBool = False
    """Leave the command out of help and completion."""
    by_rule: StrictBool = False
    """Mark a command whose name and texts are derived from the API. Not for override files."""
    panel: str | None = None
    """Heading in the help of its group."""
    retired: str | None = None
    """Replacement to report at levels that no longer have any of the operations."""
    fields: dict[str, CommandFieldOverride] = {}
    """Settings of its fields, by dotted path."""
    singular: ByField = {}
    """Flags of list fields, each of which adds one item."""
    whole: tuple[str, ...] = ()
    """Objects that one option takes as a whole instead of an option for each field."""
    opened: tuple[str, ...] = ()
    """Objects deeper in the body whose fields have an option each."""
    selectors: dict[str, str] = {}
    """Texts in help of flags whose value selects the operation."""
    exclusive: dict[str, ByField] = {}
    """Objects that have exactly one of these fields, each with the flag that names it."""
    derive: dict[str, Any] = {}
    """Rules for fields that follow from others, as in ``body.computed_fields``."""
    fetch: str | None = None
    """Operation that returns the current state, for an update."""
    renames: ByField = {}
    """Fields of the response by the name that they have in the request of an update."""
    list_keys: ByField = {}
    """Keys of list items, by list: an update replaces items of the same key."""
    resend: ByField = {}
    """Secrets that an update must resend, with the response field that shows that they are set."""
    defaults: dict[str, str] = {}
    """Operations that return the defaults of settings, by API level."""
    list_of_one: StrictBool = False
    """Some level wraps the object of request and response in a list."""
    join: JoinOverride | None = None
    """A second list to add to the items."""
    expand: str | None = None
    """List in an item; the table has one row for each of its entries."""
    names: dict[str, Kind] = {}
    """Kinds of resource whose names are shown for the IDs in these fields."""
    units: dict[str, str] = {}
    """Units of numbers in the response, by dotted path; empty for a number without a unit."""
    no_all: StrictBool = False
    """Leave out ``--all``."""

    @check(mode="after")
    def _has_source(self) -> "CommandOverride":
        if not self.operations and not self.handler:
            raise ValueError("needs 'operations' or 'handler'")
        for key in ("uses", "like"):
            if getattr(self, key) and not self.handler:
                raise ValueError(f"'{key}' needs a 'handler'")
        return self


class GroupOverride(_Table):
    """A group of commands, or the place of a single command in help."""

    summary: str | None = None
    """One line for help and listings; required for a group."""
    panel: str | None = None
    """Heading in help."""
    aliases: tuple[str, ...] = ()
    """Further names of the group."""
    hidden: StrictBool = False
    """Leave the group out of help and completion."""


class PanelOverride(_Table):
    """A heading in long lists of options."""

    fields: tuple[str, ...]
    """Fields below it, with all that is nested in them."""


class UnlistedOverride(_Table):
    """An operation that has no command of its own; `qovery api` still sends it."""

    reason: str
    """Reason, as a clause for `qovery commands`."""
