import pytest

from qovery_cli import catalog
from qovery_cli.sandbox.schema.generate import generate
from qovery_cli.sandbox.schema.validate import problem


@pytest.mark.parametrize("level", catalog.LEVELS)
def test_generated_values_match_every_schema(level):
    wrong = {}
    for name in catalog.schemas():
        schema = catalog.named_schema(name)
        found = problem(generate(schema, level, "seed", name), schema, level)
        if found:
            wrong[name] = found
    assert wrong == {}


def test_same_seed_gives_same_value():
    schema = catalog.named_schema("Cluster")
    assert generate(schema, "1.0.4", "a") == generate(schema, "1.0.4", "a")
    assert generate(schema, "1.0.4", "a") != generate(schema, "1.0.4", "b")


def test_lists_have_two_or_three_items():
    made = generate(catalog.named_schema("WebhookEventResponseList"), "1.0.4", "seed")
    assert len(made["results"]) in (2, 3)


def test_undeclared_required_fields_are_returned():
    schema = catalog.operation("getOrganizationProjectStats").response
    assert "number" in generate(schema, "1.0.3", "seed")["results"][0]
