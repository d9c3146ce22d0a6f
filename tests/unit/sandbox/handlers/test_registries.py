import pytest


def kinds(answers):
    return {one["kind"]: one for one in answers.get("/availableContainerRegistry")["results"]}


def test_each_kind_names_the_fields_that_it_wants(api):
    found = kinds(api)
    assert list(found) == ["ECR", "SCALEWAY_CR", "DOCKER_HUB", "PUBLIC_ECR", "DOCR"]
    assert set(found["DOCKER_HUB"]["required_config"]) == {"username", "password"}
    assert found["PUBLIC_ECR"]["required_config"] == {}


@pytest.mark.parametrize(("kind", "must"), [("ECR", True), ("GITHUB_CR", False)])
def test_required_registry_fields_are_marked_at_1_0_4(newer, kind, must):
    assert kinds(newer)[kind]["is_mandatory"] is must
