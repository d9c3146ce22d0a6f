"""Output: formats, queries, columns, filters, and what a terminal gets that a pipe does not."""

import csv
import io
import json

import pytest
import yaml

LINE = "env list --project storefront"


@pytest.fixture
def show(ran, sandbox):
    def show(words="", line=LINE, **more):
        ended = ran(f"{line} {words}", env={**sandbox.environ, **more.pop("env", {})}, **more)
        assert ended.code == 0, ended
        return ended

    return show


NAMES = ["production", "staging", "development"]


def test_a_table_has_a_header_and_a_line_for_each(show):
    lines = show().out.splitlines()
    assert lines[0].split()[:3] == ["NAME", "MODE", "STATE"]
    assert [line.split()[0] for line in lines[1:4]] == NAMES


def test_wide_has_more_columns(show):
    assert set(show().out.split("\n")[0].split()) < set(show("-o wide").out.split("\n")[0].split())


def test_json_is_an_array_of_whole_objects(show):
    found = show("-o json").json
    assert [one["name"] for one in found][:3] == NAMES
    assert {"id", "mode", "project", "cluster_id"} <= set(found[0])


def test_ndjson_is_an_object_a_line(show):
    found = [json.loads(line) for line in show("-o ndjson").out.splitlines()]
    assert found == show("-o json").json


def test_yaml_is_the_same_data(show):
    assert yaml.safe_load(show("-o yaml").out) == show("-o json").json


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_delimited_values_are_read_back(form, delimiter, show):
    found = list(csv.DictReader(io.StringIO(show(f"-o {form}").out), delimiter=delimiter))
    assert [one["name"] for one in found][:3] == NAMES


def test_name_and_id_are_one_a_line(show):
    assert show("-o name").out.splitlines()[:3] == NAMES
    assert show("-o id").out.splitlines() == [one["id"] for one in show("-o json").json]


def test_query_implies_json(show):
    assert show("-q [].name").json[:3] == NAMES
    assert show("-q [0].mode").out == '"PRODUCTION"\n'


def test_a_query_that_is_none_is_refused(ran, sandbox):
    ended = ran(LINE, "-q", "[", env=sandbox.environ)
    assert ended.code == 2
    assert ended.out == ""
    assert "Traceback" not in ended.err


def test_columns_are_chosen(show):
    lines = show("--columns name,mode").out.splitlines()
    assert lines[0].split() == ["NAME", "MODE"]


def test_column_that_is_not_there_is_reported_or_empty(ran, sandbox):
    ended = ran(f"{LINE} --columns name,colour", env=sandbox.environ)
    assert ended.code in {0, 2}
    assert "Traceback" not in ended.err


def test_lists_are_sorted(show):
    assert show("--sort-by name -o name").out.splitlines()[-3:] == sorted(NAMES)
    backwards = show("--sort-by -name -o name").out.splitlines()
    assert backwards[:3] == sorted(NAMES, reverse=True)


def test_lists_are_filtered(show):
    assert show("--filter mode=PRODUCTION -o name").out.splitlines() == ["production"]
    assert "production" not in show("--filter mode!=PRODUCTION -o name").out.splitlines()
    assert show("--filter name~=stag -o name").out.splitlines() == ["staging"]


def test_a_filter_that_is_none_is_refused(ran, sandbox):
    ended = ran(f"{LINE} --filter mode", env=sandbox.environ)
    assert ended.code == 2
    assert "--filter" in ended.err


def test_headers_can_be_left_out(show):
    assert show("--no-headers").out.splitlines()[0].split()[0] == "production"


def test_an_unknown_format_names_the_known_ones(ran, sandbox):
    ended = ran(f"{LINE} -o xml", env=sandbox.environ)
    assert ended.code == 2
    assert "ndjson" in ended.err


def test_the_format_from_a_variable(show):
    assert show(env={"QOVERY_OUTPUT": "json"}).json
    assert show("-o name", env={"QOVERY_OUTPUT": "json"}).out.splitlines()[:3] == NAMES


def test_empty_list_is_reported_on_stderr_only(ran, shop):
    ended = ran("app list", env=shop.environ)
    assert ended.code == 0
    assert ended.out.splitlines()[1:] == []
    assert ran("app list -o json", env=shop.environ).json == []
    assert ran("app list -o name", env=shop.environ).out == ""


def test_one_object_is_a_record(show):
    lines = show(line="env get production --project storefront").out.splitlines()
    assert any(line.startswith("name:") for line in lines)


def test_empty_answer_is_written_as_data(ran, shop):
    shop.application("api")
    ended = ran("app delete api --yes -o json", env=shop.environ)
    assert ended.json["name"] == "api"
    assert ended.json["done"] == "deleting"
    assert ended.json["id"]


def test_a_pipe_gets_no_escape_sequence_whatever_the_format(show):
    for form in ("table", "wide", "json", "ndjson", "yaml", "csv", "tsv", "name", "id"):
        ended = show(f"-o {form}")
        assert "\x1b" not in ended.out + ended.err, form


def test_a_terminal_gets_colours_and_relative_times(show):
    ended = show(typed="")
    assert "\x1b[" in ended.out
    assert "ago" in ended.out
    assert "ago" not in show().out


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours_where_they_are_not_wanted(environ, show):
    assert "\x1b" not in show(typed="", env=environ).out


def test_colours_in_a_pipe_where_they_are_wanted(show):
    assert "\x1b[" in show(env={"FORCE_COLOR": "1"}).out


def test_state_is_shown_by_word_and_colour(show):
    assert "DEPLOYMENT_ERROR" in show(typed="").out


def test_a_table_in_a_pipe_is_never_cut_off(show):
    narrow = show("-o wide", env={"COLUMNS": "20", "TERMINAL_WIDTH": "20"}).out
    assert narrow == show("-o wide").out


def test_a_table_at_a_terminal_fits_it(show):
    narrow = {"COLUMNS": "60", "TERMINAL_WIDTH": "60", "NO_COLOR": "1"}
    lines = show(typed="", env=narrow).out.splitlines()
    assert max(len(line) for line in lines) <= 60


def test_text_of_the_server_cannot_steer_a_terminal(ran, shop):
    evil = "red\x1b[31m\x1b]0;title\x07\x9b31m"
    shop.application("api", description=evil)
    for line in ("app get api", "app get api -o yaml", "app get api -o json", "app list -o wide"):
        ended = ran(line, env={**shop.environ, "NO_COLOR": "1"}, typed="")
        assert ended.code == 0, ended
        assert "\x1b" not in ended.out
        assert "\x9b" not in ended.out
        assert "\x07" not in ended.out


def test_json_at_a_terminal_is_still_the_same_data(show):
    assert show("-o json", typed="", env={"NO_COLOR": "1"}).json == show("-o json").json


def test_paged_lists_have_a_limit_and_say_when_there_is_more(show):
    line = "env history list --env production --project storefront"
    few = show("--limit 3 -o json", line=line)
    assert len(few.json) == 3
    assert "--limit" in few.err
    everything = show("--limit 1000 -o json", line=line)
    assert len(everything.json) > 20
    assert everything.err == ""


@pytest.mark.parametrize("limit", ["0", "-1", "x", "1.5"])
def test_a_limit_that_is_none_is_refused(limit, ran, sandbox):
    line = "env history list --env production --project storefront"
    ended = ran(f"{line} --limit={limit}", env=sandbox.environ)
    assert ended.code == 2, ended


def test_notices_never_mix_with_data(ran, shop):
    shop.application("api")
    ended = ran("app deploy api -o json", env=shop.environ)
    assert ended.code == 0
    assert isinstance(ended.json, dict)
    assert "Deploying" in ended.err


def test_json_has_the_state_only_if_an_option_names_it(ran, shop, sandbox):
    shop.application("api")
    assert "status" not in ran("app list -o json", env=shop.environ).json[0]
    assert not [one for one in sandbox.requests if one.endswith("/status")]
    assert "READY" in ran("app list", env=shop.environ).out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("-o json --columns name,state", [{"name": "api", "state": "READY"}]),
        ("-o ndjson --columns name,state", {"name": "api", "state": "READY"}),
        ("-q [].status.state", ["READY"]),
        ("-q [].state", ["READY"]),
        ("-q \"[?state=='READY'].name\"", ["api"]),
    ],
)
def test_json_has_the_state_that_the_table_has(words, expected, ran, shop):
    shop.application("api")
    assert ran(f"app list {words}", env=shop.environ).json == expected


@pytest.mark.parametrize("words", ["--filter state=READY", "--sort-by state"])
@pytest.mark.parametrize("form", ["name", "json"])
def test_the_state_can_be_filtered_and_sorted_by_in_every_format(words, form, ran, shop):
    shop.application("api")
    ended = ran(f"app list {words} -o {form}", env=shop.environ)
    assert ended.code == 0, ended
    assert ended.out == "api\n" if form == "name" else ended.json[0]["status"]["state"] == "READY"


def test_table_without_the_state_does_not_ask_for_it(ran, shop, sandbox):
    shop.application("api")
    assert ran("app list --columns name", env=shop.environ).out == "NAME\napi\n"
    assert not [one for one in sandbox.requests if one.endswith("/status")]
