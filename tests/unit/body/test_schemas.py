from qovery_cli.body import schemas

FORMS = {
    "by_api": {
        "1.0.3": {"type": "array", "items": {"type": "integer"}},
        "1.0.4": {"type": "object", "properties": {"a": {"type": "string"}}},
    }
}
UNION = {
    "type": "object",
    "properties": {"port": {"type": "integer"}},
    "one_of": [
        {"type": "object", "properties": {"name": {"type": "string"}}},
        {"type": "object", "api": ["1.0.4"], "properties": {"selector": {"type": "string"}}},
    ],
}


def test_each_level_has_its_own_form():
    assert schemas.kinds(FORMS, "1.0.3") == {"array"}
    assert schemas.kinds(FORMS, "1.0.4") == {"object"}
    assert schemas.kinds(FORMS) == {"array", "object"}


def test_alternatives_include_shared_fields():
    assert schemas.names(UNION) == ["port", "name", "selector"]
    assert schemas.names(UNION, "1.0.3") == ["port", "name"]


def test_a_reference_is_followed():
    assert "url" in schemas.names({"ref": "ApplicationGitRepositoryRequest"})


def test_undeclared_required_names_are_included():
    schema = {"ref": "ApplicationGitRepositoryRequest"}
    assert {"owner", "name"} <= set(schemas.names(schema, "1.0.3"))
    assert schemas.field(schema, "owner") == schemas.ANY


def test_field_of_several_variants_is_a_union():
    schema = {
        "one_of": [
            {"type": "object", "properties": {"a": {"type": "string"}}},
            {"type": "object", "properties": {"a": {"type": "integer"}}},
        ]
    }
    field = schemas.field(schema, "a")
    assert field is not None
    assert schemas.kinds(field) == {"string", "integer"}


def test_open_object_accepts_any_name():
    assert schemas.field({"type": "object"}, "x") == schemas.ANY
    assert schemas.field({"type": "object", "properties": {"a": {}}}, "x") is None


def test_requires_needs_every_alternative():
    both = ["1.0.3", "1.0.4"]
    schema = {
        "one_of": [
            {"type": "object", "properties": {"a": {"required": both}, "b": {"required": both}}},
            {"type": "object", "properties": {"b": {"required": both}}},
        ]
    }
    assert schemas.requires(schema, "b", "1.0.4")
    assert not schemas.requires(schema, "a", "1.0.4")


def test_defaults_may_differ_by_level():
    fact = {"type": "integer", "default_api": {"1.0.3": 20}}
    assert schemas.default(fact, "1.0.3") == 20
    assert schemas.default(fact, "1.0.4") is schemas.MISSING
