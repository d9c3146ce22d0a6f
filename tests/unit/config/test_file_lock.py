import os
import stat
import subprocess
import sys
import threading

import pytest

from qovery_cli.config.file_lock import FileLock

HOLD = """
import sys
from qovery_cli.config.file_lock import FileLock
assert FileLock.acquire(kept := FileLock(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "lock")


def test_one_holder_at_a_time(path):
    first, second = FileLock(path), FileLock(path)
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()


def test_threads_exclude_each_other(path):
    lock, found = FileLock(path), []
    assert lock.acquire()
    thread = threading.Thread(target=lambda: found.append(FileLock(path).acquire()))
    thread.start()
    thread.join()
    assert found == [False]


def test_a_killed_process_leaves_no_lock(path):
    words = [sys.executable, "-c", HOLD, path]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert not FileLock(path).acquire()
        holder.kill()
    assert FileLock(path).acquire()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes of files")
def test_only_the_owner_can_read_the_file(path):
    FileLock(path).acquire()
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600  # noqa: PTH116 - a string


def test_releasing_twice_does_nothing(path):
    lock = FileLock(path)
    lock.acquire()
    lock.release()
    lock.release()
    assert FileLock(path).acquire()


def test_a_place_without_a_directory_is_an_error(tmp_path):
    with pytest.raises(OSError):
        FileLock(str(tmp_path / "none" / "lock")).acquire()


def test_a_directory_in_the_place_of_the_file_is_an_error(tmp_path):
    with pytest.raises(OSError):
        FileLock(str(tmp_path)).acquire()
