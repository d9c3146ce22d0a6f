import pytest

from qovery_cli import catalog
from qovery_cli.body.validate import check, flag_of, problems
from qovery_cli.errors import UsageError

BOTH = ["1.0.3", "1.0.4"]
SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "required": BOTH, "minLength": 1},
        "cpu": {"type": "integer", "minimum": 10, "limits_api": {"1.0.3": {"minimum": 250}}},
        "share": {"type": "number"},
        "mode": {
            "type": "string",
            "enum": ["OLD", "SAME", "NEW"],
            "enum_api": {"OLD": ["1.0.3"], "NEW": ["1.0.4"]},
        },
        "note": {"type": "string", "nullable": ["1.0.4"]},
        "cluster": {"type": "string", "format": "uuid"},
        "newer": {"type": "string", "api": ["1.0.4"]},
        "id": {"type": "string", "required": BOTH, "readOnly": True},
        "ports": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string", "required": BOTH},
                    "number": {"type": "integer", "required": BOTH},
                },
            },
        },
        "labels": {"type": "object", "additional": {"type": "string"}},
        "anything": {"type": "any"},
        "value": {
            "one_of": [
                {"type": "string"},
                {"type": "boolean"},
                {"type": "object", "properties": {"a": {"type": "integer", "required": BOTH}}},
            ]
        },
        "form": {"by_api": {"1.0.3": {"type": "string"}, "1.0.4": {"type": "array"}}},
    },
    "undeclared": {"owner": BOTH},
}
AWS = catalog.operation("createAWSCredentials").body


def problems_of(body, level="1.0.4", schema=SCHEMA, **options):
    whole = {"name": "a", **body} if schema is SCHEMA else body
    return [(each.path, each.kind) for each in problems(whole, schema, level, **options)]


def sentence(body, level="1.0.4"):
    (problem,) = problems({"name": "a", **body}, SCHEMA, level)
    return problem.sentence


def refusal(body, flags=None, schema=SCHEMA, level="1.0.4"):
    with pytest.raises(UsageError) as caught:
        check(body, schema, level, flags or {})
    return caught.value


def test_valid_body_has_no_problems():
    body = {
        "cpu": 10,
        "share": 1,
        "mode": "NEW",
        "note": None,
        "newer": "x",
        "ports": [{"number": 1}],
        "labels": {"a.b": "c"},
        "anything": {"x": [1]},
        "value": {"a": 1},
        "owner": "acme",
        "form": [],
    }
    assert problems_of(body) == []


def test_missing_required_field_is_reported():
    assert [each.sentence for each in problems({}, SCHEMA, "1.0.4")] == ["'name' is missing."]


def test_read_only_and_undeclared_fields_are_not_required():
    assert problems_of({}) == []


def test_server_assigned_id_is_not_required():
    assert problems_of({"ports": [{"number": 1}]}) == []


def test_fields_in_lists_are_named_with_their_index():
    assert problems_of({"ports": [{"number": 1}, {}]}) == [("ports[1].number", "missing")]


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        ({"cpu": "5"}, "'cpu' must be an integer, not a string."),
        ({"cpu": True}, "'cpu' must be an integer, not true or false."),
        ({"cpu": 10.5}, "'cpu' must be an integer, not a number."),
        ({"share": []}, "'share' must be a number, not a list."),
        ({"ports": {}}, "'ports' must be a list, not an object."),
        ({"labels": {"a": 1}}, "'labels.a' must be a string, not an integer."),
        (
            {"value": 5},
            "'value' must be a string, true or false or an object, not an integer.",
        ),
    ],
)
def test_wrong_type_reports_the_expected_type(body, claim):
    assert sentence(body) == claim


def test_float_with_integer_value_is_an_integer():
    assert problems_of({"cpu": 10.0}) == []


def test_unknown_field_suggests_similar_names():
    (problem,) = problems({"name": "a", "lables": {}}, SCHEMA, "1.0.4")
    assert problem.sentence == "'lables' is not a known field."
    assert problem.nearest == ("labels",)


def test_field_of_another_level_reports_its_levels():
    assert sentence({"newer": "x"}, "1.0.3") == "'newer' is available only in API 1.0.4."


def test_value_of_another_level_reports_its_levels():
    expected = "'mode' has the value 'OLD', available only in API 1.0.3."
    assert sentence({"mode": "OLD"}) == expected


def test_unknown_value_lists_valid_values():
    (problem,) = problems({"name": "a", "mode": "Sam"}, SCHEMA, "1.0.4")
    assert problem.sentence == "'mode' must be SAME or NEW, not 'Sam'."
    assert problem.nearest == ("SAME",)


def test_bounds_are_those_of_the_level():
    assert problems_of({"cpu": 100}, "1.0.4") == []
    assert sentence({"cpu": 100}, "1.0.3") == "'cpu' must be at least 250, not 100."


def test_nullability_depends_on_the_level():
    assert problems_of({"note": None}, "1.0.4") == []
    assert sentence({"note": None}, "1.0.3") == "'note' must not be null."


def test_invalid_format_is_reported_without_the_value():
    assert sentence({"cluster": "hunter2"}).startswith("'cluster' must be an id such as ")


def test_schema_of_the_level_is_used():
    assert problems_of({"form": "x"}, "1.0.3") == []
    assert problems_of({"form": "x"}, "1.0.4") == [("form", "type")]


def test_union_uses_the_best_matching_variant():
    assert problems_of({"value": {"a": "x"}}) == [("value.a", "type")]


def test_discriminator_selects_the_variant():
    body = {"type": "AWS_ROLE", "name": "a"}
    assert problems_of(body, schema=AWS) == [("role_arn", "missing")]


def test_invalid_discriminator_lists_valid_values():
    (problem,) = problems({"name": "a"}, AWS, "1.0.4")
    assert problem.sentence.startswith("'type' is missing; expected AWS_ROLE, AWS_STATIC")
    (problem,) = problems({"name": "a", "type": "AWS_STATC"}, AWS, "1.0.4")
    assert problem.nearest[0] == "AWS_STATIC"


def test_shared_fields_belong_to_each_variant():
    schema = catalog.operation("createHelm").body
    ports = [{"internal_port": 80, "service_name": "web", "nmae": "x"}]
    body = {
        "name": "a",
        "auto_deploy": True,
        "arguments": [],
        "source": {},
        "values_override": {},
        "ports": ports,
    }
    assert problems_of(body, schema=schema) == [("ports[0].nmae", "unknown")]


def test_unknown_fields_are_accepted_in_an_update():
    assert problems_of({"brand_new": 1}, known_only=False) == []
    assert problems_of({"newer": 1}, "1.0.3", known_only=False) == []


def test_unchanged_server_values_are_not_validated():
    held = {
        "brand_new": 1,
        "mode": "UNHEARD",
        "cpu": 1,
        "note": None,
        "ports": [{"number": "x", "state": "Y"}],
        "value": {"b": 2},
    }
    assert problems_of(held, current={"name": "a", **held}) == []


def test_changed_values_are_validated():
    held = {"mode": "UNHEARD", "ports": [{"id": "1", "number": 1, "state": "Y"}]}
    changed = {"mode": "UNHERD", "typo": 1, "ports": [{"id": "1", "number": "x", "state": "Z"}]}
    assert problems_of(changed, current={"name": "a", **held}) == [
        ("mode", "enum"),
        ("typo", "unknown"),
        ("ports[0].number", "type"),
    ]


def test_single_problem_has_flag_and_hint():
    error = refusal({}, {"name": "--name"})
    assert error.message == "'name' (--name) is missing."
    assert error.hint == "Use --name, --set name=VALUE or a file (-f)."


def test_all_problems_are_listed_in_one_error():
    error = refusal({"nmae": "x", "cpu": "y"}, {"name": "--name", "cpu": "--cpu"})
    assert error.message == "The request body has 3 errors."
    assert error.detail == (
        "'name' (--name) is missing.",
        "'nmae' is not a known field. Did you mean 'name'?",
        "'cpu' (--cpu) must be an integer, not a string.",
    )
    assert "--no-validate" in error.hint


def test_valid_body_passes_the_check():
    check({"name": "a"}, SCHEMA, "1.0.4")


def test_flag_of_a_list_applies_to_its_items():
    flags = {"ports": "--port", "git_repository.url": "--repository"}
    assert flag_of("ports[3].number", flags) == "--port"
    assert flag_of("git_repository.url", flags) == "--repository"
    assert flag_of("git_repository.branch", flags) is None


def test_every_body_of_the_catalog_can_be_validated():
    for operation in catalog.operations().values():
        if operation.body:
            for level in operation.api:
                assert isinstance(problems({"no such field": None}, operation.body, level), list)


def test_moved_item_is_matched_by_its_key():
    schema = catalog.operation("editApplication").body
    held = [
        {"mount_point": "/a", "size": 4, "type": "FAST_SSD"},
        {"mount_point": "/b", "size": 4, "type": "FAST_SSD", "unheard_of": 1},
    ]
    body = {"storage": [{**held[1], "size": 8}]}
    current = {"storage": held}
    problem = [one for one in problems(body, schema, "1.0.3", current=current) if "[" in one.path]
    assert problem == []


def test_unchanged_item_may_lack_required_fields():
    routes = catalog.operation("editRoutingTable").body
    before = {"routes": [{"destination": "10.0.0.0/16"}]}
    added = {"destination": "10.1.0.0/16", "target": "eni-1", "description": "peer"}
    assert problems({"routes": [*before["routes"], added]}, routes, "1.0.3", current=before) == []
    changed = {"routes": [{"destination": "10.0.0.0/16", "target": "eni-2"}]}
    found = problems(changed, routes, "1.0.3", current=before)
    assert [problem.path for problem in found] == ["routes[0].description"]


def test_field_of_another_level_must_be_unchanged():
    schema = catalog.operation("editContainer").body
    held = {"name": "a", "registry_id": "r", "image_name": "i", "tag": "t", "auto_preview": False}
    same = problems({**held, "tag": "u"}, schema, "1.0.3", current=held)
    changed = problems({**held, "auto_preview": True}, schema, "1.0.3", current=held)
    assert [one for one in same if one.path == "auto_preview"] == []
    assert [one.kind for one in changed if one.path == "auto_preview"] == ["level"]
