import pytest

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES, by_parameter


@pytest.mark.parametrize("resource", RESOURCES.values(), ids=RESOURCES)
def test_list_path_needs_only_the_parent(resource):
    parent = resource.parent and RESOURCES[resource.parent].parameter
    asked = catalog.operation(resource.list_operation)
    assert asked.method == "GET"
    assert asked.path_names == ((parent,) if parent else ())


@pytest.mark.parametrize("resource", RESOURCES.values(), ids=RESOURCES)
def test_a_resource_is_got_by_its_own_parameter(resource):
    if resource.get_operation is None:
        return
    asked = catalog.operation(resource.get_operation)
    assert asked.method == "GET"
    assert asked.path_names[-1] == resource.parameter


@pytest.mark.parametrize("resource", RESOURCES.values(), ids=RESOURCES)
def test_name_fields_exist_at_some_level(resource):
    answer = catalog.resolve(catalog.operation(resource.list_operation).response)
    fields = str(_fields(answer))
    names = [part for name in resource.name_fields for part in name.split(":")]
    assert all(f"'{name}'" in fields for name in names)


def _fields(schema, depth=0):
    whole = catalog.resolve(schema)
    if depth > 5:
        return []
    names = list(whole.get("properties", {}))
    inner = [
        *whole.get("properties", {}).values(),
        *whole.get("one_of", ()),
        *whole.get("by_api", {}).values(),
        *([whole["items"]] if "items" in whole else []),
    ]
    return [names, *(_fields(one, depth + 1) for one in inner)]


def test_every_path_parameter_of_api_1_0_3_stands_for_a_resource():
    unknown = {
        (operation.path, name)
        for operation in catalog.operations().values()
        if "1.0.3" in operation.api
        for name in operation.path_names
        if by_parameter(name, operation.key) is None
    }
    assert unknown == set()


@pytest.mark.parametrize(
    ("parameter", "where", "kind"),
    [
        ("applicationId", None, "application"),
        ("applicationId", "deployApplication", "application"),
        (
            "targetDatabaseId",
            "/application/{applicationId}/database/{targetDatabaseId}",
            "database",
        ),
        ("credentialsId", "getDOCredentials", "digitalOceanCredentials"),
        ("deploymentRuleId", "editEnvironmentDeploymentRule", "environmentRule"),
        ("deploymentRuleId", "getProjectDeploymentRule", "projectRule"),
        ("environmentVariableId", "createContainerEnvironmentVariableAlias", "containerVariable"),
        ("secretId", "deleteProjectSecret", "projectSecret"),
        ("customDomainId", "deleteContainerCustomDomain", "containerDomain"),
    ],
)
def test_ambiguous_parameter_depends_on_its_path(parameter, where, kind):
    assert by_parameter(parameter, where).kind == kind


@pytest.mark.parametrize(
    ("parameter", "where"),
    [
        ("customDomainId", None),
        ("customDomainId", "/helm/{helmId}/customDomain/{customDomainId}"),
        ("helmId", "/helm/{helmId}"),
    ],
)
def test_unknown_parameter_is_none(parameter, where):
    assert by_parameter(parameter, where) is None


@pytest.mark.parametrize("word", ["applicationVariable", "variable", "environmentVariableId"])
def test_family_matches_a_kind(word):
    assert RESOURCES["applicationVariable"].is_called(word)
    assert not RESOURCES["application"].is_called(word)
