import pytest

from qovery_cli.cli.blank_values import reject_blank_versions
from qovery_cli.errors import UsageError

FLAGS = {"applications": "--deploy-app", "tag": "--tag"}


def refusal(body, before=None, *, null=False):
    with pytest.raises(UsageError) as caught:
        reject_blank_versions(body, FLAGS, before, null=null)
    return caught.value.message


def test_the_field_and_its_option_are_named():
    assert refusal({"tag": ""}) == "'tag' (--tag) is empty."
    body = {"applications": [{"git_commit_id": "a"}, {"git_commit_id": " "}]}
    assert refusal(body) == "'applications[1].git_commit_id' (--deploy-app) is empty."
    assert refusal({"a": {"chart_version": "\n"}}) == "'a.chart_version' is empty."


def test_null_is_empty_only_where_no_version_can_be_cleared():
    reject_blank_versions({"tag": None}, FLAGS)
    assert refusal({"tag": None}, null=True) == "'tag' (--tag) is empty."


def test_what_is_there_already_goes_back():
    reject_blank_versions({"tag": "", "name": "x"}, FLAGS, {"tag": ""})
    assert refusal({"tag": ""}, {"tag": "1.0"})


@pytest.mark.parametrize("body", [None, [], "x", {"tag": "1"}, {"name": ""}, {"tags": ""}])
def test_other_bodies_pass(body):
    reject_blank_versions(body, FLAGS)
