import pytest

from qovery_cli.completion import cache
from qovery_cli.completion.endpoints import NetworkError, RefusedError
from qovery_cli.completion.lookup import Lookup
from qovery_cli.config.scope import ScopeEntry

ORG, SHOP, BLOG, ENV, PREVIEW = (f"{n * 8}-0000-4000-8000-000000000000" for n in "12345")


class Api:
    """Lists by path; missing paths are rejected, and ``down`` makes the API unreachable."""

    def __init__(self) -> None:
        self.lists: dict[str, list[tuple[str, str]]] = {
            "/organization": [("Acme", ORG)],
            f"/organization/{ORG}/project": [("shop", SHOP), ("blog", BLOG)],
            f"/project/{SHOP}/environment": [("staging", ENV)],
            f"/project/{BLOG}/environment": [("preview", PREVIEW)],
            f"/environment/{ENV}/application": [("api", "a1"), ("web", "a2")],
        }
        self.asked: list[str] = []
        self.down = False

    def get(self, path: str):
        self.asked.append(path)
        if self.down:
            raise NetworkError
        if path not in self.lists:
            raise RefusedError
        return {"results": [{"name": name, "id": id} for name, id in self.lists[path]]}


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def look(api, folder):
    """Return a function that looks up the names of a kind in a scope."""

    def look(kind: str, text: str = "", writes_cache: bool = True, **scope: str):
        entries = {level: ScopeEntry(value, "test") for level, value in scope.items()}
        return Lookup(folder, entries, api.get, "1.0.4", writes_cache).names(kind, text)

    return look


@pytest.fixture
def cache_names(folder):
    def cache_names(
        kind: str, parent: str | None, *rows: tuple[str, str], seconds: int = 600
    ) -> None:
        cache.write(cache.names_file(folder, kind, parent) or "", rows, seconds)

    return cache_names


def test_names_are_requested_in_the_scope(look, api):
    assert look("application", project="shop", environment="staging") == [
        ("api", "a1"),
        ("web", "a2"),
    ]
    assert api.asked == [*list(api.lists)[:3], f"/environment/{ENV}/application"]


def test_fetched_names_are_cached(look, api, cached_rows):
    look("environment", project="shop")
    assert cached_rows("environment", SHOP) == [("staging", ENV)]
    assert cached_rows("project", ORG) == [("shop", SHOP), ("blog", BLOG)]
    api.asked.clear()
    assert look("environment", project="shop") == [("staging", ENV)]
    assert api.asked == []


@pytest.mark.parametrize("id", ["../../etc", "", "a b", "$(date)", "x" * 65])
def test_cached_list_with_invalid_ids_is_fetched_again(id, look, cache_names, cached_rows):
    cache_names("organization", None, ("Acme", id))
    assert look("project") == [("shop", SHOP), ("blog", BLOG)]
    assert cached_rows("organization", None) == [("Acme", ORG)]


def test_nothing_is_cached_if_caches_are_disabled(look, cached_rows):
    assert look("environment", writes_cache=False, project="shop") == [("staging", ENV)]
    assert cached_rows("environment", SHOP) is None


@pytest.mark.parametrize("text", ["shop", "SHOP", SHOP, SHOP.upper(), "Acme/shop", "sh%6Fp"])
def test_scope_may_be_a_name_id_or_path(look, text):
    assert look("environment", project=text) == [("staging", ENV)]


def test_scope_may_be_a_console_url(look):
    url = f"https://console.qovery.com/organization/{ORG}/project/{SHOP}/overview"
    assert look("environment", project=url) == [("staging", ENV)]


def test_path_may_include_parents(look, api):
    assert look("application", environment="shop/staging") == [("api", "a1"), ("web", "a2")]


def test_single_organization_is_the_default(look, api):
    assert [name for name, _ in look("project")] == ["shop", "blog"]


def test_several_organizations_have_no_default(look, api):
    api.lists["/organization"].append(("Other", BLOG))
    assert look("project") == []


@pytest.mark.parametrize("scope", [{}, {"project": "nobody"}, {"project": "x/y/z"}])
def test_missing_scope_returns_no_names(look, scope):
    assert look("environment", **scope) == []


def test_ambiguous_scope_returns_no_names(look, api):
    api.lists[f"/organization/{ORG}/project"] = [("shop", SHOP), ("SHOP", BLOG)]
    assert look("environment", project="shop") == [("staging", ENV)]
    assert look("environment", project="Shop") == []


def test_expired_lists_resolve_parents_without_requests(look, cache_names, api):
    cache_names("organization", None, ("Acme", ORG), seconds=-1)
    cache_names("project", ORG, ("shop", SHOP), seconds=-1)
    cache_names("environment", SHOP, ("gone", "e9"), seconds=-1)
    assert look("environment", project="shop") == [("staging", ENV)]
    assert api.asked == [f"/project/{SHOP}/environment"]


def test_name_missing_in_an_expired_list_is_fetched(look, cache_names, api):
    cache_names("organization", None, ("Acme", ORG))
    cache_names("project", ORG, ("blog", BLOG))
    assert look("environment", project="shop") == [("staging", ENV)]
    assert api.asked[0] == f"/organization/{ORG}/project"


def test_rejected_cached_id_is_fetched_again_once(look, cache_names, api):
    cache_names("organization", None, ("Acme", ORG))
    cache_names("project", ORG, ("shop", "deleted-project"))
    assert look("environment", project="shop") == [("staging", ENV)]
    assert api.asked.count(f"/organization/{ORG}/project") == 1


def test_rejected_request_returns_no_names(look, api):
    del api.lists[f"/project/{SHOP}/environment"]
    assert look("environment", project="shop") == []


def test_unreachable_api_raises_network_error(look, api):
    api.down = True
    with pytest.raises(NetworkError):
        look("environment", project="shop")


def test_cached_returns_expired_rows_without_requests(cache_names, api, folder):
    cache_names("organization", None, ("Acme", ORG), seconds=-1)
    cache_names("project", ORG, ("shop", SHOP), seconds=-1)
    cache_names("environment", SHOP, ("staging", ENV), seconds=-1)
    lookup = Lookup(folder, {"project": ScopeEntry("shop", "test")}, api.get, "1.0.4")
    assert lookup.cached("environment") == [("staging", ENV)]
    assert lookup.cached("cluster") == []
    assert api.asked == []


def services(api, folder, level="1.0.4", **more) -> Lookup:
    """Return a lookup in an environment."""
    return Lookup(folder, {"environment": ScopeEntry(ENV, "test")}, api.get, level, **more)


def test_services_of_several_kinds_are_requested_once(api, folder):
    def get(path: str):
        api.asked.append(path)
        listed = [("a1", "APPLICATION"), ("j1", "JOB"), ("w1", "AGENTIC_WORKFLOW")]
        return {"results": [{"id": id, "name": id, "service_type": type} for id, type in listed]}

    api.get = get
    lookup = services(api, folder, together=True)
    kinds = ("application", "job", "helm", "agenticWorkflow")
    assert {kind: lookup.names(kind) for kind in kinds} == {
        "application": [("a1", "a1")],
        "job": [("j1", "j1")],
        "helm": [],
        "agenticWorkflow": [("w1", "w1")],
    }
    assert api.asked == [f"/environment/{ENV}/services"]


def test_each_kind_is_requested_if_the_server_has_no_list_of_all(api, folder):
    lookup = services(api, folder, together=True)
    assert lookup.names("application") == [("api", "a1"), ("web", "a2")]
    assert lookup.names("job") == []
    paths = [f"/environment/{ENV}/{end}" for end in ("services", "application", "job")]
    assert api.asked == paths


def test_kind_that_the_level_lacks_is_cached_as_empty_without_a_request(api, folder):
    assert services(api, folder, "1.0.3").names("job") == []
    assert api.asked == []
    assert cache.read(cache.names_file(folder, "job", ENV)).rows == ()


def test_unwritable_cache_does_not_prevent_lookup(api, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    scope = {"project": ScopeEntry("shop", "test")}
    expected = Lookup(str(tmp_path / "file"), scope, api.get, "1.0.4").names("environment")
    assert expected == [("staging", ENV)]


@pytest.mark.parametrize(
    ("kind", "text", "scope", "expected"),
    [
        ("environment", "blog/", {}, [("blog/preview", PREVIEW)]),
        ("environment", "blog/pre", {"project": "shop"}, [("blog/preview", PREVIEW)]),
        ("environment", f"{BLOG}/", {}, [(f"{BLOG}/preview", PREVIEW)]),
        (
            "application",
            "shop/staging/",
            {},
            [("shop/staging/api", "a1"), ("shop/staging/web", "a2")],
        ),
        (
            "application",
            "staging/w",
            {"project": "shop"},
            [("staging/api", "a1"), ("staging/web", "a2")],
        ),
        ("environment", "nowhere/", {}, []),
        ("environment", "blog/preview/x/", {}, []),
        ("organization", "Acme/", {}, []),
    ],
)
def test_path_is_completed_from_its_parent(kind, text, scope, expected, look):
    assert [row for row in look(kind, text, **scope) if "/" in row[0]] == expected


def test_name_with_a_slash_precedes_a_path(look, api):
    api.lists[f"/project/{SHOP}/environment"] += [("blog/red", "e2")]
    assert look("environment", "blog/", project="shop") == [("staging", ENV), ("blog/red", "e2")]
    assert f"/project/{BLOG}/environment" not in api.asked
    assert ("blog/preview", PREVIEW) in look("environment", "blog/p", project="shop")


def test_path_requests_only_uncached_lists(look, api, cache_names):
    cache_names("organization", None, ("Acme", ORG))
    cache_names("project", ORG, ("blog", BLOG))
    assert look("environment", "blog/") == [("blog/preview", PREVIEW)]
    assert api.asked == [f"/project/{BLOG}/environment"]
