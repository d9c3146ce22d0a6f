"""Describe the body of an operation at one API level: its schema, fields and their options."""

from typing import Any

from qovery_cli import catalog
from qovery_cli.body import schemas
from qovery_cli.body.update import request_from
from qovery_cli.catalog.schema import is_list, limits_at, only_item, required_at
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.cli.select_operation import parameters_of
from qovery_cli.session.redaction import names_secret


class BodyFields:
    """The body of one operation at one level; it has no values.

    ``options`` are the options of the body with the dotted paths of their fields, ``flags`` the
    flag of each field for error messages, and ``secrets`` the options of secret fields by path.
    A body that some levels wrap in a list of one is described without the list.
    """

    def __init__(self, spec: CommandSpec, position: int, level: str) -> None:
        variant = spec.variants[position]
        operation = catalog.operation(variant.operation)
        assert operation.body is not None, "only called for operations with a body"
        self.spec = spec
        self.level = level
        self.schema: schemas.Schema = operation.body
        self._response: schemas.Schema = operation.response or {}
        if spec.list_of_one:
            self.schema, self._response = only_item(self.schema), only_item(self._response)
        self._is_wrapped = spec.list_of_one and is_list(operation.body, level)
        self.options = [
            (variant.fields.get(str(parameter.field), str(parameter.field)), parameter)
            for parameter in parameters_of(spec, position, "body")
        ]
        self.flags = self._flags()
        self.secrets = {path: parameter for path, parameter in self.options if parameter.secret}
        required_fields = required_at(self.schema, level)
        self.is_required = level in operation.body_required or bool(required_fields)

    def _flags(self) -> dict[str, str]:
        """Return the flag of each field; an object has the flag of a field in it."""
        flags = {path: parameter.spelling for path, parameter in self.options}
        for path, flag in list(flags.items()):
            owner = path.rpartition(".")[0]
            if owner and owner not in flags:
                flags[owner] = flag
        return flags

    def is_secret(self, path: str) -> bool:
        """Return whether the field at a dotted path, without indexes, is secret."""
        if path in self.secrets:
            return True
        schema = schemas.field_at(self.schema, path)
        return names_secret(path.rpartition(".")[2]) and schemas.kinds(schema) <= {"string", "any"}

    def minimum(self, path: str) -> float | None:
        """Return the minimum of a field, None without one."""
        field = schemas.resolved(schemas.field_at(self.schema, path, self.level), self.level)
        minimum: float | None = limits_at(field, self.level).get("minimum")
        return minimum

    def wrapped(self, body: Any) -> Any:
        """Return the body, wrapped in a list if the API level requires that."""
        return [body] if self._is_wrapped else body

    def unwrapped(self, response: Any) -> Any:
        """Return the resource of a response without the list of one."""
        is_wrapped = self.spec.list_of_one and isinstance(response, list)
        return next(iter(response), {}) if is_wrapped else response

    def from_response(self, response: Any) -> Any:
        """Convert a resource from the response schema to the request schema."""
        resource = self.unwrapped(response)
        return request_from(resource, self._response, self.schema, self.spec.renames)
