import json
from itertools import combinations, product

import pytest

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.config import scope, settings
from qovery_cli.config.scope import ScopeEntry, Source

SOURCES = ("option", "variable", ".qovery.yaml", "profile")

# Written out instead of taken from the code: what naming a level takes away from weaker sources.
KINDS = {"application", "container", "database", "job", "helm", "terraform", "agenticWorkflow"}
CUTS = {
    "organization": {"cluster", "project", "environment", *KINDS},
    "cluster": set(),
    "project": {"environment", *KINDS},
    "environment": KINDS,
    **{kind: KINDS - {kind} for kind in KINDS},
}
LEVELS = tuple(sorted(CUTS))

PAIRS = [
    (stronger, weaker, above, below)
    for (stronger, weaker), above, below in product(combinations(SOURCES, 2), LEVELS, LEVELS)
    if "cluster"
    not in {(stronger == ".qovery.yaml" and above), (weaker == ".qovery.yaml" and below)}
]


def source(name, **values):
    return Source(name, values, dict.fromkeys(values, name))


@pytest.fixture
def loaded(tmp_path):
    def load(said):
        """Return what is effective when each source says these values."""
        (tmp_path / "here").mkdir()
        if lines := said.get(".qovery.yaml"):
            text = "".join(f"{level}: {value}\n" for level, value in lines.items())
            (tmp_path / "here" / ".qovery.yaml").write_text(text)
        if kept := said.get("profile"):
            data = {"version": 1, "profiles": {"default": kept}}
            (tmp_path / "config.json").write_text(json.dumps(data))
        variables = said.get("variable", {})
        environ = {scope.VARIABLES[level]: value for level, value in variables.items()}
        environ |= {"QOVERY_CONFIG_DIR": str(tmp_path), "HOME": str(tmp_path)}
        found = settings.load(said.get("option", {}), environ, tmp_path / "here")
        return {level: entry.value for level, entry in found.scope.items()}

    return load


@pytest.mark.parametrize(("stronger", "weaker", "above", "below"), PAIRS)
def test_named_level_shadows_lower_levels_of_later_sources(loaded, stronger, weaker, above, below):
    found = loaded({stronger: {above: "strong"}, weaker: {below: "weak"}})
    expected = {above: "strong"}
    if below != above and below not in CUTS[above]:
        expected[below] = "weak"
    assert found == expected


@pytest.mark.parametrize("level", LEVELS)
def test_shadowed_levels(level):
    assert scope.shadowed_levels(level) == CUTS[level]


def test_every_level_is_tested():
    assert set(LEVELS) == set(scope.LEVELS)


def test_options_and_variables_are_those_that_the_catalog_knows():
    named = {kind: one for kind, one in RESOURCES.items() if one.variable}
    assert {kind: one.option for kind, one in named.items()} == scope.FLAGS
    assert {kind: one.variable for kind, one in named.items()} == scope.VARIABLES


def test_one_source_may_name_a_whole_chain():
    found = scope.effective([source("option", organization="o", project="p", environment="e")])
    assert {level: entry.value for level, entry in found.items()} == {
        "organization": "o",
        "project": "p",
        "environment": "e",
    }


def test_levels_above_come_from_weaker_sources():
    found = scope.effective(
        [source("option", application="api"), source("profile", organization="o", project="p")]
    )
    assert set(found) == {"organization", "project", "application"}


def test_middle_source_shadows_the_last():
    found = scope.effective(
        [
            source("option", application="api"),
            source("variable", project="p"),
            source("profile", organization="o", environment="e"),
        ]
    )
    assert set(found) == {"organization", "project", "application"}


def test_shadowed_value_still_shadows_lower_levels():
    found = scope.effective(
        [
            source("option", project="p"),
            source("variable", environment="e"),
            source("profile", application="api"),
        ]
    )
    assert set(found) == {"project"}


def test_entry_has_its_origin():
    found = scope.effective([Source("variable", {"project": "p"}, scope.VARIABLES)])
    assert found == {"project": ScopeEntry("p", "QOVERY_PROJECT")}


def test_no_values_give_an_empty_scope():
    assert scope.effective([source("option"), source("profile")]) == {}


def test_the_levels_come_from_the_outermost_to_the_innermost():
    found = scope.effective([source("x", application="a", organization="o", project="p")])
    assert list(found) == ["organization", "project", "application"]


def empty(**variables):
    return Source("variable", {}, {}, variables)


def test_entry_records_the_empty_variable_before_it():
    weaker = source("profile", project="shop", environment="live", application="api", cluster="c")
    found = scope.effective([empty(environment="QOVERY_ENVIRONMENT"), weaker])
    assert {level: entry.passed_over for level, entry in found.items()} == {
        "cluster": "",
        "project": "",
        "environment": "QOVERY_ENVIRONMENT",
        "application": "QOVERY_ENVIRONMENT",
    }


def test_empty_variable_does_not_affect_sibling_kinds():
    found = scope.effective([empty(container="C"), source("profile", application="api")])
    assert found["application"].passed_over == ""


def test_an_option_decides_before_an_empty_variable():
    sources = [source("option", project="shop"), empty(environment="E"), source("profile")]
    assert scope.empty_levels(sources) == {}
    assert scope.effective([source("option", environment="e"), empty(environment="E")])[
        "environment"
    ] == ScopeEntry("e", "option")


def test_a_level_of_the_same_source_does_not_hide_an_empty_one():
    both = Source("variable", {"environment": "e"}, {"environment": "E"}, {"application": "A"})
    assert scope.empty_levels([both]) == {"application": "A"}
