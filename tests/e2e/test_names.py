"""What a name on the command line can be, and what is said when it means nothing or too much."""

import pytest


@pytest.fixture(params=["shop", "shop_104"])
def place(request):
    shop = request.getfixturevalue(request.param)
    shop.application("api")
    shop.application("Worker-1")
    shop.environment("feat/x", "DEVELOPMENT")
    shop.application("api", "feat/x")
    return shop


def id_of(ran, place, words, **more):
    ended = ran(f"app get {words} -q id", env=place.environ, **more)
    assert ended.code == 0, ended
    return ended.json


def test_a_name_whatever_its_case(ran, place):
    assert id_of(ran, place, "API") == id_of(ran, place, "api")
    assert id_of(ran, place, "worker-1") == id_of(ran, place, "WORKER-1")


def test_an_id(ran, place):
    id = id_of(ran, place, "api")
    assert id_of(ran, place, id) == id
    assert id_of(ran, place, id.upper()) == id


def test_an_id_needs_no_scope(ran, place):
    id = id_of(ran, place, "api")
    assert ran(f"app get {id} -q id", env=place.sandbox.environ).json == id


def test_a_path_wins_over_the_context(ran, place):
    staging = id_of(ran, place, "api")
    other = id_of(ran, place, "api --env feat/x")
    assert staging != other
    assert id_of(ran, place, f"{place.project}/staging/api") == staging
    assert id_of(ran, place, f"{place.project}/feat/x/api") == other
    assert id_of(ran, place, f"{place.project}/feat%2Fx/api") == other


def test_a_name_with_a_slash_is_a_whole_name_first(ran, place):
    ended = ran("env get feat/x -q name", env=place.environ)
    assert ended.json == "feat/x"


def test_a_url_of_the_console(ran, place):
    id = id_of(ran, place, "api")
    environment = place.environments["staging"]
    url = (
        f"https://console.qovery.com/organization/{place.organization}/project/"
        f"{place.project_id}/environment/{environment}/application/{id}/general"
    )
    assert id_of(ran, place, url) == id


def test_the_group_s_own_resource_may_be_an_option(ran, place):
    assert id_of(ran, place, "--app api") == id_of(ran, place, "api")
    assert id_of(ran, place, "--application api") == id_of(ran, place, "api")


def test_an_argument_and_its_option_together_are_refused(ran, place):
    ended = ran("app get api --app worker-1", env=place.environ)
    assert ended.code == 2
    assert "twice" in ended.sentence


def test_an_unknown_name_shows_the_nearest(ran, place):
    ended = ran("app get apo", env=place.environ)
    assert ended.code == 4
    assert "'apo'" in ended.sentence
    assert "api" in ended.err.replace("apo", "")


def test_an_unknown_name_as_json(ran, place):
    ended = ran("app get apo -o json", env=place.environ)
    assert ended.code == 4
    assert ended.out == ""
    assert ended.error["code"] == "not_found"
    assert ended.error["exit"] == 4
    assert "'apo'" in ended.error["message"]


@pytest.mark.parametrize("line", ["env list --project", "app list --env", "project list --org"])
def test_unknown_name_in_the_scope_is_reported(line, ran, place):
    ended = ran(f"{line} no-such-thing", env=place.environ)
    assert ended.code == 4
    assert "no-such-thing" in ended.sentence


def test_two_of_one_name_show_every_candidate_with_path_and_id(ran, sandbox, shop):
    """Members and webhooks may share a name; services may not."""
    url = sandbox.new_name("https://hooks.acme.test/x")
    path = f"/organization/{shop.organization}/webhook"
    body = {"kind": "STANDARD", "target_url": url, "events": ["DEPLOYMENT_SUCCESSFUL"]}
    ids = [sandbox.call("POST", path, body)["id"] for _ in range(2)]
    ended = ran(f"org webhook get {url}", env=sandbox.environ)
    assert ended.code == 2, ended
    assert all(id in ended.err for id in ids)
    assert ended.out == ""


def test_an_id_of_nothing_is_not_found(ran, place):
    ended = ran("app get 00000000-0000-4000-8000-000000000000", env=place.environ)
    assert ended.code == 4


def test_names_that_look_like_other_things(ran, place):
    for name in ("list", "🚀 rocket", "a b", "0b2d5a0e-3a3e-4c0e-8a3e-0123456789ab"):
        place.environment(name, "DEVELOPMENT")
        found = ran("env list -o json", env=place.environ).json
        assert name in [one["name"] for one in found]
    assert ran("env get list -q name", env=place.environ).json == "list"
    assert ran("env get", "🚀 rocket", "-q", "name", env=place.environ).json == "🚀 rocket"
    path = f"{place.project}/0b2d5a0e-3a3e-4c0e-8a3e-0123456789ab"
    assert ran("env get", path, "-q", "name", env=place.environ).json.startswith("0b2d")


def test_an_empty_name_is_refused(ran, place):
    for words in (["app", "get", ""], ["app", "list", "--env", ""]):
        ended = ran("", *words, env=place.environ)
        assert ended.code == 2, ended


@pytest.mark.parametrize(
    "trouble",
    [
        {"kind": "status", "status": 404},
        {"kind": "status", "status": 403},
        {"kind": "status", "status": 405},
        {"kind": "empty"},
        {"kind": "html", "status": 404},
    ],
)
@pytest.mark.parametrize("lost", ["services", "environments"])
def test_without_the_lists_of_an_organization_names_are_found_too(ran, shop_104, trouble, lost):
    made = shop_104.application("api")
    shop_104.sandbox.fault(path=f"/organization/*/{lost}", times=0, **trouble)
    try:
        ended = ran("app get api -o json", env=shop_104.environ)
        missing = ran("app get apo -o json", env=shop_104.environ)
    finally:
        shop_104.sandbox.forget()
    assert (ended.code, ended.json["id"]) == (0, made), ended
    assert missing.error["hint"] == "Did you mean 'api'?"


def test_a_service_that_was_just_made_is_found(ran, shop_104):
    for name in ("first", "second"):
        made = shop_104.application(name)
        assert ran(f"app get {name} -q id", env=shop_104.environ).json == made


@pytest.mark.parametrize("name", ["shop", "shop_104"])
def test_what_look_ups_saw_is_kept_for_tab(name, qovery, home, request):
    place = request.getfixturevalue(name)
    place.application("api")
    place.application("worker")
    ended = qovery("app get api -o json", env=place.environ)
    assert ended.code == 0, ended
    kept = [file.read_text() for file in (home.path / "cache").rglob("*") if file.is_file()]
    for names in ([place.project], ["staging"], ["api", "worker"]):
        assert any(all(each in text for each in names) for text in kept), names


@pytest.mark.parametrize("level", ["1.0.3", "1.0.4"])
def test_a_token_is_created_with_its_name_alone(level, request, ran):
    sandbox = request.getfixturevalue("sandbox" if level == "1.0.3" else "sandbox_104")
    name = sandbox.new_name("ci")
    ended = ran(f"org token create {name} -o json", env=sandbox.environ)
    assert ended.code == 0, ended
    assert ended.json["name"] == name


def test_the_role_of_a_token_is_named(ran, shop_104):
    sandbox = shop_104.sandbox
    organization = f"/organization/{shop_104.organization}"
    role = sandbox.items(f"{organization}/availableRole")[0]
    line = f"org token create {sandbox.new_name('ci')} --role-id '{role['name'].upper()}' -o json"
    ended = ran(f"{line} --dry-run", env=shop_104.environ)
    assert ended.code == 0, ended
    assert ended.json[0]["body"]["role_id"] == role["id"]
    ended = ran("org token create x --role-id no-such-role", env=shop_104.environ)
    assert ended.code == 4, ended
    assert "Role 'no-such-role' does not exist" in ended.sentence
    ended = ran(
        "org token create x --role-id Admin", env={**shop_104.environ, "QOVERY_API_LEVEL": "1.0.3"}
    )
    assert ended.code == 2, ended
    assert "available only in API 1.0.4" in ended.err
