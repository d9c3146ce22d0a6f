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
def test_synonyms_match_the_value_of_the_level(word):
    assert match(word, CLOUD, "1.0.3") == "SCALEWAY"
    assert match(word, CLOUD, "1.0.4") == "SCW"


def test_value_of_another_level_is_the_fallback():
    fact = {"enum": ["DOCKER", "BUILDPACKS"], "enum_api": {"BUILDPACKS": ["1.0.3"]}}
    assert match("buildpacks", fact, "1.0.4") == "BUILDPACKS"


def test_unknown_word_matches_nothing():
    assert match("gcp", CLOUD, "1.0.4") is None


def test_the_nearest_values_are_those_of_the_level():
    assert close("SCWW", CLOUD, "1.0.4") == ("SCW",)


def test_catalog_has_both_spellings_of_a_cloud():
    body = {"name": "c", "cloud_provider": "SCALEWAY", "region": "fr-par"}
    schema = catalog.operation("createCluster").body
    assert normalize_enums(body, schema, "1.0.4")["cloud_provider"] == "SCW"
    assert normalize_enums({**body, "cloud_provider": "SCW"}, schema, "1.0.3") == body


def test_free_text_is_not_normalized():
    schema = catalog.operation("createCluster").body
    assert normalize_enums({"name": "SCALEWAY"}, schema, "1.0.4") == {"name": "SCALEWAY"}
