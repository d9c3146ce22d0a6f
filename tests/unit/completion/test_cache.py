import os
import stat
import sys
import threading
import time
from pathlib import Path

import pytest

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.completion import cache, context
from qovery_cli.config.profiles import Profile

ROWS = [("shop", "1"), ("my blog: it's", "2"), ("日本", "3")]


def names_in(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@pytest.fixture
def path(folder) -> Path:
    return Path(cache.names_file(folder, "project", "org-1") or "")


def test_written_rows_are_read_back(path):
    cache.write(str(path), ROWS)
    assert cache.read(str(path)) == cache.Names(tuple(ROWS), True)


def test_first_line_is_the_expiry_time(path):
    before = int(time.time())
    cache.write(str(path), ROWS, 60)
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    assert before + 60 <= int(first) <= time.time() + 60
    assert lines == ["shop\t1", "my blog: it's\t2", "日本\t3"]


def test_expired_names_are_not_fresh(path):
    cache.write(str(path), ROWS, -1)
    assert cache.read(str(path)) == cache.Names(tuple(ROWS), False)


@needs_modes
def test_files_and_folders_are_private(path, environ):
    cache.write(str(path), ROWS)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    directory = Path(environ["QOVERY_CACHE_DIR"])
    made = [path.parent, path.parent.parent, directory, directory.parent]
    assert [stat.S_IMODE(each.stat().st_mode) for each in made] == [0o700] * 4


def test_write_is_atomic_and_leaves_no_temporary_file(path, monkeypatch):
    cache.write(str(path), ROWS)
    steps = []
    real = os.replace

    def replace(source, target):
        steps.append((Path(target).read_text(encoding="utf-8"), Path(source).exists()))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    cache.write(str(path), [("new", "9")])
    ((old, was_whole),) = steps
    assert "shop" in old
    assert was_whole
    assert names_in(path.parent) == [path.name]


def test_failed_write_leaves_no_temporary_file(path):
    path.mkdir(parents=True)
    with pytest.raises(OSError, match=r"."):
        cache.write(str(path), ROWS)
    assert names_in(path.parent) == [path.name]


def test_unchanged_file_is_kept_for_half_of_its_lifetime(path):
    cache.write(str(path), ROWS, 600)
    os.utime(path, (1, 1))
    cache.write(str(path), ROWS, 600)
    assert path.stat().st_mtime == 1


@pytest.mark.parametrize("left", [200, 10**9, -5])
def test_unchanged_file_is_renewed_if_its_expiry_is_near_or_invalid(path, left):
    cache.write(str(path), ROWS, left)
    cache.write(str(path), ROWS, 600)
    first = int(path.read_text(encoding="utf-8").partition("\n")[0])
    assert abs(first - time.time() - 600) < 60


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_symbolic_links_are_not_followed(path, tmp_path):
    theirs = tmp_path / "theirs"
    theirs.write_text("keep", encoding="utf-8")
    cache.write(str(path), ROWS)
    (path.parent / f".{path.name}.{os.getpid()}").symlink_to(theirs)
    with pytest.raises(OSError, match=r"."):
        cache.write(str(path), [("new", "9")])
    assert theirs.read_text(encoding="utf-8") == "keep"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"soon\nname\tid\n",
        b"-5\nname\tid\n",
        b"1e9\nname\tid\n",
        "\u0661\u0662\nname\tid\n".encode(),
        b"9" * 5000 + b"\nname\tid\n",
        b"\x89PNG\r\n\x1a\n\0\0",
        b"99999999999\n\xff\xfe\tid\n",
    ],
)
def test_invalid_file_is_ignored(path, content):
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    assert cache.read(str(path)) is None


@pytest.mark.parametrize("kind", ["missing", "directory", "inside a file"])
def test_unreadable_file_is_ignored(path, kind):
    path.parent.mkdir(parents=True)
    if kind == "directory":
        path.mkdir()
    elif kind == "inside a file":
        path.write_text("", encoding="utf-8")
        path = path / "name"
    assert cache.read(str(path)) is None


@pytest.mark.skipif(os.name == "nt", reason="os.mkfifo is for POSIX: no file of Windows is a pipe")
def test_fifo_does_not_block_and_is_replaced(path, environ):
    pointer = Path(cache.directory(environ)) / "context"
    path.parent.mkdir(parents=True)
    for place in (path, pointer):
        os.mkfifo(place)

    def use() -> None:
        cache.write(str(path), [("shop", "1")])
        context.refresh(environ)

    user = threading.Thread(target=use, daemon=True)
    user.start()
    user.join(10)
    assert not user.is_alive()
    assert cache.read(str(path)).rows == (("shop", "1"),)
    assert pointer.is_file()


def test_invalid_lines_are_skipped(path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"99999999999\nname\tid\nno tab\na\tb\tc\n\nhalf a li\tne")
    assert cache.read(str(path)) == cache.Names((("name", "id"),), True)


def test_only_the_start_of_a_huge_file_is_read(path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"99999999999\n" + b"".join(b"n%d\t%d\n" % (n, n) for n in range(500_000)))
    found = cache.read(str(path))
    assert found is not None
    assert len(found.rows) == cache.MAX_NAMES
    assert found.rows[-1] == (f"n{cache.MAX_NAMES - 1}", str(cache.MAX_NAMES - 1))


def test_only_the_start_of_a_huge_list_is_written(path):
    cache.write(str(path), [(f"n{number}", str(number)) for number in range(20_000)])
    assert path.read_text(encoding="utf-8").count("\n") == cache.MAX_NAMES + 1


def test_oldest_files_of_a_full_folder_are_removed(folder):
    for number in range(cache.MAX_FILES + 1):
        path = cache.names_file(folder, "environment", f"p{number}")
        cache.write(path or "", [])
        os.utime(path or "", (number, number))
    cache.prune(folder)
    left = names_in(Path(folder))
    assert len(left) == cache.MAX_FILES // 2
    assert f"environment.p{cache.MAX_FILES}" in left
    assert "environment.p0" not in left


def test_removing_a_missing_file_is_silent(path):
    cache.forget(str(path))
    cache.write(str(path), [])
    cache.forget(str(path))
    assert not path.exists()


@pytest.mark.parametrize("id", ["", "../../x", "a/b", "a b", "a.b", "a\n", "x" * 65, "é"])
def test_invalid_id_has_no_file(folder, id):
    assert cache.names_file(folder, "project", id) is None


def test_profiles_urls_and_token_sources_have_separate_folders(environ):
    sandbox = Profile("sandbox", api_url="http://127.0.0.1:4000")
    folders = {
        cache.folder(environ, Profile("default"), False),
        cache.folder(environ, Profile("work"), False),
        cache.folder(environ, sandbox, False),
        cache.folder(environ | {"QOVERY_API_URL": "https://x.test"}, Profile("work"), False),
        cache.folder(environ | {"Q_CLI_ACCESS_TOKEN": "secret"}, Profile("work"), False),
    }
    assert len(folders) == 5
    assert all("secret" not in folder for folder in folders)
    assert cache.folder(environ, sandbox, False).endswith("sandbox@http___127_0_0_1_4000")


def test_profile_on_the_command_line_overrides_variables(environ):
    changed_environ = environ | {"QOVERY_API_URL": "https://x.test", "QOVERY_API_TOKEN": "secret"}
    profile = Profile("work")
    assert cache.folder(changed_environ, profile, True) == cache.folder(environ, profile, False)


def test_long_url_is_truncated_in_the_folder_name(environ):
    found = cache.folder(environ, Profile("x", api_url="https://" + "a" * 500), False)
    assert len(Path(found).name) == 150


def rows(*items, kind="project"):
    return cache.rows_of(RESOURCES[kind], {"results": list(items)})


def test_only_names_and_ids_are_stored():
    item = {"name": " shop ", "id": "1", "description": "x", "token": "canary", "url": {"a": 1}}
    assert rows(item) == [("shop", "1")]


@pytest.mark.parametrize(
    "name",
    ["a\tb", "a\nb", "a\x1b[2Jb", "a\x7fb", "\u202eb", "\ud800", "\u2028", "\x9bm", "x" * 201, ""],
)
def test_unsafe_name_is_replaced_by_its_id(name):
    assert rows({"name": name, "id": "1"}) == [("1", "1")]


@pytest.mark.parametrize(
    "name", ["日本", "e\u0301", "\u200dx", "👩\u200d💻", "a\u00a0b", "-x", "#"]
)
def test_names_in_all_scripts_are_unchanged(name):
    assert rows({"name": name, "id": "1"}) == [(name, "1")]


@pytest.mark.parametrize(
    "item", [{}, {"name": "x"}, {"name": "x", "id": "../y"}, {"name": "x", "id": None}, "x", None]
)
def test_item_without_id_is_skipped(item):
    assert rows(item, {"name": "y", "id": "1"}) == [("y", "1")]


def test_item_without_name_uses_its_id():
    assert rows({"id": "1"}, {"id": "2", "name": None}) == [("1", "1"), ("2", "2")]


@pytest.mark.parametrize("answer", [None, "x", 5, {}, {"results": None}, {"a": "b"}])
def test_unexpected_response_has_no_rows(answer):
    assert cache.rows_of(RESOURCES["project"], answer) == []


def test_list_without_envelope_is_read():
    assert cache.rows_of(RESOURCES["project"], [{"name": "x", "id": "1"}]) == [("x", "1")]


def test_built_in_variables_are_skipped():
    mine = {"key": "PORT", "id": "1", "scope": "APPLICATION"}
    theirs = {"key": "QOVERY_ID", "id": "2", "scope": "BUILT_IN"}
    assert rows(mine, theirs, kind="applicationVariable") == [("PORT", "1")]
