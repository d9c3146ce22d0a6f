import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.output.delimited import csv_lines, tsv_lines
from qovery_cli.output.sanitize import clean
from qovery_cli.output.view import Column, column

COLUMNS = (Column("name", "name"), column("state=status.state"))


def csv_text(*given, **more):
    return "".join(csv_lines(*given, **more))


def tsv_text(*given, **more):
    return "".join(tsv_lines(*given, **more))


def test_csv_has_headers_and_exact_values():
    items = [{"name": "api", "status": {"state": "RUNNING"}}, {"name": None}]
    assert csv_text(items, COLUMNS) == "name,state\napi,RUNNING\n,\n"


def test_csv_quotes_what_needs_it():
    assert csv_text([{"name": 'a,"b'}], COLUMNS[:1], headers=False) == '"a,""b"\n'


def test_csv_keeps_line_breaks_in_a_quoted_field():
    items = [{"name": "a\nb\tc"}, {"name": ["x", "y\nz"]}]
    assert csv_text(items, COLUMNS[:1], headers=False) == '"a\nb\tc"\n"x, y\nz"\n'


def test_csv_has_no_escapes_of_its_own():
    assert csv_text([{"name": r"a\n"}], COLUMNS[:1], headers=False) == "a\\n\n"


def test_timestamps_and_booleans_are_exact():
    items = [{"created_at": "2026-11-23T09:00:00Z", "auto": True}]
    columns = (Column("created_at", "created_at"), Column("auto", "auto"))
    assert csv_text(items, columns, headers=False) == "2026-11-23T09:00:00Z,true\n"


def test_tsv_escapes_tabs_lines_and_backslashes():
    items = [{"name": "a\tb\nc\\d"}]
    assert tsv_text(items, COLUMNS[:1]) == "name\na\\tb\\nc\\\\d\n"


def test_tsv_does_not_quote():
    assert tsv_text([{"name": 'say "hi"'}], COLUMNS[:1], headers=False) == 'say "hi"\n'


def test_an_empty_list_has_headers_only():
    assert (csv_text([], COLUMNS), tsv_text([], COLUMNS)) == ("name,state\n", "name\tstate\n")


@given(st.lists(st.text(), min_size=1))
def test_csv_is_read_back_as_it_was_but_for_control_characters(names):
    text = csv_text([{"name": name} for name in names], (Column("name", "name"), Column("x", "x")))
    records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    shown = [[clean(name, keep_hiding=True), ""] for name in names]
    assert records == [["name", "x"], *shown]


@given(st.lists(st.text(), min_size=1))
def test_tsv_is_a_line_for_each_item_with_as_many_tabs(names):
    text = tsv_text([{"name": name} for name in names], (Column("name", "name"), Column("x", "x")))
    lines = text.removesuffix("\n").split("\n")
    assert [line.count("\t") for line in lines] == [1] * (len(names) + 1)
