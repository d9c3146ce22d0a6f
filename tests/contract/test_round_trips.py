"""How many requests the commands of every day send, and how many of them wait for one another.

Both are counted by a server that answers in waves. Nothing is cached, everything is given by its
name. The README shows the same table.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_lines import READS
from round_trip_proxy import Waves, in_front_of
from sandboxes import Sandbox, running

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli import command_table
from qovery_cli.cli.invocation import listed_resource
from qovery_cli.resolve.resolver import ResourceRef

README = Path(__file__).parents[2] / "README.md"

PLACE = "--project storefront --env staging"
NEW = "--repository https://github.com/acme/x --build-mode DOCKER --dockerfile-path Dockerfile"

#: What is shown, what is typed besides, and at each level the requests and their dependent round
#: trips. A wait adds one round trip for each look and one for its verdict; here the first look
#: finds it done.
TABLE = [
    ("org list", "", (1, 1), (1, 1)),
    ("project list", "", (2, 2), (2, 2)),
    ("env list", "--project storefront", (4, 3), (4, 3)),
    ("env get staging", "--project storefront", (3, 3), (4, 3)),
    ("env status staging", "--project storefront", (4, 4), (4, 3)),
    ("env create qa --cluster scw-staging", "--project storefront", (4, 3), (4, 3)),
    ("env deploy staging", "--project storefront", (4, 4), (4, 3)),
    ("env deploy staging --wait", "--project storefront", (17, 7), (11, 6)),
    ("status staging", "--project storefront", (14, 5), (6, 3)),
    ("status --all", "", (48, 9), (17, 4)),
    ("app list", PLACE, (5, 4), (5, 3)),
    ("app get api", PLACE, (4, 4), (5, 3)),
    ("app status api", PLACE, (5, 5), (5, 3)),
    ("app create shop", f"{NEW} {PLACE}", (4, 4), (4, 3)),
    ("app update api --cpu 750m", PLACE, (7, 7), (7, 5)),
    ("app deploy api", PLACE, (6, 6), (6, 4)),
    ("app deploy api --wait", PLACE, (10, 8), (12, 6)),
    ("app delete api", f"{PLACE} --yes", (5, 5), (5, 3)),
    ("container list", PLACE, (5, 4), (5, 3)),
    ("container deploy proxy", PLACE, (5, 5), (6, 4)),
    ("db list", PLACE, (5, 4), (5, 3)),
    ("cluster list", "", (2, 2), (2, 2)),
    ("cluster status aws-prod", "", (3, 3), (3, 3)),
    ("var list --app api", PLACE, (5, 5), (5, 3)),
    ("var set A=1 B=2 --app api", PLACE, (8, 6), (8, 4)),
    ("secret create KEY --value x --app api", PLACE, (5, 5), (5, 3)),
]

#: So fast that whatever is deployed is done at the next look.
SPEED = 1_000_000

#: How long the server waits for what else the client sends: at first, and to be certain.
QUIET = (0.02, 0.5)


@pytest.fixture(scope="module", params=["1.0.3", "1.0.4"])
def behind(request, tmp_path_factory) -> Iterator[Sandbox]:
    folder = tmp_path_factory.mktemp("sandbox")
    with running(folder, request.param, SPEED) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def front(behind) -> Iterator[Waves]:
    with in_front_of(behind.url) as waves:
        yield waves


@pytest.fixture
def counted(ran, behind, front):
    """Run a line against an untouched demo organization; return what arrived."""

    def run(line: str, depth: int) -> Waves:
        environ = {**behind.environ, "QOVERY_API_URL": front.url, "QOVERY_ORGANIZATION": "Acme"}
        for quiet in QUIET:
            if any(one.method != "GET" for one in front.requests):
                behind.call("POST", "/_sandbox/reset", {"seed": "demo"})
            front.forget(quiet)
            ended = ran(line, env=environ)
            assert ended.code == 0, ended
            # A busy machine makes waves too many; patience tells whether they are the client's.
            if front.depth <= depth:
                break
        return front

    return run


def at_level(behind: Sandbox, of_103: Any, of_104: Any) -> Any:
    return of_103 if behind.level == "1.0.3" else of_104


@pytest.mark.parametrize(
    ("shown", "more", "of_103", "of_104"), TABLE, ids=[line[0] for line in TABLE]
)
def test_requests_and_round_trips(shown, more, of_103, of_104, behind, counted):
    requests, depth = at_level(behind, of_103, of_104)
    arrived = counted(f"{shown} {more}", depth)
    assert (len(arrived.requests), arrived.depth) == (requests, depth), arrived.by_wave


@pytest.mark.parametrize(
    ("known", "of_103", "of_104"),
    [
        ((), 4, 2),
        (("organization",), 3, 1),
        (("organization", "project"), 2, 1),
        (("project",), 2, 2),
        (("environment",), 1, 1),
        (("application",), 0, 0),
    ],
)
def test_a_name_costs_no_more_look_ups_than_the_levels_above_it(
    known, of_103, of_104, behind, counted
):
    scope = {**NAMES, **{kind: ids(behind)[kind] for kind in known}}
    depth = at_level(behind, of_103, of_104)
    arrived = counted(
        f"app status --org '{scope['organization']}' --project '{scope['project']}'"
        f" --env '{scope['environment']}' --app '{scope['application']}'",
        depth + 1,
    )
    assert arrived.depth == depth + 1, arrived.by_wave


NAMES = {
    "organization": "Acme",
    "project": "storefront",
    "environment": "staging",
    "application": "api",
}


def ids(sandbox: Sandbox) -> dict[str, str]:
    """Return the ids of what NAMES has."""
    found: dict[str, str] = {}
    path = ""
    for kind, name in NAMES.items():
        listed = sandbox.items(f"{path}/{kind}")
        found[kind] = next(one["id"] for one in listed if one["name"] == name)
        path = f"/{kind}/{found[kind]}"
    return found


@pytest.mark.parametrize(
    "line", ["app get storefront/staging/api", "status storefront/staging", "app get staging/api"]
)
def test_a_path_costs_no_more_than_its_names(line, behind, counted):
    project = "" if "storefront" in line else "--project storefront"
    allowed = at_level(behind, 5, 3)
    arrived = counted(f"{line} {project}", allowed)
    assert arrived.depth <= allowed, arrived.by_wave


def test_the_readme_has_this_table():
    lines = re.findall(r"^\| `qovery (.+)` \|(.+)\|$", README.read_text(encoding="utf-8"), re.M)
    shown = {line: [int(cell) for cell in cells.split("|")] for line, cells in lines}
    assert shown == {line: [*of_103, *of_104] for line, _, of_103, of_104 in TABLE}


COMMANDS = {variant.operation for spec in command_table.commands() for variant in spec.variants}
#: The kind of resource that no sandbox lists, because a controller in a cluster creates it.
UNLISTED = "argocdApp"
WHOLE = [
    kind
    for kind, resource in RESOURCES.items()
    if resource.get_operation in COMMANDS and not resource.singleton and kind != UNLISTED
]


@pytest.mark.parametrize("kind", WHOLE)
def test_an_item_of_a_list_is_what_the_operation_for_one_answers(kind, request):
    newer = "1.0.3" not in catalog.operation(RESOURCES[kind].list_operation).api
    demo = request.getfixturevalue("demo_104" if newer else "demo")
    item = demo.item(kind)
    assert item is not None, f"the demo has no {kind}"
    resource = RESOURCES[kind]
    assert resource.get_operation is not None
    path = catalog.operation(resource.get_operation).path
    path = path.replace(f"{{{resource.parameter}}}", demo.id(kind))
    for outer in catalog.operation(resource.get_operation).path_names:
        if f"{{{outer}}}" in path:
            path = path.replace(f"{{{outer}}}", demo.id(outer.removesuffix("Id")))
    if (
        listed_resource(resource.get_operation, ResourceRef(kind, demo.id(kind), data=item))
        is not None
    ):
        assert demo.sandbox.call("GET", path) == item


LINES = [
    "status",
    "status --all --columns name,url",
    "cluster get scw-staging",
    "project list",
    "env list --all",
    "app list --all",
    "app deploy api --dry-run",
    "app update api --cpu 750m --dry-run",
    "env rule update --weekday monday --dry-run",
    "project update storefront --description x --dry-run",
    "cluster update scw-staging --description x --dry-run",
    "env create qa --cluster scw-staging --dry-run",
    "container deploy proxy --dry-run",
    "var set A=1 LOG_LEVEL=x --app api --dry-run",
]

CONTEXT = {
    "QOVERY_PROJECT": "storefront",
    "QOVERY_ENVIRONMENT": "staging",
    "QOVERY_DATABASE": "main-db",
}


@pytest.fixture
def asked(ran):
    """Run words in the demo organization; return how often each request arrived."""

    def run(words: list[str], sandbox: Sandbox) -> Counter[str]:
        sandbox.forget()
        ended = ran("", *words, env={**sandbox.environ, **CONTEXT})
        assert ended.code == 0, ended
        return Counter(sandbox.requests)

    return run


#: Limits to one page, for lists whose pages differ in the query only, which is not recorded.
ONE_PAGE = {"org event list": ("--limit", "9")}


@pytest.mark.parametrize(("row", "position"), READS)
def test_nothing_is_requested_twice(row, position, asked, served):
    sandbox, demo = served(row.variants[position].api[-1])
    words = [*demo.words(row, position, named=True), *ONE_PAGE.get(row.command, ())]
    found = asked([*row.words, *words, "-o", "wide"], sandbox)
    assert set(found.values()) <= {1}, found


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("name", ["sandbox", "sandbox_104"])
def test_nothing_is_requested_twice_by_commands_with_code_of_their_own(line, name, asked, request):
    found = asked(line.split(), request.getfixturevalue(name))
    assert found, "it asked something"
    assert set(found.values()) == {1}, found
