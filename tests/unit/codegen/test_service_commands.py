"""Templates are expanded for each kind of service whose operations the API has."""

import pytest

from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.service_commands import CommandDefinition, expand
from qovery_cli.codegen.toml_source import TomlSource

LIST = '["{group} list"]\nsummary = "List the {plural}."\noperations = ["{list_operation}"]\n'
WORDS = '[application]\nsample = "api"\n[container]\nsample = "web"\n[helm]\nsample = "redis"\n'


def expanded(text, words=WORDS, **own):
    """Return the expansion of a text, with tables of kinds' own from ``app="..."``."""
    definitions = {}
    for name, content in own.items():
        source = TomlSource(f"{name}.toml", content)
        for command, table in source.parse().items():
            definitions[command] = CommandDefinition(table, (source, table))
    kinds = TomlSource("service_kinds.toml", words)
    return expand(TomlSource("service_commands.toml", text), kinds, definitions)


def test_each_kind_has_the_command_with_its_own_operation_and_noun():
    commands = expanded(LIST)
    assert commands["app list"].table == {
        "summary": "List the applications.",
        "operations": ["listApplication"],
    }
    assert commands["db list"].table["operations"] == ["listDatabase"]


def test_only_kinds_whose_operations_exist_have_a_command():
    commands = expanded('["{group} link"]\nsummary = "S."\noperations = ["list{Kind}Links"]\n')
    assert {"app link", "container link"} <= set(commands)
    assert "db link" not in commands


def test_an_operation_that_a_kind_lacks_is_left_out():
    operations = '["get{Kind}CustomDomain", { op = "get{Kind}CustomDomainStatus", api = "1.0.3" }]'
    text = f'["{{group}} domain"]\nsummary = "S."\noperations = {operations}\n'
    assert expanded(text)["container domain"].table["operations"] == [
        {"op": "getContainerCustomDomainStatus", "api": "1.0.3"}
    ]


def test_words_and_the_article_are_placeholders():
    text = (
        '["{group} link"]\nsummary = "Links of {a_noun}."\noperations = ["list{Kind}Links"]\n'
        'examples = ["qovery {group} link {option} {sample}"]\n'
    )
    commands = expanded(text)
    assert commands["app link"].table["summary"] == "Links of an application."
    assert commands["container link"].table["summary"] == "Links of a container."
    assert commands["app link"].table["examples"] == ["qovery app link --app api"]


def test_a_kind_without_words_of_its_own_has_some_for_every_text():
    text = (
        '["{group} stop"]\nsummary = "Stop {a_noun}."\nabout = "{kept} {redeployed} {host}"\n'
        'operations = ["stop{Kind}"]\nexamples = ["qovery {group} stop {sample}"]\n'
    )
    table = expanded(text, words="")["job stop"].table
    assert table["examples"] == ["qovery job stop my-job"]
    assert table["about"].endswith(" my-job.acme.test")


def test_references_to_operations_that_a_kind_lacks_are_left_out():
    more = (
        'join = { op = "list{Kind}Links", on = "id", as = "link" }\n'
        'defaults = { "1.0.3" = "list{Kind}Links", "1.0.4" = "{get_operation}" }\n'
    )
    commands = expanded(LIST + more)
    assert commands["app list"].table["join"]["op"] == "listApplicationLinks"
    assert "join" not in commands["db list"].table
    assert commands["db list"].table["defaults"] == {"1.0.4": "getDatabase"}


def test_a_table_of_its_own_changes_an_expanded_command_key_by_key():
    text = f'{LIST}columns = ["name"]\n["{{group}} list".fields."a"]\nhelp = "A"\nflag = "--a"\n'
    own = '["app list"]\ncolumns = ["id"]\n["app list".fields."a"]\nhelp = "B"\n'
    commands = expanded(text, app=own + '["app list".fields."b"]\nhelp = "C"\n')
    assert commands["app list"].table["columns"] == ["id"]
    assert commands["app list"].table["fields"] == {
        "a": {"help": "B", "flag": "--a"},
        "b": {"help": "C"},
    }
    assert commands["container list"].table["columns"] == ["name"]


def test_a_kind_may_have_the_command_by_operations_of_its_own():
    text = '["{group} link"]\nsummary = "S."\noperations = ["list{Kind}Links"]\n'
    commands = expanded(text, db='["db link"]\noperations = ["listDatabase"]\n')
    assert commands["db link"].table["operations"] == ["listDatabase"]


def test_a_template_that_no_kind_has_is_refused_with_its_line():
    text = f'{LIST}["{{group}} fly"]\nsummary = "S."\noperations = ["fly{{Kind}}"]\n'
    with pytest.raises(OverrideError) as caught:
        expanded(text)
    assert str(caught.value) == (
        "service_commands.toml:4: '{group} fly': the API has its operations for no kind"
    )


def test_an_own_table_for_a_command_without_operations_is_refused():
    text = '["{group} link"]\nsummary = "S."\noperations = ["list{Kind}Links"]\n'
    message = r"^db\.toml:1: 'db link': the API has none of its operations$"
    with pytest.raises(OverrideError, match=message):
        expanded(text, db='["db link"]\nwide = ["id"]\n')


def test_an_unknown_placeholder_is_refused_with_its_line():
    message = (
        r"^service_commands\.toml:4: unknown placeholder '\{nuon\}' for application; did you mean"
    )
    with pytest.raises(OverrideError, match=message):
        expanded(f'{LIST}about = "Of a {{nuon}}."\n')


def test_a_placeholder_that_a_kind_lacks_may_be_where_its_own_table_has_another_text():
    text = '["{group} network"]\nsummary = "S."\noperations = ["get{Kind}Network"]\n'
    own = '["container network"]\nabout = "Of a container."\n'
    words = '[application]\nsample = "api"\n'
    commands = expanded(f'{text}about = "{{sample}}"\n', words, container=own)
    assert commands["app network"].table["about"] == "api"
    assert commands["container network"].table["about"] == "Of a container."


def test_words_of_an_unknown_kind_are_refused_with_their_line():
    message = r"^service_kinds\.toml:2: unknown kind of service 'aplication'; did you mean"
    with pytest.raises(OverrideError, match=message):
        expanded(LIST, "\n[aplication]\n")


def test_a_template_that_does_not_follow_the_schema_is_refused():
    with pytest.raises(OverrideError, match=r"^service_commands\.toml:4: unknown key 'colums'"):
        expanded(f'{LIST}colums = ["name"]\n')


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["app list"], "app.toml:1"),
        (["app list", "columns"], "app.toml:2"),
        (["app list", "columns", 0], "app.toml:2"),
        (["app list", "operations", 0], "service_commands.toml:3"),
        (["app list", "wide"], "service_commands.toml:1"),
        (["db list", "columns"], "service_commands.toml:4"),
    ],
)
def test_a_key_is_located_in_the_file_that_defines_it(keys, place):
    text = f'{LIST}columns = ["name"]\n'
    commands = expanded(text, app='["app list"]\ncolumns = ["id"]\n')
    assert commands[keys[0]].locate(keys) == place
