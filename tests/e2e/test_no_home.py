"""The program as a user whom the system does not know, as in a container with a random user id."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from program import Ran, program

#: Programs that start another one as a user without an entry in the system's list of users.
WAYS = (
    ["unshare", "--user", "--map-user=54321"],
    ["setpriv", "--reuid=54321", "--regid=54321", "--clear-groups"],
)


@pytest.fixture(scope="module")
def way():
    """Return the words that start a program as an unknown user."""
    for words in WAYS:
        line = [*words, *program(), "--version"]
        if shutil.which(words[0]) and not subprocess.run(line, check=False).returncode:
            return words
    pytest.skip("this system does not let the program run as an unknown user")


@pytest.fixture
def stranger(shop, way):
    """Run a line as an unknown user, without HOME or with that of another user."""

    def run(line, home=None):
        environ = {"PATH": os.environ["PATH"], **shop.environ}
        ended = subprocess.run(
            [*way, *program(), *line.split()],
            env=environ if home is None else {**environ, "HOME": str(home)},
            cwd="/",
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
        return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return run


@pytest.fixture
def closed(tmp_path):
    """A home directory that may not be entered, with settings that are not for this user."""
    directory = tmp_path / "root"
    (directory / ".config/qovery").mkdir(parents=True)
    (directory / ".config/qovery/config.json").write_text("not for you")
    directory.chmod(0)
    yield directory
    directory.chmod(0o700)


@pytest.mark.parametrize("has_home", [False, True])
def test_a_stranger_reads_updates_and_deploys(shop, stranger, closed, has_home):
    shop.application("web")
    home = closed if has_home else None
    assert stranger("app list -o name", home).out == "web\n"
    for line in (
        "status",
        "app get web",
        "app update web --auto-preview",
        "app deploy web --wait",
        "var set GREETING=hello --app web",
        "app delete web --yes --dry-run",
        "context show",
    ):
        ended = stranger(line, home)
        assert ended.code == 0, (line, ended)


def test_a_stranger_cannot_store_settings(stranger, closed):
    line = "context set --project shop --no-check"
    ended = stranger(line)
    assert ended.code == 2, ended
    assert "the home directory is unknown" in ended.sentence
    ended = stranger(line, closed)
    assert ended.code == 2, ended
    assert "cannot be written" in ended.sentence
    assert str(closed) in ended.sentence


@pytest.mark.parametrize(
    "line", ["context set --project shop --no-check", "sandbox start --port 0"]
)
def test_a_read_only_home_is_reported_by_every_writer(line, stranger):
    # A folder of pytest's own cannot be entered by others.
    with TemporaryDirectory() as home:
        Path(home).chmod(0o555)
        ended = stranger(line, home)
    assert ended.code == 2, ended
    assert "cannot be written" in ended.sentence
    assert home in ended.sentence
