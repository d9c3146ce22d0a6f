import io
import json
import weakref

import pytest
import yaml

from qovery_cli.errors import UnavailableError, UsageError
from qovery_cli.frozen import changed
from qovery_cli.output.show import FORMATS, check_options, show
from qovery_cli.output.terminal import Terminal
from qovery_cli.output.view import ShowOptions, View

APPS = [
    {"id": "2", "name": "web", "status": {"state": "STOPPED"}, "cpu": 250},
    {"id": "1", "name": "api", "status": {"state": "RUNNING"}, "cpu": 500},
]
VIEW = View(
    columns=("name", "state=status.state"),
    wide=("id",),
    empty="The environment has no applications.",
)


@pytest.fixture
def shown(piped, now):
    def run(data, view=VIEW, terminal=piped, **options):
        show(data, view, ShowOptions(**options), terminal, now=now)
        return terminal.stdout.getvalue()

    return run


def test_list_is_a_table_by_default(shown):
    assert shown(APPS) == "NAME  STATE\nweb   STOPPED\napi   RUNNING\n"


def test_wide_adds_columns(shown):
    assert shown(APPS[:1], format="wide") == "NAME  STATE    ID\nweb   STOPPED  2\n"


def test_a_wide_table_is_whole_on_a_narrow_terminal(shown, person):
    view = View(columns=("name",), wide=("id", "note"))
    items = [{"name": "web", "id": "i" * 36, "note": "n" * 30}]
    assert "i" * 36 + "  " + "n" * 30 in shown(items, view, person(40), format="wide")
    assert max(map(len, shown(items, view, person(40)).splitlines())) <= 40


def test_headers_can_be_left_out(shown):
    assert shown(APPS[:1], no_headers=True) == "web  STOPPED\n"


def test_json_is_the_whole_data(shown):
    assert json.loads(shown(APPS, format="json")) == APPS


def test_ndjson_is_an_item_a_line(shown):
    lines = shown(APPS, format="ndjson").splitlines()
    assert [json.loads(line) for line in lines] == APPS


def test_yaml_is_the_whole_data(shown):
    assert shown({"name": "api"}, format="yaml") == "name: api\n"


def test_csv_has_the_columns_of_the_view(shown):
    assert shown(APPS[:1], format="csv") == "name,state\nweb,STOPPED\n"


def test_csv_of_one_resource_has_all_its_values(shown):
    assert shown(APPS[0], View(), format="csv") == "id,name,status.state,cpu\n2,web,STOPPED,250\n"


def test_csv_without_a_view_has_all_fields(shown):
    assert shown(APPS[:1], View(), format="csv") == "name,id,cpu,status\nweb,2,250,STOPPED\n"


def test_tsv_is_separated_by_tabs(shown):
    assert shown(APPS[:1], format="tsv") == "name\tstate\nweb\tSTOPPED\n"


def test_names_are_a_line_each(shown):
    assert shown(APPS, format="name") == "web\napi\n"


def test_ids_are_a_line_each_and_one_resource_has_one(shown):
    assert shown(APPS[0], format="id") == "2\n"


def test_view_states_what_a_name_is(shown):
    assert shown([{"key": "PORT"}], View(name="key"), format="name") == "PORT\n"


def test_one_resource_is_its_fields(shown):
    assert shown({"name": "api", "git": {"url": "u"}}, View()) == "name:    api\ngit.url: u\n"


def test_a_text_is_written_as_it_is(shown):
    assert shown("apiVersion: v1\n\x1b") == "apiVersion: v1\n\x1b\n"


def test_text_is_sanitized_for_terminals(shown, person):
    assert shown("one\n\x1b[31mtwo\n", terminal=person()) == "one\ntwo\n"


def test_no_data_is_nothing_in_a_table_and_null_in_json(shown, person):
    assert shown(None) == ""
    assert shown(None, terminal=person(), format="json") == "null\n"


def test_done_is_a_notice_and_data_for_scripts(shown, person):
    data, terminal = {"id": "1", "name": "api", "done": True}, person()
    assert shown(data, View(kind="done"), terminal=terminal) == ""
    assert terminal.stderr.getvalue() == "✓ api: done\n"
    assert json.loads(shown(data, View(kind="done"), format="json")) == data


def test_what_is_done_can_have_a_word(shown, person):
    terminal = person(unicode=False)
    shown({"id": "1", "name": None, "done": "deleted"}, View(kind="done"), terminal=terminal)
    assert terminal.stderr.getvalue() == "+ 1: deleted\n"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("json", "[]\n"),
        ("yaml", "[]\n"),
        ("ndjson", ""),
        ("table", "NAME  STATE\n"),
        ("csv", "name,state\n"),
        ("tsv", "name\tstate\n"),
        ("name", ""),
    ],
)
def test_an_empty_list_in_a_pipe(shown, piped, kind, text):
    assert shown([], format=kind) == text
    assert piped.stderr.getvalue() == ""


def test_an_empty_list_on_a_terminal_is_a_sentence_on_stderr(shown, person):
    terminal = person()
    assert shown([], terminal=terminal) == ""
    assert terminal.stderr.getvalue() == "The environment has no applications.\n"


def test_list_that_a_filter_emptied_is_reported(shown, person):
    terminal = person()
    shown(APPS, terminal=terminal, filters=("name=absent",))
    assert terminal.stderr.getvalue() == "No items match the filter.\n"


def test_a_table_is_fitted_to_a_terminal(shown, person):
    text = shown([{"name": "api", "text": "x" * 90}], View(), terminal=person(40))
    assert text == f"NAME  TEXT\napi   {'x' * 33}…\n"


def test_columns_choose_in_every_format(shown, person):
    assert shown(APPS[:1], columns=("cpu,name",)) == "CPU  NAME\n250  web\n"
    assert json.loads(shown(APPS[:1], terminal=person(), columns=("s=state",), format="json")) == [
        {"s": "STOPPED"}
    ]


def test_columns_choose_the_fields_of_one_resource(shown):
    assert shown(APPS[0], columns=("state", "cpu")) == "state: STOPPED\ncpu:   250\n"


def test_filter_order_and_limit_come_before_the_format(shown):
    text = shown(
        [*APPS, {"name": "db", "cpu": 9}],
        format="name",
        filters=("cpu!=9",),
        sort_by="name",
        limit=1,
    )
    assert text == "api\n"


def test_a_query_means_json(shown):
    assert shown(APPS, query="[].name") == '[\n  "web",\n  "api"\n]\n'


def test_a_text_that_a_query_finds_is_json_too(shown):
    assert shown(APPS, query="[0].name") == '"web"\n'


def test_a_query_can_be_followed_by_another_format(shown):
    assert shown(APPS, query="[?cpu > `300`]", format="name") == "api\n"


def test_a_query_comes_after_the_filter(shown):
    assert shown(APPS, query="length(@)", filters=("name=api",)) == "1\n"


def test_a_filter_needs_a_list(shown):
    with pytest.raises(UsageError, match="--filter requires a list"):
        shown({"name": "api"}, filters=("name=api",))


def test_an_iterable_is_read_to_its_end_for_a_table(shown):
    assert shown(iter(APPS), no_headers=True) == "web  STOPPED\napi  RUNNING\n"


def test_ndjson_is_written_as_items_come(shown, piped):
    seen = []

    def source():
        for number in (1, 2):
            seen.append(piped.stdout.getvalue())
            yield {"number": number}

    shown(source(), format="ndjson")
    assert seen == ["", '{"number":1}\n']


def test_a_stream_can_be_filtered_limited_and_picked_from(shown):
    text = shown(
        iter([*APPS, *APPS]),
        format="ndjson",
        filters=("state=RUNNING",),
        columns=("s=state",),
        limit=1,
    )
    assert text == '{"s":"RUNNING"}\n'


def test_a_stream_that_has_to_be_sorted_is_read_first(shown):
    text = shown(iter(APPS), format="ndjson", sort_by="name", columns=("name",))
    assert text == '{"name":"api"}\n{"name":"web"}\n'


def test_an_output_without_unicode_gets_the_same_data(shown, piped):
    text = shown({"name": "Zoë"}, terminal=changed(piped, unicode=False), format="json")
    assert text.isascii()
    assert json.loads(text) == {"name": "Zoë"}


def test_an_unknown_format_is_refused():
    with pytest.raises(UsageError) as refused:
        check_options(ShowOptions(format="xml"))
    assert refused.value.hint == f"Available formats: {', '.join(FORMATS)}."


@pytest.mark.parametrize(
    "options",
    [
        ShowOptions(limit=0),
        ShowOptions(columns=("a=",)),
        ShowOptions(filters=("name",)),
        ShowOptions(query="a["),
        ShowOptions(query=""),
    ],
)
def test_invalid_options_are_rejected_before_data(options):
    with pytest.raises(UsageError):
        check_options(options)


def test_the_format_is_known_before_there_is_data():
    kinds = [check_options(ShowOptions(format=f, query=q)) for f, q in [(None, None), (None, "a")]]
    assert kinds == ["table", "json"]


def test_what_is_done_to_nothing_that_has_a_name_is_the_word_alone(shown, person):
    terminal = person()
    shown({"id": None, "name": None, "done": "signed up"}, View(kind="done"), terminal=terminal)
    assert terminal.stderr.getvalue() == "✓ signed up\n"


FIRST_LINES = {
    "csv": "name,state\nweb,STOPPED\n",
    "tsv": "name\tstate\nweb\tSTOPPED\n",
    "name": "web\n",
    "id": "2\n",
}


@pytest.mark.parametrize("kind", FIRST_LINES)
def test_line_is_written_before_the_next_item_is_requested(shown, piped, kind):
    seen = []

    def source():
        for item in APPS:
            seen.append(piped.stdout.getvalue())
            yield item

    text = shown(source(), format=kind)
    assert seen == ["", FIRST_LINES[kind]]
    assert text == show_all_at_once(kind)


def show_all_at_once(kind):
    import io

    from qovery_cli.output.terminal import Terminal

    terminal = Terminal(io.StringIO(), io.StringIO(), None)
    show(APPS, VIEW, ShowOptions(kind), terminal)
    return terminal.stdout.getvalue()


@pytest.mark.parametrize(("kind", "header"), [("csv", "name,state\n"), ("tsv", "name\tstate\n")])
def test_a_stream_of_nothing_has_the_header(shown, kind, header):
    assert shown(iter(()), format=kind) == header


def test_columns_that_follow_from_the_items_are_known_after_the_last_one(shown):
    assert shown(iter([{"a": 1}, {"b": 2}]), View(), format="csv") == "a,b\n1,\n,2\n"


@pytest.mark.parametrize(
    "options", [{"filters": ("size=1",)}, {"columns": ("name,size",)}, {"filters": ("size!=1",)}]
)
@pytest.mark.parametrize("kind", ["csv", "ndjson"])
def test_a_field_that_no_item_has_had_is_refused_at_the_end(shown, kind, options):
    with pytest.raises(UsageError, match="Unknown column 'size'") as refused:
        shown(iter(APPS), format=kind, **options)
    assert "cpu" in refused.value.hint


def test_a_field_that_a_later_item_has_is_one(shown):
    items = iter([{"name": "a"}, {"name": "b", "size": 1}])
    assert shown(items, format="csv", columns=("name,size",)) == "name,size\na,\nb,1\n"


def test_a_stream_is_closed_when_its_reader_goes_away(piped):
    closed = []

    def source():
        try:
            yield from APPS
        finally:
            closed.append(True)

    def gone(_):
        raise BrokenPipeError

    piped.stdout.write = gone
    with pytest.raises(BrokenPipeError):
        show(source(), VIEW, ShowOptions("csv"), piped)
    assert closed == [True]


@pytest.mark.parametrize("kind", ["json", "yaml", "table"])
def test_nothing_is_written_of_a_list_that_fails_half_way(piped, kind):
    def source():
        yield APPS[0]
        raise UsageError("No more.")

    with pytest.raises(UsageError):
        show(source(), VIEW, ShowOptions(kind), piped)
    assert piped.stdout.getvalue() == ""


@pytest.mark.parametrize("kind", ["json", "yaml"])
def test_a_long_list_in_parts_is_the_same_text(shown, kind):
    items = [{"id": str(number), "text": "línea\n" * 50, "tags": []} for number in range(500)]
    text = shown(items, format=kind)
    if kind == "json":
        assert text == json.dumps(items, indent=2, ensure_ascii=False) + "\n"
    else:
        import yaml

        assert yaml.safe_load(text) == items


class Item(dict):
    """An item whose end can be seen."""


@pytest.mark.parametrize("kind", ["json", "ndjson", "csv", "name"])
def test_the_items_of_a_stream_are_not_kept(shown, kind):
    alive = []

    def source():
        for number in range(10):
            item = Item(id=str(number), name=f"app-{number}")
            seen.append(weakref.ref(item))
            yield item
            del item
            alive.append(sum(one() is not None for one in seen))

    seen: list[weakref.ref[Item]] = []
    shown(source(), format=kind)
    assert max(alive) <= 2


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"format": "wide"},
        {"sort_by": "-size"},
        {"filters": ("size!=2",)},
        {"columns": ("size,owner.name",)},
        {"columns": ("name,ports[0].number",), "sort_by": "owner.name"},
        {"format": "csv", "sort_by": "ports.number"},
    ],
)
def test_a_table_of_a_stream_is_that_of_its_list(shown, piped, options):
    items = [
        {
            "id": str(number),
            "name": f"app-{number}",
            "status": {"state": "RUNNING"},
            "size": number,
            "owner": {"name": f"owner-{9 - number}"},
            "ports": [{"number": number}],
            "never": "shown",
        }
        for number in range(4)
    ]
    streamed = shown(iter(items), **options)
    piped.stdout.truncate(0)
    piped.stdout.seek(0)
    assert streamed == shown(items, **options)
    assert len(streamed.splitlines()) >= 4


def test_a_field_that_is_not_there_is_refused_with_all_that_are(shown):
    with pytest.raises(UsageError) as refused:
        shown(iter([{"name": "a", "size": 1}, {"name": "b"}]), sort_by="other")
    assert "size" in refused.value.hint


NOT_FINITE = [
    {"name": "api", "id": "1", "load": float("nan")},
    {"name": "web", "id": "2", "load": float("-inf")},
]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("source", [list, iter])
def test_no_format_has_numbers_that_json_lacks(kind, source, shown, piped):
    text = shown(source(NOT_FINITE), View(("name", "load")), format=kind)
    assert "nan" not in text.casefold()
    assert "inf" not in text.casefold()
    assert piped.stderr.getvalue() == "warning: NaN and Infinity are shown as null.\n"


def test_a_query_cannot_make_such_a_number_either(shown, piped):
    assert shown(["nan"], query="[].to_number(@)") == "[\n  null\n]\n"
    assert "NaN" in piped.stderr.getvalue()


def nested(levels, inner):
    for _ in range(levels):
        inner = [inner]
    return inner


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("source", [list, iter, lambda items: items[0]])
def test_deep_nesting_is_shown_or_an_unusable_answer(kind, source, shown):
    data = source([{"name": "x", "id": "y", "deep": nested(900, 1)}])
    if kind in {"json", "ndjson", "name", "id"}:
        assert shown(data, format=kind)
        return
    with pytest.raises(UnavailableError, match=f"nested too deeply for {kind}"):
        shown(data, View(("deep",)), format=kind)


def narrow_terminal(encoding):
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, newline="")
    return raw, Terminal.of({}, None, out, io.TextIOWrapper(io.BytesIO(), encoding=encoding))


@pytest.mark.parametrize("kind", ["name", "id", "csv", "tsv"])
@pytest.mark.parametrize("source", [list, iter])
def test_a_character_that_stdout_lacks_is_an_error_in_exact_formats(kind, source):
    raw, terminal = narrow_terminal("ascii")
    items = [{"name": "café", "id": "café"}]
    with pytest.raises(UsageError, match="ascii lacks") as error:
        show(source(items), View(("name",)), ShowOptions(format=kind), terminal)
    assert "-o json" in error.value.hint
    assert raw.getvalue() == b""


@pytest.mark.parametrize("kind", ["json", "ndjson", "yaml"])
def test_a_character_that_stdout_lacks_is_escaped_where_that_is_possible(kind):
    raw, terminal = narrow_terminal("ascii")
    show([{"name": "café"}], View(("name",)), ShowOptions(format=kind), terminal)
    assert yaml.safe_load(raw.getvalue().decode()) in ([{"name": "café"}], {"name": "café"})


@pytest.mark.parametrize("kind", ["table", "wide"])
def test_a_character_that_stdout_lacks_is_replaced_in_a_table_with_a_warning(kind):
    raw, terminal = narrow_terminal("ascii")
    show([{"name": "café"}], View(("name",)), ShowOptions(format=kind), terminal)
    assert raw.getvalue() == b"NAME\ncaf?\n"
    terminal.stderr.flush()
    assert b"ascii lacks" in terminal.stderr._stream.buffer.getvalue()
