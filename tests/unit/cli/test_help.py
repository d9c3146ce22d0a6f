from qovery_cli.cli import help as pages
from qovery_cli.cli import rows
from qovery_cli.cli.rows import CommandRow, ParameterRow


def page(*parameters):
    return pages.command_page(CommandRow("x", "Do x.", "action", parameters=parameters), 100)


def option(**more):
    return ParameterRow("x", "option", more.pop("where", "body"), "--x", help="X", **more)


def test_an_empty_default_is_not_mentioned():
    assert "default" not in page(option(default=""))
    assert "(default false)" in page(option(default=False))


def test_an_empty_choice_can_be_seen():
    assert "(one of A, '')" in page(option(enum=("A", "")))


def test_all_of_the_scope_stands_in_one_place():
    options, scope = page(
        option(), option(where="path", resource="project"), option(where="cli")
    ).split("Scope and behaviour:")
    assert options.count("--x") == 1
    assert scope.count("--x") == 2


def test_what_names_a_resource_says_how_it_is_known():
    shown = {
        "org get": "Organization: its name or id",
        "org webhook get": "Webhook: its URL, description or id",
        "env rule update": "Deployment rule: its id",
    }
    for command, words in shown.items():
        assert words in pages.command_page(rows.command(command), 100)
