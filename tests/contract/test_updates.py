"""Every update sends back what it was not asked to change, whatever the server has learned.

What is expected is worked out here from the facts alone: left out is what a response schema of
some level declares and the request schema of none.
"""

import copy
import json
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from command_lines import (
    MISSING,
    at,
    body_schema,
    case_name,
    fact,
    field_of,
    options,
    path_of,
    place,
    put,
    required,
    some_id,
    typed,
    variants,
)
from fake_api import Asked, FakeApi
from generated import Maker, Surprises, Surprising
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qovery_cli import catalog
from qovery_cli.catalog.schema import at_level, items, properties, resolved
from qovery_cli.cli.flatten import only_item
from qovery_cli.cli.rows import CommandRow, ParameterRow

UPDATES = [case for case in variants("update") if case[0].variants[case[1]].fetch]
each_update = pytest.mark.parametrize("case", UPDATES, ids=case_name)
with_lists = pytest.mark.parametrize(
    ("case", "path"),
    [
        pytest.param(case, path, id=f"{case_name(case)} {path}")
        for case in UPDATES
        for path in case[0].list_keys
        if fact(body_schema(*case[:2]), path, case[2])
    ],
)
surprises = st.builds(
    Surprises,
    seed=st.integers(0, 99_999),
    unknown=st.booleans(),
    nulls=st.booleans(),
    values=st.booleans(),
    gaps=st.booleans(),
)
few = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
)
PLAIN = Surprises(1, unknown=True, nulls=False, values=False, gaps=False)
Schema = Any


def sent_back(value: Any, answered: list[Schema], wanted: Schema) -> Any:
    """Return what of an answer goes back: all but what only answers declare, at every depth."""
    if isinstance(value, list):
        inner = items(wanted)
        lists = [found for one in answered if (found := items(one)) is not None]
        return [sent_back(item, lists, inner) if inner else item for item in value]
    known, open_to = properties(wanted), resolved(wanted).get("additional")
    if not isinstance(value, dict) or not (known or open_to):
        return value
    declared = [properties(one) for one in answered]
    found = {}
    for name, inner in value.items():
        below = [one[name] for one in declared if name in one]
        if name in known or open_to is not None:
            found[name] = sent_back(inner, below, known.get(name, open_to))
        elif not below:
            found[name] = inner
    return found


def renamed(value: Any, old: str, new: str) -> None:
    """Move what is at a path to another one, in each item where the path says so."""
    if "[]." in old:
        where, _, inner = old.partition("[].")
        there = value.get(where)
        for item in there if isinstance(there, list) else ():
            renamed(item, inner, new.partition("[].")[2])
        return
    moved = at(value, old) if isinstance(value, dict) else MISSING
    if moved is not MISSING and at(value, new) is MISSING:
        put(value, new, moved)


@dataclass
class Held:
    """What the server holds for an update, and what should come back of it."""

    row: CommandRow
    position: int
    level: str
    answer: Any
    expected: dict[str, Any]

    @property
    def schema(self) -> Schema:
        """The schema of the body."""
        return body_schema(self.row, self.position)

    @property
    def derived(self) -> list[str]:
        """The fields that follow from others."""
        return [path for path in self.row.derive if "[]" not in path]

    def needed(self) -> dict[str, ParameterRow]:
        """Return what the request must have and no answer gives, with its option."""
        given = {field_of(self.row, self.position, p): p for p in self.options()}
        lacking = [path for path in given if self._demands(path) and self._lacks(path)]
        found = {path: given[path] for path in lacking if path not in self.derived}
        for owner, sign in self.row.again.items():
            hidden = [p for p in given if given[p].secret and f"{p}.".startswith(f"{owner}.")]
            if at(self.answer, sign) not in (MISSING, None, False, {}):
                found |= {path: given[path] for path in hidden[:1]}
        return found

    def _lacks(self, path: str) -> bool:
        there = at(self.expected, path)
        return there is MISSING or there is None

    def _demands(self, path: str) -> bool:
        owner, _, name = path.rpartition(".")
        inner = fact(self.schema, owner, self.level) if owner else self.schema
        there = at(self.expected, owner)
        return (
            isinstance(there, dict)
            and inner is not None
            and name in (inner["required"] if owner else required(self.schema, self.level))
        )

    def options(self) -> list[ParameterRow]:
        """Return the options of the body that the level has."""
        return [
            p
            for p in options(self.row, self.position)
            if fact(self.schema, field_of(self.row, self.position, p), self.level)
        ]

    def changeable(self) -> dict[str, ParameterRow]:
        """Return the plain fields that an option can change, by their path."""
        return {
            path: p
            for p in self.options()
            if self._is_plain(path := field_of(self.row, self.position, p)) and not p.resource
        }

    def _is_plain(self, path: str) -> bool:
        inner = fact(self.schema, path, self.level)
        assert inner is not None
        plain = inner["type"] in {"string", "integer", "number", "boolean"}
        owner = path.rpartition(".")[0]
        parent = resolved(self.schema) if not owner else fact(self.schema, owner, self.level)
        return (
            plain
            and "one_of" not in inner
            and "one_of" not in (parent or {})
            and isinstance(at(self.expected, owner), dict)
        )


def hold(api: FakeApi, case: Any, how: Surprises) -> Held:
    """Put something on the server and return it."""
    row, position, level = case
    api.at(level)
    variant = row.variants[position]
    put_, fetch = catalog.operation(variant.operation), catalog.operation(str(variant.fetch))
    answered = [fetch.response or {}, put_.response or {}]
    wanted = body_schema(row, position)
    maker = Surprising(level, how)
    missing = [name for name in put_.path_names if name not in fetch.path_names]
    if row.list_of_one:
        answered = [only_item(one) for one in answered]
    if missing:
        answered[0] = items(properties(answered[0])["results"])
        answer = {**maker.answer(answered[0], wanted), "id": some_id(missing[-1])}
        other = maker.answer(answered[0], wanted)
        api.answers[fetch.key] = {"results": [other, answer]}
    else:
        answer = maker.answer(answered[0], wanted)
        wraps = row.list_of_one and at_level(fetch.response, level)["type"] == "array"
        api.answers[fetch.key] = [answer] if wraps else answer
    source = copy.deepcopy(answer)
    for old, new in row.renames.items():
        renamed(source, old, new)
    return Held(row, position, level, answer, sent_back(source, answered, wanted))


def new_value(held: Held, path: str, seed: int) -> Any:
    """Return a value for a field other than the one that it has, MISSING if there is no other."""
    inner = fact(held.schema, path, held.level)
    maker = Maker(held.level, Random(seed))
    old = at(held.expected, path)
    several = (maker.scalar(inner) for _ in range(20))
    return next((one for one in several if one != old or type(one) is not type(old)), MISSING)


def the_put(api: FakeApi, held: Held) -> Any:
    """Return the body of the one request that changed something, which went to the right place."""
    (sent,) = api.changes
    variant = held.row.variants[held.position]
    assert (sent.method, sent.path) == ("PUT", path_of(held.row, held.position))
    assert sent.operation == variant.operation
    wraps = held.row.list_of_one and isinstance(sent.body, list)
    assert wraps == (
        at_level(catalog.operation(variant.operation).body, held.level)["type"] == "array"
    )
    return sent.body[0] if wraps else sent.body


def agree(body: Any, expected: Any, free: list[str]) -> None:
    """Assert that two bodies are the same, but for fields that follow from others."""
    body, expected = copy.deepcopy(body), copy.deepcopy(expected)
    for path in free:
        for one in (body, expected):
            owner, _, name = path.rpartition(".")
            there = at(one, owner)
            if isinstance(there, dict):
                there.pop(name, None)
    assert as_text(body) == as_text(expected)


def as_text(value: Any) -> str:
    """Return JSON in one spelling: true is not 1 in it, and 1.0 is not 1."""
    return json.dumps(value, indent=1, sort_keys=True)


@pytest.fixture
def api(monkeypatch):
    return FakeApi.instead_of_network(monkeypatch)


@pytest.fixture
def update(ran, api):
    """Run an update with some fields changed, and return the words and what they came to."""

    def update(held: Held, changes: dict[str, Any], *more: str):
        parameters = {field_of(held.row, held.position, p): p for p in held.options()}
        words = place(held.row, held.position)
        for path, value in changes.items():
            words += typed(parameters[path], value)
        return ran(held.row.command, *words, *more, env=api.environ)

    return update


def given_values(held: Held) -> dict[str, Any]:
    """Return values for what the request must have and no answer gives."""
    maker = Maker(held.level, Random(1))
    facts = {path: fact(held.schema, path, held.level) for path in held.needed()}
    return {path: maker.value(held_fact(one)) for path, one in facts.items()}


def held_fact(one: Any) -> Any:
    return {"type": "any"} if one is None else {key: one[key] for key in one if key != "required"}


@each_update
@few
@given(how=surprises, pick=st.integers(0, 999))
def test_what_is_not_named_is_sent_back_unchanged(case, how, pick, api, update):
    held = hold(api, case, how)
    fields = held.changeable()
    path = sorted(fields)[pick % len(fields)]
    new = new_value(held, path, pick)
    if new is MISSING:
        return
    changes = {**given_values(held), path: new}
    ended = update(held, changes)
    assert ended.code == 0, ended
    expected = copy.deepcopy(held.expected)
    for name, value in changes.items():
        put(expected, name, value)
    follow = [p for p in held.derived if at(held.expected, p) in (MISSING, None)]
    follow += [p for p, rule in held.row.derive.items() if str(rule).endswith(f":{path}")]
    agree(the_put(api, held), expected, follow)
