"""Build the request body of a command from its file, options and ``--set``."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from typing import Any

from qovery_cli import catalog
from qovery_cli.body import (
    body_file,
    build_body,
    computed_fields,
    schemas,
    set_option,
    update,
    validate,
)
from qovery_cli.body.merge import unchanged
from qovery_cli.catalog.schema import is_list, only_item, required_at
from qovery_cli.cli.blank_values import reject_blank_versions
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec, belongs
from qovery_cli.cli.option_values import Options, check_forms
from qovery_cli.cli.required_secrets import missing_secret_error, missing_secrets
from qovery_cli.errors import UsageError
from qovery_cli.session import Session
from qovery_cli.session.redaction import names_secret
from qovery_cli.session.secrets import secret_value

Schema = Mapping[str, Any]


class BodyBuilder:
    """Builder of one request body from file, options, ``--set`` and the current state."""

    def __init__(
        self,
        session: Session,
        spec: CommandSpec,
        position: int,
        values: Mapping[str, Any],
        path: Mapping[str, str],
    ) -> None:
        self.session = session
        self.spec = spec
        self.variant = spec.variants[position]
        self.values = values
        self.path = path
        self.operation = catalog.operation(self.variant.operation)
        assert self.operation.body is not None, "only called for operations with a body"
        self.schema: Schema = self.operation.body
        if spec.list_of_one:
            self.schema = only_item(self.schema)
        self.level = self.operation.level(session.level)
        self.checks = session.flags.validate
        self.fields = [p for p in spec.parameters if p.where == "body" and belongs(p, position)]
        self.flags = self._flags()
        #: Context in which the user is prompted; an update releases its lock meanwhile.
        self.prompt_context: Callable[[], AbstractContextManager[None]] = nullcontext

    def _flags(self) -> dict[str, str]:
        """Return the flag of each field; an object has the flag of a field in it."""
        flags = {self.field_of(p): p.spelling for p in self.fields}
        for path, flag in list(flags.items()):
            owner = path.rpartition(".")[0]
            if owner and owner not in flags:
                flags[owner] = flag
        return flags

    def build_new(self) -> Any:
        """Return the validated body of a create or an action, None if it is empty and optional."""
        body = build_body.build_body(
            self.schema, self.level, **self._inputs, flags=self.flags, known_only=self.checks
        )
        reject_blank_versions(body, self.flags, null=self.spec.kind == "action")
        if self.checks:
            self._check_required_by_override(body)
        if not self._with_computed_fields(body) and not self._requires_body():
            return None
        body = self._with_computed_fields(
            self._with_secrets(body, self._with_computed_fields(body))
        )
        self._register_secrets(body)
        if self.checks:
            check_forms(self.fields, self.field_of, self.level, body, None)
            validate.check(body, self.schema, self.level, self.flags)
        return body

    def _check_required_by_override(self, body: Any) -> None:
        """Raise UsageError for a missing field that an override requires.

        Secrets are prompted for later.
        """
        for parameter in self.fields:
            path = self.field_of(parameter)
            if parameter.required_by_override and not parameter.secret and path not in (body or {}):
                raise UsageError(
                    f"'{path}' ({parameter.spelling}) is missing.",
                    hint=f"Give it with {parameter.flag}, --set {path}=VALUE or in a file (-f).",
                )

    def build_update(self, before: Any, response: Any) -> Any:
        """Return the update body: the current one with the requested changes."""
        if self.replaces:
            return self.build_new()
        body = update.amend(
            before,
            self.schema,
            self.level,
            **self._inputs,
            removals=self._removals(),
            list_keys=self.spec.list_keys,
            flags=self.flags,
            known_only=self.checks,
        )
        reject_blank_versions(body, self.flags, before)
        body = self._with_secrets(body, self._with_computed_fields(body, response))
        body = self._with_computed_fields(body, response, before)
        self._register_secrets(body)
        self.check(body, before)
        if self.checks:
            secrets = [p for p in self.fields if p.secret]
            missing = missing_secrets(self.spec.again, secrets, response, body)
            if missing and not self.is_unchanged(before, body):
                raise missing_secret_error(missing)
        return body

    @property
    def replaces(self) -> bool:
        """The state of --replace: send only the input, without the current values."""
        return bool(self.values.get("replace"))

    def check(self, body: Any, before: Any) -> None:
        """Raise UsageError for invalid changes in a body."""
        if self.checks:
            check_forms(self.fields, self.field_of, self.level, body, before)
            validate.check(body, self.schema, self.level, self.flags, current=before)

    def _with_computed_fields(self, body: Any, response: Any = None, before: Any = None) -> Any:
        rules = self.spec.derive
        return computed_fields.derive(
            body,
            rules,
            self.schema,
            self.level,
            fetched=response,
            before=before,
            given=self.named_fields(),
        )

    def named_fields(self) -> set[str]:
        """Return the fields that options and --set name.

        Fields of a file do not count: it may be a saved response.
        """
        assignments = self.values.get("set", ())
        names = {".".join(map(str, set_option.parse(text).path)) for text in assignments}
        return names | {self.field_of(p) for p in self.fields if p.name in self.values}

    @property
    def _prompts_for_secrets(self) -> bool:
        """The need to prompt for secrets that only an override requires.

        An update that changes other fields leaves the secret alone.
        """
        has_input = self.named_fields() or self._removals() or self.values.get("file") is not None
        return self.checks and (self.spec.kind != "update" or not has_input)

    def is_secret(self, path: str) -> bool:
        """Return whether the field at a dotted path, without indexes, is secret."""
        if path in {self.field_of(p) for p in self.fields if p.secret}:
            return True
        schema = schemas.field_at(self.schema, path)
        return names_secret(path.rpartition(".")[2]) and schemas.kinds(schema) <= {"string", "any"}

    def wrap(self, body: Any) -> Any:
        """Return the body, wrapped in a list if the API level requires that."""
        assert self.operation.body is not None, "checked by the constructor"
        is_wrapped = self.spec.list_of_one and is_list(self.operation.body, self.level)
        return [body] if is_wrapped else body

    @staticmethod
    def is_unchanged(before: Any, after: Any) -> bool:
        """Return whether an update changes nothing."""
        return unchanged(before, after)

    @cached_property
    def _file(self) -> Any:
        name = self.values.get("file")
        if name is None:
            return None
        stdin = self.session.stdin.read_text("--file") if name == "-" else None
        return body_file.read(name, stdin=stdin, schema=self.schema, level=self.level)

    def read_inputs(self) -> None:
        """Read the file and stdin and resolve names now, before a lock is taken."""
        self._inputs  # noqa: B018 - cached on first access

    @cached_property
    def _inputs(self) -> dict[str, Any]:
        """The file, options and --set, as arguments of `build_body` and `update`."""
        return {
            "file_body": self._file,
            "options": list(Options(self).read().items()),
            "settings": [set_option.parse(text) for text in self.values.get("set", ())],
        }

    def field_of(self, parameter: ParameterSpec) -> str:
        """Return the field of the body that a parameter fills."""
        return self.variant.fields.get(str(parameter.field), str(parameter.field))

    def _with_secrets(self, body: Any, complete: Any) -> Any:
        """Prompt for missing secrets and return the body with them.

        ``complete`` is the body with derived fields, which decides what is missing.
        """
        missing = set(
            update.missing_inputs(complete, self.schema, self.level) if self.checks else ()
        )
        for parameter in self.fields:
            path = self.field_of(parameter)
            if (
                self._prompts_for_secrets
                and parameter.required_by_override
                and path not in (complete or {})
            ):
                missing.add(path)
            if parameter.secret and path in missing:
                with self.prompt_context():
                    secret = secret_value(self.session, parameter.spelling, None)
                options = [(path, secret)]
                body = build_body.build_body(
                    self.schema, self.level, file_body=body, options=options
                )
        return body

    def _register_secrets(self, body: Any) -> None:
        """Register the values of secret fields, so that no output shows them."""
        for path in (self.field_of(p) for p in self.fields if p.secret):
            value = body
            for step in path.split("."):
                value = value.get(step) if isinstance(value, dict) else None
            if isinstance(value, str):
                self.session.secrets.add(value)

    def _removals(self) -> list[tuple[str, Any]]:
        return [
            (str(p.field), value)
            for p in self.spec.parameters
            if p.name.startswith("remove_") and p.name in self.values
            for value in self.values[p.name]
        ]

    def _requires_body(self) -> bool:
        required_fields = required_at(self.schema, self.level)
        by_override = self._prompts_for_secrets and any(p.required_by_override for p in self.fields)
        return self.level in self.operation.body_required or bool(required_fields) or by_override
