"""Each exit code through the whole program: what ends with it, and that the table is whole."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from qovery_cli import errors

ROOT = Path(__file__).parents[2]

_BROKEN = """
import sys
from qovery_cli.cli import root
def broken(argv, world):
    raise ZeroDivisionError("secret-in-a-bug")
root.run = broken
sys.argv[1:] = sys.argv[1:]
from qovery_cli.main import main
main()
"""


def broken(home, *words: str):
    return subprocess.run(
        [sys.executable, "-c", _BROKEN, *words],
        env=home.environ,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def there(sandbox):
    return {**sandbox.environ, "QOVERY_PROJECT": "storefront", "QOVERY_ENVIRONMENT": "staging"}


def test_0_done(ran, there):
    assert ran("app list", env=there).code == 0


def test_1_internal_error_is_one_sentence(home):
    ended = broken(home, "app", "list")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("error: Internal error (ZeroDivisionError).")
    assert "--debug" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "secret-in-a-bug" not in ended.stderr


def test_1_internal_error_has_a_traceback_with_debug(home):
    ended = broken(home, "app", "list", "--debug")
    assert ended.returncode == 1
    assert "Traceback" in ended.stderr


def test_2_usage(ran, there):
    assert ran("app list --nope", env=there).code == 2


@pytest.mark.parametrize("status", [400, 406, 410, 415, 422])
def test_2_refused_as_invalid_by_the_api(status, ran, sandbox, there):
    sandbox.fault(kind="status", status=status, path="/environment/*/application")
    assert ran("app list", env=there).code == 2


def test_3_no_token(ran):
    assert ran("project list").code == 3


def test_3_refused_token(ran, sandbox):
    assert ran("project list", env={**sandbox.environ, "QOVERY_API_TOKEN": "nope"}).code == 3


def test_4_not_found(ran, there):
    assert ran("app get nothing-of-that-name", env=there).code == 4


@pytest.mark.parametrize("status", [402, 403])
def test_5_forbidden_or_over_quota(status, ran, sandbox, there):
    sandbox.fault(kind="status", status=status, path="/environment/*/application")
    assert ran("app list", env=there).code == 5


@pytest.mark.parametrize("status", [409, 423])
def test_6_conflict(status, ran, sandbox, shop):
    shop.application("api")
    sandbox.fault(kind="status", status=status, method="POST")
    assert ran("app stop api", env=shop.environ).code == 6


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_7_not_available_after_retries(status, ran, sandbox, there):
    sandbox.fault(kind="status", status=status, times=0, path="/environment/*/application")
    assert ran("app list", env=there).code == 7


def test_8_what_was_waited_for_failed(ran, shop):
    shop.application("fail-deploy")
    assert ran("app deploy fail-deploy --wait", env=shop.environ).code == 8


def test_9_what_was_waited_for_was_cancelled(qovery, shop):
    api = shop.application("hang")
    with qovery.started("app deploy hang --wait", env=shop.environ) as process:
        shop.until("application", api, "BUILDING", "DEPLOYING")
        shop.sandbox.call("POST", f"/environment/{shop.environment()}/cancelDeployment")
        out, err = process.communicate(timeout=30)
    assert process.returncode == 9, out + err


def test_10_drift(monkeypatch, capsys):
    """Until a command compares, only the developers' tool ends with it."""
    from qovery_cli.codegen import __main__ as codegen
    from qovery_cli.codegen.generated_folder import GeneratedFolder

    folder = GeneratedFolder(Path(__file__).parent, {"missing.json": "{}"})
    monkeypatch.setattr(codegen, "generate", lambda _: [folder])
    assert codegen.main(["--check"]) == errors.PendingChanges.exit_code
    assert "missing.json" in capsys.readouterr().out


def test_11_declined_at_a_prompt(ran, shop):
    shop.application("api")
    ended = ran("app delete api", env=shop.environ, typed="n\n")
    assert ended.code == 11
    assert shop.sandbox.changes == []


def test_124_a_wait_ran_out_of_time(ran, shop):
    shop.application("hang")
    assert ran("app deploy hang --wait --timeout 0.2", env=shop.environ).code == 124


def test_every_error_has_a_code_of_its_own():
    codes = [kind.exit_code for kind in errors.TREE]
    assert codes == sorted(set(codes))
    assert not set(codes) & set(errors.OTHER_CODES)


def test_every_class_of_error_is_in_the_tree():
    def below(kind):
        return [kind, *(found for child in kind.__subclasses__() for found in below(child))]

    own = [kind for kind in below(errors.QoveryError) if kind.__module__ == errors.__name__]
    assert set(own) == set(errors.TREE)


def test_every_code_has_a_test_here():
    names = re.findall(r"^def test_(\d+)_", Path(__file__).read_text(encoding="utf-8"), re.M)
    assert {int(name) for name in names} >= {kind.exit_code for kind in errors.TREE}


def test_the_readme_has_the_table_of_codes():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\|\s*(\d+)\s*\|\s*(.+?)\s*\|", text, re.MULTILINE)
    wanted = {kind.exit_code: kind.meaning for kind in errors.TREE} | errors.OTHER_CODES
    assert {int(code): meaning for code, meaning in lines} == wanted
