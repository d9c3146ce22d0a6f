import pytest

from qovery_cli import catalog
from qovery_cli.config import validation
from qovery_cli.errors import UsageError


def url(text, allow_http=False):
    return validation.api_url(text, "QOVERY_API_URL", allow_http=allow_http)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://api.qovery.com", "https://api.qovery.com"),
        ("https://api.qovery.com/", "https://api.qovery.com"),
        ("HTTPS://API.Qovery.com//", "https://api.qovery.com"),
        (" https://api.acme.test \n", "https://api.acme.test"),
        ("https://acme.test/qovery/", "https://acme.test/qovery"),
        ("https://acme.test:8443", "https://acme.test:8443"),
        ("http://127.0.0.1:4000/", "http://127.0.0.1:4000"),
        ("http://localhost:4000", "http://localhost:4000"),
        ("http://[::1]:4000", "http://[::1]:4000"),
    ],
)
def test_a_url_is_brought_into_one_form(text, expected):
    assert url(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "api.qovery.com",
        "ftp://api.qovery.com",
        "file:///etc/passwd",
        "https://",
        "https:/api.qovery.com",
        "https://ana:pass@api.qovery.com",
        "https://ana@api.qovery.com",
        "https://api.qovery.com?x=1",
        "https://api.qovery.com/?",
        "https://api.qovery.com#top",
        "https://api.qovery.com:99999",
        "https://api.qovery.com:port",
        "https://[::1",
        "https://api.qovery.com/a b",
        "https://api.\tqovery.com",
        "https://api.qovery.com\r\nX-Evil: 1",
        "http://127.0.0.1\\@evil.test",
        "https://äpi.test",
    ],
)
def test_invalid_api_url_is_rejected(text):
    with pytest.raises(UsageError) as raised:
        url(text)
    assert raised.value.message.startswith("QOVERY_API_URL: the API URL ")


def test_credentials_in_a_url_are_not_repeated():
    with pytest.raises(UsageError) as raised:
        url("https://ana:hidden-value@api.qovery.com")
    assert "hidden-value" not in f"{raised.value.message} {raised.value.hint}"


@pytest.mark.parametrize(
    "host", ["api.qovery.com", "10.0.0.1", "0.0.0.0", "localhost.evil.test", "127.1", "[::2]"]
)
def test_plain_http_to_another_machine_is_refused(host):
    with pytest.raises(UsageError) as raised:
        url(f"http://{host}")
    assert "QOVERY_ALLOW_HTTP=1" in raised.value.hint


def test_plain_http_can_be_allowed():
    assert url("http://api.internal:80", allow_http=True) == "http://api.internal:80"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://api.qovery.com", "https://api.qovery.com"),
        ("https://api.qovery.com:443/v1", "https://api.qovery.com"),
        ("http://api.qovery.com:443", "http://api.qovery.com:443"),
        ("http://API.qovery.com:80", "http://api.qovery.com"),
        ("http://[::1]:4000/x", "http://[::1]:4000"),
    ],
)
def test_the_origin_of_a_url_is_scheme_host_and_port(text, expected):
    assert validation.url_origin(text) == expected


@pytest.mark.parametrize("text", ["", "acme.test", "https://", "https://a:99999"])
def test_invalid_url_has_no_origin(text):
    with pytest.raises(ValueError):
        validation.url_origin(text)


@pytest.mark.parametrize("value", ["1", "true", "yes", "on", "anything"])
def test_switch_variable_is_on(value):
    assert validation.switched_on({"X": value}, "X")


@pytest.mark.parametrize("value", ["", "0", "false", "No", "OFF", " "])
def test_switch_variable_is_off(value):
    assert not validation.switched_on({"X": value}, "X")


def test_a_variable_that_is_not_set_switches_nothing_on():
    assert not validation.switched_on({}, "X")


def test_the_api_levels_are_those_of_the_catalog():
    assert catalog.LEVELS == validation.API_LEVELS


def test_an_allowed_value_is_returned():
    assert validation.one_of("json", validation.OUTPUTS, "QOVERY_OUTPUT") == "json"


def test_mistyped_value_suggests_the_nearest():
    with pytest.raises(UsageError) as raised:
        validation.one_of("jsn", validation.OUTPUTS, "QOVERY_OUTPUT")
    assert raised.value.message == "QOVERY_OUTPUT: invalid value 'jsn'."
    assert raised.value.hint == "Did you mean 'json'?"


def test_unknown_value_lists_allowed_values():
    with pytest.raises(UsageError) as raised:
        validation.one_of("zzz", validation.API_LEVELS, "profile prod")
    assert raised.value.message == "Profile prod: invalid value 'zzz'."
    assert raised.value.hint == "Available values: 1.0.3, 1.0.4."
