import pytest

from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.cli.required_secrets import reject_lost_secrets
from qovery_cli.errors import UsageError


def secret(field):
    return ParameterSpec(field, "option", "body", f"--{field}", field=field, secret=True)


PASSWORD = secret("config.password")
KEY = secret("config.secret_access_key")
AGAIN = {"config": "config"}


def hint(again, secrets, answer, body):
    """Return the hint of the error."""
    with pytest.raises(UsageError) as caught:
        reject_lost_secrets(again, secrets, answer, body)
    return caught.value.hint


def test_secrets_that_would_be_lost_are_listed_by_their_flags():
    answer = {"config": {"username": "acme"}}
    flags = "--config.password, --config.secret_access_key"
    assert hint(AGAIN, [PASSWORD, KEY], answer, answer).endswith(f"@FILE: {flags}.")


def test_one_specified_secret_is_enough():
    body = {"config": {"password": "x"}}
    reject_lost_secrets(AGAIN, [PASSWORD, KEY], {"config": {"username": "a"}}, body)


@pytest.mark.parametrize("answer", [{}, {"config": {}}, {"config": None}])
def test_unset_secret_is_not_required(answer):
    reject_lost_secrets(AGAIN, [PASSWORD], answer, {})


def test_response_field_may_indicate_a_secret():
    again, secrets = {"target_secret": "target_secret_set"}, [secret("target_secret")]
    assert "--target_secret." in hint(again, secrets, {"target_secret_set": True}, {})
    reject_lost_secrets(again, secrets, {"target_secret_set": False}, {})
