import pytest

from qovery_cli.catalog.cron import is_cron


@pytest.mark.parametrize(
    "text",
    [
        "0 3 * * *",
        "*/15 * * * *",
        "0,30 8-18/2 1-15 jan-jun mon-fri",
        "5 4 * * SUN",
        "0 0 ? * 7",
        "59 23 31 12 0",
    ],
)
def test_a_cron_expression_is_recognized(text):
    assert is_cron(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "0 3 * *",
        "0 3 * * * *",
        "60 3 * * *",
        "0 24 * * *",
        "0 3 0 * *",
        "0 3 * 13 *",
        "0 3 * * 8",
        "*/0 * * * *",
        "5-1 * * * *",
        "1-2-3 * * * *",
        ", * * * *",
        "@daily",
    ],
)
def test_any_other_text_is_not_one(text):
    assert not is_cron(text)
