from types import SimpleNamespace

import pytest

from qovery_cli.errors import UsageError
from qovery_cli.http.request import Request
from qovery_cli.session.redaction import MASK, masked, names_secret, note_secrets, redacted

URL = "https://user:s3cr3t@git.acme.test/a"


def session(*secrets, reveal=False, changing=()):
    flags = SimpleNamespace(shared={"reveal": reveal})
    return SimpleNamespace(flags=flags, secrets=set(secrets), changing=set(changing))


@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: [x], lambda x: {"a": {"b": [x]}}])
def test_the_user_of_a_url_is_masked_at_any_depth(wrap):
    assert redacted(session(), wrap({"url": URL})) == wrap({"url": "https://***@git.acme.test/a"})


def test_unmasked_value_is_the_same_object():
    data = [{"a": 1, "b": ["x@y"], "c": None}]
    assert redacted(session(), data) is data


def test_the_original_is_not_changed():
    data = {"a": [{"url": URL}]}
    redacted(session(), data)
    assert data == {"a": [{"url": URL}]}


def test_the_value_of_a_public_variable_is_shown_as_it_is():
    assert redacted(session(), {"key": "DB", "value": URL})["value"] == URL


def test_a_secret_of_this_run_is_masked_in_an_answer():
    data = redacted(session("s3cr3t-1"), {"value": "s3cr3t-1", "note": "set to s3cr3t-1"})
    assert data == {"value": MASK, "note": "set to ***"}


def test_a_field_that_the_body_declares_as_secret_is_masked_in_an_answer():
    data = {"config": {"password": "old", "username": "me"}, "id": "1"}
    shown = redacted(session(changing=["createContainerRegistry"]), data)
    assert shown == {"config": {"password": MASK, "username": "me"}, "id": "1"}


def test_new_token_is_shown():
    data = {"name": "ci", "token": "qov_1"}
    assert redacted(session(changing=["createOrganizationApiToken"]), data) == data


def test_everything_is_shown_when_it_is_to_be_revealed():
    data = {"url": URL, "value": "s"}
    assert redacted(session("s", reveal=True), data) is data


def test_items_are_masked_as_they_come_and_their_source_is_closed():
    closed = []

    def source():
        try:
            yield {"url": URL}
            yield {"url": URL}
        finally:
            closed.append(True)

    items = redacted(session(), source())
    assert next(items) == {"url": "https://***@git.acme.test/a"}
    items.close()
    assert closed == [True]


def test_a_body_is_masked_by_the_names_of_its_fields():
    body = {"password": "x", "secret_name": "db", "git": {"url": URL}, "empty_token": ""}
    assert masked(body) == {
        "password": MASK,
        "secret_name": "db",
        "git": {"url": "https://***@git.acme.test/a"},
        "empty_token": "",
    }


def test_the_secrets_of_a_change_are_noted():
    state = session()
    request = Request("POST", "http://a", body={"config": {"password": "p"}}, operation="op")
    note_secrets(state, request)
    assert (state.secrets, state.changing) == ({"p"}, {"op"})


def test_a_masked_url_is_not_sent():
    request = Request("PUT", "http://a", body={"git": {"url": "https://***@git.acme.test/a"}})
    with pytest.raises(UsageError, match="'url' is masked") as caught:
        note_secrets(session(), request)
    assert "--reveal" in caught.value.hint


@pytest.mark.parametrize(
    "name", ["password", "client_secret", "git_token", "private_key", "cvv", "number", "access_key"]
)
def test_name_of_a_secret(name):
    assert names_secret(name)


@pytest.mark.parametrize(
    "name",
    ["name", "git_token_id", "secretId", "token_type", "secret_name", "numbers", "password_set"],
)
def test_description_of_a_secret_is_none(name):
    assert not names_secret(name)


def test_empty_secret_masks_nothing():
    state = session()
    note_secrets(state, Request("POST", "http://a", body={"password": ""}))
    assert (state.secrets, state.changing) == (set(), set())
    assert masked({"password": "", "a": ""}, {""}) == {"password": "", "a": ""}


def test_secret_within_a_longer_text_is_masked():
    assert "hunter2" not in masked({"note": "it is hunter2!"}, {"hunter2"})["note"]


@pytest.mark.parametrize("value", [7, True, None, 1.5])
def test_other_values_are_unchanged(value):
    assert masked({"password": value}) == {"password": value}


def test_list_below_the_name_of_a_secret_is_masked():
    assert masked({"tokens": ["a", {"x": "b"}]}) == {"tokens": [MASK, {"x": "b"}]}


def test_echo_of_another_operation_is_not_masked():
    data = {"password": "x"}
    assert redacted(session("other"), data) == data
