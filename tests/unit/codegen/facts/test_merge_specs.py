"""Operations of several documents, united and keyed."""

from typing import Any

import pytest

from qovery_cli.codegen.facts.merge_specs import merge_documents
from qovery_cli.errors import UsageError

from .documents import answering, document

THING = {"Thing": {"type": "object"}}


def operations(*paths: dict[str, Any]) -> dict[str, Any]:
    documents = [document(str(level), THING, each) for level, each in enumerate(paths, 1)]
    return merge_documents(documents, lambda operation: operation.section)[0]


def test_an_operation_lists_the_levels_that_have_it():
    found = operations({"/a": {"get": answering("Thing")}}, {"/a": {"get": answering("Thing")}})
    assert found["getThing"]["api"] == ["1", "2"]


def test_a_renamed_path_parameter_is_the_same_operation_under_the_new_name():
    old = {"/a/{id}": {"get": answering("Thing", parameters=[path_parameter("id")])}}
    new = {"/a/{aId}": {"get": answering("Thing", parameters=[path_parameter("aId")])}}
    (found,) = operations(old, new).values()
    assert found["path"] == "/a/{aId}"
    assert [each["name"] for each in found["parameters"]] == ["aId"]
    assert found["parameters"][0]["api"] == ["1", "2"]


def path_parameter(name: str) -> dict[str, Any]:
    return {"in": "path", "name": name, "required": True, "schema": {"type": "string"}}


def test_an_id_that_names_two_operations_is_followed_by_the_first_level():
    found = operations({"/a": {"get": answering("Thing")}}, {"/b": {"get": answering("Thing")}})
    assert found.keys() == {"getThing@1", "getThing@2"}


def test_the_newest_id_and_section_count():
    old = {"/a": {"get": answering("Thing", operationId="old", tags=["Old"])}}
    found = operations(old, {"/a": {"get": answering("Thing")}})
    assert found["getThing"]["section"] == "Things"


def test_an_operation_without_an_id_is_called_after_method_and_path():
    found = operations({"/a/{aId}/b-c": {"get": {"tags": ["X"], "responses": {}}}})
    assert list(found) == ["getAAIdBC"]


def test_operation_without_a_section_is_reported():
    assert operations({"/a": {"get": answering("Thing", tags=[])}})["getThing"]["section"] == "-"


def test_query_parameter_of_one_level_is_reported():
    query = {"in": "query", "name": "q", "schema": {"type": "string"}}
    found = operations(
        {"/a": {"get": answering("Thing")}}, {"/a": {"get": answering("Thing", parameters=[query])}}
    )
    assert found["getThing"]["parameters"] == [
        {"in": "query", "name": "q", "api": ["2"], "required": [], "schema": {"type": "string"}}
    ]


def test_parameters_of_the_path_item_count_for_each_operation():
    query = {"in": "query", "name": "q", "schema": {"type": "string"}}
    found = operations({"/a": {"get": answering("Thing"), "parameters": [query]}})
    assert [each["name"] for each in found["getThing"]["parameters"]] == ["q"]


def test_a_ref_may_point_anywhere_in_the_document():
    query = {"in": "query", "name": "q", "schema": {"type": "string"}}
    there = {"$ref": "#/paths/~1a~1%7BaId%7D/get/parameters/0"}
    first = answering("Thing", operationId="first", parameters=[query])
    second = answering("Thing", operationId="second", parameters=[there])
    found = operations({"/a/{aId}": {"get": first}, "/b": {"get": second}})
    assert [each["name"] for each in found["second"]["parameters"]] == ["q"]


def test_all_statuses_are_kept_and_schemas_of_success_only():
    raw = answering("Thing")
    raw["responses"] |= {"204": {}, "404": {}, "default": {}}
    found = operations({"/a": {"get": raw}})["getThing"]
    assert found["statuses"] == [200, 204, 404]
    assert found["responses"] == {"200": {"ref": "Thing"}, "204": None}


def test_body_of_one_level_is_reported():
    body = {"content": {"application/json": {"schema": {"type": "object"}}}, "required": True}
    found = operations(
        {"/a": {"post": answering("Thing")}},
        {"/a": {"post": answering("Thing", requestBody=body)}},
    )["getThing"]
    assert found["body"] == {"type": "object", "api": ["2"]}
    assert found["body_required"] == ["2"]


def test_an_answer_that_is_not_json_names_its_type():
    raw = answering("Thing", responses={200: {"content": {"text/plain": {}}}})
    assert operations({"/a": {"get": raw}})["getThing"]["response_type"] == "text/plain"


def test_security_that_is_switched_off_means_no_token():
    assert operations({"/a": {"get": answering("Thing", security=[])}})["getThing"]["auth"] is False


def test_paths_that_differ_in_parameter_names_only_are_refused():
    with pytest.raises(UsageError, match="differ in parameter names only"):
        operations({"/{a}": {"get": answering("Thing")}, "/{b}": {"get": answering("Thing")}})
