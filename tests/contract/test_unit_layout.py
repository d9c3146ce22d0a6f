"""The unit tests mirror the layout of the source."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "qovery_cli"
UNIT = ROOT / "tests" / "unit"

#: Packages in which every module has unit tests, and the modules that are tested with another.
COMPLETE = ("commands", "session", "cli", "resolve")
TESTED_WITH = {
    "cli/body_fields.py": "cli/test_body_builder.py",
    "cli/fan_out.py": "cli/test_listing_all.py",
    "cli/global_options.py": "cli/test_root.py",
    "cli/handler_binding.py": "codegen/table/test_handler_signature.py",
    "resolve/list_cache.py": "resolve/test_resolver.py",
    "resolve/resource_ref.py": "resolve/test_resolver.py",
    "session/tracking/by_cluster.py": "session/tracking/test_by_state.py",
    "session/tracking/execution_search.py": "session/tracking/test_by_id.py",
    "session/tracking/observations.py": "session/tracking/test_tracking_runs.py",
    "session/tracking/request_matching.py": "session/tracking/test_by_id.py",
    "session/tracking/verdicts.py": "session/tracking/test_tracking_runs.py",
}

TESTS = sorted(UNIT.rglob("test_*.py"))
MODULES = sorted(
    path.relative_to(SRC)
    for package in COMPLETE
    for path in (SRC / package).rglob("*.py")
    if path.name != "__init__.py"
)


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(UNIT).as_posix())
def test_unit_test_has_the_name_of_its_module(path):
    """The name of a module, or of the package for several modules; an aspect may follow it."""
    folder = SRC / path.parent.relative_to(UNIT)
    subject = path.stem.removeprefix("test_")
    names = {folder.name, *(each.stem for each in folder.iterdir())}
    assert any(subject == name or subject.startswith(f"{name}_") for name in names), (
        f"{folder.relative_to(ROOT)} has no module {subject}: name the test after its module"
    )


@pytest.mark.parametrize("module", MODULES, ids=Path.as_posix)
def test_module_has_unit_tests(module):
    folder, name = UNIT / module.parent, module.stem
    own = [*folder.glob(f"test_{name}.py"), *folder.glob(f"test_{name}_*.py")]
    other = TESTED_WITH.get(module.as_posix())
    assert bool(own) is (other is None), "exactly one of a test file and an entry of TESTED_WITH"
    assert other is None or (UNIT / other).is_file()


def test_exceptions_are_modules():
    assert {Path(name) for name in TESTED_WITH} <= set(MODULES)
