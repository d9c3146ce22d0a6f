from qovery_cli import catalog
from qovery_cli.codegen.table.body_fields import Flattening, alternatives, body_fields

BOTH = ("1.0.3", "1.0.4")


def fields(operation, levels=BOTH, **flattening):
    body = catalog.operation(operation).body
    return {one.path: one for one in body_fields(body, levels, Flattening(**flattening))}


def test_a_nested_object_is_flattened():
    found = fields("createApplication")
    assert "git_repository.url" in found
    assert "git_repository" not in found


def test_what_is_named_as_whole_stays_so():
    found = fields("createApplication", whole=["git_repository"])
    assert found["git_repository"].type == "object"
    assert "git_repository.url" not in found


def test_a_deeper_object_is_flattened_if_it_is_opened():
    assert "source.image" in fields("createJob")
    found = fields("createJob", opened=["source.image"])
    assert "source.image.tag" in found
    assert "source.image" not in found


def test_alternatives_are_flattened_together_if_they_are_opened():
    assert "source" in fields("createHelm")
    found = fields("createHelm", opened=["source"])
    assert {"source.git_repository", "source.helm_repository"} <= set(found)


def test_a_named_object_is_a_field_beside_those_in_it():
    found = fields("createJob", named=["schedule"])
    assert {"schedule", "schedule.cronjob"} <= set(found)
    assert not found["schedule"].required


def test_a_list_has_the_type_of_an_item():
    found = fields("createApplication")["ports"]
    assert (found.repeatable, found.type) == (True, "object")


def test_a_field_knows_the_levels_that_have_it_and_those_that_demand_it():
    found = fields("createApplication")
    assert found["auto_deploy"].api == ("1.0.4",)
    assert found["git_repository.provider"].required == ("1.0.4",)
    assert found["name"].required == BOTH


def test_a_level_shows_only_its_own_fields():
    assert "auto_deploy" not in fields("createApplication", ("1.0.3",))


def test_what_only_the_server_writes_is_no_field():
    for key, operation in catalog.operations().items():
        if operation.body is not None:
            body = body_fields(operation.body, operation.api, Flattening())
            assert len({one.path for one in body}) == len(body), key


def test_values_of_both_levels_are_on_offer():
    enum = fields("createCluster")["cloud_provider"].enum
    assert {"SCALEWAY", "SCW"} <= set(enum or ())


def test_alternatives_know_the_levels_at_which_each_may_be():
    schema = {"by_api": {"1.0.3": {"type": "object"}, "1.0.4": {"type": "array"}}}
    found = [(one["type"], levels) for one, levels in alternatives(schema, BOTH)]
    assert found == [("object", ("1.0.3",)), ("array", ("1.0.4",))]
