import pytest

from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.cli.required_secrets import missing_secret_error, missing_secrets


def secret(field):
    return ParameterSpec(field, "option", "body", f"--{field}", field=field, secret=True)


PASSWORD = secret("config.password")
KEY = secret("config.secret_access_key")
AGAIN = {"config": "config"}


def test_a_secret_that_the_api_has_and_keeps_is_missed():
    answer = {"config": {"username": "acme"}}
    assert missing_secrets(AGAIN, [PASSWORD, KEY], answer, answer) == [PASSWORD, KEY]


def test_one_of_the_secrets_is_enough():
    body = {"config": {"password": "x"}}
    assert missing_secrets(AGAIN, [PASSWORD, KEY], {"config": {"username": "a"}}, body) == []


@pytest.mark.parametrize("answer", [{}, {"config": {}}, {"config": None}])
def test_where_there_is_no_secret_none_is_missed(answer):
    assert missing_secrets(AGAIN, [PASSWORD], answer, {}) == []


def test_a_field_of_the_answer_may_say_that_there_is_a_secret():
    again = {"target_secret": "target_secret_set"}
    found = missing_secrets(again, [secret("target_secret")], {"target_secret_set": True}, {})
    assert [row.field for row in found] == ["target_secret"]


def test_the_refusal_names_the_flags():
    error = missing_secret_error([PASSWORD, KEY])
    assert error.exit_code == 2
    assert "--config.password, --config.secret_access_key" in error.hint
