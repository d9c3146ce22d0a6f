import pytest

from qovery_cli.sandbox.state.repository_files import build_of, directories_of, missing_file


def test_directories_are_those_of_the_files():
    assert directories_of("infra") == [
        "charts",
        "charts/storefront",
        "terraform",
        "terraform/network",
        "terraform/storage",
    ]
    assert directories_of("worker") == []


@pytest.mark.parametrize(
    ("url", "root", "paths", "missing"),
    [
        ("https://github.com/acme/infra.git", "/", ["Dockerfile"], None),
        ("https://github.com/acme/infra", "/terraform/", ["/main.tf"], None),
        ("https://github.com/acme/infra", "/terraform", ["main.tf", "Dockerfile"], "Dockerfile"),
        ("https://gitlab.com/other/site.git", None, ["README.md"], None),
        ("https://gitlab.com/other/site.git", None, ["src/main.py"], "src/main.py"),
    ],
)
def test_missing_file_is_the_first_that_does_not_exist(url, root, paths, missing):
    assert missing_file({"url": url, "root_path": root}, paths) == missing


def test_build_of_an_unlisted_dockerfile_has_no_arguments():
    assert build_of({"url": "https://github.com/acme/worker"}, "Dockerfile")[0] == []
