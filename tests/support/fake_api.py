"""An API without a sandbox: it answers what the facts of one level say, or what a test says."""

import copy
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from random import Random
from typing import Any

import httpx
from generated import Maker

from qovery_cli import catalog
from qovery_cli.catalog import Operation
from qovery_cli.cli.command_table import CommandSpec, OperationSpec, commands
from qovery_cli.http.client import Client
from qovery_cli.session import connection

JSON = "application/json"
URL = "http://127.0.0.1:1"


@dataclass(frozen=True)
class Asked:
    """One request that arrived; ``operation`` is None where the level has none there."""

    method: str
    path: str
    query: list[tuple[str, str]]
    body: Any
    operation: str | None

    @property
    def changes(self) -> bool:
        """Tell whether the request would have changed something."""
        return self.method not in {"GET", "HEAD"}


class FakeApi(httpx.BaseTransport):
    """A transport that answers at one level and remembers what it was asked.

    ``answers`` has the data of operations, by key; any other operation gets data of its schema.
    ``statuses`` has the status of operations that fail. What the level does not have is a 404, or
    a 405 where it has another method of the same path. What an update puts is there when it is
    read again. ``before`` are functions that are called with each request before it is answered.
    """

    def __init__(self, level: str) -> None:
        self.level = level
        self.asked: list[Asked] = []
        self.answers: dict[str, Any] = {}
        self.statuses: dict[str, int] = {}
        self.others: int | None = None
        self.before: list[Callable[[Asked], None]] = []

    @classmethod
    def instead_of_network(cls, monkeypatch: Any, level: str = "1.0.3") -> "FakeApi":
        """Return an API that every client of the program talks to until the test ends."""
        made = cls(level)
        monkeypatch.setattr(connection, "Client", partial(Client, transport=made))
        return made

    def at(self, level: str) -> "FakeApi":
        """Return the API, without a memory, at a level."""
        self.level, self.others = level, None
        self.asked.clear()
        self.answers.clear()
        self.statuses.clear()
        self.before.clear()
        return self

    @property
    def environ(self) -> dict[str, str]:
        """The variables with which the program talks to it."""
        return {
            "QOVERY_API_URL": URL,
            "QOVERY_API_TOKEN": "fake",
            "QOVERY_API_LEVEL": self.level,
        }

    @property
    def changes(self) -> list[Asked]:
        """The requests that would have changed something."""
        return [one for one in self.asked if one.changes]

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        path = request.url.raw_path.decode().partition("?")[0]
        operation = operation_at(self.level, request.method, path)
        content = request.read()
        self.asked.append(
            Asked(
                request.method,
                path,
                list(request.url.params.multi_items()),
                _body(request.headers.get("content-type", ""), content),
                operation.key if operation else None,
            )
        )
        for call in self.before:
            call(self.asked[-1])
        if operation is None:
            status = 405 if methods_at(self.level, path) else 404
            return httpx.Response(status, json={"status": status})
        status = self.statuses.get(operation.key, self.others or operation.success)
        if status >= 400:
            return httpx.Response(status, json={"status": status})
        plain = plain_answer(self.level, operation.key)
        kept = (
            self.store_update(operation.key, path, self.asked[-1].body)
            if operation.changes
            else None
        )
        if kept is not None and plain is not None:
            plain = [kept] if isinstance(plain, list) else kept
        data = self.answers.get(operation.key, plain)
        if isinstance(data, str) and operation.response_type != JSON:
            return httpx.Response(status, text=data)
        return httpx.Response(status, json=data) if data is not None else httpx.Response(status)

    def store_update(self, update: str, path: str, body: Any) -> Any:
        """Keep what an update puts, where it will be read again; return the resource, or None."""
        row, variant = updates().get(update, (None, None))
        if row is None or variant is None or body is None:
            return None
        fetch = str(variant.fetch)
        known = self.answers.get(fetch, plain_answer(self.level, fetch))
        answer = copy.deepcopy(known)
        held, body = ([one] if isinstance(one, dict) else one for one in (answer, body))
        if isinstance(answer, dict) and set(catalog.operation(update).path_names) - set(
            catalog.operation(fetch).path_names
        ):
            listed = answer.get("results", [answer])
            held = [one for one in listed if one["id"] == path.rpartition("/")[2]]
        for one in held[:1]:
            laid_over(one, moved_back(body[0], row.renames))
        self.answers[fetch] = answer
        return held[0] if held else None


def _body(content_type: str, content: bytes) -> Any:
    """Return the data of a JSON body, the text of another one, None without a body."""
    if not content:
        return None
    return json.loads(content) if content_type == JSON else content.decode()


@cache
def updates() -> Mapping[str, tuple[CommandSpec, OperationSpec]]:
    """Return the commands of all updates that start from what is there, by operation."""
    return {
        variant.operation: (row, variant)
        for row in commands()
        if row.kind == "update"
        for variant in row.variants
        if variant.fetch
    }


def moved_back(body: Any, renames: Mapping[str, str]) -> Any:
    """Return a body in the shape of an answer."""
    body = copy.deepcopy(body)
    for answered, sent in renames.items():
        owners = [body]
        where, _, name = sent.rpartition("[].")
        if where:
            owners = body.get(where) or []
            answered = answered.rpartition("[].")[2]
        outer, _, inner = answered.rpartition(".")
        for owner in owners:
            if name in owner:
                value = owner[name] if outer else owner.pop(name)
                owner[outer or inner] = {inner: value} if outer else value
    return body


def laid_over(answer: dict[str, Any], body: Mapping[str, Any]) -> None:
    """Put the fields of a body into an answer; lists are replaced."""
    for name, value in body.items():
        if isinstance(value, dict) and isinstance(answer.get(name), dict):
            laid_over(answer[name], value)
        else:
            answer[name] = value


@cache
def plain_answer(level: str, key: str) -> Any:
    """Return an answer of an operation with all that its schema declares, None for no body."""
    response = catalog.operation(key).response
    return None if response is None else Maker(level, Random(key)).value(response)


@cache
def _patterns(level: str) -> Mapping[str, list[tuple[re.Pattern[str], Operation]]]:
    """Return the operations of a level by method, those with literal segments first."""
    found: dict[str, list[tuple[re.Pattern[str], Operation]]] = {}
    for operation in sorted(catalog.operations().values(), key=lambda one: one.path.count("{")):
        if level in operation.api:
            pattern = re.compile(re.sub(r"\{[^}]*\}", "[^/]+", operation.path))
            found.setdefault(operation.method, []).append((pattern, operation))
    return found


def operation_at(level: str, method: str, path: str) -> Operation | None:
    """Return the operation of a level that a request means."""
    every = _patterns(level).get(method, ())
    return next((one for pattern, one in every if pattern.fullmatch(path)), None)


def methods_at(level: str, path: str) -> list[str]:
    """Return the methods that a level has at a path."""
    return [method for method in _patterns(level) if operation_at(level, method, path)]
