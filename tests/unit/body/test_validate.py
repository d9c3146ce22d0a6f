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


def found(body, level="1.0.4", schema=SCHEMA, **options):
    whole = {"name": "a", **body} if schema is SCHEMA else body
    return [(each.path, each.kind) for each in problems(whole, schema, level, **options)]


def sentence(body, level="1.0.4"):
    (problem,) = problems({"name": "a", **body}, SCHEMA, level)
    return problem.sentence


def refusal(body, flags=None, schema=SCHEMA, level="1.0.4"):
    with pytest.raises(UsageError) as caught:
        check(body, schema, level, flags or {})
    return caught.value


def test_a_good_body_has_no_problems():
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
    assert found(body) == []


def test_a_required_field_is_missed():
    assert [each.sentence for each in problems({}, SCHEMA, "1.0.4")] == ["'name' is missing."]


def test_what_only_the_server_writes_or_nobody_declares_is_not_missed():
    assert found({}) == []


def test_an_id_that_the_server_gives_to_a_new_item_is_not_missed():
    assert found({"ports": [{"number": 1}]}) == []


def test_fields_in_lists_are_named_with_their_index():
    assert found({"ports": [{"number": 1}, {}]}) == [("ports[1].number", "missing")]


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        ({"cpu": "5"}, "'cpu' must be a whole number, not a text."),
        ({"cpu": True}, "'cpu' must be a whole number, not true or false."),
        ({"cpu": 10.5}, "'cpu' must be a whole number, not a number."),
        ({"share": []}, "'share' must be a number, not a list."),
        ({"ports": {}}, "'ports' must be a list, not an object with fields."),
        ({"labels": {"a": 1}}, "'labels.a' must be a text, not a whole number."),
        (
            {"value": 5},
            "'value' must be a text, true or false or an object with fields, not a whole number.",
        ),
    ],
)
def test_a_wrong_type_says_what_was_expected(body, claim):
    assert sentence(body) == claim


def test_a_whole_number_may_have_a_zero_behind_its_point():
    assert found({"cpu": 10.0}) == []


def test_an_unknown_field_names_the_nearest():
    (problem,) = problems({"name": "a", "lables": {}}, SCHEMA, "1.0.4")
    assert problem.sentence == "'lables' is not a field of this body."
    assert problem.nearest == ("labels",)


def test_a_field_of_another_level_says_where_it_exists():
    assert sentence({"newer": "x"}, "1.0.3") == "'newer' exists only in API 1.0.4."


def test_a_value_of_another_level_says_where_it_exists():
    expected = "'mode' has the value 'OLD', which exists only in API 1.0.3."
    assert sentence({"mode": "OLD"}) == expected


def test_an_unknown_value_lists_those_there_are():
    (problem,) = problems({"name": "a", "mode": "Sam"}, SCHEMA, "1.0.4")
    assert problem.sentence == "'mode' must be SAME or NEW, not 'Sam'."
    assert problem.nearest == ("SAME",)


def test_bounds_are_those_of_the_level():
    assert found({"cpu": 100}, "1.0.4") == []
    assert sentence({"cpu": 100}, "1.0.3") == "'cpu' must be at least 250, not 100."


def test_null_is_a_matter_of_the_level():
    assert found({"note": None}, "1.0.4") == []
    assert sentence({"note": None}, "1.0.3") == "'note' must not be null."


def test_a_format_is_judged_and_the_value_not_repeated():
    assert sentence({"cluster": "hunter2"}).startswith("'cluster' must be an id such as ")


def test_the_form_of_the_level_counts():
    assert found({"form": "x"}, "1.0.3") == []
    assert found({"form": "x"}, "1.0.4") == [("form", "type")]


def test_of_several_objects_the_one_that_fits_best_is_judged():
    assert found({"value": {"a": "x"}}) == [("value.a", "type")]


def test_a_discriminator_picks_the_object():
    body = {"type": "AWS_ROLE", "name": "a"}
    assert found(body, schema=AWS) == [("role_arn", "missing")]


def test_a_missing_or_wrong_discriminator_lists_what_it_may_be():
    (problem,) = problems({"name": "a"}, AWS, "1.0.4")
    assert problem.sentence.startswith("'type' is missing; it is AWS_ROLE, AWS_STATIC")
    (problem,) = problems({"name": "a", "type": "AWS_STATC"}, AWS, "1.0.4")
    assert problem.nearest[0] == "AWS_STATIC"


def test_fields_beside_alternatives_belong_to_each():
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
    assert found(body, schema=schema) == [("ports[0].nmae", "unknown")]


def test_in_an_update_unknown_fields_are_not_complained_about():
    assert found({"brand_new": 1}, known_only=False) == []
    assert found({"newer": 1}, "1.0.3", known_only=False) == []


def test_what_the_server_said_is_not_judged_when_it_goes_back():
    held = {
        "brand_new": 1,
        "mode": "UNHEARD",
        "cpu": 1,
        "note": None,
        "ports": [{"number": "x", "state": "Y"}],
        "value": {"b": 2},
    }
    assert found(held, current={"name": "a", **held}) == []


def test_what_was_changed_in_an_update_is_judged():
    held = {"mode": "UNHEARD", "ports": [{"id": "1", "number": 1, "state": "Y"}]}
    changed = {"mode": "UNHERD", "typo": 1, "ports": [{"id": "1", "number": "x", "state": "Z"}]}
    assert found(changed, current={"name": "a", **held}) == [
        ("mode", "enum"),
        ("typo", "unknown"),
        ("ports[0].number", "type"),
    ]


def test_one_problem_is_one_sentence_with_the_flag_and_what_to_type():
    error = refusal({}, {"name": "--name"})
    assert error.message == "'name' (--name) is missing."
    assert error.hint == "Give it with --name, --set name=VALUE or in a file (-f)."


def test_all_problems_are_listed_in_one_error():
    error = refusal({"nmae": "x", "cpu": "y"}, {"name": "--name", "cpu": "--cpu"})
    assert error.message == "The body has 3 problems."
    assert error.detail == (
        "'name' (--name) is missing.",
        "'nmae' is not a field of this body. Did you mean name?",
        "'cpu' (--cpu) must be a whole number, not a text.",
    )
    assert "--no-validate" in error.hint


def test_a_good_body_passes_the_check():
    check({"name": "a"}, SCHEMA, "1.0.4")


def test_the_flag_of_a_list_stands_for_its_items():
    flags = {"ports": "--port", "git_repository.url": "--repository"}
    assert flag_of("ports[3].number", flags) == "--port"
    assert flag_of("git_repository.url", flags) == "--repository"
    assert flag_of("git_repository.branch", flags) is None


def test_every_body_of_the_catalog_can_be_judged():
    for operation in catalog.operations().values():
        if operation.body:
            for level in operation.api:
                assert isinstance(problems({"no such field": None}, operation.body, level), list)


def test_an_item_that_moved_is_known_by_its_key():
    schema = catalog.operation("editApplication").body
    held = [
        {"mount_point": "/a", "size": 4, "type": "FAST_SSD"},
        {"mount_point": "/b", "size": 4, "type": "FAST_SSD", "unheard_of": 1},
    ]
    body = {"storage": [{**held[1], "size": 8}]}
    current = {"storage": held}
    problem = [one for one in problems(body, schema, "1.0.3", current=current) if "[" in one.path]
    assert problem == []


def test_an_item_that_is_left_alone_may_lack_what_the_server_leaves_out():
    routes = catalog.operation("editRoutingTable").body
    before = {"routes": [{"destination": "10.0.0.0/16"}]}
    added = {"destination": "10.1.0.0/16", "target": "eni-1", "description": "peer"}
    assert problems({"routes": [*before["routes"], added]}, routes, "1.0.3", current=before) == []
    changed = {"routes": [{"destination": "10.0.0.0/16", "target": "eni-2"}]}
    found = problems(changed, routes, "1.0.3", current=before)
    assert [problem.path for problem in found] == ["routes[0].description"]


def test_a_field_of_another_level_goes_back_but_is_not_changed():
    schema = catalog.operation("editContainer").body
    held = {"name": "a", "registry_id": "r", "image_name": "i", "tag": "t", "auto_preview": False}
    same = problems({**held, "tag": "u"}, schema, "1.0.3", current=held)
    changed = problems({**held, "auto_preview": True}, schema, "1.0.3", current=held)
    assert [one for one in same if one.path == "auto_preview"] == []
    assert [one.kind for one in changed if one.path == "auto_preview"] == ["level"]
