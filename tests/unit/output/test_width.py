import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.output.width import clusters, cut, width_of


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("api", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("日本語", 6),
        ("\uff46\uff55", 4),
        ("✓", 1),
        ("🚀", 2),
        ("❤", 1),
        ("❤\ufe0f", 2),
        ("👩\u200d💻", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("👍🏽", 2),
        ("🇫🇷", 2),
        ("🇫🇷🇩🇪", 4),
        ("\u200b", 0),
        ("co\u00adop", 5),
        ("각", 2),
        ("\u1100\u1161\u11a8", 2),
        ("क\u200dष", 2),
    ],
)
def test_a_text_is_as_wide_as_a_terminal_draws_it(text, width):
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("deployment", 10, "deployment"),
        ("deployment", 9, "deployme…"),
        ("deployment", 1, "d"),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("a👩\u200d💻b", 3, "a…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
    ],
)
def test_a_text_is_cut_between_characters(text, limit, kept):
    assert cut(text, limit)[0] == kept


def test_a_mark_that_does_not_fit_is_left_out():
    assert cut("deployment", 3, "...") == ("dep", 3)


@given(st.text(), st.integers(0, 30))
def test_a_cut_text_fits_and_its_width_is_known(text, limit):
    kept, width = cut(text, limit)
    assert width <= limit
    assert width == width_of(kept)


@given(st.text())
def test_clusters_are_the_whole_text(text):
    assert "".join(cluster for cluster, _ in clusters(text)) == text
