from qovery_cli.output.detail import record_text
from qovery_cli.output.format_value import CellStyle
from qovery_cli.output.view import View

APP = {
    "id": "1",
    "name": "api",
    "state": "RUNNING",
    "git": {"url": "https://git.acme.test/api.git", "commit": None},
    "ports": [{"number": 80, "public": True}],
    "tags": ["a", "b"],
    "created_at": "2026-11-23T09:00:00Z",
    "note": "two\nlines",
}


def test_every_field_is_a_line_with_nested_ones_dotted():
    assert record_text(APP, (), CellStyle()).splitlines() == [
        "id:              1",
        "name:            api",
        "state:           RUNNING",
        "git.url:         https://git.acme.test/api.git",
        "git.commit:      -",
        "ports[0].number: 80",
        "ports[0].public: yes",
        "tags:            a, b",
        "created_at:      2026-11-23T09:00:00Z",
        "note:            two\\nlines",
    ]


def test_old_date_is_not_repeated():
    columns = View(columns=("created_at",)).chosen()
    shown = record_text(
        {"created_at": "2020-01-02T09:00:00Z"},
        columns,
        CellStyle(interactive=True, now=1795435200.0),
    )
    assert shown == "created at: 2020-01-02T09:00:00Z\n"


def test_terminal_output_has_signs_colours_and_relative_times():
    look = CellStyle(interactive=True, coloured=True, now=1795435200.0)
    columns = View(columns=("state", "created=created_at")).chosen()
    assert record_text(APP, columns, look).splitlines() == [
        "\x1b[1mstate:\x1b[0m   \x1b[32m✓ RUNNING\x1b[0m",
        "\x1b[1mcreated:\x1b[0m 2026-11-23T09:00:00Z (3 h ago)",
    ]


def test_columns_choose_the_fields():
    columns = View(columns=("name", "url=git.url", "absent")).chosen()
    assert record_text(APP, columns, CellStyle()).splitlines() == [
        "name:   api",
        "url:    https://git.acme.test/api.git",
        "absent: -",
    ]


def test_keys_can_be_left_out():
    assert (
        record_text(APP, View(columns=("name", "id")).chosen(), CellStyle(), keys=False)
        == "api\n1\n"
    )


def test_a_very_long_key_moves_only_its_own_value():
    data = {"name": "api", "x" * 50: 1}
    assert record_text(data, (), CellStyle()).splitlines() == [
        "name:" + " " * 36 + "api",
        "x" * 50 + ": 1",
    ]


def test_keys_are_sanitized():
    assert record_text({"\x1b[31mname\n": 1}, (), CellStyle()) == "name\\n: 1\n"


def test_an_empty_object_has_no_lines():
    assert record_text({}, (), CellStyle()) == ""


def test_the_name_of_a_chosen_field_is_written_as_words():
    columns = View(columns=("created_at",)).chosen()
    assert record_text(APP, columns, CellStyle()) == "created at: 2026-11-23T09:00:00Z\n"


def test_numbers_have_their_unit_in_lists_too():
    data = {"cpu": 500, "storage": [{"size": 10}]}
    units = {"cpu": "millicores", "storage.size": "GB"}
    shown = record_text(data, (), CellStyle(), units=units)
    assert shown.split() == ["cpu:", "500m", "storage[0].size:", "10GB"]
