"""One run of a command: its operation, and the parts of the request, each computed once."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES, by_parameter
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec, belongs
from qovery_cli.cli.select_operation import parameters_of, select_operation
from qovery_cli.errors import QoveryError, UsageError
from qovery_cli.frozen import record
from qovery_cli.messages import is_missing, only_in, server_level
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import Session

if TYPE_CHECKING:
    from qovery_cli.cli.body_builder import BodyBuilder


@record
class RequestTarget:
    """The path values of a request, and their resources, outermost first."""

    values: Mapping[str, str]
    resources: tuple[ResourceRef, ...]

    @property
    def resource(self) -> ResourceRef | None:
        """The resource that the command acts on: the last one in the path."""
        return self.resources[-1] if self.resources else None


class Invocation:
    """One run of a command with its session and parsed values.

    The operation is selected at once; target, query and body are computed on first access.
    ``position`` is the index of the operation among those of the command. Raises UsageError if
    the scope that selects the operation is missing or ambiguous.
    """

    def __init__(self, session: Session, spec: CommandSpec, values: Mapping[str, Any]) -> None:
        self.session = session
        self.spec = spec
        self.values = values
        self.position, self.variant = select_operation(session, spec, values)
        self.operation = catalog.operation(self.variant.operation)
        self.level = self.operation.level(session.level)

    @cached_property
    def target(self) -> RequestTarget:
        """The path values and resources of the request.

        Names in its body are resolved in parallel; their results and errors are cached for the
        time when the body is built. Raises the errors of ``Session.find``, and UsageError for a
        missing path value.
        """
        lookups: list[Callable[[], Any]] = [
            partial(self.session.find, str(parameter.resource), self.values[parameter.name])
            for parameter in parameters_of(self.spec, self.position, "body")
            if parameter.resource and isinstance(self.values.get(parameter.name), str)
            if RESOURCES[parameter.resource].parent == "organization"
        ]
        if not lookups:
            return self._resolve()
        from qovery_cli.http.concurrency import in_parallel

        target = in_parallel([self._resolve, *lookups])[0]
        if isinstance(target, QoveryError):
            raise target
        assert isinstance(target, RequestTarget)
        return target

    def _resolve(self) -> RequestTarget:
        ids: dict[str, str] = {}
        resources: list[ResourceRef] = []
        path_parameters = parameters_of(self.spec, self.position, "path")
        parameters = {parameter.field: parameter for parameter in path_parameters}
        for name in self.operation.path_names:
            value = self.values.get(parameters[name].name)
            # Not parameter.resource: the kind may differ between the operations of a command.
            resource = by_parameter(name, self.operation.key)
            if resource is None:
                ids[name] = _text_value(parameters[name], value)
                continue
            reference = self.session.find(resource.kind, value, within=ids)
            ids[name] = reference.id
            resources.append(reference)
        # A parameter that another API level has in its path is the target at this level too.
        for parameter in self.spec.parameters:
            is_used = parameter.name in self.values and belongs(parameter, self.position)
            if parameter.same_as and is_used:
                kind, text = str(parameter.resource), self.values[parameter.name]
                resources.append(self.session.find(kind, text, within=ids))
        return RequestTarget(ids, tuple(resources))

    @cached_property
    def query(self) -> dict[str, Any]:
        """The query values by the API's parameter names.

        Raises UsageError for a value of the wrong type, a missing required value, and a parameter
        that the session's API level does not have.
        """
        query: dict[str, Any] = {}
        for parameter in parameters_of(self.spec, self.position, "query"):
            value = self.values.get(parameter.name)
            if value is not None:
                self._reject_other_level(parameter)
                query[str(parameter.field)] = self._query_value(parameter, value)
            elif parameter.required:
                choices = " or ".join(parameter.value_examples)
                examples = f", such as {choices}" if choices else ""
                raise UsageError(
                    is_missing(parameter.spelling),
                    hint=f"Use {parameter.flag}{examples}.",
                )
        return query

    def _reject_other_level(self, parameter: ParameterSpec) -> None:
        level, levels = self.session.level, parameter.api or self.operation.api
        # If the whole operation is retired, the API reports that instead.
        if level in self.operation.api and level not in levels:
            raise UsageError(
                only_in(parameter.spelling, ", ".join(parameter.api)),
                hint=server_level(level),
            )

    def _query_value(self, parameter: ParameterSpec, value: Any) -> Any:
        """Return a query value for the API: the ID of a named resource, or the coerced value."""
        if not isinstance(value, str):
            return value
        if parameter.resource in RESOURCES:
            return self.session.find(parameter.resource, value).id
        from qovery_cli.body.coerce import coerce
        from qovery_cli.body.target import Target

        target = Target(parameter.spelling, self.operation.api[-1])
        if parameter.format:
            from qovery_cli.body.value_formats import parse_value

            value, _ = parse_value(parameter.format, value, target)
        schemas = {fact.name: fact.schema for fact in self.operation.parameters}
        return coerce(value, schemas[str(parameter.field)], target)

    @cached_property
    def body(self) -> "BodyBuilder | None":
        """The builder of the body, None for an operation without a body."""
        if self.operation.body is None:
            return None
        # The body engine would add a tenth to the time of a list.
        from qovery_cli.cli.body_builder import BodyBuilder

        return BodyBuilder(self)

    def read(self, **query: Any) -> Any:
        """Return the response of an operation that reads; some do so by POST, with a body.

        ``query`` are values beside those of the command line.
        """
        operation, path = self.operation.key, self.target.values
        query = {**self.query, **query}
        if self.body is None:
            return self.session.get_cached(operation, path, query)
        body = self.body.fields.wrapped(self.body.build_new())
        return self.session.send(operation, path, query=query, body=body)


def listed_resource(operation: str, target: ResourceRef | None) -> dict[str, Any] | None:
    """Return the response of a GET operation from the list in which the target was resolved.

    Returns None unless the list has items of the schema that the operation returns.
    """
    if target is None or target.data is None or not target.whole:
        return None
    resource = RESOURCES[target.kind]
    if operation != resource.get_operation or resource.singleton:
        return None
    response = catalog.operation(operation).response or {}
    listed = catalog.resolve(catalog.operation(resource.list_operation).response or {})
    item = listed.get("properties", {}).get("results", {}).get("items", {})
    return dict(target.data) if "ref" in response and response["ref"] == item.get("ref") else None


def _text_value(parameter: ParameterSpec, value: Any) -> str:
    if value is None:
        raise UsageError(
            is_missing(parameter.spelling), hint=f"Use {parameter.flag} {parameter.metavar}."
        )
    return str(value)
