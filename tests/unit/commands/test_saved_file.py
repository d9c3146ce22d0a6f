from pathlib import Path

import pytest

from qovery_cli.commands.saved_file import save
from qovery_cli.errors import UsageError

CONTENT = b"apiVersion: v1\n\x00\xff"


@pytest.mark.parametrize("private", [False, True])
def test_content_replaces_the_file(tmp_path, private):
    file = tmp_path / "x.yaml"
    file.write_bytes(b"old")
    save(file, [CONTENT[:5], CONTENT[5:]], private=private)
    assert file.read_bytes() == CONTENT
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("part", [False, True])
def test_private_file_is_readable_by_its_owner_only(tmp_path, part):
    file = tmp_path / "x.yaml"
    file.write_bytes(b"old")
    file.chmod(0o644)
    if part:
        (tmp_path / "x.yaml.part").write_bytes(b"left by an earlier run")
        (tmp_path / "x.yaml.part").chmod(0o644)
    save(file, [CONTENT], private=True)
    assert file.stat().st_mode & 0o777 == 0o600


def test_interruption_leaves_the_old_file(tmp_path):
    def chunks():
        yield b"new"
        raise KeyboardInterrupt

    file = tmp_path / "x.pdf"
    file.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        save(file, chunks())
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("private", [False, True])
def test_file_that_cannot_be_written_is_named(tmp_path, private):
    file = tmp_path / "missing" / "x.pdf"
    with pytest.raises(UsageError, match="Cannot write") as caught:
        save(file, [CONTENT], private=private)
    assert str(file) in caught.value.message
    assert "--to FILE" in caught.value.hint


@pytest.mark.parametrize("private", [False, True])
def test_device_is_written_directly(private):
    before = Path("/dev/null").stat().st_mode
    save(Path("/dev/null"), [CONTENT], private=private)
    assert Path("/dev/null").stat().st_mode == before
    assert not Path("/dev/null.part").exists()
