"""Where organization, project and environment come from, and which source cuts off which."""

import pytest


@pytest.fixture
def two(shop):
    """Two projects' worth of environments with applications of their own."""
    shop.application("in-staging")
    shop.environment("preview")
    shop.application("in-preview", "preview")
    return shop


def apps(ended):
    assert ended.code == 0, ended
    return ended.out.split()


LIST = "app list -o name"


def test_from_options(ran, two):
    ended = ran(f"{LIST} --project {two.project} --env preview", env=two.sandbox.environ)
    assert apps(ended) == ["in-preview"]


def test_from_variables(ran, two):
    assert apps(ran(LIST, env=two.environ)) == ["in-staging"]


def test_from_the_file_of_the_directory_found_upwards(qovery, two, home):
    home.write("work/.qovery.yaml", f"project: {two.project}\nenvironment: preview\n")
    deep = home.write("work/a/b/x", "").parent
    assert apps(qovery(LIST, env=two.sandbox.environ, cwd=deep)) == ["in-preview"]


def test_from_the_profile(ran, two):
    ended = ran(f"context set --project {two.project} --env preview", env=two.sandbox.environ)
    assert ended.code == 0, ended
    assert apps(ran(LIST, env=two.sandbox.environ)) == ["in-preview"]


def test_the_only_organization_need_not_be_named(ran, two):
    assert two.project in ran("project list -o name", env=two.sandbox.environ).out.split()


def test_an_option_wins_over_a_variable_over_the_file_over_the_profile(ran, two, home):
    two.environment("third")
    two.application("in-third", "third")
    two.environment("fourth")
    two.application("in-fourth", "fourth")
    environ = {**two.sandbox.environ, "QOVERY_PROJECT": two.project}
    ran(f"context set --project {two.project} --env staging", env=two.sandbox.environ)
    home.write(".qovery.yaml", f"project: {two.project}\nenvironment: preview\n")
    assert apps(ran(LIST, env=two.sandbox.environ)) == ["in-preview"]
    third = {**environ, "QOVERY_ENVIRONMENT": "third"}
    assert apps(ran(LIST, env=third)) == ["in-third"]
    assert apps(ran(f"{LIST} --env fourth", env=third)) == ["in-fourth"]


def _option(two, home, ran):
    return f"--project {two.project}", {}


def _variable(two, home, ran):
    return "", {"QOVERY_PROJECT": two.project}


def _file(two, home, ran):
    home.write(".qovery.yaml", f"project: {two.project}\n")
    return "", {}


SETS_PROJECT = {"option": _option, "variable": _variable, ".qovery.yaml": _file}


def _environment_in(source, two, home, ran):
    """Let a weaker source name an environment."""
    if source == "variable":
        return {"QOVERY_ENVIRONMENT": "staging"}
    if source == ".qovery.yaml":
        home.write(".qovery.yaml", f"project: {two.project}\nenvironment: staging\n")
    else:
        words = f"context set --project {two.project} --env staging"
        assert ran(words, env=two.sandbox.environ).code == 0
    return {}


PAIRS = [
    ("option", "variable"),
    ("option", ".qovery.yaml"),
    ("option", "profile"),
    ("variable", ".qovery.yaml"),
    ("variable", "profile"),
    (".qovery.yaml", "profile"),
]


@pytest.mark.parametrize(("strong", "weak"), PAIRS)
def test_a_source_that_names_a_project_cuts_off_the_environment_of_weaker_ones(
    strong, weak, two, home, ran
):
    environ = {**two.sandbox.environ, **_environment_in(weak, two, home, ran)}
    words, more = SETS_PROJECT[strong](two, home, ran)
    if strong == ".qovery.yaml":
        # The file itself must not name the environment here.
        home.write(".qovery.yaml", f"project: {two.project}\n")
    ended = ran(f"app list {words}", env={**environ, **more})
    assert ended.code == 2, ended
    assert ended.sentence == "No environment specified."
    assert "--env" in ended.hint


def test_an_environment_alone_keeps_the_project_of_a_weaker_source(ran, two):
    ran(f"context set --project {two.project}", env=two.sandbox.environ)
    ended = ran(f"{LIST} --env preview", env=two.sandbox.environ)
    assert apps(ended) == ["in-preview"]


def test_no_scope_names_the_flag_and_the_variable(ran, sandbox):
    ended = ran("app list", env=sandbox.environ)
    assert ended.code == 2
    assert "--env" in ended.hint or "--project" in ended.hint
    assert "QOVERY_" in ended.hint


def test_the_file_may_not_hold_a_url_or_a_token(ran, two, home):
    for line in ("api_url: https://evil.test", "token: x", "api_token: x"):
        home.write(".qovery.yaml", f"{line}\n")
        ended = ran("project list", env=two.sandbox.environ)
        assert ended.code == 2, ended
        assert ".qovery.yaml" in ended.err
        assert line.partition(":")[0] in ended.err


def test_the_file_must_be_yaml(ran, two, home):
    home.write(".qovery.yaml", "project: [unclosed\n")
    ended = ran("project list", env=two.sandbox.environ)
    assert ended.code == 2
    assert ".qovery.yaml" in ended.err


def test_shared_options_may_stand_anywhere_and_the_later_one_wins(ran, two):
    assert ran("-o json project list", env=two.sandbox.environ).json
    assert ran("project -o json list", env=two.sandbox.environ).json
    assert ran("project list -o json", env=two.sandbox.environ).json
    late = ran("-o json project list -o name", env=two.sandbox.environ)
    assert two.project in late.out.split()


def test_all_lists_those_of_every_parent(ran, two):
    environ = {**two.sandbox.environ, "QOVERY_PROJECT": two.project}
    found = ran("app list --all -o json", env=environ).json
    assert {one["name"] for one in found} == {"in-staging", "in-preview"}
    table = ran("app list --all", env=environ).out.splitlines()
    assert table[0].split()[0] == "ENVIRONMENT"


def test_the_long_words_and_flags_of_other_clients_work(ran, two):
    line = f"application list --project {two.project} --environment preview --json"
    assert [one["name"] for one in ran(line, env=two.sandbox.environ).json] == ["in-preview"]


# Variables that are set but empty


@pytest.fixture
def kept(ran, two):
    """A profile that names the environment preview, and a script whose variables are empty."""
    ran(f"context set --project {two.project} --env preview", env=two.sandbox.environ)
    two.sandbox.forget()
    return two


@pytest.mark.parametrize(
    "variable", ["QOVERY_ENVIRONMENT", "QOVERY_PROJECT", "QOVERY_ORGANIZATION"]
)
def test_a_change_does_not_replace_an_empty_variable(variable, ran, kept):
    if variable == "QOVERY_ORGANIZATION":
        ran("context set --org acme", env=kept.sandbox.environ)
        ran(f"context set --project {kept.project} --env preview", env=kept.sandbox.environ)
        kept.sandbox.forget()
    environ = {**kept.sandbox.environ, variable: ""}
    for line in ("env deploy", "app deploy in-preview", "var set A=1", "env stop --dry-run"):
        ended = ran(line, env=environ)
        assert ended.code == 2, ended
        assert variable in ended.sentence
    assert kept.sandbox.changes == []


def test_list_reports_which_source_it_used(ran, kept):
    ended = ran(LIST, env={**kept.sandbox.environ, "QOVERY_ENVIRONMENT": ""})
    assert apps(ended) == ["in-preview"]
    assert "QOVERY_ENVIRONMENT is set but empty: using 'preview' from profile default" in ended.err
    assert ended.err.count("is set but empty") == 1


def test_a_path_or_an_option_needs_no_variable(ran, kept):
    environ = {**kept.sandbox.environ, "QOVERY_ENVIRONMENT": "", "QOVERY_PROJECT": kept.project}
    for line in (
        f"app deploy {kept.project}/staging/in-staging --dry-run",
        "app deploy in-staging --env staging --dry-run",
        "app deploy staging/in-staging --dry-run",
    ):
        ended = ran(line, env=environ)
        assert ended.code == 0, ended
        assert "is set but empty" not in ended.err


@pytest.mark.parametrize("start", ["", "{}/", "acme/{}/"])
def test_a_path_may_name_the_environment_of_the_profile(start, ran, kept):
    environ = {**kept.sandbox.environ, "QOVERY_ENVIRONMENT": ""}
    path = f"{start.format(kept.project)}preview/in-preview"
    ended = ran(f"app deploy {path} --dry-run", env=environ)
    assert (ended.code, "is set but empty" in ended.err) == (0, False), ended
    assert ran("app deploy in-preview --dry-run", env=environ).code == 2


def test_an_empty_service_does_not_widen_a_change(ran, two):
    environ = {**two.environ, "QOVERY_APPLICATION": ""}
    ended = ran("var set A=1", env=environ)
    assert ended.code == 2, ended
    assert ended.sentence.startswith("QOVERY_APPLICATION is set but empty")
    assert ran("var set A=1 --env staging", env=environ).code == 0
    ended = ran("var list", env=environ)
    assert (ended.code, "QOVERY_APPLICATION is set but empty" in ended.err) == (0, True)


def test_a_raw_request_reads_with_a_notice_and_does_not_change(ran, kept):
    environ = {**kept.sandbox.environ, "QOVERY_ENVIRONMENT": ""}
    ended = ran("api environment/{environmentId}", env=environ)
    assert (ended.code, "is set but empty" in ended.err) == (0, True), ended
    ended = ran("api environment/{environmentId}/deploy -X POST", env=environ)
    assert ended.code == 2, ended
    assert kept.sandbox.changes == []


def test_an_empty_setting_is_not_stored(ran, two):
    ended = ran(f"context set --project {two.project} --env ''", env=two.sandbox.environ)
    assert ended.code == 2, ended
    assert "--env is empty" in ended.sentence
