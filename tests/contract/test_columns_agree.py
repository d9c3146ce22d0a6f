"""Every list, and every resource with a table, shows the same values in every format."""

import csv
import io
import json

import pytest
import yaml
from command_lines import cases, whole_line
from fake_api import FakeApi

from qovery_cli.cli import command_table
from qovery_cli.cli.id_labels import name_path
from qovery_cli.cli.views import with_columns_at
from qovery_cli.output.format_value import CellStyle, writer
from qovery_cli.output.view import View

#: Every operation that reads with a table, at each level.
TABLES = [case for case in cases("list", "get") if not case.row.changes and case.row.columns]
#: Those whose table takes values from another answer.
JOINED = [case for case in TABLES if case.row.join or case.row.names]

#: Lists of several parents, and of our own.
OWN = {
    "status --env staging --project storefront": "status",
    "status --all --project storefront": "status",
    "app list --all": "app list",
    "env list --all": "env list",
    "container list --all --project storefront": "container list",
    "db list --all --project storefront": "db list",
    "cluster get scw-staging": "cluster get",
    "context list": "context list",
    "commands": "commands",
    "app settings get --app api --env staging --project storefront": "app settings get",
}
SETTINGS = ("setting", "value", "default", "changed")
#: What their tables show besides the columns of the command, or instead of them.
MORE = {
    "app list --all": ["environment"],
    "env list --all": ["project"],
    "container list --all --project storefront": ["environment"],
    "db list --all --project storefront": ["environment"],
    "status --all --project storefront": ["project", "environment"],
    "app settings get --app api --env staging --project storefront": [
        "setting",
        "value",
        "default",
        "changed",
    ],
}
EXACT, PLAIN = CellStyle(exact=True, multiline=True), CellStyle()


@pytest.fixture
def compare(ran):
    def compare(words, columns, paths, env):
        def shown(form):
            ended = ran(words[0], *words[1:], "-o", form, "--columns", ",".join(columns), env=env)
            assert ended.code == 0, ended
            return ended.out

        data = json.loads(shown("json"))
        items = data if isinstance(data, list) else [data]
        assert all(list(item) == columns for item in items)
        assert [json.loads(line) for line in shown("ndjson").splitlines()] == items
        assert yaml.safe_load(shown("yaml")) == data
        exact = [writer(path, EXACT) for path in paths]
        expected = [
            [w(item[c]).text for w, c in zip(exact, columns, strict=True)] for item in items
        ]
        records = list(csv.reader(io.StringIO(shown("csv"), newline="")))
        assert records == [columns, *expected]
        lines = shown("tsv").splitlines()[1:]
        assert [line.count("\t") + 1 for line in lines] == [len(columns)] * len(items)
        spell = [writer(path, PLAIN) for path in paths]
        for form in ("table", "wide"):
            text = shown(form)
            for item in items:
                cells = _cells(item, columns, spell)
                assert any(_has(line, cells) for line in _lines(text, data)), (form, cells)
        return items

    return compare


def _cells(item, columns, writers):
    return [write(item[name]).text for write, name in zip(writers, columns, strict=True)]


def _lines(text, data):
    # One resource is a line for each column.
    return text.splitlines() if isinstance(data, list) else [text]


def _has(line, cells):
    for cell in cells:
        _, found, line = line.partition(cell)
        if not found:
            return False
    return True


def headers_and_paths(row):
    chosen = View(row.columns, row.wide).chosen(wide=True)
    return [one.header for one in chosen], [one.path for one in chosen]


@pytest.mark.parametrize("case", TABLES, ids=repr)
def test_every_format_shows_the_same_in_every_column(case, compare, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    compare(
        [case.row.command, *whole_line(case)],
        *headers_and_paths(with_columns_at(case.level, case.row)),
        api.environ,
    )


@pytest.mark.parametrize("case", JOINED, ids=repr)
def test_every_format_shows_what_comes_from_another_answer(case, compare, served):
    sandbox, demo = served(case.level)
    words = [case.row.command, *demo.words(case.row, case.position)]
    head = case.row.join.get("as") or name_path(next(iter(case.row.names)))
    every = zip(*headers_and_paths(with_columns_at(case.level, case.row)), strict=True)
    # The rest of a gauge is another a moment later.
    other = [pair for pair in every if f"{pair[1]}.".startswith(f"{head}.")]
    headers, paths = zip(*other, strict=True)
    items = compare(words, list(headers), paths, sandbox.environ)
    assert any(item[header] is not None for item in items for header in headers)


@pytest.mark.parametrize("level", ["1.0.3", "1.0.4"])
@pytest.mark.parametrize("line", OWN)
def test_every_format_of_lists_of_our_own_shows_the_same(line, level, compare, served):
    sandbox, _ = served(level)
    headers, paths = headers_and_paths(command_table.command(OWN[line]))
    known = [pair for pair in zip(headers, paths, strict=True) if line_has(line, pair[0])]
    more = MORE.get(line, [])
    items = compare(
        line.split(),
        [*more, *(h for h, _ in known)],
        [*more, *(p for _, p in known)],
        sandbox.environ,
    )
    assert items


def line_has(line, header):
    return not (line.startswith("status --all") and header == "url")
