import pytest

from qovery_cli import catalog
from qovery_cli.body.computed_fields import derive, provider, repository

CREATE = catalog.operation("createApplication").body
EDIT = catalog.operation("editApplication").body
RULES = {
    "git_repository.provider": "git_provider:git_repository.url",
    "git_repository.owner": "git_owner:git_repository.url",
    "git_repository.name": "git_name:git_repository.url",
    "healthchecks": {},
}


def derived(body, level="1.0.4", schema=CREATE, **options):
    return derive(body, RULES, schema, level, **options)


def git(url, **fields):
    return {"git_repository": {"url": url, **fields}}


def test_what_the_new_level_demands_is_filled():
    assert derived(git("https://github.com/acme/shop.git")) == {
        "healthchecks": {},
        "git_repository": {
            "url": "https://github.com/acme/shop.git",
            "provider": "GITHUB",
            "owner": "acme",
            "name": "shop",
        },
    }


def test_the_old_level_demands_no_healthchecks():
    assert "healthchecks" not in derived(git("https://github.com/acme/shop"), "1.0.3")


def test_names_that_no_schema_declares_are_filled_at_the_old_level_too():
    body = derived(git("https://github.com/acme/shop"), "1.0.3")
    assert body["git_repository"]["provider"] == "GITHUB"


def test_what_was_given_stays():
    body = derived({**git("https://github.com/a/b", provider="GITLAB"), "healthchecks": {"x": 1}})
    assert body["git_repository"]["provider"] == "GITLAB"
    assert body["healthchecks"] == {"x": 1}


def test_null_is_not_given_where_null_may_not_be_sent():
    body = derived(git("https://github.com/a/b", provider=None))
    assert body["git_repository"]["provider"] == "GITHUB"


def test_what_cannot_be_derived_is_left_out():
    body = derived(git("https://git.acme.test/a/b"))
    assert "provider" not in body["git_repository"]
    assert body["git_repository"]["owner"] == "a"


def test_an_object_that_is_not_there_is_not_made():
    assert derived({}) == {"healthchecks": {}}


def test_the_body_given_in_stays_as_it_is():
    body = git("https://github.com/a/b")
    derived(body)
    assert body == git("https://github.com/a/b")


def test_a_field_comes_from_what_was_fetched():
    schema = catalog.operation("editOrganization").body
    rules = {"plan": "fetched:plan"}
    fetched = {"plan": "BUSINESS"}
    assert derive({"name": "a"}, rules, schema, "1.0.3", fetched=fetched) == {
        "name": "a",
        "plan": "BUSINESS",
    }
    assert derive({"name": "a"}, rules, schema, "1.0.3", fetched={}) == {"name": "a"}


def test_owner_and_name_follow_a_changed_url():
    before = derived(git("https://github.com/acme/shop"), schema=EDIT)
    body = {**before, **git("https://gitlab.com/team/web/app", provider="GITHUB", owner="acme",
                            name="shop")}  # fmt: skip
    after = derived(body, schema=EDIT, before=before)["git_repository"]
    assert (after["provider"], after["owner"], after["name"]) == ("GITLAB", "team/web", "app")


def test_what_was_changed_along_with_the_url_stays():
    before = derived(git("https://github.com/acme/shop"), schema=EDIT)
    body = {**before, **git("https://github.com/b/c", provider="GITHUB", owner="own", name="shop")}
    after = derived(body, schema=EDIT, before=before)["git_repository"]
    assert (after["owner"], after["name"]) == ("own", "c")


def test_a_provider_survives_a_change_within_its_host():
    before = git("https://git.acme.test/a/b", provider="GITLAB", owner="a", name="b")
    body = git("https://git.acme.test/a/c", provider="GITLAB", owner="a", name="b")
    after = derived(body, schema=EDIT, before=before)["git_repository"]
    assert (after["provider"], after["name"]) == ("GITLAB", "c")


def test_a_provider_of_another_host_is_not_kept():
    before = git("https://github.com/a/b", provider="GITHUB", owner="a", name="b")
    body = git("https://git.acme.test/a/b", provider="GITHUB", owner="a", name="b")
    after = derived(body, schema=EDIT, before=before)["git_repository"]
    assert "provider" not in after


def test_what_was_given_outright_stays_although_it_is_as_before():
    before = git("https://gitlab.com/a/b", provider="GITLAB", owner="a", name="b")
    body = git("https://git.acme.test/c/d", provider="GITLAB", owner="a", name="b")
    given = {"git_repository.provider"}
    after = derived(body, schema=EDIT, before=before, given=given)["git_repository"]
    assert (after["provider"], after["owner"], after["name"]) == ("GITLAB", "c", "d")


def test_nothing_is_derived_anew_while_the_url_stays():
    before = git("https://github.com/a/b", provider="GITLAB", owner="x", name="y")
    after = derived({**before, "cpu": 1}, schema=EDIT, before=before)
    assert after["git_repository"] == before["git_repository"]


def test_an_update_that_changes_nothing_stays_one():
    before = git("https://github.com/a/b")
    assert derived(before, schema=EDIT, before=before) == before


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://github.com/acme/shop", ("github.com", "acme", "shop")),
        ("https://github.com/acme/shop.git/", ("github.com", "acme", "shop")),
        ("https://me:pw@GitLab.com:8443/a/b/c.git", ("gitlab.com", "a/b", "c")),
        ("git@github.com:acme/shop.git", ("github.com", "acme", "shop")),
        ("ssh://git@github.com:22/acme/shop.git", ("github.com", "acme", "shop")),
        ("github.com/acme/shop", ("github.com", "acme", "shop")),
        ("https://github.com/acme/shop?tab=readme", ("github.com", "acme", "shop")),
        ("https://github.com/acme", None),
        ("shop", None),
        ("", None),
    ],
)
def test_a_git_url_is_taken_apart(url, parts):
    assert repository(url) == parts


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("github.com", "GITHUB"),
        ("gitlab.com", "GITLAB"),
        ("gitlab.acme.test", "GITLAB"),
        ("bitbucket.org", "BITBUCKET"),
        ("github.com.evil.test", None),
        ("git.acme.test", None),
    ],
)
def test_a_host_tells_its_provider(host, name):
    assert provider(host) == name


ITEM_RULES = {
    "ports[].protocol": "HTTP",
    "ports[].publicly_accessible": "given:external_port",
    "storage[].type": "FAST_SSD",
}


def filled(body, level="1.0.3", schema=EDIT, **options):
    return derive(body, ITEM_RULES, schema, level, **options)


def test_new_items_of_lists_get_what_they_lack():
    body = filled({"ports": [{"internal_port": 80}], "storage": [{"mount_point": "/a"}]})
    assert body == {
        "ports": [{"internal_port": 80, "protocol": "HTTP", "publicly_accessible": False}],
        "storage": [{"mount_point": "/a", "type": "FAST_SSD"}],
    }


def test_a_port_with_one_for_the_internet_is_public():
    body = filled({"ports": [{"internal_port": 80, "external_port": 443}]})
    assert body["ports"][0]["publicly_accessible"] is True


def test_what_an_item_says_stays():
    port = {"internal_port": 80, "protocol": "TCP", "publicly_accessible": False}
    assert filled({"ports": [port]}) == {"ports": [port]}


def test_items_that_were_there_get_only_what_is_demanded():
    before = {"ports": [{"id": "1", "internal_port": 80}], "storage": [], "cpu": 1}
    create = catalog.operation("createContainer").body
    after = {**before, "cpu": 2}
    assert filled(after, schema=create, before=before)["ports"] == [
        {"id": "1", "internal_port": 80, "publicly_accessible": False}
    ]


def test_a_new_item_beside_an_old_one_is_filled():
    old = {"id": "1", "internal_port": 80, "protocol": "HTTP", "publicly_accessible": True}
    body = filled({"ports": [old, {"internal_port": 81}]}, before={"ports": [old]})
    assert body["ports"] == [
        old,
        {"internal_port": 81, "protocol": "HTTP", "publicly_accessible": False},
    ]


@pytest.mark.parametrize("ports", [None, "text", {}, [1, "a", None]])
def test_a_list_of_something_else_is_left_alone(ports):
    assert filled({"ports": ports}) == {"ports": ports}


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"name": "ci"}, "AWS_STATIC"),
        ({"name": "ci", "access_key_id": "A"}, "AWS_STATIC"),
        ({"name": "ci", "role_arn": "arn:aws:iam::1:role/ci"}, "AWS_ROLE"),
        ({"name": "ci", "role_arn": "arn", "vsphere_user": "u"}, "EKS_ANYWHERE_VSPHERE_ROLE"),
        ({"name": "ci", "access_key_id": None, "role_arn": "arn", "unheard": 1}, "AWS_ROLE"),
        ({"role_arn": "arn", "access_key_id": "A"}, "AWS_STATIC"),
    ],
)
def test_the_variant_is_the_one_whose_fields_are_given(given, kind):
    schema = catalog.operation("editAWSCredentials").body
    body = derive(given, {"type": "variant:AWS_STATIC"}, schema, "1.0.4")
    assert body == {**given, "type": kind}


def test_a_variant_that_is_named_stays():
    schema = catalog.operation("editAWSCredentials").body
    body = {"name": "ci", "type": "AWS_ROLE"}
    assert derive(body, {"type": "variant:AWS_STATIC"}, schema, "1.0.4") == body


def test_a_rule_can_fill_in_null():
    schema = catalog.operation("createOrganizationApiToken").body
    rules = {"scope": "ADMIN", "role_id": "null:"}
    assert derive({"name": "ci"}, rules, schema, "1.0.4") == {"name": "ci", "role_id": None}
    assert derive({"name": "ci"}, rules, schema, "1.0.3") == {"name": "ci", "scope": "ADMIN"}
