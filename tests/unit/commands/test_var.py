from qovery_cli.commands import var

LISTED = [{"key": "PORT", "value": "8080", "scope": "APPLICATION", "id": "1"}]


def test_what_has_its_value_already_is_shown_with_it():
    same = var._change("PORT", "8080", LISTED, "APPLICATION")
    assert var._said("PORT", "8080", same) == {"key": "PORT", "value": "8080", "done": "unchanged"}


def test_what_is_new_is_created():
    new = var._change("LEVEL", "info", LISTED, "APPLICATION")
    assert var._said("LEVEL", "info", new)["done"] == "created"
