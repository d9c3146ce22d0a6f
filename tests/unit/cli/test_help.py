import pytest

from qovery_cli.cli import command_table
from qovery_cli.cli import help as pages
from qovery_cli.cli.command_table import CommandSpec, GroupSpec, ParameterSpec


def page(*parameters, width=100):
    row = CommandSpec("x", "Do x.", "action", parameters=parameters)
    return pages.command_page(row, width)


def option(name="x", **more):
    where = more.pop("where", "body")
    return ParameterSpec(name, "option", where, f"--{name}", help=name.upper(), **more)


def argument(name="x", **more):
    return ParameterSpec(name, "argument", "body", f"--{name}", help=name.upper(), **more)


def under(heading, text):
    """Return the lines of a page under a heading."""
    _, heading_line, rest = text.partition(f"\n{heading}:\n")
    return rest.partition("\n\n")[0] if heading_line else ""


def test_empty_default_is_omitted():
    assert "default" not in page(option(default=""))
    assert "default 0)" in page(option(default=0))


def test_default_is_shown_with_its_unit():
    assert "default 500 millicores)" in page(option(default=500, unit="millicores"))


def test_empty_choice_is_visible():
    assert "(one of A, '')" in page(option(enum=("A", "")))


def test_metavar_of_a_choice_is_derived_from_its_flag():
    assert "--build-mode MODE" in page(option("build-mode", enum=("A", "B")))


def test_boolean_body_option_shows_the_no_form():
    assert "--x  X (or --no-x)" in page(option(type="boolean"))
    assert "--no-x" not in page(option(type="boolean", where="cli"))


def test_required_options_have_a_heading_and_are_in_the_usage():
    shown = page(argument(required=True), option("y", required=True), option("z"))
    assert "  qovery x X --y TEXT [options]\n" in shown
    assert "--y" in under("Required options", shown)
    assert "--z" in under("Options", shown)


def test_parameters_with_another_source_are_optional_in_the_usage():
    shown = page(
        ParameterSpec("app", "argument", "path", "--app", required=True, variable="QOVERY_X"),
        option("password", required=True, secret=True),
    )
    assert "  qovery x [APP] [options]\n" in shown
    assert "prompted for if omitted" in under("Options", shown)


def test_long_usage_is_wrapped():
    shown = page(*(option(f"a-rather-long-name-{n}", required=True) for n in range(5)), width=80)
    usage = under("Usage", shown).splitlines()
    assert len(usage) > 1
    assert all(len(line) <= 80 for line in usage)
    assert all(line.startswith("      ") for line in usage[1:])


def test_options_are_listed_by_heading_in_fixed_order():
    shown = page(
        option("env", where="path", resource="environment", variable="V", required=True),
        option("file", where="cli"),
        option("cpu", panel="Resources"),
        option("name"),
        option("yes", where="cli", type="boolean"),
        option("wait", where="cli", type="boolean"),
    )
    headings = [line[:-1] for line in shown.splitlines() if line.endswith(":")]
    assert headings == [
        "Usage",
        "Options",
        "Resources",
        "Scope",
        "Request body",
        "Confirmation and preview",
        "Shared options",
    ]
    assert "--name" in under("Options", shown)
    assert "--wait" in under("Options", shown)


def test_groups_and_commands_are_listed_separately():
    children = {"tag": GroupSpec("tag", "Tags.", load=dict), "get": GroupSpec("get", "Show one.")}
    shown = pages.group_page(["app"], GroupSpec("app", "Apps.", load=lambda: children), 100)
    assert under("Commands", shown) == "  get  Show one."
    assert under("Command groups", shown) == "  tag  Tags."


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("org get", "Organization name or ID"),
        ("org webhook get", "Webhook URL, description or ID"),
        ("app domain delete", "Custom domain host name or ID"),
        ("org billing card delete", "Credit card last digits or ID"),
    ],
)
def test_resource_parameter_help_names_its_identifiers(command, words):
    assert words in pages.command_page(command_table.command(command), 100)


def test_singleton_has_no_visible_option():
    assert "--rule" not in pages.command_page(command_table.command("env rule update"), 100)
