import pytest

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.resolve.prefetch import named_levels

ID = "f73e3833-922a-48a5-9dbd-6163f43f9143"
URL = f"https://console.qovery.com/organization/{ID}/project/{ID}"

TWO = ["application", "environment"]
THREE = [*TWO, "project"]


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        ({"application": "api"}, ["application"]),
        ({"application": "api", "environment": "prod"}, TWO),
        ({"application": "api", "environment": ID, "project": "shop"}, ["application"]),
        ({"application": ID, "environment": "prod"}, []),
        ({"application": f" {ID} ", "environment": "prod"}, []),
        ({"application": "prod/api"}, TWO),
        ({"application": "shop/prod/api"}, THREE),
        (
            {"application": "shop/prod/api", "environment": ID},
            THREE,
        ),
        (
            {"application": "api", "environment": "shop/prod"},
            THREE,
        ),
        (
            {"application": "api", "environment": "prod", "project": URL},
            TWO,
        ),
        ({}, []),
    ],
)
def test_levels_given_by_name_are_counted(words, levels):
    assert named_levels(RESOURCES["application"], words, {}) == levels


def test_resolved_levels_need_no_lookup():
    words = {"application": "api", "environment": "prod", "project": "shop"}
    within = {"environmentId": ID}
    assert named_levels(RESOURCES["application"], words, within) == ["application"]
