from qovery_cli.cli.command_table import CommandSpec, GroupSpec, OperationSpec, ParameterSpec
from qovery_cli.codegen.completion.tables import generate_tables, option_row
from qovery_cli.completion.grammar import Option


def operation(*levels: str) -> OperationSpec:
    return OperationSpec("op", "GET", "/op", levels)


NEW = CommandSpec(
    "app copy",
    "Copy it.",
    "action",
    variants=(operation("1.0.3", "1.0.4"),),
    columns=("name", "memory MB=memory"),
    parameters=(
        ParameterSpec("env", "option", "path", "--env", resource="environment", help="Environment"),
        ParameterSpec("app", "argument", "path", "--app", resource="application", help="Original"),
        ParameterSpec("tag", "option", "body", "--tag", repeatable=True, api=("1.0.4",)),
    ),
)
OLD = CommandSpec("app old", "Old.", "get", variants=(operation("1.0.3"),))
LIST = CommandSpec("app list", "List.", "list", variants=(operation("1.0.3", "1.0.4"),))


def tables(*specs: CommandSpec) -> dict[str, str]:
    children = {spec.words[1]: GroupSpec(spec.words[1], spec.summary) for spec in specs}
    app = GroupSpec("app", "Applications.", aliases=("application",), load=lambda: children)
    hidden = GroupSpec("legacy", "Legacy.", hidden=True)
    root = GroupSpec("", "", load=lambda: {"app": app, "legacy": hidden})
    return generate_tables(root, [*specs, CommandSpec("legacy", "Legacy.", "action")])


def test_a_command_has_a_file_with_its_arguments_first():
    assert tables(NEW)["app/copy.tsv"].splitlines() == [
        "2\tname,memory MB",
        "--app;|@application:environment\tOriginal",
        "--env;|@environment:project\tEnvironment",
        "*--tag;|\tTag\t!1.0.3",
    ]


def test_an_index_names_what_levels_lack_and_hides_what_is_hidden():
    files = tables(NEW, OLD)
    assert files["app/_index.tsv"].splitlines() == ["copy\tCopy it", "old\tOld\t!1.0.4"]
    assert files["_index.tsv"].splitlines() == [
        "app application\tApplications",
        "-legacy\tLegacy",
    ]


def test_a_group_is_lacking_where_all_its_commands_are():
    assert tables(OLD)["_index.tsv"].startswith("app application\tApplications\t!1.0.4\n")


def test_a_command_adds_one_file_and_one_line():
    without, with_it = tables(LIST), tables(LIST, NEW)
    changed = {name for name in with_it if with_it[name] != without.get(name)}
    assert changed == {"app/copy.tsv", "app/_index.tsv"}
    assert with_it["app/_index.tsv"] == without["app/_index.tsv"] + "copy\tCopy it\n"


def test_options_of_every_command_come_before_those_without_a_command():
    first, *rows = tables(OLD)["_options.tsv"].splitlines()
    common, last = map(int, first.split())
    assert rows[0].startswith("--output -o;|#table ")
    assert [row.partition(";")[0] for row in rows[common - 1 : last - 1]] == ["--version -V"]
    assert rows[last - 1] == "--org;--organization|@organization:\tOrganization name or ID"


def test_a_command_refers_to_shared_options():
    org = ParameterSpec(
        "org",
        "option",
        "path",
        "--org",
        aliases=("--organization",),
        resource="organization",
        help="Organization name or ID",
    )
    spec = CommandSpec("app list", "List.", "list", parameters=(org,))
    assert tables(spec)["app/list.tsv"] == "1 --org\t\n"


def test_the_scope_names_what_a_level_hides():
    rows = [row.split("\t") for row in tables(OLD)["_scope.tsv"].splitlines()]
    by_level = {level: (parent, depth, hides) for level, parent, _, _, depth, hides in rows}
    assert by_level["organization"] == ("-", "0", "1")
    assert by_level["cluster"] == ("organization", "1", "9")
    assert by_level["project"] == ("organization", "1", "2")
    assert by_level["application"] == ("environment", "3", "3")


def test_alternatives_name_the_parent_of_each_kind():
    option = Option(("--rule",), value="@projectRule?--in=project|application+container")
    assert option_row(option).partition("\t")[0] == (
        "--rule;|@projectRule:project?--in=project|application:environment+container:environment"
    )
