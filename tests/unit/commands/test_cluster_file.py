import pytest

from qovery_cli.commands import cluster_file as command
from qovery_cli.errors import UsageError
from qovery_cli.http.response import UnexpectedResponseError

ID = "33333333-3333-4333-8333-333333333331"
KUBECONFIG = "apiVersion: v1\nusers: [{token: s3cret}]\n"


@pytest.fixture(autouse=True)
def acme(api, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    api.level = "1.0.4"
    api.answers["listOrganization"] = {"results": [{"id": "o1", "name": "Acme"}]}
    api.answers["getClusterKubeconfig"] = KUBECONFIG


def test_kubeconfig_is_saved_privately_and_not_shown(open_session, tmp_path):
    opened = open_session()
    command.get_kubeconfig(opened.session, ID)
    file = tmp_path / f"kubeconfig-{ID}.yaml"
    assert "s3cret" in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    assert opened.json == {"id": ID, "name": file.name, "done": "downloaded"}
    assert "s3cret" not in opened.out + opened.err


def test_kubeconfig_is_written_to_stdout_on_request(open_session, tmp_path):
    opened = open_session()
    command.get_kubeconfig(opened.session, ID, to="-")
    assert "s3cret" in opened.out
    assert not list(tmp_path.glob("*.yaml"))


def test_options_are_sent_in_the_query(api, open_session):
    command.get_kubeconfig(open_session().session, ID, read_only=True, to="x.yaml")
    (request,) = [each for each in api.asked if each.operation == "getClusterKubeconfig"]
    assert dict(request.query) == {"read_only": "true"}


@pytest.mark.parametrize("file", [None, "-"])
def test_kubeconfig_to_send_is_required(api, open_session, file):
    with pytest.raises(UsageError, match="--file"):
        command.update_kubeconfig(open_session(stdin=b" \n").session, ID, file)
    assert api.changes == []


def test_plan_of_an_update_has_no_secret(api, open_session):
    opened = open_session(stdin=KUBECONFIG.encode(), dry_run=True)
    command.update_kubeconfig(opened.session, ID, "-")
    assert f"/cluster/{ID}/kubeconfig" in opened.out
    assert "s3cret" not in opened.out + opened.err
    assert api.changes == []


def test_empty_response_is_not_saved(api, open_session, tmp_path):
    api.answers["getInstallationHelmValues"] = None
    with pytest.raises(UnexpectedResponseError):
        command.get_install_values(open_session().session, ID)
    assert not list(tmp_path.glob("*.yaml"))
