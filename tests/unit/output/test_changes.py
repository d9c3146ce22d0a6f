from dataclasses import dataclass
from typing import Any

from qovery_cli.output.changes import changes_text, show_changes


@dataclass(frozen=True)
class Change:
    path: str
    kind: str
    old: Any = None
    new: Any = None


CHANGES = [
    Change("cpu", "~", 500, 1000),
    Change("ports[1].internal_port", "+", new=8080),
    Change("storage[0]", "-", old={"size": 4}),
    Change("description", "~", "", "two\nlines"),
    Change("auto_deploy", "~", None, True),
]


def test_each_change_is_one_line_with_its_sign():
    assert changes_text(CHANGES).splitlines() == [
        "~ cpu                     500 -> 1000",
        "+ ports[1].internal_port  8080",
        '- storage[0]              {"size": 4}',
        '~ description             "" -> two\\nlines',
        "~ auto_deploy             null -> true",
    ]


def test_coloured_changes_keep_their_signs():
    (line,) = changes_text(CHANGES[:1], coloured=True).splitlines()
    assert line == "\x1b[33m~ cpu  500 -> 1000\x1b[0m"


def test_no_changes_write_no_lines():
    assert changes_text([]) == ""


def test_values_are_sanitized():
    assert changes_text([Change("a", "+", new={"b": "\u202e\x1b[31m"})]) == (
        '+ a  {"b": "\\u202e\\u001b[31m"}\n'
    )


def test_changes_are_shown_on_stderr(piped):
    show_changes(CHANGES[:1], piped)
    assert (piped.stdout.getvalue(), piped.stderr.getvalue()) == ("", "~ cpu  500 -> 1000\n")
