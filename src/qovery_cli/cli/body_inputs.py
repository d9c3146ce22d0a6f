"""Read the inputs of a body: its file, options and ``--set``, with names replaced by ids."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qovery_cli import catalog
from qovery_cli.body import body_file, set_option
from qovery_cli.cli.body_fields import BodyFields
from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.errors import UsageError
from qovery_cli.frozen import changed, record
from qovery_cli.http.pagination import mapping
from qovery_cli.resolve.reference import is_uuid
from qovery_cli.session.secrets import secret_value

if TYPE_CHECKING:
    from qovery_cli.cli.invocation import Invocation


@record
class BodyInputs:
    """The inputs of a body.

    ``file`` is the body of ``--file``, None without one. ``options`` are pairs of a field path and
    a value, ``removals`` pairs of a list path and the key of an item. ``named`` are the fields
    that options and ``--set`` name; those of a file do not count, because it may be a saved
    response.
    """

    file: Any
    options: Sequence[tuple[str, Any]]
    settings: Sequence[set_option.Setting]
    removals: Sequence[tuple[str, Any]]
    named: frozenset[str]

    @property
    def is_empty(self) -> bool:
        """True if the command line has no input for the body."""
        return self.file is None and not self.named and not self.removals


def read_inputs(invocation: "Invocation", fields: BodyFields) -> BodyInputs:
    """Return the inputs of a command line.

    Reads files and standard input and resolves names. Raises UsageError for invalid input, and
    the errors of ``Session.find``.
    """
    session, values = invocation.session, invocation.values
    file = values.get("file")
    if file is not None:
        stdin = session.stdin.read_text("--file") if file == "-" else None
        file = body_file.read(file, stdin=stdin, schema=fields.schema, level=fields.level)
    options = _Options(invocation, fields).read()
    settings = [_without_secret(fields, set_option.parse(text)) for text in values.get("set", ())]
    removals = [
        (str(parameter.field), value)
        for parameter in invocation.spec.parameters
        if parameter.name.startswith("remove_")
        for value in values.get(parameter.name, ())
    ]
    named = {".".join(map(str, setting.path)) for setting in settings}
    named.update(path for path, option in fields.options if option.name in values)
    return BodyInputs(file, list(options.items()), settings, removals, frozenset(named))


def _without_secret(fields: BodyFields, setting: set_option.Setting) -> set_option.Setting:
    """Return a setting; a secret object is parsed here, so that no error contains it."""
    option = fields.secrets.get(".".join(map(str, setting.path)))
    if option is None or option.type != "object" or setting.operator != "=":
        return setting
    import json

    value = _secret_object(option, setting.raw)
    return changed(setting, operator=":=", raw=json.dumps(value))


def _secret_object(option: ParameterSpec, text: str) -> Any:
    """Return the object in a secret option, from JSON or ``key=value`` lines.

    Raises UsageError without the text, unlike options that are not secret.
    """
    import json

    try:
        value = json.loads(text)
    except ValueError:
        pairs = [line.partition("=") for line in text.splitlines() if line.strip()]
        value = {key.strip(): rest for key, mark, rest in pairs if mark and key.strip()}
        if len(value) != len(pairs):
            value = None
    if not isinstance(value, dict):
        raise UsageError(
            f"Invalid {option.spelling}: expected a JSON object or lines of key=value.",
            hint=f"Use {option.flag} @FILE, or {option.flag} - and a pipe.",
        )
    return value


class _Options:
    """The options of one body as field values."""

    def __init__(self, invocation: "Invocation", fields: BodyFields) -> None:
        self._invocation = invocation
        self._session = invocation.session
        self._values = invocation.values
        self._fields = fields

    def read(self) -> dict[str, Any]:
        """Return the values of all options by field path.

        Raise UsageError if two options set one field to different values.
        """
        fields: dict[str, Any] = {}
        sources: dict[str, str] = {}
        for own_path, option in self._fields.options:
            if option.name not in self._values:
                continue
            for path, value in self._field_values(own_path, option).items():
                source = sources.setdefault(path, option.spelling)
                if fields.setdefault(path, value) != value:
                    raise UsageError(
                        f"{source} and {option.spelling} set different values for '{path}'.",
                        hint="Use only one of them.",
                    )
        return fields

    def _field_values(self, path: str, option: ParameterSpec) -> dict[str, Any]:
        """Return the values that an option sets: its own field, for some formats also siblings."""
        value = self._values[option.name]
        is_name = option.resource or option.resources
        if is_name and option.api and self._fields.level not in option.api:
            # Validation rejects the option at this level, so the name is not resolved.
            return {path: value}
        if option.resources and not is_uuid(value):
            return {path: self._ids(self._kind(option), value)}
        if option.resource:
            return {path: self._ids(option.resource, value)}
        if option.keys:
            return {path: [self._with_ids(option.keys, text) for text in value]}
        if option.secret:
            secret = secret_value(self._session, option.spelling, value)
            return {path: _secret_object(option, secret) if option.type == "object" else secret}
        return {path: value} if option.format is None else self._parsed(path, option, value)

    def _parsed(self, path: str, option: ParameterSpec, value: Any) -> dict[str, Any]:
        """Return the values of an option with an input format, by field path."""
        from qovery_cli.body.target import Target
        from qovery_cli.body.value_formats import parse_value

        owner = path.rpartition(".")[0]
        minimum = self._fields.minimum(path)
        target = Target(
            option.spelling,
            self._fields.level,
            known_only=self._session.flags.validate,
            siblings=self._siblings(owner),
            minimum=option.minimum if minimum is None else minimum,
        )
        own_value, siblings = parse_value(str(option.format), value, target)
        prefix = f"{owner}." if owner else ""
        return {path: own_value, **{f"{prefix}{name}": text for name, text in siblings.items()}}

    def _siblings(self, owner: str) -> dict[str, str]:
        """Return the string options for fields of the object ``owner``, by field name."""
        values = [
            (path.rpartition("."), self._values.get(option.name))
            for path, option in self._fields.options
        ]
        return {path[2]: v for path, v in values if path[0] == owner and isinstance(v, str)}

    def _kind(self, option: ParameterSpec) -> str:
        """Return the kind of resource that an option names, as another field determines."""
        selector = next(p for _, p in self._fields.options if p.field == option.resource_by)
        kind_value = self._values.get(selector.name)
        if kind_value is None and self._invocation.variant.fetch:
            kind_value = self._current().get(str(selector.field))
        kind = option.resources.get(str(kind_value).strip().upper())
        if kind is None:
            raise UsageError(
                f"{option.spelling} accepts a name only together with {selector.flag}.",
                hint=f"Use {selector.flag} {'|'.join(option.resources)}, or the ID.",
            )
        return kind

    def _current(self) -> dict[str, Any]:
        """Return the current resource of an update; it is read only once."""
        fetch, path = str(self._invocation.variant.fetch), self._invocation.target.values
        names = catalog.operation(fetch).path_names
        return mapping(self._session.get_cached(fetch, {name: path[name] for name in names}))

    def _with_ids(self, keys: Mapping[str, str], text: str) -> str:
        """Replace the resource names in ``key=value,key=value`` by their ids."""

        def id_of(pair: re.Match[str]) -> str:
            return f"{pair['before']}{pair['key']}={self._id(keys[pair['key']], pair['name'])}"

        return re.sub(rf"(?P<before>^|,)(?P<key>{'|'.join(keys)})=(?P<name>[^,]+)", id_of, text)

    def _ids(self, kind: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._id(kind, name) for name in value]
        return self._id(kind, value)

    def _id(self, kind: str, name: str) -> str:
        return self._session.find(kind, name, within=self._invocation.target.values).id
