import pytest

from qovery_cli.commands import var
from qovery_cli.errors import ConflictError, UsageError

APP = "66666666-6666-4666-8666-666666666666"
PORT = {
    "id": "1",
    "key": "PORT",
    "value": "8080",
    "scope": "APPLICATION",
    "description": "of the server",
}
LISTED = [PORT]
INHERITED = {"id": "2", "key": "REGION", "value": "eu", "scope": "PROJECT"}
BUILT_IN = {"id": "3", "key": "HOST", "value": "x", "scope": "BUILT_IN"}
ALIAS = {
    "id": "4",
    "key": "URL",
    "value": "x",
    "scope": "APPLICATION",
    "aliased_variable": {"key": "HOST"},
}
SECRETS = [
    {"id": "5", "key": "TOKEN", "scope": "APPLICATION"},
    {"id": "6", "key": "SALT", "scope": "PROJECT"},
]


def test_a_variable_that_has_its_value_needs_no_command():
    assert var._command("PORT", "8080", LISTED, "APPLICATION") == (None, {}, {})


def test_a_new_variable_is_created():
    command, _, body = var._command("LEVEL", "info", LISTED, "APPLICATION")
    assert (command, body) == ("var create", {"key": "LEVEL", "value": "info"})


def test_values_may_contain_equals_signs_and_be_empty():
    assert var._parse_pairs(["A=b=c", "B="]) == {"A": "b=c", "B": ""}


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ([], "KEY=VALUE is missing."),
        (["A"], "'A'"),
        (["=x"], "'=x'"),
        (["A=1", "A=1"], "'A' was given twice."),
    ],
)
def test_invalid_pairs_are_named(pairs, message):
    with pytest.raises(UsageError) as caught:
        var._parse_pairs(pairs)
    assert message in caught.value.message


@pytest.fixture
def listed(api):
    api.answers["listApplicationEnvironmentVariable"] = {
        "results": [PORT, INHERITED, BUILT_IN, ALIAS]
    }
    api.answers["listApplicationSecrets"] = {"results": SECRETS}
    return api


def set_variables(opened, *pairs):
    var.set_(opened.session, list(pairs), app=APP)
    return opened


def test_each_key_is_created_changed_or_overridden(listed, open_session):
    opened = set_variables(open_session(), "NEW=1", "PORT=9090", "REGION=us")
    assert [(row["key"], row["done"]) for row in opened.json] == [
        ("NEW", "created"),
        ("PORT", "changed"),
        ("REGION", "overridden"),
    ]
    base = f"/application/{APP}/environmentVariable"
    sent = {(request.method, request.path): request.body for request in listed.changes}
    assert sent.keys() == {("POST", base), ("PUT", f"{base}/1"), ("POST", f"{base}/2/override")}
    assert sent["POST", base] == {"key": "NEW", "value": "1"}
    assert sent["POST", f"{base}/2/override"] == {"value": "us"}
    assert sent["PUT", f"{base}/1"]["value"] == "9090"
    assert sent["PUT", f"{base}/1"]["description"] == "of the server"


def test_unchanged_value_is_not_sent(listed, open_session):
    opened = set_variables(open_session(), "PORT=8080")
    assert opened.json[0]["done"] == "unchanged"
    assert listed.changes == []


@pytest.mark.parametrize("pair", ["URL=y", "HOST=y", "QOVERY_X=1"])
def test_alias_and_built_in_variable_cannot_be_set(listed, open_session, pair):
    with pytest.raises(UsageError):
        set_variables(open_session(), "NEW=1", pair)
    assert listed.changes == []


@pytest.mark.parametrize(("key", "verb"), [("TOKEN", "update"), ("SALT", "override")])
def test_secret_does_not_become_a_variable(listed, open_session, key, verb):
    with pytest.raises(ConflictError) as caught:
        set_variables(open_session(), "NEW=1", f"{key}=x")
    assert caught.value.hint == f"Use `qovery secret {verb} {key} --app {APP}`."
    assert listed.changes == []


def test_dry_run_plans_every_change(listed, open_session):
    opened = set_variables(open_session(dry_run=True), "NEW=1", "PORT=9090", "TEST=")
    assert [row["method"] for row in opened.json] == ["POST", "PUT", "POST"]
    assert listed.changes == []
