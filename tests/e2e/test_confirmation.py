"""When a command asks before it does something: by what it does, and where."""

import pytest
from fake_api import FakeApi


@pytest.fixture
def shops(shop):
    shop.application("api")
    shop.database("cache")
    shop.environment("production", "PRODUCTION")
    shop.application("api", "production")
    shop.database("cache", "production")
    return shop


def test_deleting_a_service_asks_for_yes(ran, shops):
    ended = ran("app delete api", env=shops.environ, typed="n\n")
    assert ended.code == 11, ended
    assert "Delete application 'api'? [y/N]" in ended.err
    assert shops.sandbox.changes == []


@pytest.mark.parametrize("typed", ["y\n", "Y\n", "yes\n"])
def test_yes_is_taken_at_the_prompt(typed, ran, shops):
    assert ran("app delete api", env=shops.environ, typed=typed).code == 0
    assert len(shops.sandbox.changes) == 1


@pytest.mark.parametrize("typed", ["", "\n", "yeah\n", "api\n"])
def test_anything_else_is_no(typed, ran, shops):
    assert ran("app delete api", env=shops.environ, typed=typed).code == 11
    assert shops.sandbox.changes == []


@pytest.mark.parametrize("flag", ["--yes", "-y", "--confirm api", "--confirm API"])
def test_a_flag_answers_for_a_service(flag, ran, shops):
    assert ran(f"app delete api {flag}", env=shops.environ).code == 0


def test_without_a_terminal_the_flag_is_named(qovery, shops):
    ended = qovery("app delete api", env=shops.environ)
    assert ended.code == 2
    assert "--yes" in ended.hint
    assert ended.out == ""
    assert shops.sandbox.changes == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("app delete api --env production", "api"),
        ("env delete staging", "staging"),
        ("db delete cache", "cache"),
        ("project delete {project}", "{project}"),
    ],
)
def test_what_is_worse_asks_for_the_name(line, name, ran, shops):
    line, name = (text.format(project=shops.project) for text in (line, name))
    declined = ran(line, env={**shops.environ, "NO_COLOR": "1"}, typed="y\n")
    assert declined.code == 11, declined
    assert f"Type {name} to confirm" in declined.err
    wrong = ran(f"{line} --confirm other", env=shops.environ)
    assert wrong.code == 2
    assert f"'{name}'" in wrong.sentence
    assert shops.sandbox.changes == []
    assert ran(line, env=shops.environ, typed=f"{name.upper()}\n").code == 0


def test_yes_is_not_enough_where_the_name_is_wanted(ran, shops):
    for line in ("app delete api --env production --yes", f"project delete {shops.project} --yes"):
        ended = ran(line, env=shops.environ)
        assert ended.code == 2, ended
        assert "--confirm" in ended.hint
    assert shops.sandbox.changes == []


def test_without_a_terminal_yes_is_enough_for_an_environment_that_the_line_names(ran, shops):
    assert ran("env delete staging --yes", env=shops.environ).code == 0


def test_without_a_terminal_yes_is_enough_for_a_database_in_an_environment_that_is_named(
    ran, shops
):
    context = ran("db delete cache --yes", env=shops.environ)
    assert context.code == 2, context
    assert ran("db delete cache --env staging --yes", env=shops.environ).code == 0


def test_yes_is_never_enough_for_a_production_environment(ran, shops):
    ended = ran("env delete production --yes", env=shops.environ)
    assert ended.code == 2
    assert "PRODUCTION" in ended.err
    assert shops.sandbox.changes == []


def test_stopping_asks_in_production_only(ran, shops):
    assert ran("app deploy api --wait", env=shops.environ).code == 0
    assert ran("app deploy api --env production --wait", env=shops.environ).code == 0
    shops.sandbox.forget()
    assert ran("app stop api", env=shops.environ).code == 0
    asked = ran("app stop api --env production", env=shops.environ, typed="n\n")
    assert asked.code == 11
    assert "in PRODUCTION" in asked.err
    assert len(shops.sandbox.changes) == 1
    assert ran("app stop api --env production --yes", env=shops.environ).code == 0


@pytest.mark.parametrize(
    "line",
    ["app deploy api", "env deploy production", "app update api --cpu 750", "app restart api"],
)
def test_what_can_be_undone_never_asks(line, ran, shops):
    place = "" if line.startswith("env") else "--env production"
    ended = ran(f"{line} {place}", env=shops.environ)
    assert ended.code == 0, ended


def test_rehearsal_never_asks(ran, shops):
    ended = ran("project delete", shops.project, "--dry-run", env=shops.environ)
    assert ended.code == 0, ended
    assert shops.sandbox.changes == []


def test_ci_is_no_terminal(ran, shops):
    ended = ran("app delete api", env={**shops.environ, "CI": "true"}, typed="y\n")
    assert ended.code == 2


def test_prompt_names_a_target_that_was_specified_by_id(ran, shops):
    id = ran("app get api -q id", env=shops.environ).json
    ended = ran("app delete", id, env=shops.environ, typed="n\n")
    assert "'api'" in ended.err


def test_prompt_names_the_part_of_a_part(ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, "1.0.4")
    organization = "123e4567-e89b-12d3-a456-426614174000"
    line = ["--agent", organization, "--destination", "https://k.test", "--org", organization]
    ended = ran("cluster argocd mapping delete", *line, env=api.environ, typed="n\n")
    assert ended.code == 11, ended
    assert "Delete mapping of organization" in ended.err
    assert api.changes == []
