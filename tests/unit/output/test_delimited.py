import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.output.delimited import csv_lines, tsv_lines
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


def test_a_row_of_csv_is_one_line():
    assert csv_text([{"name": "a\nb"}], COLUMNS[:1], headers=False) == "a\\nb\n"


def test_moments_and_booleans_are_for_machines():
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
def test_csv_is_a_line_for_each_item_and_can_be_read_back(names):
    text = csv_text([{"name": name} for name in names], (Column("name", "name"), Column("x", "x")))
    assert len(text.splitlines()) == len(names) + 1
    assert len(list(csv.reader(io.StringIO(text)))) == len(names) + 1


@given(st.lists(st.text(), min_size=1))
def test_tsv_is_a_line_for_each_item_with_as_many_tabs(names):
    text = tsv_text([{"name": name} for name in names], (Column("name", "name"), Column("x", "x")))
    lines = text.removesuffix("\n").split("\n")
    assert [line.count("\t") for line in lines] == [1] * (len(names) + 1)
