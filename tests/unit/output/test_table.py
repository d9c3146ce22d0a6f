import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.output.format_value import CellStyle
from qovery_cli.output.table import table_text, title
from qovery_cli.output.view import Column, View
from qovery_cli.output.width import width_of

NOW = 1795435200.0
PERSON = CellStyle(interactive=True, now=NOW)
COLUMNS = View(
    columns=(
        "name",
        "state=status.state",
        "branch=git_repository.branch",
        "url=git_repository.url",
        "cpu",
        "auto_deploy",
        "updated_at",
    )
).chosen()
APPS = [
    {
        "name": "api",
        "status": {"state": "RUNNING"},
        "git_repository": {"branch": "main", "url": "https://git.acme.test/shop/api.git"},
        "cpu": 500,
        "auto_deploy": True,
        "updated_at": "2026-11-23T09:00:00Z",
    },
    {
        "name": "web-日本語",
        "status": {"state": "BUILD_ERROR"},
        "git_repository": {"branch": "fix/❤️", "url": "https://git.acme.test/shop/frontend.git"},
        "cpu": 1000,
        "auto_deploy": False,
        "updated_at": "2026-11-20T12:00:00Z",
    },
    {"name": "worker", "status": {"state": "NEW_STATE"}, "cpu": None, "updated_at": None},
]


def lines(text):
    return text.removesuffix("\n").split("\n")


def test_a_table_for_120_columns():
    assert lines(table_text(APPS, COLUMNS, PERSON, width=120)) == [
        "NAME        STATE          BRANCH  URL                                       CPU  AUTO DEPLOY  UPDATED AT",  # noqa: E501
        "api         ✓ RUNNING      main    https://git.acme.test/shop/api.git        500  yes          3 h ago",  # noqa: E501
        "web-日本語  ✗ BUILD_ERROR  fix/❤️  https://git.acme.test/shop/frontend.git  1000  no           3 d ago",  # noqa: E501
        "worker      NEW_STATE      -       -                                           -  -            -",  # noqa: E501
    ]


def test_a_table_for_80_columns():
    assert lines(table_text(APPS, COLUMNS, PERSON, width=80)) == [
        "NAME        STATE          BRANCH  URL              CPU  AUTO DEPLOY  UPDATED AT",
        "api         ✓ RUNNING      main    https://git.a…   500  yes          3 h ago",
        "web-日本語  ✗ BUILD_ERROR  fix/❤️  https://git.a…  1000  no           3 d ago",
        "worker      NEW_STATE      -       -                  -  -            -",
    ]


def test_a_table_for_40_columns():
    assert lines(table_text(APPS, COLUMNS, PERSON, width=40)) == [
        "NAME   STATE  BR…  URL   CPU  AU…  UPDA…",
        "api    ✓ RU…  ma…  ht…   500  yes  3 h …",
        "web-…  ✗ BU…  fi…  ht…  1000  no   3 d …",
        "work…  NEW_…  -    -       -  -    -",
    ]


def test_a_table_for_a_pipe_is_whole_plain_and_aligned():
    assert lines(table_text(APPS, COLUMNS, CellStyle())) == [
        "NAME        STATE        BRANCH  URL                                       CPU  AUTO DEPLOY  UPDATED AT",  # noqa: E501
        "api         RUNNING      main    https://git.acme.test/shop/api.git        500  yes          2026-11-23T09:00:00Z",  # noqa: E501
        "web-日本語  BUILD_ERROR  fix/❤️  https://git.acme.test/shop/frontend.git  1000  no           2026-11-20T12:00:00Z",  # noqa: E501
        "worker      NEW_STATE    -       -                                           -  -            -",  # noqa: E501
    ]


def test_a_terminal_without_unicode_gets_signs_and_marks_in_ascii():
    look = CellStyle(interactive=True, unicode=False, now=NOW)
    assert lines(table_text(APPS[:1], COLUMNS, look, width=80)) == [
        "NAME  STATE      BRANCH  URL                        CPU  AUTO DEPLOY  UPDATED AT",
        "api   + RUNNING  main    https://git.acme.test/...  500  yes          3 h ago",
    ]


def test_colours_are_for_headers_and_states_and_take_no_room():
    look = CellStyle(interactive=True, coloured=True, now=NOW)
    assert lines(table_text(APPS[:1], COLUMNS[:3], look, width=80)) == [
        "\x1b[1mNAME\x1b[0m  \x1b[1mSTATE\x1b[0m      \x1b[1mBRANCH\x1b[0m",
        "api   \x1b[32m✓ RUNNING\x1b[0m  main",
    ]


def test_headers_can_be_left_out():
    assert table_text(APPS[:1], COLUMNS[:1], PERSON, width=80, headers=False) == "api\n"


def test_headers_that_are_left_out_take_no_room():
    columns = (Column("a_long_header", "cpu"), Column("name", "name"))
    assert table_text(APPS[:1], columns, CellStyle(), headers=False) == "500  api\n"


def test_an_empty_list_has_its_headers():
    assert table_text([], COLUMNS[:2], CellStyle()) == "NAME  STATE\n"


def test_no_columns_are_no_lines():
    assert table_text([{}], (), CellStyle()) == ""


def test_numbers_have_their_unit():
    items = [{"cpu": 500, "disk": {"size": None}}, {"cpu": 2000, "disk": {"size": 10}}]
    columns = (Column("cpu", "cpu"), Column("disk", "disk.size"))
    units = {"cpu": "millicores", "disk.size": "GB"}
    assert table_text(items, columns, CellStyle(), units=units).splitlines() == [
        "  CPU  DISK",
        " 500m     -",
        "2000m  10GB",
    ]


def test_a_header_that_names_the_unit_has_plain_numbers_below():
    columns = (Column("CPU millicores", "cpu"),)
    text = table_text([{"cpu": 500}], columns, CellStyle(), units={"cpu": "millicores"})
    assert text.split() == ["CPU", "MILLICORES", "500"]


def test_a_header_is_in_upper_case_without_underscores():
    assert title(Column("max_memory", "memory")) == "MAX MEMORY"


def test_headers_are_sanitized():
    assert title(Column("\x1b[31mname", "name")) == "NAME"


ID = "e0aabc0d-99cb-4867-ad39-332d61623be3"


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (75, ["payments", "A text that is rather long…", ID]),
        (57, ["payments", "A text t…", ID]),
        (40, ["payments", "A text …", "e0aabc0d-99cb-4867-…"]),
        (28, ["payments", "A text …", "e0aabc0…"]),
        (20, ["paymen…", "A …", "e0aab…"]),
    ],
)
def test_text_gives_way_before_ids_and_ids_before_names(width, shown):
    item = {"name": "payments", "description": "A text that is rather long to read", "id": ID}
    columns = View(columns=("name", "description", "id")).chosen()
    text = table_text([item], columns, PERSON, width=width, headers=False)
    assert width_of(text.strip()) <= width
    assert [part.strip() for part in text.split("  ") if part.strip()] == shown


def test_a_header_gives_way_before_an_id():
    item = {"id": ID, "auto_preview": True}
    columns = View(columns=("id", "auto_preview")).chosen()
    assert lines(table_text([item], columns, PERSON, width=44)) == [
        "ID                                    AUTO …",
        f"{ID}  yes",
    ]


def test_columns_of_equal_width_shrink_alike():
    item = {"id": "1", "one": "x" * 30, "two": "y" * 30}
    columns = View(columns=("id", "one", "two")).chosen()
    (row,) = lines(table_text([item], columns, PERSON, width=45, headers=False))
    assert row == "1  " + "x" * 19 + "…  " + "y" * 19 + "…"


@given(
    st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), min_size=1), st.integers(8, 60)
)
def test_no_line_is_wider_than_the_terminal(pairs, width):
    items = [{"name": one, "text": other} for one, other in pairs]
    text = table_text(items, View(columns=("name", "text")).chosen(), PERSON, width=width)
    assert all(width_of(line) <= width for line in lines(text))


def test_values_that_are_no_numbers_keep_a_column_left():
    text = table_text([{"value": 1}, {"value": "text"}], (Column("value", "value"),), CellStyle())
    assert lines(text) == ["VALUE", "1", "text"]


def test_first_column_shrinks_last():
    item = {"setting": "network.ingress.proxy_body_size_mb", "value": "x" * 30}
    columns = View(columns=("setting", "value")).chosen()
    (row,) = lines(table_text([item], columns, PERSON, width=50, headers=False))
    assert row == "network.ingress.proxy_body_size_mb  " + "x" * 13 + "…"


def test_commit_ids_are_shortened_on_terminals():
    sha = "3163c7e097a192f0768569b290df94dafb81e38b"
    items = [{"git_commit_id": sha}, {"git_commit_id": "not-a-commit"}, {"git_commit_id": None}]
    columns = View(columns=("git_commit_id",)).chosen()
    assert lines(table_text(items, columns, PERSON, headers=False)) == [
        "3163c7e0",
        "not-a-commit",
        "-",
    ]
    assert lines(table_text(items, columns, CellStyle(), headers=False))[0] == sha


def test_time_column_has_seconds(monkeypatch):
    monkeypatch.setattr("qovery_cli.output.format_value.local", lambda when: f"{when:%H:%M:%S}")
    items = [{"created_at": "2026-11-23T09:00:01Z"}]
    columns = View(columns=("time=created_at", "age=created_at")).chosen()
    look = CellStyle(interactive=True, now=1795435200.0)
    assert lines(table_text(items, columns, look))[1].split()[0] == "09:00:01"


LOG = [
    {"at": "2026-11-23T09:00:00Z", "step": "build-and-push", "said": "npm ERR! " + "x" * 90},
    {"at": "2026-11-23T09:00:01Z", "step": "run", "said": "ok"},
]


@pytest.mark.parametrize("width", [40, 80])
def test_the_text_of_a_log_is_whole_and_ends_its_line(width):
    """A cut line of a log would hide what went wrong; the terminal wraps it."""
    columns = View(columns=("time=at", "step", "said")).chosen()
    _, first, second = table_text(LOG, columns, PERSON, width=width).splitlines()
    assert first.endswith("npm ERR! " + "x" * 90)
    assert second.endswith("  ok")
    assert first.index("npm") == second.index("ok") <= width - len("npm") - 2


def test_the_last_column_of_a_log_is_cut_if_it_is_an_id():
    columns = View(columns=("time=at", "said", "request_id")).chosen()
    shown = table_text([{**LOG[0], "request_id": "r" * 36}], columns, PERSON, width=60)
    assert max(width_of(line) for line in shown.splitlines()) <= 60
