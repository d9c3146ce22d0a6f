import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qovery_cli.errors import UsageError
from qovery_cli.output.show import FORMATS, show
from qovery_cli.output.terminal import Terminal
from qovery_cli.output.view import ShowOptions, View

NAMES = ["id", "name", "state", "status", "created_at", "cpu", "a.b", "\x1b[31m"]

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["RUNNING", "BUILD_ERROR", "2026-11-23T09:00:00Z", "\x1b[2J", "a\nb\tc\r\n"])
)
json_data = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)
items = st.lists(st.dictionaries(st.sampled_from(NAMES), json_data, min_size=1), min_size=1)
bounded = settings(deadline=None, max_examples=60)


def shown(data, kind, view=None, **more):
    terminal = Terminal(io.StringIO(), io.StringIO(), None, **more)
    show(data, view or View(), ShowOptions(kind), terminal, now=1795435200.0)
    return terminal.stdout.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
@bounded
@given(data=json_data, interactive=st.booleans(), width=st.integers(1, 200))
def test_any_data_can_be_shown(kind, data, interactive, width):
    try:
        shown(data, kind, interactive_out=interactive, color_out=interactive, width=width)
    except UsageError:
        assert kind in {"name", "id"}


@pytest.mark.parametrize("kind", ["table", "wide", "tsv"])
@bounded
@given(data=items)
def test_a_piped_list_has_a_line_for_each_row_and_no_escape(kind, data):
    text = shown(data, kind, View(columns=("name", "state", "created_at", "a.b")))
    assert len(text.splitlines()) == len(data) + 1
    assert "\x1b" not in text


@pytest.mark.parametrize("kind", ["table", "wide", "csv", "tsv", "json", "ndjson", "yaml"])
@bounded
@given(data=items)
def test_no_control_characters_reach_the_terminal(kind, data):
    text = shown(data, kind, interactive_out=True)
    assert not any(c in text for c in "\x1b\x07\x08\x7f\x9b\x9d\u202e\u2066")


@bounded
@given(data=items)
def test_ndjson_is_a_line_for_each_item(data):
    assert len(shown(data, "ndjson").splitlines()) == len(data)
