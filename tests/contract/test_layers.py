"""Who may import whom, and how long a thing may be: read from the source, not by running it."""

import ast
from functools import cache
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "qovery_cli"
MODULES = sorted(SRC.rglob("*.py"))

#: What each layer may import of ours, besides itself.
BELOW: dict[str, set[str]] = {
    "frozen": set(),
    "errors": set(),
    "messages": set(),
    "catalog": {"errors", "messages", "frozen"},
    "config": {"errors", "catalog"},
    "auth": {"config"},
    "body": {"auth"},
    "http": {"body"},
    "output": {"http"},
    "resolve": {"http"},
    "session": {"output", "resolve"},
    "cli": {"session"},
    "commands": {"cli"},
    "main": {"commands"},
}
#: What each folder of the sandbox may import of the others, besides its root modules.
SANDBOX_BELOW: dict[str, set[str]] = {
    "root": set(),
    "schema": set(),
    "state": {"schema"},
    "handlers": {"schema", "state"},
    "seeds": {"state"},
    "server": {"schema", "state", "handlers", "seeds"},
    "coverage": {"state", "handlers", "server"},
}
MAY_IMPORT_SANDBOX = {"commands", "sandbox"}
HEAVY_TO_ONE = {"rich": "output"}
BAD_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "misc"}


def whole(layer: str) -> set[str]:
    """Return all layers that lie below one."""
    below = BELOW[layer]
    return below | {found for one in below for found in whole(one)}


ALLOWED = {
    **{layer: whole(layer) | {layer} for layer in BELOW},
    "sandbox": {"catalog", "errors", "sandbox"},
    # The edge of the process: what surrounds a session, and how Python starts the program.
    "runtime": {"output", "session"},
    "__main__": {"main"},
    "__init__": set(),
    # Development only: it may use anything, and nothing may use it.
    "codegen": {*BELOW, "completion", "codegen"},
}


def layer_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(tree(path)))


@cache
def imports(path: Path) -> list[str]:
    """Return every module that a file imports, in functions too, but not for types alone."""
    found: list[str] = []

    def visit(node: ast.AST) -> None:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for child in node.orelse:
                visit(child)
            return
        if isinstance(node, ast.Import):
            found.extend(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: a relative import"
            found.extend(f"{node.module}.{alias.name}" for alias in node.names)
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(tree(path))
    return found


def ours(path: Path) -> set[str]:
    """Return the layers of ours that a file imports."""
    names = [name.split(".") for name in imports(path)]
    layers = {parts[1] for parts in names if parts[0] == "qovery_cli" and len(parts) > 1}
    return {layer for layer in layers if not layer.startswith("__")}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path):
    layer = layer_of(path)
    if layer == "completion":
        # It answers the TAB key from tables and caches, and asks the API for names.
        assert ours(path) & {"commands", "sandbox", "main", "codegen"} == set()
        return
    allowed = ALLOWED[layer] | ({"sandbox"} if layer in MAY_IMPORT_SANDBOX else set())
    extra = {"main": {"runtime", "completion"}, "commands": {"completion"}}.get(layer, set())
    assert ours(path) - allowed - extra == set()


@pytest.mark.parametrize("path", sorted((SRC / "sandbox").rglob("*.py")), ids=name_of)
def test_sandbox_imports_point_one_way(path):
    parts = path.relative_to(SRC / "sandbox").parts
    folder = parts[0] if len(parts) > 1 else "root"
    dotted = [name.split(".") for name in imports(path)]
    targets = {name[2] for name in dotted if name[:2] == ["qovery_cli", "sandbox"]}
    folders = targets & set(SANDBOX_BELOW)
    assert folders - SANDBOX_BELOW[folder] - {folder} == set()


def import_circles(graph: dict[str, set[str]]) -> list[set[str]]:
    """Return the groups of modules that import one another, directly or not."""
    reachable: dict[str, set[str]] = {}
    for module in graph:
        pending, seen = [module], set()
        while pending:
            new = graph.get(pending.pop(), set()) - seen
            seen |= new
            pending += new
        reachable[module] = seen
    in_circles = [module for module in graph if module in reachable[module]]
    groups = [
        frozenset(other for other in in_circles if other in reachable[m] and m in reachable[other])
        for m in in_circles
    ]
    return [set(group) for group in dict.fromkeys(groups)]


def test_no_modules_import_one_another():
    """Imports inside functions count too; those for type checkers alone do not."""
    modules = {
        ".".join(path.relative_to(SRC.parent).with_suffix("").parts).removesuffix(".__init__"): path
        for path in MODULES
    }

    def target(name: str) -> str:
        return name if name in modules else name.rpartition(".")[0]

    graph = {module: {target(name) for name in imports(path)} for module, path in modules.items()}
    assert import_circles({m: (names & modules.keys()) - {m} for m, names in graph.items()}) == []


def test_a_circle_of_imports_is_found():
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}
    assert import_circles(graph) == [{"b", "c"}]


def test_codegen_is_imported_by_nothing_else():
    """Its modules and data are not part of the wheel."""
    users = {layer_of(path) for path in MODULES if "codegen" in ours(path)}
    named = {
        layer_of(path)
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.Constant) and str(node.value).startswith("qovery_cli.codegen")
    }
    assert users | named == {"codegen"}


def test_codegen_is_imported_by_its_own_tests_only():
    """Tests of the program run on what is generated; contract tests hold that to its sources."""
    tests = SRC.parents[1] / "tests"
    users = {
        path.relative_to(tests).as_posix()
        for path in tests.rglob("*.py")
        if "qovery_cli.codegen" in path.read_text(encoding="utf-8")
    }
    mine = ("contract/", "support/checkout.py", "unit/codegen/")
    assert {name for name in users if not name.startswith(mine)} == set()


def test_every_part_of_the_package_has_a_place_in_the_order():
    parts = {layer_of(path) for path in MODULES}
    assert parts - set(ALLOWED) - {"completion"} == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_engine_leans_on_what_typer_does_not_document(path):
    names = imports(path)
    private = [name for name in names if name.startswith("typer._")]
    tolerated = [name for name in names if name.startswith(("typer.core", "typer.main"))]
    assert private == []
    assert tolerated == [] or layer_of(path) == "cli"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_output_draws(path):
    tops = {name.split(".")[0] for name in imports(path)}
    for package, owner in HEAVY_TO_ONE.items():
        assert package not in tops or layer_of(path) == owner


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_prints(path):
    calls = [node for node in nodes(path) if isinstance(node, ast.Call)]
    assert [
        node.lineno for node in calls if ast.unparse(node.func) in {"print", "typer.echo"}
    ] == []


def test_only_the_edge_ends_the_process():
    ends = {"sys.exit", "os._exit", "exit", "quit"}
    found = {
        name_of(path)
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ends
    }
    # The others are run by developers, with python -m.
    assert found <= {"main.py", "codegen/__main__.py", "sandbox/coverage/__main__.py"}


def test_only_the_edge_reads_the_environment():
    allowed = {
        "main.py",
        "runtime.py",
        "http/tls.py",  # SSL_CERT_FILE and such, as every program of the system honours them
        "auth/keychain.py",  # keyring's own variable
        "completion/complete.py",  # a shell asks through variables
    }
    found = {
        name_of(path)
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and node.attr in {"environ", "getenv"}
        and ast.unparse(node) in {"os.environ", "os.getenv"}
    }
    assert found <= allowed


def test_no_module_has_a_name_that_is_empty():
    names = {part for path in MODULES for part in path.relative_to(SRC).with_suffix("").parts}
    assert names & BAD_NAMES == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_states_what_it_answers(path):
    text = ast.get_docstring(tree(path))
    assert text, "it has no docstring"
    assert text.split("\n\n")[0].endswith((".", ":"))


def test_docstrings_are_no_riddles():
    """A docstring states what is returned or done; ruff's D401 checks the mood of functions."""
    questions = ("What ", "Which ", "How ", "Whether ", "Who ")
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    riddles = [
        f"{name_of(path)}: {text.splitlines()[0]}"
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, documented) and (text := ast.get_docstring(node) or "")
        if text.startswith(questions)
    ]
    assert riddles == []


def test_no_module_is_longer_than_300_lines():
    lengths = {name_of(p): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}


def test_no_function_is_longer_than_40_lines():
    long = {
        f"{name_of(path)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > 40
    }
    assert long == {}


def test_modules_that_typer_reads_keep_their_annotations():
    late = [
        name_of(path)
        for path in MODULES
        if {"typer", "__future__"} <= {name.split(".")[0] for name in imports(path)}
    ]
    assert late == []
