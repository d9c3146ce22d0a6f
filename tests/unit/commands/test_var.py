from qovery_cli.commands import var

LISTED = [{"key": "PORT", "value": "8080", "scope": "APPLICATION", "id": "1"}]


def test_a_variable_that_has_its_value_needs_no_command():
    assert var._command("PORT", "8080", LISTED, "APPLICATION") == (None, {}, {})


def test_a_new_variable_is_created():
    command, _, body = var._command("LEVEL", "info", LISTED, "APPLICATION")
    assert (command, body) == ("var create", {"key": "LEVEL", "value": "info"})
