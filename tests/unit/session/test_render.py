import errno
import io
import json
from types import SimpleNamespace

import pytest

from qovery_cli.output.terminal import Terminal, WriteError
from qovery_cli.output.view import View
from qovery_cli.resolve.resource_ref import ResourceRef
from qovery_cli.session.render import show_result

STATUS = {"id": "1", "state": "RUNNING"}
TARGET = ResourceRef("application", "1", "api")


class Device(io.StringIO):
    """A stdout that fails with one error."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    def write(self, _text):
        raise self.error


@pytest.fixture
def shown():
    def shown(data, target=TARGET, stdout=None, fields=(), **shared):
        terminal = Terminal(stdout or io.StringIO(), io.StringIO(), None)
        session = SimpleNamespace(
            flags=SimpleNamespace(shared=shared),
            view=View(("state",), fields=fields),
            secrets=set(),
            changing=set(),
            target=target,
            terminal=terminal,
        )
        show_result(session, data, session.view)
        return terminal.stdout.getvalue(), terminal.stderr.getvalue()

    return shown


@pytest.mark.parametrize(("output", "text"), [("name", "api\n"), ("id", "1\n")])
def test_the_target_stands_for_a_name_and_id_that_the_answer_lacks(output, text, shown):
    assert shown({"state": "RUNNING"}, output=output) == (text, "")


def test_the_id_stands_for_a_name_that_is_not_known(shown):
    target = ResourceRef("application", "1", None)
    assert shown({"state": "RUNNING"}, target, output="name") == ("1\n", "")


def test_fields_that_were_checked_are_empty_where_the_answer_lacks_them(shown):
    text, warned = shown(STATUS, output="json", columns="reason", fields=("reason",))
    assert (json.loads(text), warned) == ({"reason": None}, "")


@pytest.mark.parametrize(
    "shared",
    [
        {"output": "csv", "columns": "nosuch"},
        {"output": "table", "sort_by": "nosuch"},
        {"output": "json", "query": "abs(@)"},
        {"output": "name", "query": "{a: state}"},
    ],
)
def test_options_that_do_not_fit_are_a_warning_and_json(shared, shown):
    text, warned = shown(STATUS, **shared)
    assert json.loads(text) == STATUS
    assert warned.startswith("warning: The result is shown as JSON instead: ")


def test_an_unexpected_error_is_a_warning_too(shown, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("qovery_cli.output.human.text", broken)
    text, warned = shown(STATUS, output="table")
    assert json.loads(text) == STATUS
    assert "ZeroDivisionError" in warned


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), BrokenPipeError),
        (OSError(errno.ENOSPC, "No space left on device"), WriteError),
    ],
)
def test_an_output_that_cannot_be_written_is_still_an_error(raised, expected, shown):
    with pytest.raises(expected):
        shown(STATUS, output="json", stdout=Device(raised))
