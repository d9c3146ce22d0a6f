import json

import pytest

from qovery_cli.cli import rows, table


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(rows, "DATA", str(tmp_path))
    return tmp_path


def test_what_is_not_there_is_written(data, capsys):
    assert table.main([]) == 0
    assert json.loads((data / "index.json").read_text())["children"]
    assert table.main(["--check"]) == 0


def test_a_stale_file_is_named_and_is_10(data, capsys):
    table.main([])
    (data / "app.json").write_text("{}")
    assert table.main(["--check"]) == 10
    assert "app.json" in capsys.readouterr().err


def test_a_file_of_a_group_that_is_gone_is_removed(data):
    (data / "gone.json").write_text("{}")
    assert table.main(["--check"]) == 10
    table.main([])
    assert not (data / "gone.json").exists()


def test_another_word_is_refused(capsys):
    assert table.main(["--fix"]) == 2
    assert "usage:" in capsys.readouterr().err


def test_words_that_cannot_be_so_are_2(monkeypatch, capsys):
    def broken():
        raise table.OverrideError("app.toml: no.")

    monkeypatch.setattr(table.Overrides, "read", staticmethod(broken))
    assert table.main([]) == 2
    assert "app.toml: no." in capsys.readouterr().err
