import pytest


@pytest.fixture
def organization(newer_demo):
    return newer_demo.store.all("organization")[0]["id"]


def test_all_environments_of_an_organization_come_at_once(newer_demo, organization):
    listed = newer_demo.get(f"/organization/{organization}/environments")["results"]
    assert len(listed) == len(newer_demo.store.all("environment"))
    assert {"name", "project", "mode"} <= listed[0].keys()


def test_all_services_of_an_organization_come_at_once(newer_demo, organization):
    path = f"/organization/{organization}/services"
    everything = newer_demo.get(path)["results"]
    kinds = ("application", "container", "database")
    assert len(everything) == sum(len(newer_demo.store.all(kind)) for kind in kinds)
    project = everything[0]["project_id"]
    narrowed = newer_demo.get(path, project_id=project)["results"]
    assert {found["project_id"] for found in narrowed} == {project}
    assert 0 < len(narrowed) < len(everything)


def test_cluster_lists_its_environments(newer_demo):
    cluster = next(doc for doc in newer_demo.store.all("cluster") if doc["name"] == "aws-prod")
    listed = newer_demo.get(f"/cluster/{cluster['id']}/environments")["results"]
    assert [found["environment_name"] for found in listed] == ["production"]
    assert len(listed[0]["services"]) == 7


def test_the_links_of_an_environment_come_at_once(newer_demo):
    production = next(
        doc for doc in newer_demo.store.all("environment") if doc["name"] == "production"
    )
    links = newer_demo.get(f"/environment/{production['id']}/link")["results"]
    assert "https://api.acme.test" in {link["url"] for link in links}
    assert len(links) == 5


def test_credentials_of_all_clouds_come_with_their_clusters(newer_demo, organization):
    listed = newer_demo.get(f"/organization/{organization}/credentials")["results"]
    found = {item["credential"]["name"]: len(item["clusters"]) for item in listed}
    assert found == {"acme-aws-prod": 3, "acme-scw": 1}


def test_a_successful_deployment_ends_in_deployed(newer_demo):
    production = next(
        doc for doc in newer_demo.store.all("environment") if doc["name"] == "production"
    )
    assert newer_demo.get(f"/environment/{production['id']}/status")["state"] == "DEPLOYED"
