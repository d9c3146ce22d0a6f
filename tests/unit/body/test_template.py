import re

import pytest
import yaml

from qovery_cli import catalog
from qovery_cli.body import schemas
from qovery_cli.body.body_file import read
from qovery_cli.body.template import skeleton
from qovery_cli.body.validate import problems

BODIES = [
    pytest.param(operation.body, level, id=f"{key} {level}")
    for key, operation in catalog.operations().items()
    if operation.body and operation.body_type == "application/json"
    for level in operation.api
]
SAMPLES = {
    "string": "text",
    "integer": 1,
    "number": 1.5,
    "boolean": True,
    "array": [],
    "object": {},
    "any": "x",
}
FORMATS = {
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
    "date-time": "2026-01-31T08:00:00Z",
    "uri": "https://a.test",
}


def filled(value, schema, level):
    """Return a template with all empty fields filled in."""
    if isinstance(value, dict):
        inner = {name: schemas.field(schema, name, level) for name in value}
        return {name: filled(one, inner[name], level) for name, one in value.items()}
    if isinstance(value, list):
        return [filled(one, schemas.items(schema, level), level) for one in value]
    return sample(schemas.alternatives(schema, level)[0], level) if value is None else value


def sample(fact, level):
    if "enum" in fact:
        return schemas.enum(fact, level)[0]
    if "minimum" in fact:
        return fact["minimum"]
    text = FORMATS.get(fact.get("format", "").lower(), SAMPLES[schemas.kind(fact)])
    return text * fact.get("minLength", 1) if schemas.kind(fact) == "string" else text


@pytest.mark.parametrize(("body", "level"), BODIES)
def test_every_skeleton_is_yaml_and_valid_once_filled_in(body, level):
    text = skeleton(body, level, lambda path: f"About: {path} # and more")
    assert yaml.safe_load(text) is not None
    value = read("-", stdin=text, schema=body, level=level)
    assert problems(filled(value, body, level), body, level) == []


@pytest.mark.parametrize(("body", "level"), BODIES)
def test_every_skeleton_is_yaml_with_its_options_uncommented(body, level):
    lines = skeleton(body, level).splitlines()
    used = [re.sub(r"^((?:  |- )*)# ", r"\1", line) for line in lines]
    opened = [re.sub(r"^([^#]*:) (\{\}|\[\])  #", r"\1  #", line) for line in used]
    first = "\n".join(opened).split("## or:")[0].splitlines()
    fields = [line for line in first if line not in ("{}", "[]")]
    value = yaml.safe_load("\n".join(fields))
    assert value or all(line.startswith("##") or "NAME: VALUE" in line for line in lines[:-1])


def test_required_fields_come_first_and_are_empty():
    lines = skeleton(catalog.operation("createProject").body, "1.0.4").splitlines()
    assert lines[2] == "name:  # string"
    assert all(line.startswith("# ") for line in lines[3:])


def test_unedited_template_is_rejected():
    body = catalog.operation("createDatabase").body
    value = read("-", stdin=skeleton(body, "1.0.3"), schema=body, level="1.0.3")
    kinds = {problem.path: problem.kind for problem in problems(value, body, "1.0.3")}
    assert kinds == dict.fromkeys(("name", "type", "version", "mode"), "null")


def test_comment_states_type_default_and_help():
    words = {"cpu": "Share of a\ncore."}.get
    text = skeleton(catalog.operation("createApplication").body, "1.0.3", words)
    assert "# cpu: 500  # integer, default. Share of a core.\n" in text
    assert "# auto_preview: true  # true or false, default\n" in text


def test_only_fields_and_values_of_the_level_are_offered():
    body = catalog.operation("createApplication").body
    assert "buildpack_language" in skeleton(body, "1.0.3")
    assert "buildpack_language" not in skeleton(body, "1.0.4")
    assert "healthchecks: {}" in skeleton(body, "1.0.4")


def test_alternatives_are_shown_below_the_first():
    text = skeleton(catalog.operation("createAWSCredentials").body, "1.0.4")
    assert 'type: "AWS_ROLE"' in text.splitlines()
    assert '# type: "AWS_STATIC"' in text.splitlines()


def test_recursive_schema_terminates(monkeypatch):
    tree = {"type": "object", "properties": {"child": {"ref": "Tree"}}}
    monkeypatch.setattr(catalog, "resolve", lambda value: tree if "ref" in value else value)
    assert skeleton({"ref": "Tree"}, "1.0.4").count("child") < 5


def test_names_that_yaml_would_misread_are_quoted():
    schema = {"type": "object", "properties": {"on": {"required": ["1.0.4"]}, "1": {}}}
    text = skeleton(schema, "1.0.4")
    assert '"on":' in text
    assert '# "1":' in text


def test_update_requires_only_unreadable_fields():
    schema = catalog.operation("editContainerRegistry").body
    text = skeleton(schema, "1.0.3", required={"config"})
    assert "\nconfig:" in text
    assert "\n# name:" in text
    assert "\nname:" not in text
