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


def test_byte_order_mark_is_ignored(file):
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
def test_string_field_keeps_the_spelling_of_a_plain_scalar(word):
    assert body(f"country_code: {word}") == {"country_code": word}


def test_version_keeps_its_trailing_zero():
    assert body("version: 14.10") == {"version": "14.10"}


def test_strings_in_lists_and_maps_keep_their_spelling():
    assert body("tags: [1.10, no]\nlabels: {a: 1.0, on: yes}") == {
        "tags": ["1.10", "no"],
        "labels": {"a": "1.0", "on": "yes"},
    }


def test_declared_numbers_and_booleans_are_converted():
    value = body("cpu: 500\nshare: 1.5\nproduction: true")
    assert value == {"cpu": 500, "share": 1.5, "production": True}


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("on", True), ("no", False)])
def test_yaml_1_1_booleans_are_accepted_for_boolean_fields(word, value):
    assert body(f"production: {word}") == {"production": value}


def test_union_of_string_and_boolean_converts_only_true_and_false():
    assert body("value: true") == {"value": True}
    assert body("value: yes") == {"value": "yes"}


def test_quoted_scalar_is_a_string():
    assert body('cpu: "500"') == {"cpu": "500"}


def test_null_stays_null():
    assert body("country_code: null\nversion: ~\ncpu:") == {
        "country_code": None,
        "version": None,
        "cpu": None,
    }


def test_undeclared_date_is_a_string():
    assert read("-", stdin="since: 2026-01-31T08:00:00Z") == {"since": "2026-01-31T08:00:00Z"}


def test_infinity_is_a_string():
    assert read("-", stdin="a: .inf\nb: .nan\nc: 1e999") == {"a": ".inf", "b": ".nan", "c": "1e999"}


def test_types_of_the_catalog_are_used():
    schema = catalog.operation("createDatabase").body
    value = read("-", stdin="version: 14.10\nstorage: 10", schema=schema, level="1.0.3")
    assert value == {"version": "14.10", "storage": 10}


def test_aliases_and_merge_keys_are_resolved():
    text = "defaults: &d {cpu: 1, memory: 2}\napp:\n  <<: *d\n  cpu: 5\n"
    assert read("-", stdin=text)["app"] == {"cpu": 5, "memory": 2}


def test_syntax_error_has_file_line_and_column(file):
    path = file("body.yaml", "name: shop\nports: [1, 2\n")
    message = refusal(path)
    assert path in message.replace("\\\\", "\\")
    assert "is not valid YAML: line 3, column 1:" in message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb:\n  c: 1\n  c: 2\n", "line 4, column 3: duplicate key 'c'"),
        ("a: !Ref x", "line 1, column 4: value does not match the tag '!Ref'"),
        ("a: !!set {x}", "unknown tag"),
        ("? [a]\n: 1", "a key must be a scalar"),
        ("a: 1\n---\nb: 2", "line 2, column 1"),
        ("a: *nowhere", "line 1, column 4"),
        ("a: &a [*a]", "recursive alias"),
        ("<<: 5", "'<<' requires a mapping"),
        ("a: \x07", "line 1"),
        ("- " * 5000 + "x", "nested too deeply"),
    ],
)
def test_ambiguous_yaml_is_rejected_with_its_position(text, place):
    message = refusal("-", stdin=text)
    assert message.startswith("Standard input is not valid YAML: ")
    assert place in message


def test_a_json_file_is_not_read_as_yaml(file):
    assert "is not valid JSON: line 1, column 1:" in refusal(file("body.json", "a: 1"))


def test_json_error_is_reported_for_text_that_looks_like_json():
    assert "is not valid JSON: line 1, column 8" in refusal("-", stdin='{"a": 1')


def test_alias_expansion_is_limited():
    lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    for n in range(1, 9):
        lines.append(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]")
    assert "too large" in refusal("-", stdin="\n".join(lines))


@pytest.mark.parametrize("text", ["", "  \n", "# nothing\n", "null"])
def test_empty_file_is_rejected(text):
    assert refusal("-", stdin=text) == "Standard input is empty."


@pytest.mark.parametrize(
    ("text", "held"), [("- 1", "a list"), ("shop", "a string"), ("5", "a single value")]
)
def test_non_object_is_rejected_for_an_object_body(text, held):
    message = refusal("-", stdin=text, schema=ADDRESS)
    assert message == f"Standard input must contain an object (name: value), not {held}."


def test_object_is_rejected_for_a_list_body():
    assert refusal("-", stdin="a: 1", schema=LIST).endswith("must contain a list, not an object.")
    assert read("-", stdin="- {a: 1}", schema=LIST) == [{"a": 1}]


def test_missing_file_is_reported(tmp_path):
    assert refusal(str(tmp_path / "none.yaml")).endswith("none.yaml' does not exist.")


def test_directory_is_rejected(tmp_path):
    assert "cannot be read" in refusal(str(tmp_path))


def test_invalid_utf_8_is_rejected(file):
    assert "is not valid UTF-8 (line 1, column 4)" in refusal(file("body.yaml", b"a: \xff\xfe"))


def test_a_text_is_read_whole(file):
    assert read_text(file("key.pem", "one\ntwo\n")) == "one\ntwo\n"


def test_invalid_path_is_rejected():
    with pytest.raises(UsageError, match="cannot be read"):
        read_text("a\0b")
