import pytest

from qovery_cli.cli import command_table
from qovery_cli.cli.views import view, with_columns_at
from qovery_cli.frozen import changed


@pytest.mark.parametrize(
    ("command", "kind", "name"),
    [
        ("app list", "list", "name"),
        ("app get", "object", "name"),
        ("var list", "list", "key"),
        ("app domain list", "list", "domain"),
    ],
)
def test_name_of_a_row_is_that_of_its_kind(command, kind, name):
    spec = command_table.command(command)
    made = view(spec)
    assert (made.kind, made.name) == (kind, name)
    assert made.columns == spec.columns


@pytest.mark.parametrize("first", ["id", "created_at", "size"])
def test_other_first_column_is_not_a_name(first):
    spec = changed(command_table.command("app list"), columns=(first, "name"))
    assert view(spec).name == "name"


def test_columns_of_parents_come_first():
    spec = command_table.command("app list")
    assert view(spec, "project").columns == ("project", *spec.columns)


def test_operation_of_a_level_may_have_its_own_columns():
    spec = command_table.command("app restart")
    older, newer = spec.variants
    newer = changed(newer, columns=("id",), wide=("state",))
    spec = changed(spec, variants=(older, newer))
    assert with_columns_at("1.0.4", spec).columns == ("id",)
    assert with_columns_at("1.0.4", spec).wide == ("state",)
    assert with_columns_at("1.0.3", spec) is spec


def test_column_named_id_is_the_id_of_a_row():
    history = command_table.command("app history list")
    assert view(history).id == "identifier.execution_id"
    assert view(with_columns_at("1.0.3", history)).id == "id"
    assert view(command_table.command("app list")).id == "id"
