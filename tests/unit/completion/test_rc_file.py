import errno
import os
import tempfile
from pathlib import Path

import pytest

from qovery_cli.completion import rc_file
from qovery_cli.errors import UsageError

FILE = Path("/home/me/.bashrc")
START, END = "# >>> qovery completion >>>", "# <<< qovery completion <<<"
BLOCK = f"{START}\nload\n{END}\n"

TEXTS = [
    "",
    "a",
    "a\n",
    "a\n\n",
    "a\r\n",
    "a\r\nb",
    "\n",
    "\r",
    "x\x0by\x0cz\x85\u2028\n",
    "\udcff\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_removing_the_block_restores_the_exact_text(text):
    filled = rc_file.with_block(text, "qovery", "load", FILE)
    assert filled == f"{text}\n{BLOCK}"
    assert rc_file.without_block(filled, "qovery", FILE) == text


def test_new_file_contains_only_the_block():
    filled = rc_file.with_block(None, "qovery", "load", FILE)
    assert filled == BLOCK
    assert rc_file.without_block(filled, "qovery", FILE) is None


@pytest.mark.parametrize("text", [*TEXTS, None])
def test_adding_the_block_again_changes_nothing(text):
    filled = rc_file.with_block(text, "qovery", "load", FILE)
    assert rc_file.with_block(filled, "qovery", "load", FILE) == filled


def test_old_block_is_replaced_in_place():
    filled = rc_file.with_block("a\n", "qovery", "old\nlines", FILE) + "b\n"
    assert rc_file.with_block(filled, "qovery", "load", FILE) == f"a\n\n{BLOCK}b\n"


def test_lines_after_the_block_are_kept():
    filled = rc_file.with_block("a\n", "qovery", "load", FILE) + "b\n"
    assert rc_file.without_block(filled, "qovery", FILE) == "a\nb\n"


def test_lines_around_the_block_stay_separate():
    filled = rc_file.with_block("a", "qovery", "load", FILE) + "b\n"
    assert rc_file.without_block(filled, "qovery", FILE) == "a\nb\n"


def test_lines_before_the_block_are_kept():
    filled = "a\n" + rc_file.with_block(None, "qovery", "load", FILE)
    assert rc_file.without_block(filled + "b\n", "qovery", FILE) == "a\nb\n"


def test_each_name_has_its_own_block():
    both = rc_file.with_block(rc_file.with_block("a\n", "qov", "one", FILE), "qovery", "two", FILE)
    alone = rc_file.without_block(both, "qov", FILE)
    assert alone == rc_file.with_block("a\n", "qovery", "two", FILE)


def test_block_with_other_line_endings_is_recognised():
    filled = rc_file.with_block("a\n", "qovery", "load", FILE).replace("\n", "\r\n")
    assert rc_file.without_block(filled, "qovery", FILE) == "a\r\n"


@pytest.mark.parametrize("text", ["", "a\n", f"# {START}\n", f"{END}\n"])
def test_text_without_block_is_unchanged(text):
    assert rc_file.without_block(text, "qovery", FILE) == text


@pytest.mark.parametrize(
    "act",
    [
        lambda text: rc_file.with_block(text, "qovery", "load", FILE),
        lambda text: rc_file.without_block(text, "qovery", FILE),
    ],
    ids=["with", "without"],
)
def test_unterminated_block_is_reported(act):
    text = f"a\n{START}\nload\nmine\n"
    with pytest.raises(UsageError, match=r"line 2: the block of qovery has no end") as caught:
        act(text)
    assert END in str(caught.value.hint)


def test_bytes_and_line_endings_are_preserved(tmp_path):
    path = tmp_path / "rc"
    path.write_bytes(b"caf\xe9\r\n\xff\0\n")
    rc_file.write(path, rc_file.read(path) or "")
    assert path.read_bytes() == b"caf\xe9\r\n\xff\0\n"


def test_missing_file_returns_none(tmp_path):
    assert rc_file.read(tmp_path / "rc") is None


def test_parent_folders_are_created(tmp_path):
    rc_file.write(tmp_path / "a" / "b" / "rc", "x")
    assert (tmp_path / "a" / "b" / "rc").read_text() == "x"


def test_write_is_atomic_and_keeps_the_mode(tmp_path):
    path = tmp_path / "rc"
    path.write_text("old")
    path.chmod(0o640)
    number = path.stat().st_ino
    rc_file.write(path, "new")
    assert path.stat().st_ino != number
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["rc"]


def test_symbolic_link_is_followed(tmp_path):
    (tmp_path / "dotfiles").mkdir()
    (tmp_path / "rc").symlink_to(tmp_path / "dotfiles" / "rc")
    rc_file.write(tmp_path / "rc", "x")
    assert (tmp_path / "rc").is_symlink()
    assert (tmp_path / "dotfiles" / "rc").read_text() == "x"


def test_file_error_has_a_message_and_a_hint(tmp_path):
    path = tmp_path / "rc"
    path.mkdir()
    for act in (lambda: rc_file.read(path), lambda: rc_file.write(path, "x")):
        with pytest.raises(UsageError, match="cannot be") as caught:
            act()
        assert caught.value.hint
    assert os.listdir(tmp_path) == ["rc"]  # noqa: PTH208 - the names alone


def test_read_only_path_is_reported(tmp_path, monkeypatch):
    def refused(**_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    with pytest.raises(UsageError, match="rc cannot be written: permission denied") as caught:
        rc_file.write(tmp_path / "rc", "x")
    assert "completion show" in str(caught.value.hint)


def test_removing_a_missing_file_is_ignored(tmp_path):
    rc_file.remove(tmp_path / "rc")
    with pytest.raises(UsageError, match="cannot be removed"):
        rc_file.remove(tmp_path)
