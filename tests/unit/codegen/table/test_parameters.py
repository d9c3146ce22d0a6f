import pytest

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli import rows
from qovery_cli.cli.rows import ParameterRow
from qovery_cli.codegen.table.parameters import (
    ancestors,
    identifier,
    kebab,
    scope_option,
    without_clash,
)


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("name", "name"),
        ("git_repository.url", "git-repository-url"),
        ("toUpdate", "to-update"),
        ("lastSeconds", "last-seconds"),
        ("aws.vpc.enable_s3", "aws-vpc-enable-s3"),
        ("QOVERY_X", "qovery-x"),
        ("__odd__", "odd"),
    ],
)
def test_a_name_of_the_api_as_it_is_typed(name, flag):
    assert kebab(name) == flag


def test_a_flag_as_a_name_of_python():
    assert identifier("--git-repository-url") == "git_repository_url"


@pytest.mark.parametrize("word", ["as", "from", "class", "import"])
def test_a_flag_that_is_a_word_of_python_gets_an_underscore(word):
    assert identifier(f"--{word}") == f"{word}_"


def test_an_option_of_the_scope_has_its_long_form_and_its_variable():
    found = scope_option(RESOURCES["environment"], "path")
    assert (found.flag, found.aliases) == ("--env", ("--environment",))
    assert found.variable == "QOVERY_ENVIRONMENT"
    assert found.resource == "environment"


def test_the_wider_scope_is_offered_for_looking_names_up():
    row = scope_option(RESOURCES["application"], "path")
    assert {one.name for one in ancestors([row])} == {"org", "project", "env"}


def test_what_is_there_already_is_not_offered_again():
    found = [scope_option(RESOURCES[kind], "path") for kind in ("application", "project")]
    assert {one.name for one in ancestors(found)} == {"org", "env"}


def test_a_field_called_like_a_part_of_the_path_is_the_new_one():
    path = [ParameterRow("domain", "argument", "path", "--domain")]
    body = [ParameterRow("domain", "option", "body", "--domain", field="domain")]
    (found,) = without_clash(body, path)
    assert (found.name, found.flag) == ("new_domain", "--new-domain")


def test_a_field_that_is_derived_is_not_demanded():
    row = rows.command("app restriction create")
    (kind,) = [p for p in row.parameters if p.field == "type"]
    assert kind.field in row.derive
    assert not kind.required


def test_an_update_demands_no_field_of_its_body_that_can_be_read():
    row = rows.command("app update")
    assert [p.name for p in row.parameters if p.where == "body" and p.required] == []
