import pytest

from qovery_cli.commands.environment_export import export_terraform
from qovery_cli.errors import NotFoundError

ID = "55555555-5555-4555-8555-555555555555"
OPERATION = "exportEnvironmentConfigurationIntoTerraform"


@pytest.fixture(autouse=True)
def archive(api, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    api.level = "1.0.4"
    api.answers[OPERATION] = "archive"


def test_archive_is_saved_privately(api, open_session, tmp_path):
    opened = open_session()
    export_terraform(opened.session, ID, export_secrets=True)
    file = tmp_path / f"{ID}-terraform.zip"
    assert b"archive" in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert opened.json == {"id": ID, "name": file.name, "done": "exported"}
    assert [(each.operation, each.query) for each in api.asked] == [
        (OPERATION, [("exportSecrets", "true")])
    ]


def test_archive_is_written_to_stdout_on_request(open_session, tmp_path):
    opened = open_session()
    export_terraform(opened.session, ID, to="-")
    assert "archive" in opened.out
    assert not list(tmp_path.glob("*.zip"))


def test_missing_environment_leaves_no_file(api, open_session, tmp_path):
    api.statuses[OPERATION] = 404
    with pytest.raises(NotFoundError):
        export_terraform(open_session().session, ID)
    assert not list(tmp_path.glob("*.zip*"))
