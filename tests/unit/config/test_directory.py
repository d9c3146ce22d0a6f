import subprocess
import sys

import pytest

from qovery_cli.config import directory
from qovery_cli.errors import UsageError


@pytest.fixture
def written(tmp_path):
    def write(text, where="."):
        folder = tmp_path / where
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / ".qovery.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def refused(tmp_path, text):
    (tmp_path / ".qovery.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        directory.find(tmp_path, None)
    return raised.value


def test_missing_file_is_none(tmp_path):
    assert directory.find(tmp_path, tmp_path) is None


def test_every_known_key_is_read(tmp_path, written):
    path = written(
        "profile: prod\norganization: Acme\nproject: 'shop'\nenvironment: \"staging\"\n"
        "application: api\n"
    )
    found = directory.find(tmp_path, None)
    assert found.path == path
    assert found.values == {
        "profile": "prod",
        "organization": "Acme",
        "project": "shop",
        "environment": "staging",
        "application": "api",
    }


@pytest.mark.parametrize("kind", ["application", "container", "database"])
def test_one_service_of_any_kind_is_read(tmp_path, written, kind):
    written(f"{kind}: x\n")
    assert directory.find(tmp_path, None).values == {kind: "x"}


def test_file_with_only_comments_is_empty(tmp_path, written):
    written("# nothing yet\n")
    assert directory.find(tmp_path, None).values == {}


def test_the_file_is_found_from_below(tmp_path, written):
    path = written("project: shop\n")
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert directory.find(tmp_path / "a" / "b", None).path == path


def test_the_nearest_file_is_the_only_one_that_counts(tmp_path, written):
    written("project: shop\norganization: Acme\n")
    written("project: blog\n", "a")
    assert directory.find(tmp_path / "a", None).values == {"project": "blog"}


def test_the_home_directory_is_searched_but_nothing_above_it(tmp_path, written):
    written("project: stranger\n")
    (tmp_path / "home" / "work").mkdir(parents=True)
    assert directory.find(tmp_path / "home" / "work", tmp_path / "home") is None
    written("project: own\n", "home")
    found = directory.find(tmp_path / "home" / "work", tmp_path / "home")
    assert found.values == {"project": "own"}


def test_outside_of_the_home_directory_the_search_goes_on_to_the_root(tmp_path, written):
    path = written("project: shop\n")
    (tmp_path / "a").mkdir()
    assert directory.find(tmp_path / "a", tmp_path / "home").path == path


def test_a_directory_of_that_name_is_passed_over(tmp_path, written):
    path = written("project: shop\n")
    (tmp_path / "a" / ".qovery.yaml").mkdir(parents=True)
    assert directory.find(tmp_path / "a", None).path == path


def test_an_unknown_key_names_file_line_and_the_nearest_key(tmp_path):
    error = refused(tmp_path, "organization: Acme\nprojet: shop\n")
    assert error.exit_code == 2
    assert error.message == f"{tmp_path / '.qovery.yaml'}, line 2: unknown key 'projet'."
    assert error.hint == "Did you mean 'project'?"


def test_an_unknown_key_like_no_other_lists_the_known_ones(tmp_path):
    error = refused(tmp_path, "zzz: 1\n")
    assert "organization, project" in error.hint


@pytest.mark.parametrize("key", ["token", "api_url", "API_TOKEN", "url", "password"])
def test_url_and_token_are_rejected_and_not_shown(tmp_path, key):
    error = refused(tmp_path, f"{key}: hidden-value\n")
    assert "is not allowed in this file" in error.message
    assert "hidden-value" not in f"{error.message} {error.hint}"


def test_malformed_yaml_names_its_line(tmp_path):
    error = refused(tmp_path, "project: shop\nenvironment: [a\n")
    assert ", line 3: invalid YAML." in error.message
    assert error.hint


@pytest.mark.parametrize("text", ["a\0b", "project: !!python/name:os.system x: y\n"])
def test_invalid_yaml_is_rejected(tmp_path, text):
    assert "invalid YAML" in refused(tmp_path, text).message


def test_text_that_is_not_utf_8_is_refused(tmp_path):
    (tmp_path / ".qovery.yaml").write_bytes(b"project: \xff\n")
    with pytest.raises(UsageError, match="not UTF-8"):
        directory.find(tmp_path, None)


@pytest.mark.parametrize(
    "value", ["", "''", "'  '", "123", "true", "null", "[a]", "{a: b}", "1.5", "!!binary x"]
)
def test_a_value_must_be_a_text_that_is_not_empty(tmp_path, value):
    error = refused(tmp_path, f"# first\nproject: {value}\n")
    assert ", line 2: 'project' must be a string" in error.message


@pytest.mark.parametrize("text", ["- project\n", "shop\n"])
def test_a_file_that_is_no_mapping_is_refused(tmp_path, text):
    assert "line 1" in refused(tmp_path, text).message


def test_a_key_that_is_no_text_is_refused(tmp_path):
    assert "a key must be a string" in refused(tmp_path, "? [a, b]\n: c\n").message


def test_a_key_that_is_there_twice_is_refused(tmp_path):
    assert (
        "line 2: duplicate key 'project'" in refused(tmp_path, "project: a\nproject: b\n").message
    )


def test_two_services_exclude_each_other(tmp_path):
    error = refused(tmp_path, "application: api\ndatabase: main\n")
    assert "line 2: 'application' and 'database' are mutually exclusive" in error.message


def test_yaml_is_imported_only_when_there_is_a_file(tmp_path):
    program = (
        "import sys; from pathlib import Path; from qovery_cli.config import settings;"
        "settings.load({}, {'QOVERY_CONFIG_DIR': sys.argv[1]}, Path(sys.argv[1]));"
        "heavy = {'yaml', 'filelock', 'platformdirs', 'keyring', 'pydantic'};"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
