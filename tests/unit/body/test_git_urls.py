import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.body.git_urls import GitUrlError, read

SHOP = "https://github.com/acme/shop"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (SHOP, SHOP),
        (f"{SHOP}/", SHOP),
        (f"{SHOP}.git", f"{SHOP}.git"),
        (f"  {SHOP}\n", SHOP),
        (f"{SHOP}?tab=readme-ov-file", SHOP),
        (f"{SHOP}#readme", SHOP),
        (f"{SHOP}/tree/", SHOP),
        ("HTTPS://GitHub.com/acme/shop", SHOP),
        ("http://www.github.com/acme/shop", SHOP),
        ("github.com/acme/shop", SHOP),
        ("git@github.com:acme/shop.git", f"{SHOP}.git"),
        ("ssh://git@github.com:22/acme/shop.git", f"{SHOP}.git"),
        ("git@git.acme.test:group/sub/shop.git", "https://git.acme.test/group/sub/shop.git"),
        ("https://ada@bitbucket.org/acme/shop.git", "https://bitbucket.org/acme/shop.git"),
        ("https://gitlab.com/acme/sub/team/shop", "https://gitlab.com/acme/sub/team/shop"),
        ("https://gitlab.acme.test/acme/sub/shop", "https://gitlab.acme.test/acme/sub/shop"),
        ("http://gitea:3000/acme/shop", "http://gitea:3000/acme/shop"),
        ("https://git.acme.test:8443/acme/shop", "https://git.acme.test:8443/acme/shop"),
        ("https://git.acme.test/a/b/shop.git", "https://git.acme.test/a/b/shop.git"),
    ],
)
def test_a_repository_without_a_branch(text, url):
    repository = read(text)
    assert (repository.url, repository.branch) == (url, None)
    assert read(url).url == url


@pytest.mark.parametrize(
    ("text", "url", "branch"),
    [
        (f"{SHOP}/tree/main", SHOP, "main"),
        (f"{SHOP}/tree/main/?tab=readme", SHOP, "main"),
        (f"{SHOP}/tree/feat%2Fx", SHOP, "feat/x"),
        (f"{SHOP}/blob/main/README.md#L3", SHOP, "main"),
        (
            "https://gitlab.com/a/b/shop/-/tree/main?ref_type=heads",
            "https://gitlab.com/a/b/shop",
            "main",
        ),
        ("https://gitlab.com/a/shop/-/blob/dev/Dockerfile", "https://gitlab.com/a/shop", "dev"),
        ("https://gitlab.com/a/shop/tree/dev", "https://gitlab.com/a/shop", "dev"),
        ("https://git.acme.test/a/b/shop/-/tree/dev", "https://git.acme.test/a/b/shop", "dev"),
        ("https://bitbucket.org/a/shop/src/main/", "https://bitbucket.org/a/shop", "main"),
        (
            f"https://bitbucket.org/a/shop/src/{COMMIT}/?at=feat%2Fx",
            "https://bitbucket.org/a/shop",
            "feat/x",
        ),
        ("https://bitbucket.org/a/shop/branch/feat/x", "https://bitbucket.org/a/shop", "feat/x"),
    ],
)
def test_unambiguous_branch_of_a_url(text, url, branch):
    repository = read(text)
    assert (repository.url, repository.branch) == (url, branch)
    assert read(text, {"branch": branch}) == repository
    with pytest.raises(GitUrlError) as raised:
        read(text, {"branch": "another"})
    assert "--branch is 'another'" in raised.value.problem


@pytest.mark.parametrize(
    "text",
    [
        f"{SHOP}/tree/feat/x",
        f"{SHOP}/blob/feat/x/README.md",
        "https://gitlab.com/a/b/shop/-/tree/feat/x",
        "https://bitbucket.org/a/shop/src/feat/x",
    ],
)
def test_branch_with_slashes_must_be_given(text):
    with pytest.raises(GitUrlError) as raised:
        read(text)
    assert "is ambiguous" in raised.value.problem
    assert "--branch feat/x" in raised.value.hint
    assert read(text, {"branch": "feat/x"}).branch == "feat/x"


def test_a_directory_is_refused_unless_the_root_path_is_given():
    with pytest.raises(GitUrlError) as raised:
        read(f"{SHOP}/tree/feat/x/services/api", {"branch": "feat/x"})
    assert raised.value.hint == f"Use {SHOP} --branch feat/x --root-path services/api."
    known = {"branch": "feat/x", "root_path": "/services/api"}
    assert read(f"{SHOP}/tree/feat/x/services/api", known).branch == "feat/x"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (f"{SHOP}/pull/12", f"Use {SHOP}."),
        (f"{SHOP}/commit/{COMMIT}", f"Use {SHOP}."),
        (f"{SHOP}/tree/{COMMIT}", f"Use {SHOP} --branch BRANCH."),
        ("https://gitlab.com/a/b/-/merge_requests/3", "Use https://gitlab.com/a/b."),
        ("https://git.acme.test/a/b/shop", "https://git.acme.test/a/b/shop.git for the whole path"),
        ("https://git.acme.test/a/b/src/branch/main", "clone URL"),
        ("ssh://git@git.acme.test:2222/a/b.git", "https://git.acme.test/a/b.git"),
        ("https://github.com/acme", "https://HOST/OWNER/NAME"),
        ("acme/shop", "https://HOST/OWNER/NAME"),
        ("acme/shop/web", "https://HOST/OWNER/NAME"),
        ("shop", "https://HOST/OWNER/NAME"),
        ("", "https://HOST/OWNER/NAME"),
        ("ftp://github.com/acme/shop", "https://HOST/OWNER/NAME"),
        ("https://github.com/acme/my shop", "https://HOST/OWNER/NAME"),
        ("https://[github.com/acme/shop", "https://HOST/OWNER/NAME"),
        ("https://github.com:port/acme/shop", "https://HOST/OWNER/NAME"),
    ],
)
def test_ambiguous_url_is_rejected_with_a_hint(text, hint):
    with pytest.raises(GitUrlError) as raised:
        read(text)
    assert hint in raised.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "https://ada:s3cret@github.com/acme/shop",
        "https://s3cret@github.com/acme/shop",
        "https://ada:s3cret@bitbucket.org/acme/shop/src/main",
        "ssh://git:s3cret@github.com/acme/shop",
        "ada:s3cret@github.com/acme/shop",
    ],
)
def test_credentials_are_rejected_and_not_repeated(text):
    with pytest.raises(GitUrlError) as raised:
        read(text)
    assert "credentials" in raised.value.problem
    assert "s3cret" not in raised.value.problem + raised.value.hint


def test_provider_decides_the_path_format_of_an_unknown_host():
    assert read("https://git.acme.test/a/b/shop", {"provider": "GITLAB"}).owner == "a/b"
    url = "https://git.acme.test/acme/shop"
    assert read(f"{url}/tree/main", {"provider": "GITHUB"}).url == url


@given(st.text(max_size=40) | st.from_regex(r"https://[a-z.:@/%?#-]{0,30}", fullmatch=True))
def test_any_text_is_parsed_or_rejected(text):
    try:
        repository = read(text)
    except GitUrlError:
        return
    assert read(repository.url).url == repository.url
    assert repository.owner
    assert repository.name
