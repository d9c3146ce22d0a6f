import pytest

from qovery_cli import catalog
from qovery_cli.body import schemas
from qovery_cli.body.computed_fields import derive, lacks, provider, repository

CREATE = catalog.operation("createApplication").body
EDIT = catalog.operation("editApplication").body
RULES = {
    "git_repository.provider": "git_provider:git_repository.url",
    "git_repository.owner": "git_owner:git_repository.url",
    "git_repository.name": "git_name:git_repository.url",
    "healthchecks": {},
}


def derive_body(body, level="1.0.4", schema=CREATE, **options):
    return derive(body, RULES, schema, level, **options)


def git(url, **fields):
    return {"git_repository": {"url": url, **fields}}


def test_required_fields_of_the_new_level_are_computed():
    assert derive_body(git("https://github.com/acme/shop.git")) == {
        "healthchecks": {},
        "git_repository": {
            "url": "https://github.com/acme/shop.git",
            "provider": "GITHUB",
            "owner": "acme",
            "name": "shop",
        },
    }


def test_old_level_requires_no_healthchecks():
    assert "healthchecks" not in derive_body(git("https://github.com/acme/shop"), "1.0.3")


def test_undeclared_required_names_are_computed():
    body = derive_body(git("https://github.com/acme/shop"), "1.0.3")
    assert body["git_repository"]["provider"] == "GITHUB"


def test_given_value_is_kept():
    body = derive_body(
        {**git("https://github.com/a/b", provider="GITLAB"), "healthchecks": {"x": 1}}
    )
    assert body["git_repository"]["provider"] == "GITLAB"
    assert body["healthchecks"] == {"x": 1}


def test_null_counts_as_missing_unless_nullable():
    body = derive_body(git("https://github.com/a/b", provider=None))
    assert body["git_repository"]["provider"] == "GITHUB"


def test_field_that_cannot_be_computed_stays_absent():
    body = derive_body(git("https://git.acme.test/a/b"))
    assert "provider" not in body["git_repository"]
    assert body["git_repository"]["owner"] == "a"


def test_absent_object_is_not_created():
    assert derive_body({}) == {"healthchecks": {}}


def test_body_is_not_modified():
    body = git("https://github.com/a/b")
    derive_body(body)
    assert body == git("https://github.com/a/b")


def test_field_is_copied_from_the_fetched_resource():
    schema = catalog.operation("editOrganization").body
    rules = {"plan": "fetched:plan"}
    fetched = {"plan": "BUSINESS"}
    assert derive({"name": "a"}, rules, schema, "1.0.3", fetched=fetched) == {
        "name": "a",
        "plan": "BUSINESS",
    }
    assert derive({"name": "a"}, rules, schema, "1.0.3", fetched={}) == {"name": "a"}


def test_owner_and_name_follow_a_changed_url():
    before = derive_body(git("https://github.com/acme/shop"), schema=EDIT)
    body = {**before, **git("https://gitlab.com/team/web/app", provider="GITHUB", owner="acme",
                            name="shop")}  # fmt: skip
    after = derive_body(body, schema=EDIT, before=before)["git_repository"]
    assert (after["provider"], after["owner"], after["name"]) == ("GITLAB", "team/web", "app")


def test_field_changed_together_with_the_url_is_kept():
    before = derive_body(git("https://github.com/acme/shop"), schema=EDIT)
    body = {**before, **git("https://github.com/b/c", provider="GITHUB", owner="own", name="shop")}
    after = derive_body(body, schema=EDIT, before=before)["git_repository"]
    assert (after["owner"], after["name"]) == ("own", "c")


def test_a_provider_survives_a_change_within_its_host():
    before = git("https://git.acme.test/a/b", provider="GITLAB", owner="a", name="b")
    body = git("https://git.acme.test/a/c", provider="GITLAB", owner="a", name="b")
    after = derive_body(body, schema=EDIT, before=before)["git_repository"]
    assert (after["provider"], after["name"]) == ("GITLAB", "c")


def test_a_provider_of_another_host_is_not_kept():
    before = git("https://github.com/a/b", provider="GITHUB", owner="a", name="b")
    body = git("https://git.acme.test/a/b", provider="GITHUB", owner="a", name="b")
    after = derive_body(body, schema=EDIT, before=before)["git_repository"]
    assert "provider" not in after


def test_given_field_with_its_old_value_is_kept():
    before = git("https://gitlab.com/a/b", provider="GITLAB", owner="a", name="b")
    body = git("https://git.acme.test/c/d", provider="GITLAB", owner="a", name="b")
    given = {"git_repository.provider"}
    after = derive_body(body, schema=EDIT, before=before, given=given)["git_repository"]
    assert (after["provider"], after["owner"], after["name"]) == ("GITLAB", "c", "d")


def test_nothing_is_recomputed_while_the_url_is_unchanged():
    before = git("https://github.com/a/b", provider="GITLAB", owner="x", name="y")
    after = derive_body({**before, "cpu": 1}, schema=EDIT, before=before)
    assert after["git_repository"] == before["git_repository"]


REGISTER = {
    "properties": {
        "password": {"type": "string", "required": ["1.0.4"]},
        "login": {
            "type": "object",
            "properties": {"token": {"type": "string", "required": ["1.0.3", "1.0.4"]}},
        },
    },
}


@pytest.mark.parametrize(
    ("body", "path", "level", "is_lacking"),
    [
        ({}, "password", "1.0.4", True),
        ({}, "password", "1.0.3", False),
        ({"password": None}, "password", "1.0.4", False),
        ({}, "login.token", "1.0.4", False),
        ({"login": {}}, "login.token", "1.0.4", True),
        ({"login": {"token": "x"}}, "login.token", "1.0.4", False),
        (None, "password", "1.0.4", False),
    ],
)
def test_lacking_field_is_required_by_an_existing_object(body, path, level, is_lacking):
    assert lacks(body, path, REGISTER, level) is is_lacking


def test_discriminator_selects_the_variant_that_requires_a_field():
    schema = catalog.operation("createAWSCredentials").body
    vsphere = schemas.resolved(schema, "1.0.4")["discriminator"]["mapping"]
    kinds = {kind for kind in vsphere if lacks({"type": kind}, "vsphere_password", schema, "1.0.4")}
    assert kinds
    assert all("VSPHERE" in kind for kind in kinds)
    assert not lacks({}, "vsphere_password", schema, "1.0.4")
    assert not lacks({"type": "OTHER"}, "vsphere_password", schema, "1.0.4")


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
def test_git_url_is_parsed(url, parts):
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
def test_provider_of_a_host(host, name):
    assert provider(host) == name


ITEM_RULES = {
    "ports[].protocol": "HTTP",
    "ports[].publicly_accessible": "given:external_port",
    "storage[].type": "FAST_SSD",
}


def derive_edit(body, level="1.0.3", schema=EDIT, **options):
    return derive(body, ITEM_RULES, schema, level, **options)


def test_new_list_items_get_missing_fields():
    body = derive_edit({"ports": [{"internal_port": 80}], "storage": [{"mount_point": "/a"}]})
    assert body == {
        "ports": [{"internal_port": 80, "protocol": "HTTP", "publicly_accessible": False}],
        "storage": [{"mount_point": "/a", "type": "FAST_SSD"}],
    }


def test_port_with_external_port_is_public():
    body = derive_edit({"ports": [{"internal_port": 80, "external_port": 443}]})
    assert body["ports"][0]["publicly_accessible"] is True


def test_given_item_field_is_kept():
    port = {"internal_port": 80, "protocol": "TCP", "publicly_accessible": False}
    assert derive_edit({"ports": [port]}) == {"ports": [port]}


def test_existing_items_get_only_required_fields():
    before = {"ports": [{"id": "1", "internal_port": 80}], "storage": [], "cpu": 1}
    create = catalog.operation("createContainer").body
    after = {**before, "cpu": 2}
    assert derive_edit(after, schema=create, before=before)["ports"] == [
        {"id": "1", "internal_port": 80, "publicly_accessible": False}
    ]


def test_new_item_next_to_an_existing_one_is_completed():
    old = {"id": "1", "internal_port": 80, "protocol": "HTTP", "publicly_accessible": True}
    body = derive_edit({"ports": [old, {"internal_port": 81}]}, before={"ports": [old]})
    assert body["ports"] == [
        old,
        {"internal_port": 81, "protocol": "HTTP", "publicly_accessible": False},
    ]


@pytest.mark.parametrize("ports", [None, "text", {}, [1, "a", None]])
def test_list_of_other_values_is_unchanged(ports):
    assert derive_edit({"ports": ports}) == {"ports": ports}


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
def test_variant_is_chosen_by_the_given_fields(given, kind):
    schema = catalog.operation("editAWSCredentials").body
    body = derive(given, {"type": "variant:AWS_STATIC"}, schema, "1.0.4")
    assert body == {**given, "type": kind}


def test_given_variant_is_kept():
    schema = catalog.operation("editAWSCredentials").body
    body = {"name": "ci", "type": "AWS_ROLE"}
    assert derive(body, {"type": "variant:AWS_STATIC"}, schema, "1.0.4") == body


def test_a_rule_can_fill_in_null():
    schema = catalog.operation("createOrganizationApiToken").body
    rules = {"scope": "ADMIN", "role_id": "null:"}
    assert derive({"name": "ci"}, rules, schema, "1.0.4") == {"name": "ci", "role_id": None}
    assert derive({"name": "ci"}, rules, schema, "1.0.3") == {"name": "ci", "scope": "ADMIN"}
