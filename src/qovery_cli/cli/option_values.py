"""Read the options that fill a body: names of resources, secrets, and forms for people."""

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
    """Raise UsageError for a changed value that has another form than the API takes.

    Options are translated; what a file or --set says is sent as it is.
    """
    for parameter in fields:
        path = field_of(parameter)
        value, known = (computed_fields.value_at(whole, path) for whole in (body, before))
        if parameter.written is not None and isinstance(value, str) and value != known:
            from qovery_cli.body.coerce import Target
            from qovery_cli.body.value_formats import check_form

            check_form(parameter.written, value, Target(parameter.spelling, level))


class Options:
    """The options of one body, as the values of its fields."""

    def __init__(self, body: "BodyBuilder") -> None:
        self._body = body

    def read(self) -> dict[str, Any]:
        """Return what the options say, by field; UsageError where two say different things."""
        found: dict[str, Any] = {}
        sources: dict[str, str] = {}
        for parameter in self._body.fields:
            said = self._option(parameter) if parameter.name in self._body.values else {}
            for path, value in said.items():
                source = sources.setdefault(path, parameter.spelling)
                if found.setdefault(path, value) != value:
                    raise UsageError(
                        f"{source} and {parameter.spelling} say different things of '{path}'.",
                        hint="Say it once.",
                    )
        return found

    def _option(self, parameter: ParameterSpec) -> dict[str, Any]:
        """Return what an option says: of its own field, and for some forms of those beside it."""
        value, path = self._body.values[parameter.name], self._body.field_of(parameter)
        named = parameter.resource or parameter.resources
        if named and parameter.api and self._body.level not in parameter.api:
            # Refused when the body is checked, whatever the name is.
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
        from qovery_cli.body.coerce import Target
        from qovery_cli.body.value_formats import parse_value

        owner, body = path.rpartition(".")[0], self._body
        near, least = self._beside(owner), self._least(parameter, path)
        target = Target(parameter.spelling, body.level, body.checks, near, least)
        own, siblings = parse_value(parameter.written, value, target)
        return {path: own, **{f"{owner}.{n}" if owner else n: v for n, v in siblings.items()}}

    def _kind(self, parameter: ParameterSpec) -> str:
        """Return the kind of resource that an option names, where another field decides it."""
        by = next(p for p in self._body.fields if p.field == parameter.resource_by)
        decided = self._body.values.get(by.name)
        if decided is None and self._body.variant.fetch:
            decided = self._current().get(str(by.field))
        kind = parameter.resources.get(str(decided).upper())
        if kind is None:
            raise UsageError(
                f"{parameter.spelling} takes a name only together with {by.flag}.",
                hint=f"Give {by.flag} {'|'.join(parameter.resources)}, or the ID.",
            )
        return kind

    def _current(self) -> dict[str, Any]:
        """Return the resource that an update starts from, which is read once only."""
        fetch = str(self._body.variant.fetch)
        path = {name: self._body.path[name] for name in catalog.operation(fetch).path_names}
        return mapping(self._body.session.get_cached(fetch, path))

    def _beside(self, owner: str) -> dict[str, str]:
        """Return the texts that options give to the fields of one object, by name."""
        given = [
            (self._body.field_of(p).rpartition("."), self._body.values.get(p.name))
            for p in self._body.fields
        ]
        return {path[2]: v for path, v in given if path[0] == owner and isinstance(v, str)}

    def _least(self, parameter: ParameterSpec, path: str) -> float | None:
        """Return the smallest number that a field takes: as documented, else as we know it."""
        level = self._body.level
        schema = schemas.resolved(schemas.field_at(self._body.schema, path, level), level)
        minimum: float | None = schemas.limits(schema, level).get("minimum")
        return parameter.least if minimum is None else minimum

    def _with_ids(self, keys: Mapping[str, str], text: str) -> str:
        """Return ``key=value,key=value`` with ids in place of the names of resources."""

        def id_of(pair: re.Match[str]) -> str:
            found = self._body.session.find(keys[pair["key"]], pair["name"], within=self._body.path)
            return f"{pair['before']}{pair['key']}={found.id}"

        return re.sub(rf"(?P<before>^|,)(?P<key>{'|'.join(keys)})=(?P<name>[^,]+)", id_of, text)

    def _ids(self, kind: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._body.session.find(kind, one, within=self._body.path).id for one in value]
        return self._body.session.find(kind, value, within=self._body.path).id
