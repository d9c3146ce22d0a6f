"""Which components are one schema, and what it is called."""

from typing import Any

from qovery_cli.codegen.facts.merge_specs import merge_documents

from .documents import answering, document

A = {"type": "object", "properties": {"a": {"type": "string"}}}
B = {"type": "object", "properties": {"b": {"type": "string"}}}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def test_what_stands_in_one_place_is_one_schema_by_its_newest_name(united):
    found = united(
        {"Thing": thing(x=ref("OldName")), "OldName": A},
        {"Thing": thing(x=ref("NewName")), "NewName": A},
    )
    assert found.keys() == {"Thing", "NewName"}


def test_of_two_older_partners_the_more_alike_one_takes_the_name(united):
    found = united(
        {"Thing": thing(x=ref("Alike"), y=ref("New")), "Alike": A, "New": B},
        {"Thing": thing(x=ref("New"), y=ref("New")), "New": A},
    )
    assert found["New"]["properties"] == {"a": {"type": "string"}}
    assert found["Thing"]["properties"]["x"] == {"ref": "New"}


def test_the_other_partner_is_called_after_both(united):
    found = united(
        {"Thing": thing(x=ref("Alike"), y=ref("Other")), "Alike": A, "Other": B},
        {"Thing": thing(x=ref("New"), y=ref("New")), "New": A},
    )
    assert found["Thing"]["properties"]["y"] == {"ref": "New~Other"}


def test_what_one_level_reaches_joins_the_pair_that_others_found(united):
    found = united(
        {"Thing": thing(x=ref("OldName")), "OldName": A},
        {"Thing": thing(x=ref("NewName"), y=ref("NewName")), "NewName": A},
    )
    assert found["Thing"]["properties"]["y"] == {"ref": "NewName", "api": ["2"]}


def test_what_one_level_reaches_pairs_with_the_same_name_elsewhere():
    old = document("1", {"Kind": A}, {"/old": {"get": answering("Kind")}})
    new = document("2", {"Kind": B}, {"/new": {"get": answering("Kind")}})
    schemas = merge_documents([old, new], lambda _: "things")[1]
    assert schemas["Kind"]["properties"]["a"]["api"] == ["1"]
    assert schemas["Kind"]["properties"]["b"]["api"] == ["2"]


def test_schemas_that_contain_themselves_come_to_an_end(united):
    loop = {"Thing": thing(x=ref("Thing"))}
    assert united(loop, loop) == {"Thing": {**loop["Thing"], "properties": {"x": {"ref": "Thing"}}}}


def test_components_that_no_operation_reaches_are_left_out(united):
    assert united({"Thing": A, "Unused": B}).keys() == {"Thing"}
