"""Objects that are written shorter than their fields."""

import json

import pytest

from qovery_cli import catalog
from qovery_cli.body import schemas
from qovery_cli.body.coerce import coerce, coerce_all
from qovery_cli.body.target import Target
from qovery_cli.body.value_formats import parse_value
from qovery_cli.errors import UsageError

LEVEL = "1.0.4"
TARGET = Target("--it", LEVEL)
HELM = catalog.operation("createHelm").body
JOB = catalog.operation("createJob").body
TERRAFORM = catalog.operation("createTerraform").body


def items(form, body, path, *texts):
    values, _ = parse_value(form, list(texts), TARGET)
    return coerce_all(values, schemas.field_at(body, path), TARGET)


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ("web:80", {"service_name": "web", "internal_port": 80}),
        (
            "web:80:443/http",
            {"service_name": "web", "internal_port": 80, "external_port": 443, "protocol": "HTTP"},
        ),
        (
            "web:80,namespace=tools,is_default=true",
            {"service_name": "web", "internal_port": 80, "namespace": "tools", "is_default": True},
        ),
        ("internal_port=80,service_name=web", {"service_name": "web", "internal_port": 80}),
        (
            '{"internal_port": 80, "service_name": "web"}',
            {"service_name": "web", "internal_port": 80},
        ),
    ],
)
def test_a_port_of_a_chart_names_its_service(text, port):
    assert items("chart-port", HELM, "ports", text) == [port]


@pytest.mark.parametrize("text", ["80", "web", "web:0", "web:99999", "web:80,default", "Web:80"])
def test_an_invalid_port_of_a_chart_is_rejected(text):
    with pytest.raises(
        UsageError, match=r"expected a port of a service of the chart such as web:80"
    ):
        parse_value("chart-port", [text], TARGET)


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("deploy", {"on_start": {}}),
        ("start", {"on_start": {}}),
        ("Deploy, stop,delete", {"on_start": {}, "on_stop": {}, "on_delete": {}}),
        ('{"on_start": {"arguments": ["up"]}}', {"on_start": {"arguments": ["up"]}}),
    ],
)
def test_events_are_an_object_of_schedules(text, schedule):
    value, _ = parse_value("events", text, TARGET)
    assert coerce(value, schemas.field(JOB, "schedule"), TARGET) == schedule


@pytest.mark.parametrize("text", ["", "redeploy", "deploy,", "deploy stop"])
def test_an_unknown_event_is_rejected(text):
    with pytest.raises(UsageError, match="expected events such as deploy or deploy,stop,delete"):
        parse_value("events", text, TARGET)


def test_a_local_file_is_its_name_and_content(tmp_path):
    (tmp_path / "values.yaml").write_text('image: "v1"\nhosts: [a, b]\n')
    path = "values_override.file.raw.values"
    assert items("local-file", HELM, path, str(tmp_path / "values.yaml")) == [
        {"name": "values.yaml", "content": 'image: "v1"\nhosts: [a, b]\n'}
    ]
    assert items("local-file", HELM, path, "name=a.yaml,content=x") == [
        {"name": "a.yaml", "content": "x"}
    ]


def test_a_missing_local_file_is_reported_with_the_flag(tmp_path):
    with pytest.raises(UsageError, match=r"^--it: file '.*missing\.yaml' does not exist"):
        parse_value("local-file", [str(tmp_path / "missing.yaml")], TARGET)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("image.tag=v2", ["image.tag", "v2"]),
        ('query=a=b,c "d"', ["query", 'a=b,c "d"']),
        ("empty=", ["empty", ""]),
        ('["a", "b"]', ["a", "b"]),
    ],
)
def test_a_pair_is_split_at_the_first_equals_sign(text, pair):
    assert items("pair", HELM, "values_override.set", text) == [pair]


@pytest.mark.parametrize("text", ["image.tag", "=v2", ""])
def test_a_pair_without_a_key_is_rejected(text):
    with pytest.raises(UsageError, match=r"expected a key and its value such as image\.tag=v2"):
        parse_value("pair", [text], TARGET)


@pytest.mark.parametrize(
    ("text", "variable"),
    [
        ("region=eu-west-3", {"key": "region", "value": "eu-west-3"}),
        ("tags=a,b=c", {"key": "tags", "value": "a,b=c"}),
        ("key=token,value=x,secret=true", {"key": "token", "value": "x", "secret": True}),
        (json.dumps({"key": "a", "value": "b"}), {"key": "a", "value": "b"}),
    ],
)
def test_a_variable_is_a_name_and_a_value(text, variable):
    path = "terraform_variables_source.tf_vars"
    assert items("keyed-variable", TERRAFORM, path, text) == [variable]
