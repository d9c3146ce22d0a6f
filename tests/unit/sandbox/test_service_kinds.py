import pytest

from qovery_cli import catalog
from qovery_cli.sandbox.service_kinds import enum_word


@pytest.mark.parametrize(
    "kind", ["application", "container", "database", "job", "helm", "terraform", "agenticWorkflow"]
)
def test_the_word_is_one_that_the_api_has(kind):
    assert enum_word(kind) in catalog.named_schema("ServiceTypeEnum")["enum"]
