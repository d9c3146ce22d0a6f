import pytest

from qovery_cli.cli.blank_values import reject_blank_versions
from qovery_cli.errors import UsageError

FLAGS = {"applications": "--deploy-app", "tag": "--tag"}


def refusal(body, before=None, *, null=False):
    with pytest.raises(UsageError) as caught:
        reject_blank_versions(body, FLAGS, before, null=null)
    return caught.value.message


def test_error_names_field_and_option():
    assert refusal({"tag": ""}) == "'tag' (--tag) is empty."
    body = {"applications": [{"git_commit_id": "a"}, {"git_commit_id": " "}]}
    assert refusal(body) == "'applications[1].git_commit_id' (--deploy-app) is empty."
    assert refusal({"a": {"chart_version": "\n"}}) == "'a.chart_version' is empty."


def test_null_counts_as_empty_only_if_requested():
    reject_blank_versions({"tag": None}, FLAGS)
    assert refusal({"tag": None}, null=True) == "'tag' (--tag) is empty."


def test_unchanged_blank_version_is_accepted():
    reject_blank_versions({"tag": "", "name": "x"}, FLAGS, {"tag": ""})
    assert refusal({"tag": ""}, {"tag": "1.0"})


@pytest.mark.parametrize("body", [None, [], "x", {"tag": "1"}, {"name": ""}, {"tags": ""}])
def test_bodies_without_blank_versions_are_accepted(body):
    reject_blank_versions(body, FLAGS)
