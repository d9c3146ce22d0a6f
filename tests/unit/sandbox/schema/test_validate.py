import pytest

from qovery_cli import catalog
from qovery_cli.sandbox.schema.validate import problem, with_defaults


def body_of(key):
    return catalog.operation(key).body


APPLICATION = {"name": "api", "git_repository": {"url": "https://github.com/acme/api"}}


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({}, "git_repository is required."),
        ({**APPLICATION, "name": None}, "name must not be null."),
        ({**APPLICATION, "auto_preview": None}, "auto_preview must not be null."),
        ({**APPLICATION, "cpu": "much"}, "cpu must be an integer."),
        ({**APPLICATION, "cpu": True}, "cpu must be an integer."),
        ({**APPLICATION, "auto_preview": "yes"}, "auto_preview must be a boolean."),
        ({**APPLICATION, "ports": {}}, "ports must be a list."),
        ({**APPLICATION, "git_repository": {}}, "git_repository.url is required."),
        ({**APPLICATION, "build_mode": "MAGIC"}, "build_mode must be one of BUILDPACKS, DOCKER."),
        (
            {**APPLICATION, "ports": [{"internal_port": 80}]},
            "ports[0].publicly_accessible is required.",
        ),
        ([], "The body must be an object."),
    ],
)
def test_problem_names_the_field(body, sentence):
    assert problem(body, body_of("createApplication"), "1.0.3") == sentence


def test_unknown_fields_are_accepted():
    body = {**APPLICATION, "git_repository": {**APPLICATION["git_repository"], "owner": "acme"}}
    assert problem({**body, "colour": "red"}, body_of("createApplication"), "1.0.3") is None


def test_undeclared_required_fields_are_optional():
    assert problem({"name": "Acme"}, body_of("editOrganization"), "1.0.3") is None


def test_each_level_demands_its_own_fields():
    schema = body_of("createApplication")
    assert problem(APPLICATION, schema, "1.0.3") is None
    assert problem(APPLICATION, schema, "1.0.4") == "healthchecks is required."


@pytest.mark.parametrize("level", catalog.LEVELS)
@pytest.mark.parametrize("spelling", ["SCALEWAY", "SCW", "DIGITAL_OCEAN", "DO", "AWS"])
def test_both_spellings_of_a_renamed_value_are_accepted(level, spelling):
    body = {"name": "c", "region": "fr-par", "cloud_provider": spelling}
    assert problem(body, body_of("createCluster"), level) is None


def test_a_port_without_an_id_is_a_new_one():
    body = {"ports": [{"internal_port": 80, "publicly_accessible": True}]}
    assert problem(body, body_of("editApplication"), "1.0.3") is None


def test_an_id_must_be_a_uuid():
    body = {"name": "staging", "cluster": "prod"}
    assert problem(body, body_of("createEnvironment"), "1.0.3") == "cluster must be a UUID."


def test_a_discriminator_chooses_what_is_checked():
    schema = body_of("createAWSCredentials")
    body = {"type": "AWS_ROLE", "name": "prod"}
    assert problem(body, schema, "1.0.4") == "role_arn is required."
    for other in ("OTHER", "", {}, [], 1, True):
        assert problem({**body, "type": other}, schema, "1.0.4")


def test_null_is_accepted_where_the_schema_is_reported():
    schema = body_of("createOrganization")
    body = {"name": "Acme", "plan": "FREE", "website_url": None}
    assert problem(body, schema, "1.0.3") is None
    assert problem({**body, "description": None}, schema, "1.0.3") is not None
    assert problem({**body, "description": None}, schema, "1.0.4") is None


def test_defaults_replace_omitted_fields():
    whole = with_defaults(APPLICATION, body_of("createApplication"), "1.0.3")
    assert (whole["cpu"], whole["memory"], whole["auto_preview"]) == (500, 512, True)
    assert whole["git_repository"]["root_path"] == "/"
