import pytest

from qovery_cli.session.service_version import version

GIT = {"branch": "main", "deployed_commit_id": "0123456789abcdef"}


@pytest.mark.parametrize(
    ("service", "told"),
    [
        ({"git_repository": GIT}, "main@0123456"),
        ({"git_repository": {"branch": "main"}}, "main"),
        ({"git_repository": {"deployed_commit_id": None, "branch": None}}, None),
        ({"git_repository": None, "tag": "1.2"}, "1.2"),
        ({"tag": "1.23.1"}, "1.23.1"),
        ({"version": "13"}, "13"),
        ({"version": 13}, "13"),
        ({"source": {"image": {"tag": "v1"}}}, "v1"),
        ({"source": {"docker": {"git_repository": GIT}}}, "main@0123456"),
        ({"source": {"repository": {"chart_version": "4.0.0"}}}, "4.0.0"),
        ({"source": {"git": {"git_repository": {"branch": "charts"}}}}, "charts"),
        ({"source": "elsewhere"}, None),
        ({}, None),
    ],
)
def test_service_version(service, told):
    assert version(service) == told
