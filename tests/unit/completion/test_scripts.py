from pathlib import Path

import pytest

from qovery_cli.completion import scripts


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("bash", r"_qovery_tables='/it'\''s/tables-1'"),
        ("zsh", r"typeset -g _qovery_tables='/it'\''s/tables-1'"),
        ("fish", r"set -g __qovery_tables '/it\'s/tables-1'"),
        ("powershell", "$global:QoveryTables = '/it''s/tables-1'"),
    ],
)
def test_a_path_with_a_quote_is_quoted_for_each_shell(shell, line, monkeypatch):
    monkeypatch.setattr(scripts, "tables", lambda: Path("/it's/tables-1"))
    assert line in scripts.text(shell).splitlines()


def test_the_name_of_the_program_is_replaced():
    assert "\ncomplete -F _qovery qov\n" in scripts.text("bash", "qov")
    assert scripts.text("zsh", "qov").startswith("#compdef qov\n")
