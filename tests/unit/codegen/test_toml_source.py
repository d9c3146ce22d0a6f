import pytest

from qovery_cli.codegen.toml_source import TomlSource

TEXT = '''\
# A comment: summary = "no key"
["org list"]
operations = [
  "listOrganization",
  # "a comment", with a bracket ]
  { op = "other", when = "--x" },
  { op = "third" }]
about = """
columns = 3
["org get"]
"""
columns = ["name", "id"]
join = { op = "x", on = "id" }
dotted.key = 1

["org list".fields."name"]
help = "Name"

["org get".fields."name"]
help = "Name"
["org get"]
summary = "Show."
'''


@pytest.fixture
def source() -> TomlSource:
    return TomlSource("org.toml", TEXT)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["org list"], 2),
        (["org list", "operations"], 3),
        (["org list", "operations", 0], 4),
        (["org list", "operations", 1, "when"], 6),
        (["org list", "operations", 2, "op"], 7),
        (["org list", "about"], 8),
        (["org list", "columns"], 12),
        (["org list", "columns", 1], 12),
        (["org list", "join", "on"], 13),
        (["org list", "dotted", "key"], 14),
        (["org list", "fields", "name"], 16),
        (["org list", "fields", "name", "help"], 17),
        (["org get", "fields", "name", "help"], 20),
        (["org get", "summary"], 22),
    ],
)
def test_a_key_is_located_where_it_is_defined(source, keys, line):
    assert source.locate(keys) == f"org.toml:{line}"


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["org list", "summary"], 2),
        (["org list", "join", "as"], 13),
        (["org list", "operations", 7], 3),
        (["org list", "fields", "id"], 16),
        (["nothing"], 1),
    ],
)
def test_a_missing_key_is_located_where_it_belongs(source, keys, line):
    assert source.locate(keys) == f"org.toml:{line}"


def test_the_values_are_parsed(source):
    assert source.parse()["org get"]["summary"] == "Show."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('a = 1\nb = "x\n', r"org\.toml:2: "),
        ("a = 1\nb = [\n", r"org\.toml:\d: "),
        ("a = 1\na = 2\n", r"org\.toml:2: Cannot overwrite a value"),
    ],
)
def test_invalid_toml_is_refused_with_its_line(text, message):
    with pytest.raises(ValueError, match=f"^{message}"):
        TomlSource("org.toml", text).parse()


def test_a_source_is_read_from_a_file(tmp_path):
    (tmp_path / "app.toml").write_text("é = 1", encoding="utf-8")
    with pytest.raises(ValueError, match=r"^app\.toml:1: "):
        TomlSource.read(tmp_path / "app.toml").parse()
