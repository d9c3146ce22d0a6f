"""Build the request body of a command: merge its inputs, compute fields, validate the result.

Each is done once for a command. A body that a concurrent change was merged into is another body,
and validated as such.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qovery_cli.body import build_body, computed_fields, schemas, validate
from qovery_cli.body.computed_fields import SCOPE_RULE
from qovery_cli.body.merge import json_equal
from qovery_cli.cli.blank_values import reject_blank_versions
from qovery_cli.cli.body_fields import BodyFields
from qovery_cli.cli.body_inputs import BodyInputs, read_inputs
from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.cli.exclusive_fields import reject_ambiguous, without_replaced
from qovery_cli.errors import UsageError
from qovery_cli.session.secrets import secret_value

if TYPE_CHECKING:
    from qovery_cli.cli.invocation import Invocation


class BodyBuilder:
    """Builder of one request body, and for an update of the changed current state."""

    def __init__(self, invocation: "Invocation") -> None:
        self.session = invocation.session
        self.spec = invocation.spec
        self.fields = BodyFields(invocation.spec, invocation.position, invocation.level)
        self.validates = invocation.session.flags.validate
        #: With --replace, an update sends only the inputs, without the current values.
        self.replaces = bool(invocation.values.get("replace"))
        #: Context in which the user is prompted; an update releases its lock meanwhile.
        self.prompt_context: Callable[[], AbstractContextManager[None]] = nullcontext
        self._invocation = invocation

    @cached_property
    def inputs(self) -> BodyInputs:
        """The file, options and ``--set`` of the command line."""
        return read_inputs(self._invocation, self.fields)

    def read_inputs(self) -> None:
        """Read files and standard input and resolve names now, before a lock is taken."""
        self.inputs  # noqa: B018 - cached on first access

    def build_new(self) -> Any:
        """Return the validated body of a create or an action, None if it is empty and optional."""
        inputs = self.inputs
        body = build_body.build_body(
            self.fields.schema,
            self.fields.level,
            file_body=inputs.file,
            options=inputs.options,
            settings=inputs.settings,
            flags=self.fields.flags,
            known_only=self.validates,
        )
        reject_blank_versions(body, self.fields.flags, null=self.spec.kind == "action")
        if self.validates:
            self._reject_missing_by_override(body)
            reject_ambiguous(body, self.spec.exclusive, required=self.spec.kind != "update")
        body = self._with_computed_fields(body)
        if not body and not self.fields.is_required and not self._prompts_for_required:
            return None
        body = self._with_secrets(body, self._missing_secrets(body))
        self.check(body)
        return body

    def build_update(self, before: Any, response: Any) -> Any:
        """Return the update body: the current one with the requested changes.

        ``before`` is the current resource as a request body, ``response`` as it was read.
        """
        if self.replaces:
            return self.build_new()
        inputs = self.inputs
        body = build_body.amend(
            before,
            self.fields.schema,
            self.fields.level,
            file_body=inputs.file,
            options=inputs.options,
            settings=inputs.settings,
            removals=inputs.removals,
            list_keys=self.spec.list_keys,
            flags=self.fields.flags,
            known_only=self.validates,
        )
        body = without_replaced(body, inputs.named, self.spec.exclusive)
        reject_blank_versions(body, self.fields.flags, before)
        computed = self._with_computed_fields(body, response, before)
        missing = self._missing_secrets(computed)
        if missing or not json_equal(before, body):
            # Computed fields alone are no reason to send an update.
            body = computed
        body = self._with_secrets(body, missing)
        self.check(body, before)
        if self.validates and not json_equal(before, body):
            secrets = list(self.fields.secrets.values())
            reject_lost_secrets(self.spec.resend, secrets, response, body)
        return body

    def check(self, body: Any, before: Any = schemas.MISSING) -> None:
        """Raise UsageError for a body that is invalid where it differs from ``before``."""
        if not self.validates:
            return
        level, flags = self.fields.level, self.fields.flags
        for path, option in self.fields.options:
            value, current = (computed_fields.value_at(each, path) for each in (body, before))
            # Options are converted already; values of a file or --set are sent unchanged.
            if option.format is not None and isinstance(value, str) and value != current:
                from qovery_cli.body.target import Target
                from qovery_cli.body.value_formats import check_form

                check_form(option.format, value, Target(option.spelling, level))
        validate.check(body, self.fields.schema, level, flags, current=before)

    def _with_computed_fields(self, body: Any, response: Any = None, before: Any = None) -> Any:
        return computed_fields.derive(
            body,
            self._rules,
            self.fields.schema,
            self.fields.level,
            fetched=response,
            before=before,
            given=self.inputs.named,
        )

    @cached_property
    def _rules(self) -> dict[str, Any]:
        """The rules of computed fields, with the ids of resources of the scope in them."""
        find = self.session.find
        return {
            path: find(rule.removeprefix(SCOPE_RULE)).id
            if isinstance(rule, str) and rule.startswith(SCOPE_RULE)
            else rule
            for path, rule in self.spec.derive.items()
        }

    def _reject_missing_by_override(self, body: Any) -> None:
        """Raise UsageError for a missing field that an override requires.

        Secrets are prompted for later.
        """
        for path, option in self.fields.options:
            lacks = computed_fields.value_at(body, path) is schemas.MISSING
            if option.required_by_override and not option.secret and lacks:
                raise UsageError(
                    f"'{path}' ({option.spelling}) is missing.",
                    hint=f"Use {option.flag}, --set {path}=VALUE or a file (-f).",
                )

    @property
    def _prompts_for_required(self) -> bool:
        """The need to prompt for secrets that only an override requires.

        An update that changes other fields leaves the secret alone.
        """
        prompts = self.spec.kind != "update" or self.inputs.is_empty
        by_override = any(option.required_by_override for _, option in self.fields.options)
        return self.validates and prompts and by_override

    def _missing_secrets(self, body: Any) -> dict[str, ParameterSpec]:
        """Return the secrets that a body with computed fields requires and lacks, by path."""
        if not self.validates:
            return {}
        schema, level = self.fields.schema, self.fields.level
        return {
            path: option
            for path, option in self.fields.secrets.items()
            if computed_fields.lacks(body, path, schema, level)
            or (
                option.required_by_override
                and self._prompts_for_required
                and path not in (body or {})
            )
        }

    def _with_secrets(self, body: Any, missing: Mapping[str, ParameterSpec]) -> Any:
        """Prompt for secrets and return the body with them; no output shows its secrets."""
        for path, option in missing.items():
            with self.prompt_context():
                secret = secret_value(self.session, option.spelling, None)
            schema, level = self.fields.schema, self.fields.level
            body = build_body.build_body(schema, level, file_body=body, options=[(path, secret)])
        for path in self.fields.secrets:
            self.session.secrets.update(_strings(computed_fields.value_at(body, path)))
        return body


def _strings(value: Any) -> Iterator[str]:
    """Yield the strings in a secret value, which may be an object of secrets."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)


def reject_lost_secrets(
    resend: Mapping[str, str], secrets: Sequence[ParameterSpec], response: Any, body: Any
) -> None:
    """Raise UsageError if an update would remove a secret that is set.

    A PUT replaces the whole resource. If the API reports only that a secret is set, an update
    without its value would remove it. ``resend`` maps such a field, or the object that contains
    the secrets, to the response field that shows that it is set. ``secrets`` are the options of
    secret fields, ``response`` is the current resource, and ``body`` the request to be sent.
    """
    for path, indicator in resend.items():
        candidates = [
            parameter for parameter in secrets if f"{parameter.field}.".startswith(f"{path}.")
        ]
        if _is_set(response, indicator) and not any(
            _is_set(body, str(parameter.field)) for parameter in candidates
        ):
            flags = [str(parameter.flag) for parameter in candidates]
            raise UsageError(
                "The API does not return the current secret, and this update would remove it.",
                hint=f"Specify it again, as - for stdin or @FILE: {', '.join(flags)}.",
            )


def _is_set(data: Any, path: str) -> bool:
    value = computed_fields.value_at(data, path)
    return value is not schemas.MISSING and bool(value)
