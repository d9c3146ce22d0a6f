import pytest

from qovery_cli.commands import cluster
from qovery_cli.errors import NotFoundError

IDS = ["33333333-3333-4333-8333-33333333333" + digit for digit in "123"]
CLUSTERS = [{"id": IDS[0], "name": "aws"}, {"id": IDS[1], "name": "gcp"}]


@pytest.fixture(autouse=True)
def acme(api):
    api.answers["listOrganization"] = {"results": [{"id": "o1", "name": "Acme"}]}
    api.answers["listOrganizationCluster"] = {"results": CLUSTERS}


@pytest.mark.parametrize("reference", ["gcp", IDS[1]])
def test_cluster_is_shown_from_the_list(api, open_session, reference):
    opened = open_session()
    cluster.get(opened.session, reference)
    assert opened.json == CLUSTERS[1]
    lists = [request for request in api.asked if request.operation == "listOrganizationCluster"]
    assert len(lists) == 1


def test_id_of_another_organization_is_not_found(open_session):
    opened = open_session()
    with pytest.raises(NotFoundError, match=IDS[2]):
        cluster.get(opened.session, IDS[2])
    assert opened.out == ""
