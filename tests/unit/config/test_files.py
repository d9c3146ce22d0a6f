import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from qovery_cli.config import files
from qovery_cli.errors import ConflictError, UsageError

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
not_root = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for root"
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "qovery" / "config.json"


def contents(path):
    return json.loads(path.read_text())


def test_missing_file_returns_none(path):
    assert files.read_json(path) is None


def test_written_file_is_read_back(path):
    files.write_json(path, {"name": "Zoë", "list": [1, None]})
    assert files.read_json(path) == {"name": "Zoë", "list": [1, None]}


def test_a_file_with_a_byte_order_mark_is_read(path):
    path.parent.mkdir()
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert files.read_json(path) == {"a": 1}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b"null", b'"text"', b"\xff\xfe\x00", b"[" * 100_000],
    ids=["empty", "cut off", "list", "null", "text", "not utf-8", "deep"],
)
def test_a_file_that_holds_no_object_is_refused_by_name(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(UsageError) as raised:
        files.read_json(path)
    assert raised.value.message.startswith(str(path))
    assert "Repair" in raised.value.hint


def test_the_line_of_a_mistake_is_named(path):
    path.parent.mkdir()
    path.write_text('{\n"a": 1,\n}')
    with pytest.raises(UsageError, match="line 3"):
        files.read_json(path)


def test_a_mistake_does_not_show_what_the_file_holds(path):
    path.parent.mkdir()
    path.write_text('{"token": "hidden-value"')
    with pytest.raises(UsageError) as raised:
        files.read_json(path)
    assert "hidden-value" not in json.dumps(raised.value.as_data())


def test_a_directory_in_the_place_of_the_file_is_refused(path):
    path.mkdir(parents=True)
    with pytest.raises(UsageError, match="cannot be read"):
        files.read_json(path)


def test_a_corrupt_file_is_never_overwritten_by_an_update(path):
    path.parent.mkdir()
    path.write_text("{oops")
    with pytest.raises(UsageError):
        files.update(path, lambda data: data.update(a=1))
    assert path.read_text() == "{oops"


def test_update_keeps_unknown_keys(path):
    files.write_json(path, {"future": {"deep": [1, 2]}, "a": 1})
    files.update(path, lambda data: data.update(a=2))
    assert contents(path) == {"future": {"deep": [1, 2]}, "a": 2}


def test_an_update_of_a_missing_file_makes_it(path):
    files.update(path, lambda data: data.update(a=1))
    assert contents(path) == {"a": 1}


def test_an_update_that_changes_nothing_writes_nothing(path):
    path.parent.mkdir()
    path.write_text('{"a":1}')
    files.update(path, lambda data: data.update(a=1))
    assert path.read_text() == '{"a":1}'


def test_an_update_that_fails_writes_nothing(path):
    files.write_json(path, {"a": 1})

    def change(data):
        data["a"] = 2
        raise UsageError("No.")

    with pytest.raises(UsageError, match="No"):
        files.update(path, change)
    assert contents(path) == {"a": 1}


def test_after_an_update_that_failed_the_next_one_works(path):
    with pytest.raises(KeyError):
        files.update(path, lambda data: data["missing"])
    files.update(path, lambda data: data.update(a=1))
    assert contents(path) == {"a": 1}


def test_a_write_that_fails_leaves_the_old_file_and_no_other(path, monkeypatch):
    files.write_json(path, {"a": 1})

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(UsageError, match="no space left"):
        files.write_json(path, {"a": 2})
    assert contents(path) == {"a": 1}
    assert [p.name for p in path.parent.iterdir() if not p.name.endswith(".lock")] == [path.name]


@posix
def test_only_the_owner_may_read_the_file_and_the_directory(path):
    files.write_json(path, {})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@posix
def test_a_file_that_others_could_read_is_closed_by_the_next_write(path):
    files.write_json(path, {})
    path.chmod(0o644)
    files.write_json(path, {"a": 1})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@posix
def test_a_directory_that_is_there_keeps_its_permissions(path):
    path.parent.mkdir(mode=0o755)
    path.parent.chmod(0o755)
    files.write_json(path, {})
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755


@posix
def test_a_link_to_the_file_stays_a_link(path, tmp_path):
    real = tmp_path / "dotfiles" / "qovery.json"
    files.write_json(real, {"a": 1})
    path.parent.mkdir()
    path.symlink_to(real)
    files.update(path, lambda data: data.update(a=2))
    assert path.is_symlink()
    assert contents(real) == {"a": 2}


def test_a_file_in_the_place_of_the_directory_is_a_usage_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError) as raised:
        files.write_json(tmp_path / "file" / "config.json", {})
    assert "cannot be written" in raised.value.message
    assert "QOVERY_CONFIG_DIR" in raised.value.hint


def test_a_read_only_file_is_not_replaced(path, monkeypatch):
    files.write_json(path, {"a": 1})
    monkeypatch.setattr(files.os, "access", lambda *_: False)
    with pytest.raises(UsageError, match="read-only"):
        files.write_json(path, {"a": 2})
    assert contents(path) == {"a": 1}


def test_a_read_only_file_system_is_a_usage_error(path, monkeypatch):
    def refuse(*_, **__):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(files.Path, "mkdir", refuse)
    with pytest.raises(UsageError) as raised:
        files.write_json(path, {})
    assert raised.value.message == f"{path} cannot be written: read-only file system."


@posix
def test_a_private_directory_is_its_owner_s(tmp_path):
    (tmp_path / "old").mkdir(mode=0o755)
    for name in ("old", "new"):
        files.make_private_directory(tmp_path / name)
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o700


@posix
def test_a_private_file_is_emptied_and_its_owner_s(path):
    path.parent.mkdir()
    path.write_text("before")
    path.chmod(0o644)
    with files.open_private(path) as file:
        file.write(b"after")
    assert path.read_text() == "after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("make", [files.make_private_directory, files.open_private, files.remove])
def test_os_error_is_a_usage_error(make, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError) as raised:
        make(tmp_path / "file" / "name")
    assert (
        raised.value.message == f"{tmp_path / 'file' / 'name'} cannot be written: not a directory."
    )
    assert "QOVERY_CONFIG_DIR" in raised.value.hint


@not_root
def test_a_read_only_directory_is_a_usage_error(path):
    path.parent.mkdir(mode=0o500)
    with pytest.raises(UsageError, match="cannot be written"):
        files.write_json(path, {})


@not_root
def test_a_file_that_may_not_be_read_is_a_usage_error(path):
    files.write_json(path, {})
    path.chmod(0)
    with pytest.raises(UsageError, match="cannot be read"):
        files.read_json(path)


def test_lock_timeout_is_a_conflict(path, monkeypatch):
    from filelock import FileLock

    path.parent.mkdir()
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.01)
    with FileLock(f"{path}.lock"), pytest.raises(ConflictError) as raised:
        in_a_thread(lambda: files.write_json(path, {}))
    assert str(path) in raised.value.message
    assert raised.value.hint


def test_a_system_without_locks_is_a_usage_error(path, monkeypatch):
    import filelock

    def unsupported(self, *_, **__):
        raise NotImplementedError

    monkeypatch.setattr(filelock.FileLock, "acquire", unsupported)
    with pytest.raises(UsageError, match="cannot be locked"):
        files.write_json(path, {})


def test_on_windows_a_reader_only_delays_the_write(path, monkeypatch):
    attempts = []
    real = Path.replace

    def replace(self, target):
        attempts.append(target)
        if len(attempts) < 3:
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    files.write_json(path, {})
    monkeypatch.setattr(files, "_REPLACE_ATTEMPTS", 3)
    monkeypatch.setattr(files, "_REPLACE_PAUSE", 0)
    monkeypatch.setattr(files, "_windows", lambda: True)
    monkeypatch.setattr(Path, "replace", replace)
    files.write_json(path, {"a": 1})
    assert contents(path) == {"a": 1}


def test_file_is_moved_aside_on_request(path):
    path.parent.mkdir()
    path.write_text("{oops")
    aside = files.move_aside(path)
    assert aside == path.with_name("config.json.broken")
    assert aside.read_text() == "{oops"
    assert files.read_json(path) is None


def test_a_second_broken_file_does_not_replace_the_first(path):
    path.parent.mkdir()
    for text in ("one", "two"):
        path.write_text(text)
        aside = files.move_aside(path)
    assert aside.read_text() == "two"
    assert path.with_name("config.json.broken").read_text() == "one"


def test_move_aside_without_file_returns_none(path):
    assert files.move_aside(path) is None


def test_two_processes_that_write_at_once_lose_nothing(path):
    program = (
        "import sys; from pathlib import Path; from qovery_cli.config import files\n"
        "path, name = Path(sys.argv[1]), sys.argv[2]\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "for number in range(25):\n"
        "    files.update(path, lambda data: data.update({f'{name}{number}': number}))\n"
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(path), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("a", "b", "c")
    ]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert len(contents(path)) == 75


def in_a_thread(call):
    """Call it where a lock that this thread holds is somebody else's."""
    errors = []

    def run():
        try:
            call()
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
