"""From what a command was given to the body of its request."""

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
from qovery_cli.cli.blank_values import refuse_blank_versions
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec, belongs
from qovery_cli.cli.option_values import Options, check_forms
from qovery_cli.cli.required_secrets import missing_secrets, refusal
from qovery_cli.errors import UsageError
from qovery_cli.session import Session
from qovery_cli.session.redaction import names_secret
from qovery_cli.session.secrets import secret_value

Schema = Mapping[str, Any]


class BodyBuilder:
    """Builds the body of one request from file, options, ``--set`` and what is there already."""

    def __init__(
        self,
        session: Session,
        row: CommandSpec,
        position: int,
        values: Mapping[str, Any],
        path: Mapping[str, str],
    ) -> None:
        self.session = session
        self.row = row
        self.variant = row.variants[position]
        self.values = values
        self.path = path
        self.operation = catalog.operation(self.variant.operation)
        assert self.operation.body is not None, "only called for operations with a body"
        self.schema: Schema = self.operation.body
        if row.list_of_one:
            self.schema = only_item(self.schema)
        self.level = self.operation.level(session.level)
        self.checks = session.flags.validate
        self.fields = [p for p in row.parameters if p.where == "body" and belongs(p, position)]
        self.flags = self._flags()
        #: What a person is asked in: an update lets others go first meanwhile.
        self.asking: Callable[[], AbstractContextManager[None]] = nullcontext

    def _flags(self) -> dict[str, str]:
        """Return the flag of each field, and of an object those of what is in it."""
        flags = {self.field_of(p): p.spelling for p in self.fields}
        for path, flag in list(flags.items()):
            owner = path.rpartition(".")[0]
            if owner and owner not in flags:
                flags[owner] = flag
        return flags

    def new(self) -> Any:
        """Return the checked body of something new, or of an action; None if nothing was said."""
        body = build_body.build_body(
            self.schema, self.level, **self._inputs, flags=self.flags, known_only=self.checks
        )
        refuse_blank_versions(body, self.flags, null=self.row.kind == "action")
        if self.checks:
            self._check_demanded(body)
        if not self._derived(body) and not self._demands_a_body():
            return None
        body = self._derived(self._with_secrets(body, self._derived(body)))
        self._keep_secret(body)
        if self.checks:
            check_forms(self.fields, self.field_of, self.level, body, None)
            validate.check(body, self.schema, self.level, self.flags)
        return body

    def _check_demanded(self, body: Any) -> None:
        """Raise UsageError if a field lacks that we insist on; secrets are asked for later."""
        for parameter in self.fields:
            path = self.field_of(parameter)
            if parameter.required_by_override and not parameter.secret and path not in (body or {}):
                raise UsageError(
                    f"'{path}' ({parameter.spelling}) is missing.",
                    hint=f"Give it with {parameter.flag}, --set {path}=VALUE or in a file (-f).",
                )

    def changed(self, before: Any, answer: Any) -> Any:
        """Return the body that changes just what was asked for."""
        if self.replaces:
            return self.new()
        body = update.amend(
            before,
            self.schema,
            self.level,
            **self._inputs,
            removals=self._removals(),
            list_keys=self.row.list_keys,
            flags=self.flags,
            known_only=self.checks,
        )
        refuse_blank_versions(body, self.flags, before)
        body = self._with_secrets(body, self._derived(body, answer))
        body = self._derived(body, answer, before)
        self._keep_secret(body)
        self.check(body, before)
        if self.checks:
            secrets = [p for p in self.fields if p.secret]
            missing = missing_secrets(self.row.again, secrets, answer, body)
            if missing and not self.same(before, body):
                raise refusal(missing)
        return body

    @property
    def replaces(self) -> bool:
        """Whether just what was given is sent."""
        return bool(self.values.get("replace"))

    def check(self, body: Any, before: Any) -> None:
        """Raise UsageError for what is wrong with the changes of a body."""
        if self.checks:
            check_forms(self.fields, self.field_of, self.level, body, before)
            validate.check(body, self.schema, self.level, self.flags, current=before)

    def _derived(self, body: Any, answer: Any = None, before: Any = None) -> Any:
        rules = self.row.derive
        return computed_fields.derive(
            body,
            rules,
            self.schema,
            self.level,
            fetched=answer,
            before=before,
            given=self.given_fields(),
        )

    def given_fields(self) -> set[str]:
        """Return the fields that options and --set name; a file may be an answer that was kept."""
        texts = self.values.get("set", ())
        names = {".".join(map(str, set_option.parse(text).path)) for text in texts}
        return names | {self.field_of(p) for p in self.fields if p.name in self.values}

    @property
    def _insists(self) -> bool:
        """Whether a secret that a level can do without is asked for all the same.

        An update can change other fields and leave the secret alone.
        """
        given = self.given_fields() or self._removals() or self.values.get("file") is not None
        return self.checks and (self.row.kind != "update" or not given)

    def is_secret(self, path: str) -> bool:
        """Tell whether a field, dotted and without indexes, holds what nobody should read."""
        if path in {self.field_of(p) for p in self.fields if p.secret}:
            return True
        schema = schemas.field_at(self.schema, path)
        return names_secret(path.rpartition(".")[2]) and schemas.kinds(schema) <= {"string", "any"}

    def wrapped(self, body: Any) -> Any:
        """Return the body as the level wants it: in a list of one, where it does."""
        assert self.operation.body is not None, "checked when it was made"
        wraps = self.row.list_of_one and is_list(self.operation.body, self.level)
        return [body] if wraps else body

    @staticmethod
    def same(before: Any, after: Any) -> bool:
        """Tell whether an update has nothing to send."""
        return unchanged(before, after)

    @cached_property
    def _file(self) -> Any:
        name = self.values.get("file")
        if name is None:
            return None
        stdin = self.session.stdin.read_text("--file") if name == "-" else None
        return body_file.read(name, stdin=stdin, schema=self.schema, level=self.level)

    def collect(self) -> None:
        """Read file and stdin and look up names, so that nothing of it is waited for later."""
        self._inputs  # noqa: B018 - kept by the first use

    @cached_property
    def _inputs(self) -> dict[str, Any]:
        """What file, options and --set say, in the words of the body engine."""
        return {
            "file_body": self._file,
            "options": list(Options(self).read().items()),
            "settings": [set_option.parse(text) for text in self.values.get("set", ())],
        }

    def field_of(self, parameter: ParameterSpec) -> str:
        """Return the field of the body that a parameter fills."""
        return self.variant.fields.get(str(parameter.field), str(parameter.field))

    def _with_secrets(self, body: Any, start: Any) -> Any:
        """Return the body with the secrets that it lacks, asked for; ``start`` is all of it."""
        missing = set(update.missing_inputs(start, self.schema, self.level) if self.checks else ())
        for parameter in self.fields:
            path = self.field_of(parameter)
            if self._insists and parameter.required_by_override and path not in (start or {}):
                missing.add(path)
            if parameter.secret and path in missing:
                with self.asking():
                    typed = secret_value(self.session, parameter.spelling, None)
                said = [(path, typed)]
                body = build_body.build_body(self.schema, self.level, file_body=body, options=said)
        return body

    def _keep_secret(self, body: Any) -> None:
        """Keep what stands in the secret fields from being printed, however it was given."""
        for path in (self.field_of(p) for p in self.fields if p.secret):
            value = body
            for step in path.split("."):
                value = value.get(step) if isinstance(value, dict) else None
            if isinstance(value, str):
                self.session.secrets.add(value)

    def _removals(self) -> list[tuple[str, Any]]:
        return [
            (str(p.field), value)
            for p in self.row.parameters
            if p.name.startswith("remove_") and p.name in self.values
            for value in self.values[p.name]
        ]

    def _demands_a_body(self) -> bool:
        demanded = required_at(self.schema, self.level)
        required_by_override = self._insists and any(p.required_by_override for p in self.fields)
        return self.level in self.operation.body_required or bool(demanded) or required_by_override
