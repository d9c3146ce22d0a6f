import pytest

from qovery_cli.commands import dotenv_file
from qovery_cli.errors import UsageError


def test_values_by_key():
    content = "# comment\n\nA=1\nexport B='two words'\nC=\"x\\ny\"\nD=a=b\nE=\n"
    assert dotenv_file.parse(content, ".env") == {
        "A": "1",
        "B": "two words",
        "C": "x\ny",
        "D": "a=b",
        "E": "",
    }


def test_references_are_not_interpolated():
    assert dotenv_file.parse("A=${HOME}\nB=$A\n", ".env") == {"A": "${HOME}", "B": "$A"}


def test_last_value_of_a_repeated_key_counts():
    assert dotenv_file.parse("A=1\nA=2\n", ".env") == {"A": "2"}


@pytest.mark.parametrize("line", ["A", "A='unclosed", "=x", "  =x"])
@pytest.mark.parametrize("before", ["B=1\nC=1\n", "B=1\n\n", "\n \n", "# x\r\n\r\n"])
def test_invalid_line_is_named(before, line):
    with pytest.raises(UsageError, match=r"\.env, line 3: expected KEY=VALUE\."):
        dotenv_file.parse(f"{before}{line}\n", ".env")


@pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n"])
def test_file_without_variables_is_an_error(content):
    with pytest.raises(UsageError, match=r"\.env contains no variables"):
        dotenv_file.parse(content, ".env")
