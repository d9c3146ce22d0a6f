import pytest

from qovery_cli.sandbox.state.rule_matching import matches, rule_for


@pytest.mark.parametrize(
    ("wildcard", "name", "covered"),
    [
        ("prod*", "Production", True),
        ("prod*", "preprod", False),
        ("v?", "v1", True),
        ("v?", "v10", False),
        ("[PR]*", "[PR] 42-new-checkout", True),
        ("[PR]*", "P", False),
        ("*", "anything", True),
        ("", "anything", False),
    ],
)
def test_wildcards_match_whole_names_ignoring_case(wildcard, name, covered):
    assert matches(wildcard, name) is covered


def test_the_rule_of_the_highest_priority_wins():
    rules = [
        {"wildcard": "*", "priority_index": 1, "name": "all"},
        {"wildcard": "prod*", "priority_index": 0, "name": "prod"},
    ]
    assert rule_for(rules, "prod-eu")["name"] == "prod"
    assert rule_for(rules, "staging")["name"] == "all"
    assert rule_for(rules[1:], "staging") is None
