"""Property-based tests of bodies and texts."""

import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from qovery_cli import catalog
from qovery_cli.body import schemas
from qovery_cli.body.body_file import read
from qovery_cli.body.build_body import amend
from qovery_cli.body.coerce import coerce, coerce_all
from qovery_cli.body.merge import json_equal, merge
from qovery_cli.body.set_option import apply, parse
from qovery_cli.body.target import Target
from qovery_cli.body.update import request_from
from qovery_cli.errors import UsageError

UPDATES = [
    catalog.operation(key)
    for key in (
        "editApplication",
        "editContainer",
        "editDatabase",
        "editCluster",
        "editHelm",
        "editJob",
        "editTerraform",
        "editOrganizationWebhook",
        "editContainerRegistry",
        "editEnvironmentDeploymentRule",
        "editRoutingTable",
        "editAdvancedSettings",
    )
]
SCHEMAS = [operation.body for operation in UPDATES]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
FEW = settings(max_examples=60)
MANY = settings(max_examples=200)
PATHS = st.text(alphabet="ab.[]0\\=:@ports", max_size=20) | st.text(max_size=20)
WORDS = (
    st.text(alphabet="a=,\"'\\{}[]1.:e", max_size=15)
    | st.text(max_size=15)
    | st.text(alphabet=st.characters(codec=None), max_size=5)
)


@st.composite
def answers(draw, schema, depth=0):
    """Draw responses of a schema, with unknown fields, values and nulls."""
    plain = draw(st.sampled_from(schemas.alternatives(schema)))
    kind = schemas.kind(plain)
    if depth > 4 or draw(st.integers(0, 9)) == 0:
        return draw(JSON)
    if kind == "array":
        return draw(st.lists(answers(schemas.items(plain), depth + 1), max_size=2))
    if kind != "object":
        return draw(st.sampled_from(["UNHEARD_OF", "text", 1, True, None]))
    fields = plain.get("properties", {})
    chosen = [name for name in fields if draw(st.booleans())]
    body = {name: draw(answers(fields[name], depth + 1)) for name in chosen}
    unheard = st.sampled_from(["unheard_1", "unheard_2", "Unheard.Of"])
    return body | draw(st.dictionaries(unheard, st.none() | JSON, max_size=2))


@st.composite
def updates(draw):
    operation = draw(st.sampled_from(UPDATES))
    return operation, draw(answers(operation.response))


def lost(answer, body, response, request, path=""):
    """Return the paths of lost fields, except response-only ones."""
    if isinstance(answer, list) and isinstance(body, list) and len(answer) == len(body):
        for index, item in enumerate(answer):
            inner = schemas.items(response), schemas.items(request)
            yield from lost(item, body[index], *inner, f"{path}[{index}]")
    elif isinstance(answer, dict) and isinstance(body, dict):
        for name, value in answer.items():
            wanted, known = schemas.field(request, name), schemas.field(response, name)
            if name in body:
                inner = known or schemas.ANY, wanted or schemas.ANY
                yield from lost(value, body[name], *inner, f"{path}.{name}")
            elif wanted is not None or not declares(response, name):
                yield f"{path}.{name}"
    elif not json_equal(answer, body):
        yield path


def declares(schema, name):
    return any(name in plain.get("properties", {}) for plain in schemas.alternatives(schema))


@FEW
@given(updates())
def test_request_fields_are_sent_back(update):
    operation, answer = update
    body = request_from(answer, operation.response, operation.body)
    assert list(lost(answer, body, operation.response, operation.body)) == []


@FEW
@given(updates())
def test_no_field_is_invented(update):
    operation, answer = update
    body = request_from(answer, operation.response, operation.body)
    assert list(lost(body, answer, schemas.ANY, schemas.ANY)) == []


@FEW
@given(updates())
def test_an_update_without_changes_leaves_the_body_equal(update):
    operation, answer = update
    body = request_from(answer, operation.response, operation.body)
    assert json_equal(amend(body, operation.body, "1.0.4"), body)
    assert json_equal(merge(body, {}), body) or not isinstance(body, dict)


@FEW
@given(updates(), st.dictionaries(st.sampled_from(["name", "cpu", "unheard_1"]), JSON, max_size=2))
def test_change_affects_only_the_named_fields(update, changes):
    operation, answer = update
    body = request_from(answer, operation.response, operation.body)
    if not isinstance(body, dict):
        return
    kept = copy.deepcopy(body)
    merged = merge(body, changes)
    assert {name: merged[name] for name in kept if name not in changes} == {
        name: value for name, value in kept.items() if name not in changes
    }
    assert json_equal(body, kept)


def outcome(call):
    """Return the result of a call, or the message of its UsageError."""
    try:
        return call(), "Done."
    except UsageError as error:
        return {}, error.message


def is_sentence(text):
    # A sentence may begin with a value in quotes, or with a flag, which stands bare.
    return text.endswith(".") and (text[0].isupper() or text.startswith(("'", '"', "--")))


@MANY
@given(PATHS, st.sampled_from(["=", ":=", "=@", ":=@", ""]), WORDS, st.sampled_from(SCHEMAS))
def test_any_set_argument_is_applied_or_rejected(path, operator, value, schema):
    def call():
        return apply({"ports": [{}]}, parse(path + operator + value), schema, "1.0.4")

    body, sentence = outcome(call)
    assert isinstance(body, dict | list)
    assert is_sentence(sentence)


FACTS = st.sampled_from(
    [
        {"type": "string"},
        {"type": "integer"},
        {"type": "number"},
        {"type": "boolean"},
        {"type": "string", "enum": ["AWS", "SCW", "DO"]},
        {"type": "array", "items": {"type": "integer"}},
        {"type": "array", "items": {"type": "array", "items": {"type": "string"}}},
        {"type": "object", "additional": {"type": "string"}},
        {"one_of": [{"type": "integer"}, {"type": "string", "enum": ["A"]}]},
        *SCHEMAS,
    ]
)


@MANY
@given(WORDS, FACTS, st.sampled_from(catalog.LEVELS), st.booleans())
def test_any_option_text_is_converted_or_rejected(text, fact, level, known_only):
    target = Target("--option", level, known_only)
    assert is_sentence(outcome(lambda: coerce(text, fact, target))[1])
    assert is_sentence(outcome(lambda: coerce_all([text, text], fact, target))[1])


@MANY
@given(
    st.text(alphabet="a:- \n{}[],\"'&*<!|>?%#1", max_size=25)
    | st.text(alphabet=st.characters(codec=None), max_size=10)
)
def test_any_body_text_is_parsed_or_rejected(text):
    body, sentence = outcome(lambda: read("-", stdin=text))
    assert isinstance(body, dict | list)
    assert is_sentence(sentence)
