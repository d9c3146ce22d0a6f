"""Facts from small documents."""

import pytest

from qovery_cli.codegen.facts import file_layout
from qovery_cli.codegen.facts.generator import generate_facts
from qovery_cli.errors import UsageError

SPEC = """
openapi: 3.0.0
info: {version: "%s"}
paths:
  /application:
    get:
      operationId: listApplication
      summary: Prose that stays behind
      tags: [Applications]
      responses:
        200:
          description: Prose that stays behind
          content:
            application/json:
              schema: {type: integer, minimum: %s, default: 2020-01-01}
"""


@pytest.fixture
def spec(tmp_path):
    """Write a small document and return its path."""

    def write(level="1.0.9", minimum=1):
        path = tmp_path / f"{level}-{minimum}.yaml"
        path.write_text(SPEC % (level, minimum), encoding="utf-8")
        return path

    return write


def test_operations_are_in_the_file_of_their_group(spec):
    files = generate_facts([spec()])
    assert list(files["operations/app"]) == ["listApplication"]
    assert files["operations/index"] == {"listApplication": "app"}


def test_prose_is_left_out(spec):
    texts = file_layout.texts(generate_facts([spec()]))
    assert not any("Prose" in text for text in texts.values())


def test_the_order_of_the_documents_does_not_matter(spec):
    paths = [spec("1.0.10"), spec("1.0.9"), spec("1.0.8")]
    files = generate_facts(paths)
    assert files == generate_facts(paths[::-1])
    assert files["operations/app"]["listApplication"]["api"] == ["1.0.8", "1.0.9", "1.0.10"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read"),
        ("a: [", "is not YAML"),
        ("just words", "is not an OpenAPI document"),
        ("info: {}\npaths: {}", "lacks 'version'"),
        ("info: {version: 1}\npaths: {/x: [get]}", "is not built as an OpenAPI document"),
    ],
)
def test_an_unusable_document_is_refused_with_a_hint(tmp_path, content, message):
    path = tmp_path / "spec.yaml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=message) as caught:
        generate_facts([path])
    assert caught.value.message.endswith(".")
    assert caught.value.hint.endswith(".")


def test_two_documents_of_one_level_are_refused(spec):
    with pytest.raises(UsageError, match="have the same API level"):
        generate_facts([spec(), spec(minimum=2)])
