"""Variables and secrets in their scopes: set, list, override, alias, import."""

import json
import os
import signal
import time

import pytest

CANARY = "cnry-7f3a9e-Zz"


@pytest.fixture
def app(shop):
    shop.application("api")
    return shop


def listed(ran, shop, scope="--app api"):
    found = ran(f"var list {scope} -o json", env=shop.environ).json
    return {one["key"]: one for one in found if one["scope"] != "BUILT_IN"}


def test_set_creates_then_changes_then_leaves_alone(ran, app):
    first = ran("var set LOG_LEVEL=info PORT=8080 --app api -o json", env=app.environ)
    assert first.code == 0, first
    assert [(one["key"], one["done"]) for one in first.json] == [
        ("LOG_LEVEL", "created"),
        ("PORT", "created"),
    ]
    second = ran("var set LOG_LEVEL=debug PORT=8080 --app api -o json", env=app.environ)
    assert [one["done"] for one in second.json] == ["changed", "unchanged"]
    app.sandbox.forget()
    third = ran("var set LOG_LEVEL=debug --app api -o json", env=app.environ)
    assert [one["done"] for one in third.json] == ["unchanged"]
    assert app.sandbox.changes == []


def test_a_value_may_have_any_character(ran, app):
    value = "a=b 'c' \"d\" é\nsecond line"
    ended = ran("var set", f"ODD={value}", "--app", "api", env=app.environ)
    assert ended.code == 0, ended
    assert listed(ran, app)["ODD"]["value"] == value


def test_a_value_may_be_empty(ran, app):
    assert ran("var set EMPTY= --app api", env=app.environ).code == 0
    assert listed(ran, app)["EMPTY"]["value"] == ""


def test_set_of_an_inherited_key_overrides_it(ran, app):
    ran("var set LOG_LEVEL=info --project", app.project, env=app.sandbox.environ)
    ended = ran("var set LOG_LEVEL=debug --app api -o json", env=app.environ)
    assert [one["done"] for one in ended.json] == ["overridden"]
    own = listed(ran, app)["LOG_LEVEL"]
    assert own["value"] == "debug"
    assert own["overridden_variable"]["key"] == "LOG_LEVEL"


def test_the_scope_is_an_option(ran, app):
    place = ["--project", app.project]
    assert ran("var create A 1", *place, env=app.sandbox.environ).code == 0
    assert ran("var create B 2 --env staging", env=app.environ).code == 0
    assert ran("var create C 3 --app api", env=app.environ).code == 0
    scopes = {key: one["scope"] for key, one in listed(ran, app).items()}
    assert scopes == {"A": "PROJECT", "B": "ENVIRONMENT", "C": "APPLICATION"}


def test_a_variable_is_changed_overridden_aliased_and_deleted_by_its_key(ran, app):
    ran("var create LOG_LEVEL info --env staging", env=app.environ)
    for line in (
        "var update LOG_LEVEL --value warn --env staging",
        "var override LOG_LEVEL debug --app api",
        "var alias LOG_LEVEL LEVEL --app api",
    ):
        ended = ran(line, env=app.environ)
        assert ended.code == 0, f"{line}\n{ended}"
    found = listed(ran, app)
    assert found["LEVEL"]["aliased_variable"]["key"] == "LOG_LEVEL"
    in_environment = listed(ran, app, "--env staging")
    assert in_environment["LOG_LEVEL"]["value"] == "warn"
    assert ran("var delete LEVEL --app api --yes", env=app.environ).code == 0
    assert "LEVEL" not in listed(ran, app)


def test_the_table_shows_scope_origin_override_and_alias(ran, app):
    ran("var create LOG_LEVEL info --env staging", env=app.environ)
    ran("var override LOG_LEVEL debug --app api", env=app.environ)
    ran("var alias LOG_LEVEL LEVEL --app api", env=app.environ)
    lines = ran("var list --app api", env=app.environ).out.splitlines()
    assert lines[0].split()[:3] == ["KEY", "VALUE", "SCOPE"]
    alias = next(line for line in lines if line.startswith("LEVEL "))
    assert "LOG_LEVEL" in alias
    override = next(line for line in lines if "debug" in line and line.startswith("LOG_LEVEL"))
    assert "APPLICATION" in override


def test_a_dotenv_file_is_imported(ran, app, home):
    home.write(".env", "# comment\nexport A=1\nB='two words'\nC=\"x\\ny\"\n")
    ended = ran("var import .env --app api", env=app.environ)
    assert ended.code == 0, ended
    found = listed(ran, app)
    assert {key: found[key]["value"] for key in "ABC"} == {"A": "1", "B": "two words", "C": "x\ny"}


def test_import_leaves_existing_keys_alone_unless_overwrite_is_set(ran, app, home):
    home.write(".env", "A=new\nB=2\n")
    ran("var set A=old --app api", env=app.environ)
    ended = ran("var import .env --app api", env=app.environ)
    assert ended.code == 0, ended
    assert "A" in ended.err
    assert "--overwrite" in ended.err
    assert listed(ran, app)["A"]["value"] == "old"
    assert ran("var import .env --app api --overwrite", env=app.environ).code == 0
    assert listed(ran, app)["A"]["value"] == "new"


def test_an_import_from_stdin(ran, app):
    assert ran("var import - --app api", env=app.environ, stdin="A=1\n").code == 0
    assert listed(ran, app)["A"]["value"] == "1"


def test_a_built_in_variable_cannot_be_set(ran, app):
    found = ran("var list --app api -o json", env=app.environ).json
    key = next(one["key"] for one in found if one["scope"] == "BUILT_IN")
    ended = ran(f"var set {key}=x --app api", env=app.environ)
    assert ended.code == 2
    assert "built in" in ended.sentence


def test_keys_differ_by_case(ran, app):
    ran("var set a=1 A=2 --app api", env=app.environ)
    found = listed(ran, app)
    assert (found["a"]["value"], found["A"]["value"]) == ("1", "2")


SECRETS = [
    ("secret create KEY --value - --app api", CANARY),
    ("secret create KEY --value @value.txt --app api", ""),
    ("secret create KEY --value env:THE_VALUE --app api", ""),
    (f"secret create KEY --value {CANARY} --app api", ""),
]


@pytest.mark.parametrize(("line", "stdin"), SECRETS)
@pytest.mark.parametrize("more", ["", "--debug", "--dry-run", "--dry-run -o json", "--explain"])
def test_no_secret_is_ever_printed(line, stdin, more, qovery, app, home):
    home.write("value.txt", CANARY)
    environ = {**app.environ, "THE_VALUE": CANARY}
    ended = qovery(f"{line} {more}", env=environ, stdin=stdin)
    assert ended.code == 0, ended
    assert CANARY not in ended.out
    assert CANARY not in ended.err


def test_a_secret_can_be_changed_overridden_and_imported_unseen(ran, app, home):
    home.write(".env", f"IMPORTED={CANARY}\n")
    lines = [
        ("secret create KEY --value - --env staging", CANARY),
        ("secret update KEY --value - --env staging", CANARY + "2"),
        ("secret override KEY --value - --app api", CANARY + "3"),
        ("secret alias KEY KEY_TOO --app api", ""),
        ("secret import .env --app api -o json", ""),
        ("secret list --app api -o json", ""),
        ("secret list --app api -o wide", ""),
        ("secret delete KEY_TOO --app api --yes", ""),
    ]
    for line, stdin in lines:
        ended = ran(f"{line} --debug", env=app.environ, stdin=stdin)
        assert ended.code == 0, f"{line}\n{ended}"
        assert CANARY not in ended.out + ended.err, line
    found = ran("secret list --app api -o json", env=app.environ).json
    assert {"KEY", "IMPORTED"} <= {one["key"] for one in found}


def test_a_rehearsed_import_of_secrets_shows_none(ran, app, home):
    home.write(".env", f"IMPORTED={CANARY}\n")
    for more in ("--dry-run", "--dry-run -o json", "--explain"):
        ended = ran(f"secret import .env --app api {more}", env=app.environ)
        assert ended.code == 0, ended
        assert CANARY not in ended.out + ended.err
        assert "IMPORTED" in ended.out


def test_an_error_about_a_secret_does_not_show_it(ran, app):
    app.sandbox.fault(kind="status", status=400, method="POST")
    ended = ran("secret create KEY --value - --app api --debug", env=app.environ, stdin=CANARY)
    assert ended.code == 2
    assert CANARY not in ended.out + ended.err


def test_the_token_is_never_printed(qovery, app):
    environ = {**app.environ, "QOVERY_API_TOKEN": CANARY}
    for line in ("app list --debug", "app deploy api --explain", "auth status", "api organization"):
        ended = qovery(line, env=environ)
        assert CANARY not in ended.out + ended.err


def test_a_secret_on_the_command_line_is_taken_with_a_warning(ran, app):
    ended = ran(f"secret create KEY --value {CANARY} --app api", env=app.environ)
    assert ended.code == 0
    assert ended.err.startswith("warning: ")
    assert "--value @FILE" in ended.err


@pytest.mark.parametrize(
    "locale",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_input_is_utf_8_whatever_the_locale(locale, qovery, ran, app, home):
    (home.path / "a.env").write_bytes(b"\xef\xbb\xbfFROM_FILE=caf\xc3\xa9\r\n")
    environ = {**app.environ, **locale}
    ended = qovery("var import - --app api --columns key", stdin="FROM_STDIN=café\n", env=environ)
    assert ended.code == 0, ended
    assert qovery("var import a.env --app api --columns key", env=environ).code == 0
    found = listed(ran, app)
    assert found["FROM_STDIN"]["value"] == found["FROM_FILE"]["value"] == "café"


def test_input_that_is_not_utf_8_is_refused(qovery, app):
    app.sandbox.forget()
    ended = qovery("var import - --app api", stdin=b"A=1\nN=caf\xe9\n", env=app.environ)
    assert ended.code == 2
    assert ended.sentence == "Standard input is not valid UTF-8 (line 2, column 6)."
    assert app.sandbox.changes == []


# Several changes in one command


def set_three(ran, app, more="", **fault):
    app.sandbox.fault(kind="status", method="POST", times=1, **fault)
    return ran(f"var set A=1 B=2 C=3 --app api {more}", env=app.environ)


def test_a_failure_among_several_changes_accounts_for_all(ran, app):
    ended = set_three(ran, app, "-o json", status=403)
    assert ended.code == 5, ended
    done = {row["key"]: row["done"] for row in ended.json}
    assert sorted(done) == ["A", "B", "C"]
    assert list(done.values()).count("failed") == 1
    failed = next(row for row in ended.json if row["done"] == "failed")
    assert "Permission denied" in failed["error"]
    assert ended.error["message"].startswith(f"{failed['key']}: ")
    assert ended.error["exit"] == 5
    made = {key for key, state in done.items() if state == "created"}
    assert made == set(listed(ran, app))
    again = ran("var set A=1 B=2 C=3 --app api -o json", env=app.environ)
    assert again.code == 0, again
    assert {row["key"] for row in again.json if row["done"] == "unchanged"} == made
    assert set(listed(ran, app)) == {"A", "B", "C"}


def test_failure_among_several_changes_is_reported_to_a_person(ran, app):
    ended = set_three(ran, app, status=403)
    assert ended.code == 5
    assert "failed: " in ended.err
    assert "Run the same command again" in ended.hint
    assert "failed" in ended.out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(("signum", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interruption_states_what_was_made(signum, code, qovery, app):
    app.sandbox.forget()
    app.sandbox.fault(kind="latency", seconds=20, method="POST", path="*Variable", times=0)
    line = "var set A=1 B=2 --app api -o json"
    with qovery.started(line, env=app.environ) as process:
        wait_for_changes(app)
        process.send_signal(signum)
        out, err = process.communicate(timeout=20)
    app.sandbox.forget()
    assert process.returncode == code, err
    assert {row["done"] for row in json.loads(out)} == {"unknown"}
    assert "Interrupted" in err


def wait_for_changes(app):
    """Wait until the command has read all it needs, and sends its changes."""
    for _ in range(200):
        if any(request.endswith("/secret") for request in app.sandbox.requests):
            time.sleep(1)
            return
        time.sleep(0.05)
    raise AssertionError("the command has read nothing")


# Keys that cannot be set


def test_a_secret_is_not_set_as_a_variable(ran, app):
    ran("secret create KEY --value - --app api", env=app.environ, stdin="x")
    app.sandbox.forget()
    ended = ran("var set A=1 KEY=plain --app api", env=app.environ)
    assert ended.code == 6, ended
    assert "`qovery secret update KEY --app api`" in ended.hint
    assert app.sandbox.changes == []


def test_an_inherited_secret_is_overridden_as_a_secret(ran, app):
    ran("secret create KEY --value - --env staging", env=app.environ, stdin="x")
    ended = ran("var set KEY=plain --app api", env=app.environ)
    assert (ended.code, "qovery secret override KEY" in ended.hint) == (6, True), ended


@pytest.mark.parametrize("key", ["1A", "A-B", "A.B", "QOVERY_A", "__A", "qovery_a"])
def test_an_impossible_key_is_named_before_anything_is_sent(key, ran, app, home):
    home.write(".env", f"GOOD=1\n{key}=2\n")
    app.sandbox.forget()
    for line in (f"var set GOOD=1 {key}=2", "var import .env", "secret import .env"):
        ended = ran(f"{line} --app api", env=app.environ)
        assert ended.code == 2, ended
        assert f"'{key}'" in ended.sentence
    assert app.sandbox.changes == []


CLASHES = [
    ("var", "secret create KEY --value - --app api", "'KEY' is a secret already."),
    ("secret", "var create KEY x --app api", "'KEY' is a variable already."),
    ("var", "var alias OTHER KEY --app api", "'KEY' is an alias of 'OTHER'."),
]


@pytest.mark.parametrize(("kind", "line", "reason"), CLASHES)
@pytest.mark.parametrize("overwrite", ["", "--overwrite"])
def test_an_import_names_what_can_never_be_taken(kind, line, reason, overwrite, ran, app, home):
    home.write(".env", "KEY=1\nGOOD=2\n")
    ran("var create OTHER y --app api", env=app.environ)
    assert ran(line, env=app.environ, stdin="x").code == 0
    ended = ran(f"{kind} import .env --app api {overwrite}", env=app.environ)
    assert ended.code == 6, ended
    assert ended.sentence == f"Not imported: {reason}"
    assert "GOOD" in ran(f"{kind} list --app api", env=app.environ).out


def test_only_a_key_that_exists_already_is_no_failure(ran, app, home):
    ran("var set A=old B=2 --app api", env=app.environ)
    home.write(".env", "A=new\nB=2\nC=3\n")
    ended = ran("var import .env --app api", env=app.environ)
    assert ended.code == 0, ended
    assert "Unchanged: B." in ended.err
    assert "existing keys: A." in ended.err


def test_several_impossible_keys_are_listed(ran, app, home):
    for key in ("A", "B"):
        ran(f"secret create {key} --value - --app api", env=app.environ, stdin="x")
    home.write(".env", "A=1\nB=2\n")
    ended = ran("var import .env --app api -o json", env=app.environ)
    assert (ended.code, ended.json) == (6, [])
    assert ended.error["detail"] == ["'A' is a secret already.", "'B' is a secret already."]


# Values that are missing, and values that are empty


@pytest.fixture(params=["1.0.3", "1.0.4"])
def at_level(request):
    shop = request.getfixturevalue("shop" if request.param == "1.0.3" else "shop_104")
    shop.application("api")
    return shop


MISSING = [
    ("secret create KEY --app api", "--value"),
    ("secret update OLD --app api", "--value"),
    ("secret override ABOVE --app api", "--value"),
    ("var create KEY --app api", "--value"),
    ("var override SHARED --app api", "--value"),
]


@pytest.mark.parametrize(("line", "flag"), MISSING)
def test_a_missing_value_is_named_and_nothing_sent(line, flag, ran, at_level):
    ran("secret create OLD --value - --app api", env=at_level.environ, stdin="x")
    ran("secret create ABOVE --value - --env staging", env=at_level.environ, stdin="x")
    ran("var create SHARED x --env staging", env=at_level.environ)
    at_level.sandbox.forget()
    ended = ran(line, env=at_level.environ)
    assert ended.code == 2, ended
    assert flag in ended.sentence
    assert at_level.sandbox.changes == []


def test_a_value_may_be_explicitly_empty(ran, at_level):
    assert ran("var create A --value '' --app api", env=at_level.environ).code == 0
    assert listed(ran, at_level)["A"]["value"] == ""
    ended = ran("secret create B --value '' --app api", env=at_level.environ)
    assert ended.code == 0, ended
    assert "warning: --value is empty" in ended.err


def test_another_field_of_a_secret_is_changed_without_its_value(ran, shop_104):
    shop_104.application("api")
    ran("secret create KEY --value - --app api", env=shop_104.environ, stdin="x")
    ended = ran("secret update KEY --description key --app api", env=shop_104.environ)
    assert ended.code == 0, ended


def test_set_of_an_existing_key_keeps_its_other_fields(ran, shop_104):
    id = shop_104.application("api")
    sandbox, more = shop_104.sandbox, {"description": "why", "mount_path": "/etc/app.conf"}
    path = f"/application/{id}/environmentVariable"
    sandbox.call("POST", path, {"key": "CONF", "value": "1", **more})
    ended = ran("var set CONF=2 --app api --dry-run -o json", env=shop_104.environ)
    (request,) = ended.json
    assert {**request["body"], **more} == request["body"]
    assert ran("var set CONF=2 --app api", env=shop_104.environ).code == 0
    (found,) = [one for one in sandbox.items(path) if one["key"] == "CONF"]
    assert found["value"] == "2"
    assert {name: found[name] for name in more} == more


def test_reasons_that_cannot_be_looked_up_do_not_decide_the_exit_code(ran, app, home):
    ran("var set A=old --app api", env=app.environ)
    home.write(".env", "A=new\nB=2\n")
    app.sandbox.fault(kind="status", status=404, method="GET", path="*Variable", times=0)
    ended = ran("var import .env --app api", env=app.environ)
    app.sandbox.forget()
    assert ended.code == 6, ended
    assert "'A' was not accepted by the API" in ended.sentence
    assert "The reasons are unknown" in ended.err
