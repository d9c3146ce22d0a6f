"""Repositories and domains as people paste them, created in a sandbox at both levels."""

import pytest

SHOP = "https://github.com/acme/storefront-api"
CREATE = "app create web --cpu 500m --memory 512MB --port 8080 --build-mode DOCKER"
CREATE += " --dockerfile-path Dockerfile"


@pytest.fixture(params=["1.0.3", "1.0.4"])
def here(request):
    """A new project with an environment at one level."""
    return request.getfixturevalue("shop" if request.param == "1.0.3" else "shop_104")


@pytest.mark.parametrize(
    ("words", "url", "branch"),
    [
        (f"--repository {SHOP}/tree/main", SHOP, "main"),
        (f"--repository {SHOP}/tree/feat/x --branch feat/x", SHOP, "feat/x"),
        (f"--repository '{SHOP}?tab=readme#readme' --branch dev", SHOP, "dev"),
        ("--repository git@github.com:acme/storefront-api.git --branch dev", f"{SHOP}.git", "dev"),
    ],
)
def test_a_pasted_url_becomes_a_repository_and_a_branch(words, url, branch, here, ran):
    ended = ran(f"{CREATE} {words} -o json", env=here.environ)
    assert ended.code == 0, ended
    made = ran("app get web -o json", env=here.environ).json["git_repository"]
    assert (made["url"], made["branch"]) == (url, branch)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (f"--repository {SHOP}/tree/feat/x", "--branch feat/x"),
        (f"--repository {SHOP}/tree/main --branch dev", "--branch is 'dev'"),
        ("--repository https://git.acme.test/a/b/c", "https://git.acme.test/a/b/c.git"),
    ],
)
def test_a_url_that_is_not_certain_is_refused_before_anything_is_sent(words, says, here, ran):
    here.sandbox.forget()
    ended = ran(f"{CREATE} {words}", env=here.environ)
    assert ended.code == 2, ended
    assert says in ended.err
    assert here.sandbox.changes == []


def test_an_update_takes_the_branch_that_the_url_shows(here, ran):
    assert ran(f"{CREATE} --repository {SHOP} --branch main", env=here.environ).code == 0
    ended = ran(f"app update web --repository {SHOP}/tree/dev", env=here.environ)
    assert ended.code == 0, ended
    made = ran("app get web -o json", env=here.environ).json["git_repository"]
    assert (made["url"], made["branch"]) == (SHOP, "dev")


def test_an_international_domain_is_sent_as_punycode_and_found_by_either_name(here, ran):
    assert ran(f"{CREATE} --repository {SHOP}", env=here.environ).code == 0
    ended = ran("app domain create MÜNCHEN.example --app web -o json", env=here.environ)
    assert ended.code == 0, ended
    assert ended.json["domain"] == "xn--mnchen-3ya.example"
    for name in ("münchen.example", "XN--MNCHEN-3YA.example"):
        ended = ran(f"app domain status {name} --app web -o json", env=here.environ)
        assert ended.code == 0, ended
    ended = ran("app domain create https://acme.test/ --app web", env=here.environ)
    assert ended.code == 2
    assert ended.hint == "Did you mean 'acme.test'?"
