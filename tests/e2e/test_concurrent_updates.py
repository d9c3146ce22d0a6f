"""Updates of one resource at the same time: on one machine, and on two that share no lock."""

import io
import itertools
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

import httpx
import pytest
from command_lines import some_id
from fake_api import FakeApi
from program import Home, Ran

from qovery_cli.cli import update_resource
from qovery_cli.cli.root import run
from qovery_cli.http.client import Client
from qovery_cli.output.terminal import Terminal
from qovery_cli.session import Runtime, connection

PAIRS = 50
APP = some_id("application")


def ended(home: Home, environ: dict[str, str], *words: str) -> Ran:
    """Run a command in this thread."""
    out, err = io.StringIO(), io.StringIO()
    environ = {**home.environ, **environ}
    runtime = Runtime(
        environ=environ,
        terminal=Terminal.of(environ, io.StringIO(), out, err),
        cwd=home.path,
        read_stdin=lambda: "",
        sleep=lambda seconds: time.sleep(min(seconds, 0.01)),
    )
    return Ran(run(list(words), runtime), out.getvalue(), err.getvalue())


@pytest.fixture
def update(home):
    return partial(ended, home)


def test_no_pair_of_updates_on_one_machine_loses_one(update, shop, home):
    """Two fields of one application, each changed fifty times at the same time as the other."""
    shop.application("api", cpu=500, memory=512)
    start = ["app", "update", "api", "--no-validate"]
    with ThreadPoolExecutor(2) as both:
        for number in range(PAIRS):
            lines = (["--cpu", f"{600 + number}m"], ["--memory", f"{600 + number}MB"])
            runs = [both.submit(update, shop.environ, *start, *more) for more in lines]
            for each in runs:
                assert each.result().code == 0, each.result()
            found = update(shop.environ, "app", "get", "api", "-o", "json").json
            assert (found["cpu"], found["memory"]) == (600 + number, 600 + number)
    assert len(list((home.path / "cache" / "locks").iterdir())) == 1


def test_processes_take_turns_as_well(qovery, shop, ran):
    shop.application("api", cpu=500, memory=512, max_running_instances=1)
    lines = ["--cpu 700m", "--memory 700MB", "--max-instances 3", "--description new"]
    with ThreadPoolExecutor(len(lines)) as pool:
        ran_at_once = pool.map(
            lambda more: qovery(f"app update api {more}", env=shop.environ), lines
        )
        assert [each.code for each in ran_at_once] == [0] * len(lines)
    found = ran("app get api -o json", env=shop.environ).json
    wanted = {"cpu": 700, "memory": 700, "max_running_instances": 3, "description": "new"}
    assert {name: found[name] for name in wanted} == wanted


@dataclass
class Scheduled(httpx.BaseTransport):
    """An API that answers the requests of two actors, each with a token, in a given order."""

    api: FakeApi
    order: list[str]
    turn: threading.Condition = field(default_factory=threading.Condition)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request when it is the turn of its actor."""
        actor = request.headers["authorization"].split()[-1]
        with self.turn:
            self.turn.wait_for(lambda: self.order[:1] == [actor] or actor not in self.order, 20)
            answer = self.api.handle_request(request)
            if actor in self.order:
                self.order.remove(actor)
            self.turn.notify_all()
        return answer

    def leave(self, actor: str) -> None:
        """Take an actor out of the order."""
        with self.turn:
            self.order[:] = [each for each in self.order if each != actor]
            self.turn.notify_all()


def interleavings(steps: int) -> list[str]:
    """Return every order of the steps of two actors."""
    places = itertools.combinations(range(2 * steps), steps)
    return ["".join("A" if n in chosen else "B" for n in range(2 * steps)) for chosen in places]


def in_the_window(order: str, steps: int) -> set[str]:
    """Return whose change is overwritten unseen: after its check, by a PUT of an older read."""
    found = set()
    for mine, other in ("AB", "BA"):
        own = [place for place, actor in enumerate(order) if actor == mine]
        theirs = [place for place, actor in enumerate(order) if actor == other]
        read, put = theirs[steps - 3], theirs[steps - 2]
        if read < own[-2] and own[-1] < put:
            found.add(mine)
    return found


CHANGES = {"A": ("cpu", 700, ["--cpu", "700m"]), "B": ("memory", 700, ["--memory", "700MB"])}


def run_both(update, api, order, tmp_path, monkeypatch) -> dict[str, Ran]:
    """Run an update on each of two machines, with their requests in an order."""
    scheduled = Scheduled(api, list(order))
    monkeypatch.setattr(connection, "Client", partial(Client, transport=scheduled))
    found: dict[str, Ran] = {}

    def actor(name: str) -> None:
        own = {"QOVERY_CACHE_DIR": str(tmp_path / name), "QOVERY_API_TOKEN": name}
        environ = {**api.environ, **own}
        found[name] = update(environ, "app", "update", "--app", APP, *CHANGES[name][2])
        scheduled.leave(name)

    threads = [threading.Thread(target=actor, args=(name,)) for name in CHANGES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@pytest.mark.parametrize("steps", [3, 4], ids=["read, put, check", "read, read, put, check"])
def test_between_machines_nothing_is_lost_silently_outside_of_the_window(
    steps, update, tmp_path, monkeypatch
):
    if steps == 4:
        monkeypatch.setattr(update_resource, "FRESH_FOR", -1.0)
    for order in interleavings(steps):
        api = FakeApi.instead_of_network(monkeypatch, "1.0.4")
        api.answers["getApplication"] = {"id": APP, "name": "api", "cpu": 500, "memory": 512}
        runs = run_both(update, api, order, tmp_path, monkeypatch)
        now = api.answers["getApplication"]
        lost = {name for name, (key, value, _) in CHANGES.items() if now[key] != value}
        silent = {name for name in lost if runs[name].code == 0}
        assert silent == in_the_window(order, steps), f"{order}: {runs}"
        assert {runs[name].code for name in lost - silent} <= {6}, f"{order}: {runs}"


def test_a_second_later_the_resource_is_read_again(update, home, monkeypatch):
    """The first read takes more than a second."""
    api = FakeApi.instead_of_network(monkeypatch, "1.0.4")
    api.answers["getApplication"] = {"id": APP, "name": "api", "cpu": 500, "memory": 512}

    def slow(asked: object) -> None:
        if len(api.asked) == 1:
            time.sleep(update_resource.FRESH_FOR + 0.05)
            return
        if len(api.asked) == 2:
            api.answers["getApplication"] = {**api.answers["getApplication"], "memory": 1024}

    api.before.append(slow)
    done = update(api.environ, "app", "update", "--app", APP, "--cpu", "700m")
    assert done.code == 0, done
    assert [each.method for each in api.asked] == ["GET", "GET", "PUT", "GET"]
    (sent,) = api.changes
    assert (sent.body["cpu"], sent.body["memory"]) == (700, 1024)
    assert "memory" in done.err
