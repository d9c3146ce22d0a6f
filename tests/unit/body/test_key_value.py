import pytest

from qovery_cli.body.coerce import coerce
from qovery_cli.body.key_value import fields, parts, pieces
from qovery_cli.body.target import Target
from qovery_cli.errors import UsageError

PORT = {
    "type": "object",
    "properties": {
        "internal_port": {"type": "integer"},
        "name": {"type": "string"},
        "paths": {"type": "array", "items": {"type": "string"}},
        "tls": {"type": "object", "properties": {"host": {"type": "string"}}},
        "network.enable_cors": {"type": "boolean"},
    },
}
TARGET = Target("--port", "1.0.4")


def read(text, schema=PORT):
    return fields(text, schema, TARGET, coerce)


def refusal(text):
    with pytest.raises(UsageError) as caught:
        read(text)
    return caught.value


def test_pairs_are_converted_to_typed_fields():
    assert read("internal_port=80, name=80") == {"internal_port": 80, "name": "80"}


def test_dots_address_nested_objects():
    assert read("tls.host=a.test") == {"tls": {"host": "a.test"}}


def test_a_declared_name_with_dots_is_one_field():
    assert read("network.enable_cors=yes") == {"network.enable_cors": True}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('name="a,b=c"', "a,b=c"),
        ("name='say \"hi\"'", 'say "hi"'),
        (r"name=a\,b", "a,b"),
        (r"name=\"quoted\"", '"quoted"'),
        (r"name=C:\temp\new", r"C:\temp\new"),
        (r"name=a\\b", r"a\b"),
        ("name=it's", "it's"),
        ("name=a=b==", "a=b=="),
        ("name=", ""),
        ("name=a.b", "a.b"),
    ],
)
def test_quotes_and_backslashes_escape_separators(text, value):
    assert read(text) == {"name": value}


def test_repeated_key_appends_to_a_list():
    assert read("paths=a,paths=b,name=x") == {"paths": ["a", "b"], "name": "x"}


def test_repeated_field_is_rejected():
    assert refusal("name=a,name=b").message == "--port name was given twice."


@pytest.mark.parametrize("text", ["", "80", "internal_port=80,80", "=80", ",", "a..b=1"])
def test_invalid_pair_is_rejected(text):
    assert "expected key=value,key=value" in refusal(text).message


def test_unknown_field_suggests_similar_names():
    error = refusal("internal_prot=80")
    assert error.message == "--port internal_prot: unknown field 'internal_prot'."
    assert error.hint == "Did you mean 'internal_port'?"


def test_invalid_value_is_reported_with_its_field():
    message = refusal("internal_port=http").message
    assert message == "Invalid --port internal_port 'http': expected an integer."


def test_unclosed_quote_is_rejected():
    assert refusal('name="a').message == "Invalid --port: unclosed quote."


def test_no_value_is_repeated_in_an_error():
    assert "hunter2" not in refusal("name=a,password=hunter2").message


def test_the_keys_of_a_map_keep_their_dots():
    assert read("app.io/name=x", {"type": "object", "additional": {"type": "string"}}) == {
        "app.io/name": "x"
    }


def test_parts_are_separated_by_commas():
    assert parts(r'a,"b,c",d\,e', TARGET) == ["a", "b,c", "d,e"]


def test_pieces_are_pairs_and_words():
    pairs = pieces('8080:443/http, public,name="a,b=c",x=', TARGET)
    assert pairs == [("8080:443/http", None), ("public", None), ("name", "a,b=c"), ("x", "")]
