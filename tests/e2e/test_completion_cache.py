"""What commands and TAB leave on the disk: names and ids, for their owner alone."""

import os
import stat
from pathlib import Path

import pytest
from list_server import CANARY, ListServer, serving

ORG, SHOP, ENV, APP = (f"{digit * 8}-0000-4000-8000-000000000000" for digit in "1234")

TOKEN = f"token-{CANARY}"

COMMANDS = (
    "org list",
    "project list",
    "env list --project shop",
    "app list --project shop --env staging",
    "secret list --project shop --env staging --app api",
    "var list --project shop",
    "__complete bash org token delete ''",
    "__complete zsh cluster get ''",
    "__complete fish secret delete --project shop ''",
    "context set --project shop --no-check",
)


@pytest.fixture
def lists():
    with serving() as server:
        server.has("/organization", ("Acme", ORG))
        server.has(f"/organization/{ORG}/project", ("shop", SHOP))
        server.has(f"/organization/{ORG}/apiToken", ("ci", APP))
        server.has(f"/organization/{ORG}/cluster", ("eu", APP))
        server.has(f"/project/{SHOP}/environment", ("staging", ENV))
        server.has(f"/project/{SHOP}/environment/status")
        server.has(f"/environment/{ENV}/application", ("api", APP))
        server.has(f"/environment/{ENV}/application/status")
        for parent in (f"/project/{SHOP}", f"/application/{APP}"):
            for kind in ("secret", "environmentVariable"):
                items = [{"key": "PASSWORD", "id": APP, "value": CANARY, "scope": "PROJECT"}]
                server.lists[f"{parent}/{kind}"] = {"results": items}
        yield server


@pytest.fixture
def environ(home, lists: ListServer) -> dict[str, str]:
    return {"QOVERY_API_URL": lists.url, "QOVERY_API_TOKEN": TOKEN}


def files(home) -> list[Path]:
    cache = Path(home.environ["QOVERY_CACHE_DIR"])
    return [path for path in cache.rglob("*") if path.is_file()]


def test_names_and_ids_are_all_that_is_kept(qovery, home, environ):
    for line in COMMANDS:
        ran = qovery(line, env=environ)
        assert ran.code == 0, ran
    kept = {path.name: path.read_text(encoding="utf-8") for path in files(home)}
    assert len(kept) >= 8
    for name, text in kept.items():
        assert CANARY not in name + text
        head, *lines = text.splitlines()
        if name != "context":
            assert head.isdigit()
            assert all(line.count("\t") == 1 for line in lines)
    assert any("PASSWORD" in text for text in kept.values())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_their_owner_can_read_them(qovery, home, environ):
    qovery("env list --project shop", env=environ)
    found = files(home)
    assert {stat.S_IMODE(path.stat().st_mode) for path in found} == {0o600}
    folders = {folder for path in found for folder in path.parents if home.path in folder.parents}
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


def test_the_switch_keeps_the_cache_empty(qovery, home, environ):
    for line in COMMANDS:
        qovery(line, env={**environ, "QOVERY_NO_CACHE": "1"})
    assert files(home) == []


def test_a_cache_that_cannot_be_written_fails_no_command(qovery, home, environ):
    home.write("cache", "a file where a folder belongs")
    ran = qovery("project list -o name", env=environ)
    assert (ran.code, ran.out, ran.err) == (0, "shop\n", "")
