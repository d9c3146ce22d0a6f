"""The request of ``qovery api --operation``: an operation by its id, with checked values."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from qovery_cli import catalog
from qovery_cli.body import set_option, validate
from qovery_cli.body.coerce import coerce
from qovery_cli.body.set_option import Setting
from qovery_cli.body.suggestions import did_you_mean, nearest
from qovery_cli.body.target import Target
from qovery_cli.catalog import Operation
from qovery_cli.errors import NotFoundError, UsageError
from qovery_cli.http.request import Request

#: Return the id that the context has for a path parameter; raise UsageError if it has none.
FromContext = Callable[[str], str]


def operation_request(
    operation: Operation,
    texts: Sequence[str],
    level: str,
    base: str,
    from_context: FromContext,
) -> Request:
    """Return the request of an operation; ``texts`` are arguments of ``--set``.

    A value belongs to the parameter of the path or query of that name, else to the body. Missing
    ids come from the context. Raise UsageError for an unknown name or an invalid value.
    """
    settings = [set_option.parse(text) for text in texts]
    path = operation.path
    for field in operation.path_names:
        value = _value(field, settings) or from_context(field)
        path = path.replace(f"{{{field}}}", quote(value, safe=""))
    query = urlencode(list(_query(operation, settings, level)), doseq=True)
    url = f"{base}{path}{'?' if query else ''}{query}"
    body = _body(operation, settings, level)
    return Request(operation.method, url, **({} if body is None else {"body": body}))


def find_operation(name: str, level: str) -> Operation:
    """Return the operation with an id, which may be followed by ``@`` and a level.

    Raise UsageError for an unknown id, NotFoundError for an operation that the level does not have.
    """
    known = catalog.operations()
    operation = known.get(name) or known.get(f"{name}@{level}")
    if operation is None:
        ids = {key.partition("@")[0] for key in known}
        hint = did_you_mean(nearest(name, sorted(ids), limit=1)) or "qovery commands -o wide"
        raise UsageError(f"Operation '{name}' does not exist.", hint=hint)
    if level not in operation.api:
        raise NotFoundError(
            f"Operation '{name}' does not exist in API {level}.",
            hint=f"It is in API {' and '.join(operation.api)}.",
        )
    return operation


def _value(field: str, settings: Sequence[Setting]) -> str | None:
    return next((each.raw for each in settings if each.name == field), None)


def _query(
    operation: Operation, settings: Sequence[Setting], level: str
) -> Iterator[tuple[str, Any]]:
    """Yield the query parameters that are set; raise UsageError for a missing one."""
    for parameter in operation.parameters:
        if parameter.where != "query":
            continue
        raw = _value(parameter.name, settings)
        if raw is not None:
            value = coerce(raw, parameter.schema, Target(f"--set {parameter.name}", level, True))
            yield parameter.name, str(value).lower() if isinstance(value, bool) else value
        elif level in parameter.required:
            raise UsageError(
                f"Operation '{operation.key}' requires '{parameter.name}'.",
                hint=f"Use --set {parameter.name}=VALUE.",
            )


def _body(operation: Operation, settings: Sequence[Setting], level: str) -> Any:
    """Return the validated body, None if the operation has none."""
    outside = {*operation.path_names, *(p.name for p in operation.parameters)}
    fields = [setting for setting in settings if setting.name not in outside]
    if operation.body is None:
        if fields:
            hint = did_you_mean(nearest(fields[0].name, sorted(outside), limit=1))
            raise UsageError(
                f"Operation '{operation.key}' has no parameter '{fields[0].name}'.", hint=hint
            )
        return None
    body: Any = {}
    for setting in fields:
        body = set_option.apply(body, setting, operation.body, level)
    if not body and level not in operation.body_required:
        return None
    validate.check(body, operation.body, level)
    return body
