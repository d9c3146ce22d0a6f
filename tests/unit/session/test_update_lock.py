from types import SimpleNamespace

import pytest

from qovery_cli.config.file_lock import FileLock
from qovery_cli.errors import ConflictError
from qovery_cli.session import update_lock
from qovery_cli.session.update_lock import UpdateLock


class FakeSession:
    """A session in which time passes while it sleeps."""

    def __init__(self, cache, debug=False, url="https://api.test"):
        self.runtime = SimpleNamespace(environ={"QOVERY_CACHE_DIR": str(cache)}, sleep=self.sleep)
        self.flags = SimpleNamespace(shared={"debug": debug})
        self.settings = SimpleNamespace(api_url=url)
        self.now, self.notices, self.on_sleep = 0.0, [], lambda: None

    def sleep(self, seconds):
        self.now += seconds
        self.on_sleep()

    def notice(self, text):
        self.notices.append(text)


@pytest.fixture
def session(tmp_path, monkeypatch):
    made = FakeSession(tmp_path / "cache")
    monkeypatch.setattr(update_lock, "monotonic", lambda: made.now)
    return made


def test_the_second_waits_for_the_first(session):
    first = UpdateLock(session, "/application/1")
    first.__enter__()
    waits = []

    def end_the_first():
        waits.append(1)
        if len(waits) == 3:
            first.__exit__()

    session.on_sleep = end_the_first
    with UpdateLock(session, "/application/1"):
        assert len(waits) == 3
    assert session.notices == []


def test_a_long_wait_is_announced_once_and_ends(session):
    second = UpdateLock(session, "/application/1")
    with (
        UpdateLock(session, "/application/1"),
        pytest.raises(ConflictError, match="Another update"),
    ):
        second.__enter__()
    assert session.now == pytest.approx(update_lock.LONGEST_WAIT, abs=1)
    assert len(session.notices) == 1


@pytest.mark.parametrize("other", ["/application/2", "/container/1"])
def test_other_resources_are_not_waited_for(session, other):
    with UpdateLock(session, "/application/1"), UpdateLock(session, other):
        assert session.now == 0


def test_another_api_is_not_waited_for(session, tmp_path):
    other = FakeSession(tmp_path / "cache", url="https://other.test")
    with UpdateLock(session, "/application/1"), UpdateLock(other, "/application/1"):
        assert other.now == 0


def test_an_id_in_capitals_is_the_same_resource(session):
    second = UpdateLock(session, "/application/AB")
    with UpdateLock(session, "/application/ab"), pytest.raises(ConflictError):
        second.__enter__()


def test_the_lock_is_given_back_during_a_pause(session):
    with UpdateLock(session, "/application/1") as lock:
        assert not lock.paused
        with lock.pause(), UpdateLock(session, "/application/1"):
            pass
        assert lock.paused
        with pytest.raises(ConflictError):
            UpdateLock(session, "/application/1").__enter__()


def test_the_lock_is_given_back_after_an_error(session):
    with pytest.raises(ZeroDivisionError), UpdateLock(session, "/application/1"):
        raise ZeroDivisionError
    with UpdateLock(session, "/application/1"):
        assert session.now == 0


@pytest.mark.parametrize("debug", [False, True])
def test_without_a_cache_directory_there_is_no_lock(session, tmp_path, debug):
    (tmp_path / "file").write_text("")
    other = FakeSession(tmp_path / "file", debug)
    with UpdateLock(other, "/application/1") as lock, lock.pause():
        pass
    assert bool(other.notices) == debug


def test_the_files_do_not_pile_up(session, tmp_path, monkeypatch):
    monkeypatch.setattr(update_lock, "_FILES", 8)
    for number in range(100):
        with UpdateLock(session, f"/application/{number}"):
            pass
    folder = tmp_path / "cache" / "locks"
    assert len(list(folder.iterdir())) == 8
    assert FileLock(str(folder / "000")).acquire()
