from qovery_cli import catalog
from qovery_cli.sandbox.schema.response_shaping import shape

CLUSTER = {
    "id": "7f721354-f0b5-46fd-91ee-33556ed477c6",
    "created_at": "2026-03-01T00:00:00.000Z",
    "name": "prod",
    "region": "fr-par",
    "cloud_provider": "SCW",
}


def fitted(schema, value, level):
    return shape(value, catalog.named_schema(schema), level)


def test_undeclared_fields_are_dropped():
    assert "colour" not in fitted("Cluster", {**CLUSTER, "colour": "red"}, "1.0.3")


def test_fields_of_the_other_level_are_dropped():
    doc = {**CLUSTER, "keda": {"enabled": True}}
    assert "keda" not in fitted("Cluster", doc, "1.0.3")
    assert fitted("Cluster", doc, "1.0.4")["keda"] == {"enabled": True}


def test_required_fields_are_filled_in():
    bare = fitted("Project", {"id": CLUSTER["id"]}, "1.0.3")
    assert bare["name"]
    assert bare["created_at"]


def test_generated_fields_are_stable():
    assert fitted("Project", CLUSTER, "1.0.4") == fitted("Project", CLUSTER, "1.0.4")


def test_renamed_value_has_the_spelling_of_the_level():
    assert fitted("Cluster", CLUSTER, "1.0.3")["cloud_provider"] == "SCALEWAY"
    assert fitted("Cluster", CLUSTER, "1.0.4")["cloud_provider"] == "SCW"


def test_unknown_enum_value_is_kept():
    doc = {"id": CLUSTER["id"], "state": "HIBERNATING"}
    assert fitted("Status", doc, "1.0.3")["state"] == "HIBERNATING"


def test_null_is_dropped_where_it_is_not_allowed():
    assert "updated_at" not in fitted("Project", {**CLUSTER, "updated_at": None}, "1.0.3")


def test_the_variant_of_a_credential_follows_its_type():
    doc = {"id": CLUSTER["id"], "name": "prod", "object_type": "AWS", "access_key_id": "AKIA"}
    assert fitted("ClusterCredentials", doc, "1.0.3") == {"id": CLUSTER["id"], "name": "prod"}
    assert fitted("ClusterCredentials", doc, "1.0.4")["access_key_id"] == "AKIA"


def test_string_becomes_uuid_where_required():
    repository = {"url": "https://github.com/acme/api", "deployed_commit_contributor": "Ada"}
    contributor = "deployed_commit_contributor"
    older = fitted("ApplicationGitRepository", repository, "1.0.3")[contributor]
    newer = fitted("ApplicationGitRepository", repository, "1.0.4")[contributor]
    assert len(older) == 36
    assert newer == "Ada"
