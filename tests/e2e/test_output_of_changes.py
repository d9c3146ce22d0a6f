"""Output options are checked before a change, and never fail it afterwards."""

import json

import pytest


@pytest.fixture(params=["1.0.3", "1.0.4"])
def there(request):
    made = request.getfixturevalue("shop" if request.param == "1.0.3" else "shop_104")
    made.application("api")
    made.sandbox.forget()
    return made


@pytest.mark.parametrize(("form", "field"), [("name", "name"), ("id", "id")])
def test_a_deployment_that_begins_prints_its_target(form, field, ran, there):
    expected = ran(f"app get api -q {field}", env=there.environ).json
    assert ran(f"app deploy api -o {form}", env=there.environ).out == f"{expected}\n"


def test_an_action_that_has_ended_prints_its_target(ran, there):
    id = ran("app get api -q id", env=there.environ).json
    assert ran("app deploy api --wait -o name", env=there.environ).out == "api\n"
    assert ran("app stop api --wait -o id --yes", env=there.environ).out == f"{id}\n"
    named = {**there.environ, "QOVERY_OUTPUT": "name"}
    assert ran(f"app restart {id} --wait", env=named).out == "api\n"
    assert ran("app delete api --wait --yes -o name", env=there.environ).out == "api\n"


def test_the_name_of_what_is_made_is_what_it_is_called(ran, there):
    assert ran("var create KEY --value x --app api -o name", env=there.environ).out == "KEY\n"
    assert ran("var list --app api --filter scope=APPLICATION -o name", env=there.environ).out == (
        "KEY\n"
    )
    ended = ran("app domain create a.acme.test --app api -o name", env=there.environ)
    assert ended.out == "a.acme.test\n"
    ended = ran("app network update --app api --sticky-session -o name", env=there.environ)
    assert ended.out == "api\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--columns nosuch", "Unknown column 'nosuch'."),
        ("--columns stat", "Did you mean"),
        ("--columns state,nosuch -o csv", "Unknown column 'nosuch'."),
        ("--sort-by state", "--sort-by requires a list"),
        ("--filter state=x", "--filter requires a list"),
        ("-q bad(", "not valid JMESPath"),
    ],
)
def test_what_cannot_be_shown_is_refused_before_anything_is_sent(words, message, ran, there):
    ended = ran(f"app deploy api --wait {words}", env=there.environ)
    assert ended.code == 2, ended
    assert message in ended.err
    assert there.sandbox.changes == []


def test_a_query_that_fails_after_the_change_is_a_warning_and_json(ran, there):
    ended = ran("app deploy api --wait -q abs(@)", env=there.environ)
    assert ended.code == 0, ended
    assert ended.json["state"]
    assert "warning: The result is shown as JSON instead: The query cannot" in ended.err


@pytest.mark.parametrize(
    "words", ["-o name", "-o id", "-q abs(@)", "--columns state", "-o yaml", "-q state -o name"]
)
def test_the_verdict_of_a_wait_wins(words, ran, there):
    there.application("fail-deploy")
    ended = ran(f"app deploy fail-deploy --wait {words}", env=there.environ)
    assert ended.code == 8, ended


def test_an_encoding_that_lacks_a_character_does_not_fail_a_change(qovery, there):
    env = {**there.environ, "PYTHONIOENCODING": "ascii"}
    ended = qovery("env create caf\u00e9 --cluster scw-staging -o name", env=env)
    assert ended.code == 0, ended
    assert json.loads(ended.out)["name"] == "caf\u00e9"
    assert "warning: " in ended.err
    ended = qovery("env list -o name", env=env)
    assert ended.code == 2, ended
    assert "ascii lacks" in ended.err


def test_any_request_is_shown_as_json_if_its_answer_has_no_name(ran, there):
    path = f"/project/{there.project_id}/deploymentRule"
    line = f"api {path}/order -X PUT -F project_deployment_rule_ids_in_order=[] -o name"
    ended = ran(line, env=there.environ)
    assert ended.code == 0, ended
    assert there.sandbox.changes


@pytest.mark.parametrize("words", ["-o name", "--columns nosuch", "-q abs(@)"])
def test_changes_of_this_machine_do_not_fail_either(words, ran):
    ended = ran(f"context use default {words}")
    assert ended.code == 0, ended
    assert ended.out
