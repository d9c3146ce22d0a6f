"""A deferred module is the module itself, from its first use on: for everybody, in every way."""

import json
import subprocess
import sys
import textwrap

import pytest

from qovery_cli import later

_START = """
import json, sys, types
from qovery_cli import later
later.defer()

def waits(name):
    return type(sys.modules[name]) is not types.ModuleType
"""


def said(code: str, path: str = "") -> object:
    """Return what code leaves in ``result``, in a process that defers modules."""
    whole = f"{_START}\nsys.path.insert(0, {path!r})\n{code}\nprint(json.dumps(result))"
    ended = subprocess.run(
        [sys.executable, "-c", whole], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_it_is_loaded_by_its_first_use_and_not_by_an_import():
    assert said(
        "import textwrap\n"
        "import textwrap\n"
        "before = waits('textwrap')\n"
        "text = textwrap.dedent('  a')\n"
        "result = [before, text, waits('textwrap')]"
    ) == [True, "a", False]


@pytest.mark.parametrize(
    "code",
    [
        "from textwrap import dedent; result = dedent('  a')",
        "from textwrap import *; result = dedent('  a')",
        "import textwrap as t; result = getattr(t, 'dedent')('  a')",
        "import importlib; result = importlib.import_module('textwrap').dedent('  a')",
    ],
)
def test_every_way_to_import_it_works(code):
    assert said(code) == "a"


def test_it_is_then_like_any_other_module():
    found = said(
        "import inspect, textwrap\n"
        "textwrap.dedent\n"
        "result = [textwrap.__spec__.loader is textwrap.__loader__, textwrap.__file__,\n"
        "          inspect.getsource(textwrap.dedent)[:10], hasattr(textwrap, 'nonsense'),\n"
        "          sorted(vars(textwrap))]"
    )
    own = sorted(vars(textwrap))
    assert found == [True, textwrap.__file__, "def dedent", False, own]


def test_a_package_finds_its_resources_and_has_its_submodules():
    assert said(
        "import certifi, email.header\n"
        "import email\n"
        "with open(certifi.where(), 'rb') as file: size = len(file.read())\n"
        "result = [size > 1000, str(email.header.Header('x')), certifi.__version__ != '']"
    ) == [True, "x", True]


def test_a_loaded_module_is_left_alone():
    assert said("import re; later.defer(); later.defer(); result = len(sys.meta_path)") == (
        len(_meta_path()) + 1
    )


def _meta_path() -> list[object]:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; print(len(sys.meta_path))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [None] * int(done.stdout)


def test_many_threads_may_be_the_first_to_use_it():
    assert said(
        "import subprocess, threading\n"
        "sys.setswitchinterval(1e-6)\n"
        "seen, start = [], threading.Barrier(8)\n"
        "def use():\n"
        "    start.wait()\n"
        "    seen.append(subprocess.Popen.__name__ + subprocess.list2cmdline(['a']))\n"
        "threads = [threading.Thread(target=use) for _ in range(8)]\n"
        "for thread in threads: thread.start()\n"
        "for thread in threads: thread.join()\n"
        "result = [waits('subprocess'), seen]"
    ) == [False, ["Popena"] * 8]


def test_a_module_that_cannot_be_loaded_says_so_each_time(tmp_path):
    """As one that somebody put in front of the real one might."""
    (tmp_path / "shellingham.py").write_text("raise RuntimeError('broken')")
    assert said(
        "import shellingham\n"
        "result = []\n"
        "for _ in range(2):\n"
        "    try: shellingham.detect_shell\n"
        "    except RuntimeError as error: result.append(str(error))",
        str(tmp_path),
    ) == ["broken", "broken"]


def test_a_module_that_is_not_there_is_missed_at_once(tmp_path):
    assert (
        said(
            "sys.path[:] = []\n"
            "try: import shellingham\n"
            "except ModuleNotFoundError as error: result = error.name"
        )
        == "shellingham"
    )


@pytest.mark.parametrize("name", sorted(later.SELDOM_USED))
def test_each_of_them_can_be_used(name):
    words = f"import importlib; m = importlib.import_module({name!r})"
    assert said(f"{words}; before = waits({name!r}); m.__all__ if hasattr(m, '__all__') else 0; "
                f"result = [before, len(vars(m)) > 8]") == [True, True]  # fmt: skip
