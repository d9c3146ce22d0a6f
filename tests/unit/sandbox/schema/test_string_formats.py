import pytest

from qovery_cli.sandbox.schema import string_formats


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
    assert string_formats.uri(text) == text


@pytest.mark.parametrize(
    "text", ["", "acme.test", "+00:00", "https://", "https://a b", "https://ä.test", "https://a%2"]
)
def test_invalid_uri_is_rejected(text):
    with pytest.raises(ValueError, match="not a URI"):
        string_formats.uri(text)


@pytest.mark.parametrize("text", ["ada@acme.test", "a.b+c@localhost"])
def test_an_e_mail_address_stays_as_it_is(text):
    assert string_formats.email(text) == text


@pytest.mark.parametrize("text", ["", "ada", "ada@", "@acme.test", "ada@acme..test", "a b@c.test"])
def test_invalid_email_is_rejected(text):
    with pytest.raises(ValueError, match="not an e-mail address"):
        string_formats.email(text)


def test_a_uuid_is_put_into_lower_case():
    text = "0A4AA765-57D8-4BBD-8B6A-0123456789AB"
    assert string_formats.uuid(text) == text.lower()


@pytest.mark.parametrize("template", ["", "{{{0}}}", "urn:uuid:{0}", "{0}\n", "{0}0", "prod"])
def test_invalid_uuid_is_rejected(template):
    with pytest.raises(ValueError, match="not a UUID"):
        string_formats.uuid(template.format("0a4aa765-57d8-4bbd-8b6a-0123456789ab"))


@pytest.mark.parametrize(
    "text",
    ["1970-01-01T08:00:00Z", "1970-01-01T08:00:00.123456789Z", "2026-03-01t08:00:00+02:00"],
)
def test_valid_date_time_is_unchanged(text):
    assert string_formats.moment(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "2026-03-01", "08:00", "2026-03-01T08:00:00", "20260301T080000Z", "2026-02-30T08:00:00Z"],
)
def test_invalid_date_time_is_rejected(text):
    with pytest.raises(ValueError):
        string_formats.moment(text)
