import io
import zipfile

import pytest

from qovery_cli.sandbox.state.store import Store
from qovery_cli.sandbox.state.terraform_export import manifests

ENVIRONMENT = {"name": "Staging 1", "mode": "STAGING", "cluster_id": "c", "project": {"id": "p"}}


@pytest.fixture
def store():
    made = Store()
    made.add("environment", {**ENVIRONMENT, "id": "env"}, "p")
    yield made
    made.close()


def files(store):
    content = manifests(store, store.get("environment", "env"), secrets=False)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_service_refers_to_its_environment(store):
    store.add("container", {"id": "11111111-a", "name": "api", "tag": "1"}, "env")
    text = files(store)["container_api_11111111.tf"]
    assert 'resource "qovery_container" "container_api" {' in text
    assert "environment_id = qovery_environment.staging_1.id" in text
    assert 'tag = "1"' in text


def test_services_with_similar_names_have_files_of_their_own(store):
    for id, name in (("11111111-a", "a b"), ("22222222-b", "a-b")):
        store.add("container", {"id": id, "name": name}, "env")
    assert len(files(store)) == 4


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("${qovery_environment.staging_1.id}", '"$${qovery_environment.staging_1.id}"'),
        ("%{ if true }", '"%%{ if true }"'),
        ('say "hi"\n', '"say \\"hi\\"\\n"'),
        (True, "true"),
        (None, "null"),
        ([], "[]"),
    ],
)
def test_values_are_written_as_they_are(store, value, text):
    store.add("container", {"id": "11111111-a", "name": "api", "description": value}, "env")
    assert f"description = {text}" in files(store)["container_api_11111111.tf"]


def test_same_environment_gives_the_same_file(store):
    environment = store.get("environment", "env")
    assert manifests(store, environment, secrets=True) == manifests(
        store, environment, secrets=True
    )
