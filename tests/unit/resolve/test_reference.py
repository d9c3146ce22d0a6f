import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.errors import UsageError
from qovery_cli.resolve.reference import console_ids, is_url, is_uuid

ONE = "f73e3833-922a-48a5-9dbd-6163f43f9143"
TWO = "0a1b2c3d-0000-4000-8000-000000000000"
CONSOLE = "https://console.qovery.com"


@pytest.mark.parametrize(
    ("text", "expected"), [(ONE, True), (ONE.upper(), True), (ONE[:-1], False), (ONE + "0", False)]
)
def test_uuid_is_recognized(text, expected):
    assert is_uuid(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://console.qovery.com/x", True),
        ("HTTP://a", True),
        ("console.qovery.com/organization/x", True),
        ("console.qovery.com", False),
        ("shop/prod", False),
    ],
)
def test_url_is_recognized_by_its_start(text, expected):
    assert is_url(text) is expected


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (f"/organization/{ONE}/cluster/{TWO}/overview", {"organization": ONE, "cluster": TWO}),
        (f"/organization/{ONE}/clusters/general", {"organization": ONE}),
        (f"/project/{ONE}/logs/{TWO}/service/{TWO}", {"project": ONE, "service": TWO}),
        (f"/environment/{ONE.upper()}", {"environment": ONE}),
        ("/organization/project", {}),
        ("", {}),
    ],
)
def test_console_ids_follow_their_kinds(path, found):
    assert console_ids(CONSOLE + path) == found


@given(st.text())
def test_any_text_is_parsed_or_rejected(text):
    with pytest.raises(UsageError, match="is not a console URL"):
        console_ids("https://" + text)
