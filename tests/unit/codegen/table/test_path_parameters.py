from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.codegen.table.path_parameters import ancestors, scope_option


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
