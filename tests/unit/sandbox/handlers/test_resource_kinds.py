import pytest

from qovery_cli import catalog
from qovery_cli.sandbox.handlers.resource_kinds import Role, items, members


@pytest.fixture(scope="module")
def found():
    newest = {key: op for key, op in catalog.operations().items() if "1.0.4" in op.api}
    return members(newest)


@pytest.mark.parametrize(
    ("key", "kind", "role"),
    [
        ("listJobs", "job", Role.LIST),
        ("createJob", "job", Role.CREATE),
        ("getJob", "job", Role.GET),
        ("editJob", "job", Role.REPLACE),
        ("deleteJob", "job", Role.DELETE),
        ("listAWSCredentials", "aws/credentials", Role.LIST),
        ("getAWSCredentials", "aws/credentials", Role.GET),
        ("createAlertReceiver", "alert-receivers", Role.CREATE),
        ("getClusterDnsProvider", "dnsProvider", Role.READ_SINGLE),
        ("editClusterDnsProvider", "dnsProvider", Role.WRITE_SINGLE),
    ],
)
def test_paths_say_what_an_operation_does_to_a_kind(found, key, kind, role):
    assert (found[key].kind, found[key].role) == (kind, role)


@pytest.mark.parametrize("key", ["deployJob", "getJobStatus", "listQoveryIps", "lockCluster"])
def test_actions_and_lone_lists_have_no_role(found, key):
    assert key not in found


def test_path_parameters_name_the_kind_that_they_always_name(found):
    named = items(found)
    assert named["helmRepositoryId"] == "helmRepository"
    assert "credentialsId" not in named
