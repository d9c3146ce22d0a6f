import pytest

from qovery_cli.output.view import Column, View, column


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("name", Column("name", "name")),
        ("status.state", Column("status.state", "status.state")),
        ("state=status.state", Column("state", "status.state")),
        (" state = status.state ", Column("state", "status.state")),
    ],
)
def test_a_column_is_a_path_with_or_without_a_header(spec, expected):
    assert column(spec) == expected


def test_a_view_takes_columns_and_their_spelling():
    view = View(columns=("name", Column("state", "status.state")))
    assert view.chosen() == (Column("name", "name"), Column("state", "status.state"))


def test_wide_adds_columns_behind():
    view = View(columns=("name",), wide=("id",))
    assert [one.path for one in view.chosen(wide=True)] == ["name", "id"]
