"""Inputs of a body, over a fake API."""

import pytest

from qovery_cli.cli import command_table
from qovery_cli.cli.invocation import Invocation
from qovery_cli.errors import NotFoundError, UsageError

PLACE = "55555555-5555-4555-8555-555555555555"


@pytest.fixture
def inputs(open_session):
    """Return a function that reads the inputs of a command line."""

    def inputs(command, *, stdin=b"", **values):
        session = open_session(stdin=stdin, scope={"organization": PLACE}).session
        builder = Invocation(session, command_table.command(command), values).body
        builder.read_inputs()
        return builder.inputs

    return inputs


def test_options_are_fields(inputs):
    made = inputs("project create", name="shop")
    assert list(made.options) == [("name", "shop")]
    assert made.named == {"name"}
    assert not made.is_empty


def test_line_without_inputs_is_empty(inputs):
    assert inputs("project create").is_empty


@pytest.mark.parametrize("values", [{"set": ["name=x"]}, {"name": "x"}, {"file": "-"}])
def test_any_input_counts(inputs, values):
    assert not inputs("project create", stdin=b"name: shop\n", **values).is_empty


def test_file_is_read_from_stdin(inputs):
    made = inputs("project create", stdin=b"name: shop\n", file="-")
    assert made.file == {"name": "shop"}
    assert made.named == frozenset(), "a file may be a saved response"


def test_settings_name_their_fields(inputs):
    made = inputs("app create", set=["git_repository.branch=main"])
    assert made.named == {"git_repository.branch"}


def test_quantities_are_in_the_unit_of_their_field(inputs):
    made = inputs("app create", cpu="1.5", memory="1GB")
    assert dict(made.options) == {"cpu": "1500", "memory": "1024"}


def test_names_become_ids(api, inputs):
    api.answers["listOrganizationCluster"] = {"results": [{"id": "c1", "name": "prod"}]}
    made = inputs("env clone", env=PLACE, name="copy", cluster="prod")
    assert dict(made.options)["cluster_id"] == "c1"
    with pytest.raises(NotFoundError, match="'nowhere'"):
        inputs("env clone", env=PLACE, name="copy", cluster="nowhere")


def test_secret_is_read_and_recorded(open_session):
    session = open_session(
        variables={"DB_PASSWORD": "hunter2"}, scope={"environment": PLACE}
    ).session
    spec = command_table.command("secret create")
    builder = Invocation(session, spec, {"key": "A", "value": "env:DB_PASSWORD", "env": PLACE}).body
    builder.read_inputs()
    assert dict(builder.inputs.options)["value"] == "hunter2"
    assert session.secrets == {"hunter2"}


def test_invalid_value_names_its_option(inputs):
    with pytest.raises(UsageError, match="--cpu"):
        inputs("app create", cpu="much")


def credentials(api, inputs, reference, **values):
    """Return the value of an option whose kind of resource another field determines."""
    api.answers["listAWSCredentials"] = {"results": [{"id": "k1", "name": "main"}]}
    made = inputs("cluster cloud-info update", cluster=PLACE, credentials_id=reference, **values)
    return dict(made.options)["credentials.id"]


def test_kind_of_a_name_is_that_of_another_option(api, inputs):
    api.answers["getOrganizationCloudProviderInfo"] = {"cloud_provider": "GCP"}
    assert credentials(api, inputs, "main", cloud="AWS") == "k1"


def test_kind_of_a_name_is_that_of_the_stored_resource(api, inputs):
    api.answers["getOrganizationCloudProviderInfo"] = {"cloud_provider": "AWS"}
    assert credentials(api, inputs, "main") == "k1"


def test_id_needs_no_kind(api, inputs):
    assert credentials(api, inputs, PLACE) == PLACE
    assert api.asked == []


def test_name_of_an_unknown_kind_is_rejected(api, inputs):
    with pytest.raises(UsageError, match="--credentials-id accepts a name only together with"):
        credentials(api, inputs, "main", cloud="MOON")
