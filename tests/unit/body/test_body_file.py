import pytest

from qovery_cli import catalog
from qovery_cli.body.body_file import read, read_text
from qovery_cli.errors import UsageError

ADDRESS = {
    "type": "object",
    "properties": {
        "country_code": {"type": "string"},
        "version": {"type": "string"},
        "cpu": {"type": "integer"},
        "share": {"type": "number"},
        "production": {"type": "boolean"},
        "value": {"one_of": [{"type": "string"}, {"type": "boolean"}]},
        "tags": {"type": "array", "items": {"type": "string"}},
        "labels": {"type": "object", "additional": {"type": "string"}},
    },
}
LIST = {"type": "array", "items": {"type": "object"}}


def body(text, schema=ADDRESS):
    return read("-", stdin=text, schema=schema)


@pytest.fixture
def file(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def refusal(*args, **options):
    with pytest.raises(UsageError) as caught:
        read(*args, **options)
    return caught.value.message


def test_a_yaml_file_is_read(file):
    assert read(file("body.yaml", "name: shop\nports:\n  - 80\n")) == {
        "name": "shop",
        "ports": [80],
    }


def test_a_json_file_is_read(file):
    assert read(file("body.json", '{"name": "shop"}')) == {"name": "shop"}


def test_without_a_known_extension_json_and_yaml_are_tried(file):
    assert read(file("json", '{"a": "\\/"}')) == {"a": "/"}
    assert read(file("yaml", "a: 1")) == {"a": 1}


def test_standard_input_is_read_for_a_dash():
    assert read("-", stdin="name: shop") == {"name": "shop"}


def test_a_byte_order_mark_is_no_part_of_the_body(file):
    assert read(file("body.json", b'\xef\xbb\xbf{"a": 1}')) == {"a": 1}


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "NO",
        "on",
        "yes",
        "Off",
        "true",
        "010",
        "0o17",
        "0x1F",
        "12:30:45",
        "2026-01-31",
        "1_000",
    ],
)
def test_what_is_declared_a_text_stays_the_text_that_was_written(word):
    assert body(f"country_code: {word}") == {"country_code": word}


def test_a_version_keeps_its_last_zero():
    assert body("version: 14.10") == {"version": "14.10"}


def test_texts_in_lists_and_maps_keep_their_spelling_too():
    assert body("tags: [1.10, no]\nlabels: {a: 1.0, on: yes}") == {
        "tags": ["1.10", "no"],
        "labels": {"a": "1.0", "on": "yes"},
    }


def test_numbers_and_booleans_are_read_where_they_are_declared():
    given = body("cpu: 500\nshare: 1.5\nproduction: true")
    assert given == {"cpu": 500, "share": 1.5, "production": True}


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("on", True), ("no", False)])
def test_the_old_words_for_booleans_count_where_one_is_declared(word, value):
    assert body(f"production: {word}") == {"production": value}


def test_a_field_that_may_be_text_or_boolean_is_a_boolean_only_for_true_and_false():
    assert body("value: true") == {"value": True}
    assert body("value: yes") == {"value": "yes"}


def test_a_quoted_word_is_always_a_text():
    assert body('cpu: "500"') == {"cpu": "500"}


def test_null_stays_null():
    assert body("country_code: null\nversion: ~\ncpu:") == {
        "country_code": None,
        "version": None,
        "cpu": None,
    }


def test_dates_are_texts_even_where_nothing_is_declared():
    assert read("-", stdin="since: 2026-01-31T08:00:00Z") == {"since": "2026-01-31T08:00:00Z"}


def test_infinity_is_a_text_because_json_has_none():
    assert read("-", stdin="a: .inf\nb: .nan\nc: 1e999") == {"a": ".inf", "b": ".nan", "c": "1e999"}


def test_the_facts_of_the_catalog_decide_too():
    schema = catalog.operation("createDatabase").body
    given = read("-", stdin="version: 14.10\nstorage: 10", schema=schema, level="1.0.3")
    assert given == {"version": "14.10", "storage": 10}


def test_aliases_and_merge_keys_are_followed():
    text = "defaults: &d {cpu: 1, memory: 2}\napp:\n  <<: *d\n  cpu: 5\n"
    assert read("-", stdin=text)["app"] == {"cpu": 5, "memory": 2}


def test_a_fault_is_named_with_file_line_and_column(file):
    path = file("body.yaml", "name: shop\nports: [1, 2\n")
    message = refusal(path)
    assert path in message.replace("\\\\", "\\")
    assert "is not valid YAML: line 3, column 1:" in message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb:\n  c: 1\n  c: 2\n", "line 4, column 3: the key 'c' is given twice"),
        ("a: !Ref x", "line 1, column 4: the tag '!Ref' does not fit here"),
        ("a: !!set {x}", "the tag"),
        ("? [a]\n: 1", "a key must be a word"),
        ("a: 1\n---\nb: 2", "line 2, column 1"),
        ("a: *nowhere", "line 1, column 4"),
        ("a: &a [*a]", "an alias contains itself"),
        ("<<: 5", "'<<' takes a mapping"),
        ("a: \x07", "line 1"),
        ("- " * 5000 + "x", "nested too deeply"),
    ],
)
def test_what_yaml_cannot_say_clearly_is_refused_with_its_place(text, place):
    message = refusal("-", stdin=text)
    assert message.startswith("Standard input is not valid YAML: ")
    assert place in message


def test_a_json_file_is_not_read_as_yaml(file):
    assert "is not valid JSON: line 1, column 1:" in refusal(file("body.json", "a: 1"))


def test_what_begins_like_json_is_judged_as_json():
    assert "is not valid JSON: line 1, column 8" in refusal("-", stdin='{"a": 1')


def test_aliases_that_stand_for_billions_are_refused():
    lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    for n in range(1, 9):
        lines.append(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]")
    assert "too large" in refusal("-", stdin="\n".join(lines))


@pytest.mark.parametrize("text", ["", "  \n", "# nothing\n", "null"])
def test_an_empty_file_is_refused(text):
    assert refusal("-", stdin=text) == "Standard input is empty."


@pytest.mark.parametrize(
    ("text", "held"), [("- 1", "a list"), ("shop", "one text"), ("5", "one value")]
)
def test_where_fields_are_needed_anything_else_is_refused(text, held):
    message = refusal("-", stdin=text, schema=ADDRESS)
    assert message == f"Standard input must hold fields, as 'name: value'; it holds {held}."


def test_where_a_list_is_needed_fields_are_refused():
    assert refusal("-", stdin="a: 1", schema=LIST).endswith("a list of values; it holds fields.")
    assert read("-", stdin="- {a: 1}", schema=LIST) == [{"a": 1}]


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert refusal(str(tmp_path / "none.yaml")).endswith("none.yaml' does not exist.")


def test_a_directory_is_no_body(tmp_path):
    assert "cannot be read" in refusal(str(tmp_path))


def test_bytes_that_are_not_text_are_refused(file):
    assert "is not valid UTF-8 (line 1, column 4)" in refusal(file("body.yaml", b"a: \xff\xfe"))


def test_a_text_is_read_whole(file):
    assert read_text(file("key.pem", "one\ntwo\n")) == "one\ntwo\n"


def test_a_path_that_cannot_be_is_refused():
    with pytest.raises(UsageError, match="cannot be read"):
        read_text("a\0b")
