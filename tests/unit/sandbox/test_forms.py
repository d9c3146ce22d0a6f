import pytest

from qovery_cli.sandbox import forms


@pytest.mark.parametrize(
    "text",
    [
        "https://github.com/acme/shop.git",
        "ssh://git@github.com:22/acme/shop.git",
        "app://qovery-console/application",
        "https://acme.test/a%20b?c=d#e",
    ],
)
def test_a_uri_stays_as_it_is(text):
    assert forms.uri(text) == text


@pytest.mark.parametrize(
    "text", ["", "acme.test", "+00:00", "https://", "https://a b", "https://ä.test", "https://a%2"]
)
def test_what_is_no_uri_is_refused(text):
    with pytest.raises(ValueError, match="no URI"):
        forms.uri(text)


@pytest.mark.parametrize("text", ["ada@acme.test", "a.b+c@localhost"])
def test_an_e_mail_address_stays_as_it_is(text):
    assert forms.email(text) == text


@pytest.mark.parametrize("text", ["", "ada", "ada@", "@acme.test", "ada@acme..test", "a b@c.test"])
def test_what_is_no_e_mail_address_is_refused(text):
    with pytest.raises(ValueError, match="no e-mail address"):
        forms.email(text)
