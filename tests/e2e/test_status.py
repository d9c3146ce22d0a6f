"""qovery status, of one environment and of all."""

import json

import pytest
from shop import Shop


@pytest.fixture(params=["1.0.3", "1.0.4"])
def two(request) -> Shop:
    """A project with two environments: an application in one, a container in the other."""
    shop = request.getfixturevalue("shop" if request.param == "1.0.3" else "shop_104")
    shop.environment("qa")
    port = {"internal_port": 80, "external_port": 443, "publicly_accessible": True}
    shop.application("api", ports=[{**port, "protocol": "HTTP"}])
    shop.container("proxy", "qa")
    return shop


def test_all_environments_of_a_project_in_one_table(ran, two):
    ended = ran("status --all", env=two.environ)
    assert ended.code == 0, ended
    head, *lines = ended.out.splitlines()
    assert head.split() == ["PROJECT", "ENVIRONMENT", "NAME", "KIND", "STATE", "VERSION", "AGE"]
    assert [line.split()[:6] for line in lines] == [
        [two.project, "staging", "api", "application", "READY", "main@3163c7e"],
        [two.project, "qa", "proxy", "container", "READY", "1.23.1"],
    ]


def test_all_environments_of_the_organization(ran, two):
    environ = {**two.environ, "QOVERY_PROJECT": "", "QOVERY_ENVIRONMENT": ""}
    ended = ran("status --all -o json", env=environ)
    assert ended.code == 0, ended
    found = {(one["project"], one["environment"], one["name"]) for one in ended.json}
    assert {(two.project, "staging", "api"), ("storefront", "staging", "web")} <= found
    assert not any("url" in one for one in ended.json)


def test_the_option_outranks_the_context(ran, two):
    ended = ran("status --all --project storefront -o json", env=two.environ)
    assert {one["project"] for one in ended.json} == {"storefront"}


@pytest.mark.parametrize("words", ["--columns name,url", "-q '[].url'", "--filter url~=http"])
def test_urls_are_requested_where_they_are_named(ran, two, words):
    ended = ran(f"status --all {words}", env=two.environ)
    assert ended.code == 0, ended
    assert any("/link" in one for one in two.sandbox.requests)


def test_urls_that_no_column_shows_are_not_requested(ran, two):
    ended = ran("status staging --columns name,state", env=two.environ)
    assert ended.out.splitlines()[1].split() == ["api", "READY"]
    assert not any("/link" in one for one in two.sandbox.requests)


def test_urls_are_the_same_whatever_the_level_asks(ran, two):
    one = {row["name"]: row["url"] for row in ran("status staging -o json", env=two.environ).json}
    every = ran("status --all --columns name,url -q '[].[name, url]'", env=two.environ).json
    assert one["api"].startswith("https://")
    assert dict(every) == {**one, "proxy": None}


def test_all_and_one_exclude_each_other(ran, two):
    ended = ran("status staging --all", env=two.environ)
    assert (ended.code, ended.sentence) == (2, "--all and an environment are mutually exclusive.")


def test_what_is_refused_in_one_environment_does_not_hide_the_others(ran, two):
    hidden = two.environments["staging"]
    two.sandbox.fault(kind="status", path=f"/environment/{hidden}/*", status=403, times=0)
    try:
        ended = ran("status --all -o ndjson", env=two.environ)
    finally:
        two.sandbox.forget()
    assert ended.code == 5, ended
    assert [json.loads(line)["name"] for line in ended.out.splitlines()] == ["proxy"]
    assert f"{two.project}/staging" in ended.error["message"]


def test_environments_without_services_are_no_lines(ran, shop):
    ended = ran("status --all -o json", env=shop.environ)
    assert (ended.code, ended.json) == (0, [])
