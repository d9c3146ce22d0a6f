import pytest

from qovery_cli import catalog
from qovery_cli.body.enums import close, match, normalize_enums

MODES = {"type": "string", "enum": ["None", "HTTP_GET", "none_at_all"]}
CLOUD = {
    "type": "string",
    "enum": ["AWS", "SCALEWAY", "SCW"],
    "enum_api": {"SCALEWAY": ["1.0.3"], "SCW": ["1.0.4"]},
}


@pytest.mark.parametrize("word", ["HTTP_GET", "http_get", "http-get", "Http Get"])
def test_case_and_hyphens_do_not_count(word):
    assert match(word, MODES, "1.0.4") == "HTTP_GET"


@pytest.mark.parametrize("word", ["scaleway", "SCW", "scw", "Scaleway"])
def test_both_spellings_give_the_one_that_the_level_knows(word):
    assert match(word, CLOUD, "1.0.3") == "SCALEWAY"
    assert match(word, CLOUD, "1.0.4") == "SCW"


def test_a_value_of_another_level_is_found_if_the_level_has_none():
    fact = {"enum": ["DOCKER", "BUILDPACKS"], "enum_api": {"BUILDPACKS": ["1.0.3"]}}
    assert match("buildpacks", fact, "1.0.4") == "BUILDPACKS"


def test_a_word_that_means_nothing_gives_nothing():
    assert match("gcp", CLOUD, "1.0.4") is None


def test_the_nearest_values_are_those_of_the_level():
    assert close("SCWW", CLOUD, "1.0.4") == ("SCW",)


def test_the_catalog_knows_both_spellings_of_a_cloud():
    body = {"name": "c", "cloud_provider": "SCALEWAY", "region": "fr-par"}
    schema = catalog.operation("createCluster").body
    assert normalize_enums(body, schema, "1.0.4")["cloud_provider"] == "SCW"
    assert normalize_enums({**body, "cloud_provider": "SCW"}, schema, "1.0.3") == body


def test_texts_are_not_respelled():
    schema = catalog.operation("createCluster").body
    assert normalize_enums({"name": "SCALEWAY"}, schema, "1.0.4") == {"name": "SCALEWAY"}
