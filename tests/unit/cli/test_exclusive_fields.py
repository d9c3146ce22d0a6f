import pytest

from qovery_cli.cli.exclusive_fields import reject_ambiguous, without_replaced
from qovery_cli.errors import UsageError

EXCLUSIVE = {"source": {"image": "--image", "docker": "--git-url"}}


@pytest.mark.parametrize("field", ["image", "docker"])
def test_one_field_is_accepted(field):
    reject_ambiguous({"source": {field: {"a": 1}}}, EXCLUSIVE, required=True)


@pytest.mark.parametrize("required", [True, False])
def test_several_fields_are_rejected_by_their_flags(required):
    body = {"source": {"image": {}, "docker": {}}}
    with pytest.raises(UsageError, match="--image and --git-url are mutually exclusive"):
        reject_ambiguous(body, EXCLUSIVE, required=required)


@pytest.mark.parametrize("body", [{}, {"source": {}}, {"source": {"image": None}}])
def test_missing_field_is_rejected_only_if_it_is_required(body):
    reject_ambiguous(body, EXCLUSIVE, required=False)
    with pytest.raises(UsageError, match="'source' is missing") as caught:
        reject_ambiguous(body, EXCLUSIVE, required=True)
    assert "--image or --git-url" in caught.value.hint


STORED = {"name": "x", "source": {"image": {"tag": "1"}, "docker": {"git": "y"}, "other": 1}}


@pytest.mark.parametrize("named", ["source.image", "source.image.tag"])
def test_named_field_takes_the_place_of_the_others(named):
    body = without_replaced(STORED, {named, "name"}, EXCLUSIVE)
    assert body == {"name": "x", "source": {"image": {"tag": "1"}, "other": 1}}
    assert "docker" in STORED["source"], "the stored body is unchanged"


@pytest.mark.parametrize("named", [set(), {"name"}, {"source.other"}, {"source.images"}])
def test_nothing_is_removed_unless_a_field_is_named(named):
    assert without_replaced(STORED, named, EXCLUSIVE) == STORED


def test_several_named_fields_are_rejected():
    with pytest.raises(UsageError, match="mutually exclusive"):
        without_replaced(STORED, {"source.image.tag", "source.docker.git"}, EXCLUSIVE)


def test_body_without_the_object_is_unchanged():
    assert without_replaced({"name": "x"}, {"source.image"}, EXCLUSIVE) == {"name": "x"}
