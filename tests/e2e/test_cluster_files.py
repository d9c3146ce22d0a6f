"""YAML files of a cluster: saved as they come and readable only by the user, sent unchanged."""

import stat

import pytest
from fake_api import FakeApi

CLUSTER = "123e4567-e89b-12d3-a456-426614174000"
PLACE = ["--org", CLUSTER, CLUSTER]
KUBECONFIG = "apiVersion: v1\nkind: Config\nusers: [{name: ci, user: {token: s3cr3t}}]\n"
FILES = {
    "cluster kubeconfig get": ("getClusterKubeconfig", f"kubeconfig-{CLUSTER}.yaml"),
    "cluster install-values": ("getInstallationHelmValues", f"values-{CLUSTER}.yaml"),
}
each_file = pytest.mark.parametrize("command", FILES)


@pytest.fixture
def api(monkeypatch):
    return FakeApi.instead_of_network(monkeypatch, "1.0.4")


@each_file
def test_file_is_saved_unchanged_for_the_user_alone(command, api, ran, home):
    operation, name = FILES[command]
    api.answers[operation] = KUBECONFIG
    home.write(name, "older")
    (home.path / name).chmod(0o644)
    ended = ran(command, *PLACE, env=api.environ)
    assert ended.code == 0, ended
    assert "s3cr3t" not in ended.out + ended.err
    assert (home.path / name).read_text() == KUBECONFIG
    assert stat.S_IMODE((home.path / name).stat().st_mode) == 0o600


@each_file
def test_dash_writes_to_stdout(command, api, ran):
    api.answers[FILES[command][0]] = KUBECONFIG
    ended = ran(command, *PLACE, "--to", "-", env=api.environ)
    assert (ended.code, ended.out) == (0, KUBECONFIG)


@each_file
def test_empty_response_writes_no_file(command, api, ran, home):
    api.answers[FILES[command][0]] = ""
    ended = ran(command, *PLACE, "--to", "file.yaml", env=api.environ)
    assert ended.code == 7, ended
    assert not (home.path / "file.yaml").exists()


def test_file_that_cannot_be_written_is_named(api, ran):
    api.answers["getClusterKubeconfig"] = KUBECONFIG
    ended = ran("cluster kubeconfig get", *PLACE, "--to", "missing/file", env=api.environ)
    assert ended.code == 2
    assert "Cannot write missing/file" in ended.sentence


@pytest.mark.parametrize("words", [["-f", "kube.yaml"], ["--file", "-"]])
def test_kubeconfig_is_sent_as_it_is(words, api, ran, home):
    home.write("kube.yaml", KUBECONFIG)
    line = ["cluster kubeconfig update", *PLACE, *words]
    ended = ran(*line, env=api.environ, stdin=KUBECONFIG)
    assert ended.code == 0, ended
    (change,) = api.changes
    assert (change.operation, change.body) == ("editClusterKubeconfig", KUBECONFIG)


@pytest.mark.parametrize("how", [["--dry-run"], ["--dry-run", "-o", "json"], ["--explain"]])
def test_preview_shows_no_part_of_the_kubeconfig(how, api, ran, home):
    home.write("kube.yaml", KUBECONFIG)
    ended = ran("cluster kubeconfig update", *PLACE, "-f", "kube.yaml", *how, env=api.environ)
    assert ended.code == 0, ended
    assert "s3cr3t" not in ended.out + ended.err


@pytest.mark.parametrize("content", [None, "", " \n"])
def test_missing_and_empty_kubeconfig_are_refused(content, api, ran, home):
    words = []
    if content is not None:
        home.write("kube.yaml", content)
        words = ["--file", "kube.yaml"]
    ended = ran("cluster kubeconfig update", *PLACE, *words, env=api.environ)
    assert ended.code == 2, ended
    assert "--file" in ended.sentence + ended.hint
    assert not api.changes
