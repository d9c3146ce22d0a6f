import pytest

from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.cli.required_secrets import missing_secret_error, missing_secrets


def secret(field):
    return ParameterSpec(field, "option", "body", f"--{field}", field=field, secret=True)


PASSWORD = secret("config.password")
KEY = secret("config.secret_access_key")
AGAIN = {"config": "config"}


def test_write_only_secret_is_reported_missing():
    answer = {"config": {"username": "acme"}}
    assert missing_secrets(AGAIN, [PASSWORD, KEY], answer, answer) == [PASSWORD, KEY]


def test_one_specified_secret_is_enough():
    body = {"config": {"password": "x"}}
    assert missing_secrets(AGAIN, [PASSWORD, KEY], {"config": {"username": "a"}}, body) == []


@pytest.mark.parametrize("answer", [{}, {"config": {}}, {"config": None}])
def test_unset_secret_is_not_required(answer):
    assert missing_secrets(AGAIN, [PASSWORD], answer, {}) == []


def test_response_field_may_indicate_a_secret():
    again = {"target_secret": "target_secret_set"}
    missing = missing_secrets(again, [secret("target_secret")], {"target_secret_set": True}, {})
    assert [row.field for row in missing] == ["target_secret"]


def test_error_lists_the_flags():
    error = missing_secret_error([PASSWORD, KEY])
    assert error.exit_code == 2
    assert "--config.password, --config.secret_access_key" in error.hint
