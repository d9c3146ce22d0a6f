from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from qovery_cli.cli import body_builder, command_table
from qovery_cli.cli.body_builder import reject_lost_secrets
from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.cli.invocation import Invocation, RequestTarget
from qovery_cli.errors import UsageError


def builder(command, values, *, level="1.0.4", path=None, validate=True, **scope):
    """Return the builder of a command's body."""

    def find(kind, text, within):
        assert within == path
        return SimpleNamespace(id=f"{kind} {text}")

    session = SimpleNamespace(
        level=level,
        find=find,
        flags=SimpleNamespace(validate=validate),
        secrets=set(),
        settings=SimpleNamespace(scope=scope, empty={}),
    )
    invocation = Invocation(session, command_table.command(command), values)
    invocation.target = RequestTarget(path or {}, ())
    return invocation.body


def deployed(values):
    path = {"environmentId": "e1"}
    return builder("env deploy-services", values, path=path, validate=False).build_new()


def test_resource_names_in_an_object_are_resolved():
    body = deployed({"deploy_container": ["id=search,image_tag=v2"]})
    assert body["containers"] == [{"id": "container search", "image_tag": "v2"}]


def test_only_resource_keys_are_resolved():
    body = deployed({"deploy_app": ["git_commit_id=1bdc242,application_id=api"]})
    assert body["applications"] == [
        {"git_commit_id": "1bdc242", "application_id": "application api"}
    ]


def test_options_that_disagree_are_rejected():
    values = {"start_time": "08:00 Europe/Paris", "timezone": "UTC"}
    with pytest.raises(UsageError, match="different values"):
        builder("project rule create", values).build_new()


CURRENT = {
    "name": "api",
    "cpu": 500,
    "git_repository": {"url": "https://github.com/acme/shop", "branch": "main"},
}


def test_update_without_changes_is_the_current_body():
    """The body lacks fields that could be computed; these alone are no change."""
    body = builder("app update", {}, validate=False).build_update(CURRENT, CURRENT)
    assert body == CURRENT


def test_update_has_computed_fields_and_all_others():
    body = builder("app update", {"cpu": "750m"}).build_update(CURRENT, CURRENT)
    git = {**CURRENT["git_repository"], "provider": "GITHUB", "owner": "acme", "name": "shop"}
    assert body == {**CURRENT, "cpu": 750, "git_repository": git, "healthchecks": {}}


def test_replacing_update_has_only_the_inputs():
    values = {"replace": True, "cpu": "750m"}
    made = builder("app update", values, validate=False)
    assert made.build_update(CURRENT, CURRENT) == {"cpu": 750, "healthchecks": {}}


def test_inputs_are_read_once(monkeypatch):
    reads = []
    read = body_builder.read_inputs
    monkeypatch.setattr(body_builder, "read_inputs", lambda *a: reads.append(1) or read(*a))
    made = builder("app update", {"cpu": "750m"})
    made.read_inputs()
    made.build_update(CURRENT, CURRENT)
    assert made.inputs.named == {"cpu"}
    assert reads == [1]


@pytest.fixture
def typed(monkeypatch):
    """Answer prompts for secrets; return the options that were prompted for."""
    prompts = []

    def secret_value(_session, flag, value):
        assert value is None
        prompts.append(flag)
        return "typed"

    monkeypatch.setattr(body_builder, "secret_value", secret_value)
    return prompts


CREDENTIALS = {"cloud": "aws", "name": "main", "access_key_id": "AK"}


def test_missing_secret_is_prompted_for_and_registered(typed):
    made = builder("org credentials create", CREDENTIALS)
    body = made.build_new()
    assert (body["type"], body["secret_access_key"]) == ("AWS_STATIC", "typed")
    assert len(typed) == 1
    assert made.session.secrets == {"typed"}


def test_secrets_are_not_prompted_for_without_validation(typed):
    made = builder("org credentials create", CREDENTIALS, validate=False)
    assert "secret_access_key" not in made.build_new()
    assert typed == []


@pytest.mark.parametrize("values", [{}, {"name": "other"}])
def test_update_prompts_for_a_required_secret(typed, values):
    made = builder("org credentials update", {"cloud": "aws", **values})
    pauses = []

    @contextmanager
    def pause():
        pauses.append(1)
        yield

    made.prompt_context = pause
    before = {"name": "main", "access_key_id": "AK"}
    body = made.build_update(before, before)
    assert (body["type"], body["secret_access_key"]) == ("AWS_STATIC", "typed")
    assert (len(typed), pauses) == (1, [1])


def test_secret_that_only_the_cli_requires_is_prompted_for_if_nothing_else_changes(typed):
    before = {"key": "TOKEN"}
    scope = {"project": "p"}
    assert builder("secret update", scope).build_update(before, before)["value"] == "typed"
    changes = {**scope, "description": "x"}
    assert "value" not in builder("secret update", changes).build_update(before, before)
    assert len(typed) == 1


def secret(field):
    return ParameterSpec(field, "option", "body", f"--{field}", field=field, secret=True)


PASSWORD = secret("config.password")
KEY = secret("config.secret_access_key")
AGAIN = {"config": "config"}


def hint(again, secrets, answer, body):
    """Return the hint of the error."""
    with pytest.raises(UsageError) as caught:
        reject_lost_secrets(again, secrets, answer, body)
    return caught.value.hint


def test_secrets_that_would_be_lost_are_listed_by_their_flags():
    answer = {"config": {"username": "acme"}}
    flags = "--config.password, --config.secret_access_key"
    assert hint(AGAIN, [PASSWORD, KEY], answer, answer).endswith(f"@FILE: {flags}.")


def test_one_specified_secret_is_enough():
    body = {"config": {"password": "x"}}
    reject_lost_secrets(AGAIN, [PASSWORD, KEY], {"config": {"username": "a"}}, body)


@pytest.mark.parametrize("answer", [{}, {"config": {}}, {"config": None}])
def test_unset_secret_is_not_required(answer):
    reject_lost_secrets(AGAIN, [PASSWORD], answer, {})


def test_response_field_may_indicate_a_secret():
    again, secrets = {"target_secret": "target_secret_set"}, [secret("target_secret")]
    assert "--target_secret." in hint(again, secrets, {"target_secret_set": True}, {})
    reject_lost_secrets(again, secrets, {"target_secret_set": False}, {})
