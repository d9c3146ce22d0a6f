import pytest

from qovery_cli import catalog
from qovery_cli.sandbox.server.router import Router, by_name


@pytest.fixture(scope="module")
def router():
    return Router(catalog.operations().values())


@pytest.mark.parametrize(
    ("method", "path", "key"),
    [
        ("GET", "/organization/o/cluster/status", "getOrganizationClusterStatus"),
        ("GET", "/organization/o/project/stats", "getOrganizationProjectStats"),
        ("PUT", "/project/p/deploymentRule/order", "updateDeploymentRulesPriorityOrder"),
        ("PUT", "/project/p/deploymentRule/r", "editProjectDeployemtnRule"),
        ("GET", "/environment/e/application/status", "getEnvironmentApplicationStatus"),
        ("GET", "/terraform/availableVersion", "listTerraformVersions"),
        ("GET", "/terraform/t", "getTerraform"),
        ("GET", "/application/a/ingressDeploymentStatus", "getIngressDeploymentStatus"),
    ],
)
def test_literal_segment_takes_precedence_over_parameter(router, method, path, key):
    assert router.find(path)[0][method].key == key


def test_every_operation_finds_itself(router):
    for operation in catalog.operations().values():
        path = operation.path.replace("{", "x").replace("}", "x")
        operations, values = router.find(path)
        found = operations[operation.method]
        assert by_name(found, values).keys() == set(found.path_names)


def test_values_are_decoded_after_the_path_is_split(router):
    operations, values = router.find("/project/a%2Fb%20c")
    assert by_name(operations["GET"], values) == {"projectId": "a/b c"}


def test_a_literal_word_may_be_encoded(router):
    assert router.find("/%6Frganization")[0]["GET"].key == "listOrganization"


@pytest.mark.parametrize("path", ["/", "/nothing", "/project//environment", "/project/p/nothing"])
def test_unknown_paths_have_no_operation(router, path):
    assert router.find(path) == ({}, ())
