from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.codegen.table.parameters import without_clash


def test_a_field_called_like_a_part_of_the_path_is_the_new_one():
    path = [ParameterSpec("domain", "argument", "path", "--domain")]
    body = [ParameterSpec("domain", "option", "body", "--domain", field="domain")]
    (found,) = without_clash(body, path)
    assert (found.name, found.flag) == ("new_domain", "--new-domain")


def test_a_field_that_is_derived_is_not_demanded():
    row = command_table.command("app restriction create")
    (kind,) = [p for p in row.parameters if p.field == "type"]
    assert kind.field in row.derive
    assert not kind.required


def test_an_update_demands_no_field_of_its_body_that_can_be_read():
    row = command_table.command("app update")
    assert [p.name for p in row.parameters if p.where == "body" and p.required] == []
