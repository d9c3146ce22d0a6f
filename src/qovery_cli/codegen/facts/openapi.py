"""Read an OpenAPI document: its operations and schemas, without prose.

The API level of a document is its ``info.version``.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

from qovery_cli.codegen.facts.schema_extraction import Facts, SchemaReader
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
JSON = "application/json"


@record
class OperationSpec:
    """One operation of one document.

    ``parameters`` maps (in, name) to facts that may have ``required``. ``responses`` maps a 2xx
    status to facts, or to ``None`` if the response has no body.
    """

    method: str
    path: str
    operation_id: str
    section: str
    parameters: Mapping[tuple[str, str], Facts]
    body: Facts | None
    body_type: str | None
    body_required: bool
    responses: Mapping[int, Facts | None]
    response_type: str
    statuses: tuple[int, ...]
    deprecated: bool
    auth: bool

    @property
    def identity(self) -> tuple[str, str]:
        """The method, and the path without parameter names: equal in every version."""
        return self.method, re.sub(r"\{[^}]*\}", "{}", self.path)

    @property
    def path_names(self) -> list[str]:
        """The names of the path parameters, in order."""
        return re.findall(r"\{([^}]*)\}", self.path)


class Document:
    """One OpenAPI document: its level, its operations and the facts of its schemas.

    The constructor reads everything. It raises KeyError for a missing name, and TypeError,
    ValueError or AttributeError for an unexpected structure.
    """

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self._tree = tree
        self.level = str(tree["info"]["version"])
        self.schemas = SchemaReader((tree.get("components") or {}).get("schemas") or {})
        self.operations = [
            self._operation(method, path, item)
            for path, item in sorted(tree["paths"].items())
            for method in METHODS
            if method in item
        ]
        for name in self.schemas.names:
            self.schemas.component(name)

    def _operation(self, method: str, path: str, item: Mapping[str, Any]) -> OperationSpec:
        raw = item[method]
        body, body_type = None, None
        request = self._target(raw.get("requestBody") or {})
        if request.get("content"):
            body_type, body = self._content(request["content"])
        responses, response_type = self._responses(raw.get("responses") or {})
        return OperationSpec(
            method=method.upper(),
            path=path,
            operation_id=raw.get("operationId") or _derived_id(method, path),
            section=(raw.get("tags") or ["-"])[0],
            parameters=self._parameters([*item.get("parameters", ()), *raw.get("parameters", ())]),
            body=body,
            body_type=body_type,
            body_required=bool(request.get("required")),
            responses=responses,
            response_type=response_type,
            statuses=tuple(sorted(int(s) for s in raw.get("responses", {}) if str(s).isdigit())),
            deprecated=bool(raw.get("deprecated")),
            auth=raw.get("security") != [],
        )

    def _parameters(self, raw: list[Mapping[str, Any]]) -> dict[tuple[str, str], Facts]:
        parameters: dict[tuple[str, str], Facts] = {}
        for each in raw:
            parameter = self._target(each)
            facts = dict(self.schemas.facts(parameter.get("schema") or {}))
            if parameter.get("required"):
                facts["required"] = True
            if parameter.get("deprecated"):
                facts["deprecated"] = True
            parameters[parameter["in"], parameter["name"]] = facts
        return parameters

    def _responses(self, raw: Mapping[Any, Any]) -> tuple[dict[int, Facts | None], str]:
        responses: dict[int, Facts | None] = {}
        media = JSON
        for status, each in raw.items():
            if not re.fullmatch("2[0-9][0-9]", str(status)):
                continue
            content = self._target(each).get("content")
            responses[int(status)] = None
            if content:
                media, responses[int(status)] = self._content(content)
        return responses, media

    def _content(self, content: Mapping[str, Any]) -> tuple[str, Facts]:
        media = JSON if JSON in content else min(content)
        return media, self.schemas.facts((content[media] or {}).get("schema") or {})

    def _target(self, raw: Mapping[str, Any]) -> Mapping[str, Any]:
        """Follow a ``$ref`` to a parameter, body or response anywhere in the document."""
        while "$ref" in raw:
            target: Any = self._tree
            for step in unquote(raw["$ref"]).removeprefix("#/").split("/"):
                name = step.replace("~1", "/").replace("~0", "~")
                target = target[int(name)] if isinstance(target, list) else target[name]
            raw = target
        return raw


def read(path: Path) -> Document:
    """Return the document in a file.

    Raise ``UsageError`` if the file cannot be read or is not an OpenAPI document.
    """
    hint = "Name OpenAPI documents in YAML, one for each API level."
    try:
        tree = yaml.load(path.read_text(encoding="utf-8"), _loader())
    except OSError as error:
        raise UsageError(f"'{path}' cannot be read: {error.strerror}.", hint=hint) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError(f"'{path}' is not YAML.", hint=hint) from error
    if not isinstance(tree, dict) or not {"info", "paths"} <= tree.keys():
        raise UsageError(f"'{path}' is not an OpenAPI document.", hint=hint)
    try:
        return Document(tree)
    except KeyError as error:
        message = f"'{path}' lacks {error}, which it needs or refers to."
    except (TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        message = f"'{path}' is not built as an OpenAPI document: {error}."
    raise UsageError(message, hint="Correct the document, or fetch it again.")


def _loader() -> Any:
    """Return a safe YAML loader that does not parse dates: a default may look like one."""
    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(":timestamp")]
        for first, pairs in base.yaml_implicit_resolvers.items()
    }
    return type("Loader", (base,), {"yaml_implicit_resolvers": resolvers})


def _derived_id(method: str, path: str) -> str:
    words = re.findall(r"[A-Za-z0-9]+", path)
    return method + "".join(word[0].upper() + word[1:] for word in words)
