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


SERVICES = [resource for resource in RESOURCES.values() if resource.service]
KIND = [resource.kind for resource in SERVICES]


@pytest.mark.parametrize("resource", SERVICES, ids=KIND)
def test_operations_of_a_service_are_those_of_the_api(resource):
    service, operations = resource.service, catalog.operations()
    name = resource.infix
    regular = {
        resource.status_operation: f"get{name}Status",
        service.states_operation: f"getEnvironment{name}Status",
        service.links_operation: f"list{name}Links",
    }
    present = {operation for operation in regular.values() if operation in operations}
    assert set(regular) - {None} == present


@pytest.mark.parametrize("resource", SERVICES, ids=KIND)
def test_levels_of_a_service_are_those_of_its_list(resource):
    assert (resource.service.levels or catalog.LEVELS) == catalog.operation(
        resource.list_operation
    ).api


@pytest.mark.parametrize("resource", SERVICES, ids=KIND)
def test_type_of_a_service_is_one_of_the_api(resource):
    assert resource.service_type in catalog.named_schema("ServiceTypeEnum")["enum"]


@pytest.mark.parametrize("resource", SERVICES, ids=KIND)
def test_collection_of_a_service_is_in_the_states_of_an_environment(resource):
    states = catalog.resolve(catalog.operation("getEnvironmentStatuses").response)
    assert resource.service.collection in states["properties"]


@pytest.mark.parametrize("resource", SERVICES, ids=KIND)
def test_fields_of_a_bulk_deployment_are_those_of_the_api(resource):
    body = catalog.resolve(catalog.operation("deployAllServices@1.0.4").body)
    service = resource.service
    if service.collection not in body["properties"]:
        assert (service.commit_field, service.tag_field) == (None, None)
        return
    item = catalog.resolve(body["properties"][service.collection]["items"])
    named = {service.bulk_id, service.commit_field, service.tag_field} - {None}
    assert named <= set(item.get("properties", ()))
    assert (service.bulk_id is None) == (item["type"] == "string")
    fields = set(item.get("properties", ()))
    assert ("git_commit_id" in fields) == (service.commit_field is not None)
    assert bool({"image_tag", "chart_version"} & fields) == (service.tag_field is not None)


@pytest.mark.parametrize("resource", SERVICES, ids=KIND)
def test_ids_field_of_a_service_is_in_the_bulk_actions(resource):
    body = catalog.resolve(catalog.operation("stopSelectedServices").body)["properties"]
    deployed_at_once = catalog.resolve(catalog.operation("deployAllServices@1.0.4").body)[
        "properties"
    ]
    assert (resource.service.ids_field in body) == (resource.service.collection in deployed_at_once)


@pytest.mark.parametrize("resource", RESOURCES.values(), ids=RESOURCES)
def test_name_fields_exist_at_some_level(resource):
    answer = catalog.resolve(catalog.operation(resource.list_operation).response)
    fields = str(_fields(answer))
    paths = [part for name in resource.name_fields for part in name.split(":")]
    names = [name for path in (*paths, resource.id_field) for name in path.split(".")]
    names += [resource.items_field] if resource.items_field else []
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
        ("customDomainId", "deleteHelmCustomDomain", "helmDomain"),
        ("deploymentRestrictionId", "editTerraformDeploymentRestriction", "terraformRestriction"),
        ("environmentVariableId", "deleteJobEnvironmentVariable", "jobVariable"),
        ("stageId", "MoveBeforeDeploymentStage", "deploymentStage"),
    ],
)
def test_ambiguous_parameter_depends_on_its_path(parameter, where, kind):
    assert by_parameter(parameter, where).kind == kind


@pytest.mark.parametrize(
    ("parameter", "where"),
    [
        ("customDomainId", None),
        ("customDomainId", "/widget/{widgetId}/customDomain/{customDomainId}"),
        ("widgetId", "/widget/{widgetId}"),
    ],
)
def test_unknown_parameter_is_none(parameter, where):
    assert by_parameter(parameter, where) is None


@pytest.mark.parametrize("word", ["applicationVariable", "variable", "environmentVariableId"])
def test_family_matches_a_kind(word):
    assert RESOURCES["applicationVariable"].is_called(word)
    assert not RESOURCES["application"].is_called(word)
