"""The command line of the bake."""

import subprocess
import sys

import pytest

from qovery_cli.catalog import bake

SPEC = """
openapi: 3.0.0
info: {version: "%s"}
paths:
  /application:
    get:
      operationId: listApplication
      summary: Prose that stays behind
      tags: [Applications]
      responses:
        200:
          description: Prose that stays behind
          content:
            application/json:
              schema: {type: integer, minimum: %s, default: 2020-01-01}
"""


@pytest.fixture
def run(tmp_path, capsys):
    """Run the bake on a data directory of its own; return exit code, stdout and stderr."""

    def run(*arguments):
        code = bake.main([*map(str, arguments), "--data", str(tmp_path / "data")])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def spec(tmp_path):
    """Write a small document and return its path."""

    def write(level="1.0.9", minimum=1):
        path = tmp_path / f"{level}-{minimum}.yaml"
        path.write_text(SPEC % (level, minimum), encoding="utf-8")
        return path

    return write


def test_a_bake_writes_the_facts_and_says_how_many(run, spec, tmp_path):
    code, out, _ = run(spec())
    assert code == 0
    assert out.startswith("Baked 1 operations")
    assert (tmp_path / "data" / "app.json").exists()


def test_prose_stays_behind(run, spec, tmp_path):
    run(spec())
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "data").iterdir()]
    assert not any("Prose" in text for text in texts)


def test_a_check_without_drift_exits_0_with_one_line(run, spec):
    run(spec())
    code, out, _ = run(spec(), "--check")
    assert code == 0
    assert out == "No drift: 1 operations are as baked.\n"


def test_a_check_with_drift_lists_it_and_exits_10(run, spec):
    run(spec())
    code, out, _ = run(spec(minimum=2), "--check")
    assert code == 10
    assert out == "~ GET /application: response minimum 1 -> 2\n"


def test_a_check_writes_nothing(run, spec, tmp_path):
    run(spec(), "--check")
    assert not (tmp_path / "data").exists()


def test_baking_twice_writes_the_same_bytes(run, spec, tmp_path):
    run(spec())
    first = {path: path.read_bytes() for path in (tmp_path / "data").iterdir()}
    run(spec())
    assert {path: path.read_bytes() for path in (tmp_path / "data").iterdir()} == first


def test_the_order_of_the_documents_does_not_matter(spec):
    paths = [spec("1.0.10"), spec("1.0.9"), spec("1.0.8")]
    files = bake.bake(paths)
    assert files == bake.bake(paths[::-1])
    assert files["app"]["operations"]["listApplication"]["api"] == ["1.0.8", "1.0.9", "1.0.10"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read"),
        ("a: [", "is not YAML"),
        ("just words", "is not an OpenAPI document"),
        ("info: {}\npaths: {}", "lacks 'version'"),
        ("info: {version: 1}\npaths: {/x: [get]}", "is not built as an OpenAPI document"),
    ],
)
def test_a_document_that_cannot_be_used_exits_2_with_a_sentence_and_a_hint(
    run, tmp_path, content, told
):
    path = tmp_path / "spec.yaml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    code, out, err = run(path)
    assert (code, out) == (2, "")
    sentence, hint = err.splitlines()
    assert told in sentence
    assert sentence.endswith(".")
    assert hint.endswith(".")


def test_two_documents_of_one_level_are_refused(run, spec):
    code, _, err = run(spec(), spec(minimum=2))
    assert code == 2
    assert "of one level" in err


def test_a_data_directory_that_is_a_file_exits_2(run, spec, tmp_path):
    (tmp_path / "data").write_text("")
    code, _, err = run(spec())
    assert code == 2
    assert "cannot be used" in err


def test_it_runs_as_a_module():
    ran = subprocess.run(
        [sys.executable, "-m", "qovery_cli.catalog.bake", "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "--check" in ran.stdout
