import pytest

from qovery_cli.commands.api_operation import find_operation, operation_request
from qovery_cli.errors import NotFoundError, UsageError

BASE = "https://api.acme.test"


def request(name, *texts, level="1.0.4"):
    operation = find_operation(name, level)
    return operation_request(operation, texts, level, BASE, lambda field: f"own-{field}")


def test_values_fill_path_query_and_body():
    listed = request("listHelms", "environmentId=a/b", "toUpdate=true")
    assert (listed.method, listed.url) == (
        "GET",
        f"{BASE}/environment/a%2Fb/helm?toUpdate=true",
    )
    created = request("createEnvironment", "projectId=1", "name=staging", "mode=production")
    assert (created.method, created.url) == ("POST", f"{BASE}/project/1/environment")
    assert created.body == {"name": "staging", "mode": "PRODUCTION"}


def test_missing_ids_come_from_the_context():
    assert request("listEnvironment").url == f"{BASE}/project/own-projectId/environment"


@pytest.mark.parametrize(
    ("name", "texts", "message", "hint"),
    [
        ("listHelm", [], "Operation 'listHelm' does not exist.", "Did you mean 'listHelms'?"),
        ("listHelms", ["to_update=1"], "has no parameter 'to_update'", "Did you mean 'toUpdate'?"),
        ("listHelms", ["toUpdate=7"], "--set toUpdate", None),
        ("createEnvironment", ["nme=x"], "unknown field 'nme'", "Did you mean 'name'?"),
        ("createEnvironment", ["mode=x"], "Invalid --set mode 'x'", None),
        ("listVariables", [], "requires 'parent_id'", "Use --set parent_id=VALUE."),
    ],
)
def test_invalid_input_is_refused(name, texts, message, hint):
    with pytest.raises(UsageError) as caught:
        request(name, *texts)
    shown = " ".join([caught.value.message, *caught.value.detail])
    assert message in shown
    assert hint is None or caught.value.hint == hint


def test_an_operation_of_another_level_is_not_found():
    with pytest.raises(NotFoundError) as caught:
        request("listHelms", level="1.0.3")
    assert caught.value.hint == "It is in API 1.0.4."


def test_an_id_with_two_operations_means_that_of_the_level():
    assert find_operation("deployAllServices", "1.0.3").key == "deployAllServices@1.0.3"
    assert find_operation("deployAllServices@1.0.4", "1.0.4").key == "deployAllServices@1.0.4"
