"""Convert the options of a body: resource names, secrets and readable value formats."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qovery_cli import catalog
from qovery_cli.body import computed_fields, schemas
from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.errors import UsageError
from qovery_cli.http.pagination import mapping
from qovery_cli.resolve.reference import is_uuid
from qovery_cli.session.secrets import secret_value

if TYPE_CHECKING:
    from qovery_cli.cli.body_builder import BodyBuilder


def check_forms(
    fields: Sequence[ParameterSpec],
    field_of: Callable[[ParameterSpec], str],
    level: str,
    body: Any,
    before: Any,
) -> None:
    """Raise UsageError for a changed value in a format that the API does not accept.

    Options are already converted; values of a file or --set are sent unchanged.
    """
    for parameter in fields:
        path = field_of(parameter)
        value, current = (computed_fields.value_at(each, path) for each in (body, before))
        if parameter.written is not None and isinstance(value, str) and value != current:
            from qovery_cli.body.target import Target
            from qovery_cli.body.value_formats import check_form

            check_form(parameter.written, value, Target(parameter.spelling, level))


class Options:
    """The options of one request body as field values."""

    def __init__(self, body: "BodyBuilder") -> None:
        self._body = body

    def read(self) -> dict[str, Any]:
        """Return the values of all options by field path.

        Raise UsageError if two options set one field to different values.
        """
        fields: dict[str, Any] = {}
        sources: dict[str, str] = {}
        for parameter in self._body.fields:
            values = self._option(parameter) if parameter.name in self._body.values else {}
            for path, value in values.items():
                source = sources.setdefault(path, parameter.spelling)
                if fields.setdefault(path, value) != value:
                    raise UsageError(
                        f"{source} and {parameter.spelling} say different things of '{path}'.",
                        hint="Say it once.",
                    )
        return fields

    def _option(self, parameter: ParameterSpec) -> dict[str, Any]:
        """Return the values that an option sets: its own field, for some formats also siblings."""
        value, path = self._body.values[parameter.name], self._body.field_of(parameter)
        is_name = parameter.resource or parameter.resources
        if is_name and parameter.api and self._body.level not in parameter.api:
            # Validation rejects the option at this level, so the name is not resolved.
            return {path: value}
        if parameter.resources and not is_uuid(value):
            return {path: self._ids(self._kind(parameter), value)}
        if parameter.resource:
            return {path: self._ids(parameter.resource, value)}
        if parameter.keys:
            return {path: [self._with_ids(parameter.keys, text) for text in value]}
        if parameter.secret:
            return {path: secret_value(self._body.session, parameter.spelling, value)}
        if parameter.written is None:
            return {path: value}
        from qovery_cli.body.target import Target
        from qovery_cli.body.value_formats import parse_value

        owner, body = path.rpartition(".")[0], self._body
        near, least = self._siblings(owner), self._minimum(parameter, path)
        target = Target(parameter.spelling, body.level, body.checks, near, least)
        own_value, siblings = parse_value(parameter.written, value, target)
        return {path: own_value, **{f"{owner}.{n}" if owner else n: v for n, v in siblings.items()}}

    def _kind(self, parameter: ParameterSpec) -> str:
        """Return the kind of resource that an option names, as another field determines."""
        selector = next(p for p in self._body.fields if p.field == parameter.resource_by)
        kind_value = self._body.values.get(selector.name)
        if kind_value is None and self._body.variant.fetch:
            kind_value = self._current().get(str(selector.field))
        kind = parameter.resources.get(str(kind_value).upper())
        if kind is None:
            raise UsageError(
                f"{parameter.spelling} takes a name only together with {selector.flag}.",
                hint=f"Give {selector.flag} {'|'.join(parameter.resources)}, or the ID.",
            )
        return kind

    def _current(self) -> dict[str, Any]:
        """Return the current resource of an update; it is read only once."""
        fetch = str(self._body.variant.fetch)
        path = {name: self._body.path[name] for name in catalog.operation(fetch).path_names}
        return mapping(self._body.session.get_cached(fetch, path))

    def _siblings(self, owner: str) -> dict[str, str]:
        """Return the string options for fields of the object ``owner``, by field name."""
        values = [
            (self._body.field_of(p).rpartition("."), self._body.values.get(p.name))
            for p in self._body.fields
        ]
        return {path[2]: v for path, v in values if path[0] == owner and isinstance(v, str)}

    def _minimum(self, parameter: ParameterSpec, path: str) -> float | None:
        """Return the minimum of a field: from the facts, else from the override."""
        level = self._body.level
        schema = schemas.resolved(schemas.field_at(self._body.schema, path, level), level)
        minimum: float | None = schemas.limits(schema, level).get("minimum")
        return parameter.least if minimum is None else minimum

    def _with_ids(self, keys: Mapping[str, str], text: str) -> str:
        """Replace the resource names in ``key=value,key=value`` by their ids."""

        def id_of(pair: re.Match[str]) -> str:
            resource = self._body.session.find(
                keys[pair["key"]], pair["name"], within=self._body.path
            )
            return f"{pair['before']}{pair['key']}={resource.id}"

        return re.sub(rf"(?P<before>^|,)(?P<key>{'|'.join(keys)})=(?P<name>[^,]+)", id_of, text)

    def _ids(self, kind: str, value: Any) -> Any:
        if isinstance(value, list):
            return [
                self._body.session.find(kind, name, within=self._body.path).id for name in value
            ]
        return self._body.session.find(kind, value, within=self._body.path).id
