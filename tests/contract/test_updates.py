"""Every update sends back what it was not asked to change, whatever the server has learned.

What is expected is worked out here from the facts alone: left out is what a response schema of
some level declares and the request schema of none.
"""

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from math import inf
from random import Random
from typing import Any

import pytest
from command_lines import (
    MISSING,
    Case,
    at,
    body_schema,
    cases,
    fact,
    options,
    path_of,
    place,
    put,
    required,
    some_id,
    typed,
    words_for,
)
from fake_api import FakeApi
from generated import Maker, Surprises, Surprising
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from qovery_cli import catalog
from qovery_cli.catalog.schema import at_level, items, only_item, properties, resolved
from qovery_cli.cli import update_resource
from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.config.file_lock import FileLock
from qovery_cli.session import secrets

UPDATES = [case for case in cases("update") if case.variant.fetch]
each_update = pytest.mark.parametrize("case", UPDATES, ids=repr)
KEYED = [
    pytest.param(case, path, id=f"{case!r}: {path}")
    for case in UPDATES
    for path in case.row.list_keys
    if fact(body_schema(case), path, case.level)
]
surprises = st.builds(
    Surprises,
    seed=st.integers(0, 99_999),
    unknown=st.booleans(),
    nulls=st.booleans(),
    values=st.booleans(),
    gaps=st.booleans(),
)
few = settings(
    max_examples=5,
    phases=[Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
PLAIN = Surprises(1, unknown=True, nulls=False, values=False, gaps=False)
#: Which kind of answer an operation gives, where its schema unites those of several.
ANSWERED = {
    "getAWSCredentials": "AwsRoleClusterCredentials",
    "getGcpCredentials": "GcpWorkloadIdentityFederationClusterCredentials",
    "getAzureCredentials": "AzureStaticClusterCredentials",
    "getScalewayCredentials": "ScalewayClusterCredentials",
}

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


def along(schema: Schema, path: str) -> Schema | None:
    """Return the schema at a dotted path, None where there is none."""
    for name in path.split("."):
        schema = properties(schema).get(name) if schema else None
    return schema


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

    case: Case
    answer: Any
    expected: dict[str, Any]

    @property
    def schema(self) -> Schema:
        """The schema of the body."""
        return body_schema(self.case)

    @property
    def derived(self) -> list[str]:
        """The fields that follow from others."""
        return [path for path in self.case.row.derive if "[]" not in path]

    def needed(self) -> list[str]:
        """Return the fields that the request must have and no answer gives."""
        given = options(self.case)
        every = dict.fromkeys([*required(self.schema, self.case.level), *given])
        found = [path for path in every if self._demands(path) and not self._has(path)]
        for owner, sign in self.case.row.resend.items():
            hidden = [p for p in given if given[p].secret and f"{p}.".startswith(f"{owner}.")]
            if at(self.answer, sign) not in (MISSING, None, False, {}):
                found += hidden[:1]
        return [path for path in found if path not in self.derived]

    def _has(self, path: str) -> bool:
        there = at(self.expected, path)
        return there is not MISSING and there is not None

    def _demands(self, path: str) -> bool:
        owner, _, name = path.rpartition(".")
        if not owner or path in properties(self.schema):
            return path in required(self.schema, self.case.level)
        inner = fact(self.schema, owner, self.case.level)
        there = at(self.expected, owner)
        return isinstance(there, dict) and inner is not None and name in inner.get("required", ())

    def changeable(self) -> dict[str, ParameterSpec]:
        """Return the plain fields that an option can change, by their path."""
        return {
            path: p
            for path, p in options(self.case).items()
            if not p.resource and not p.hidden and self._plain(path)
        }

    def _plain(self, path: str) -> bool:
        """Tell whether a field is a text, number or boolean of what is certainly there."""
        inner = fact(self.schema, path, self.case.level)
        assert inner is not None
        owner = path.rpartition(".")[0] if path not in properties(self.schema) else ""
        level = self.case.level
        around = fact(self.schema, owner, level) if owner else at_level(self.schema, level)
        if inner["type"] in {"object", "array", "any"} or "one_of" in inner:
            return False
        variants, tag = (around or {}).get("one_of", ()), (around or {}).get("discriminator", {})
        shared = all(path in properties(one) for one in variants) and path != tag.get("property")
        return shared and isinstance(at(self.expected, owner), dict)


def hold(api: FakeApi, case: Case, how: Surprises) -> Held:
    """Put something on the server and return it."""
    api.at(case.level)
    fetch = catalog.operation(str(case.variant.fetch))
    answered = [fetch.response or {}, case.operation.response or {}]
    wanted = body_schema(case)
    maker = Surprising(case.level, how)
    missing = [name for name in case.operation.path_names if name not in fetch.path_names]
    if case.row.list_of_one:
        answered = [only_item(one) for one in answered]
    if fetch.key in ANSWERED and case.level == "1.0.4":
        answered[0] = {"ref": ANSWERED[fetch.key]}
    if missing and "results" not in properties(answered[0]):
        answer = {**maker.answer(answered[0], wanted), "id": some_id(missing[-1])}
        api.answers[fetch.key] = answer
    elif missing:
        answered[0] = items(properties(answered[0])["results"])
        answer = {**maker.answer(answered[0], wanted), "id": some_id(missing[-1])}
        api.answers[fetch.key] = {"results": [maker.answer(answered[0], wanted), answer]}
    else:
        answer = maker.answer(answered[0], wanted)
        wraps = case.row.list_of_one and _is_list(fetch.response, case.level)
        api.answers[fetch.key] = [answer] if wraps else answer
    source = copy.deepcopy(answer)
    for old, new in case.row.renames.items():
        renamed(source, old, new)
        value = at(source, new)
        if value is not MISSING and "[]" not in new:
            below = [found for one in answered if (found := along(one, old)) is not None]
            put(source, new, sent_back(value, below, along(wanted, new)))
    return Held(case, answer, sent_back(source, answered, wanted))


def _is_list(schema: Schema, level: str) -> bool:
    seen = at_level(schema, level)
    return seen is not None and seen["type"] == "array"


def new_value(held: Held, path: str, seed: int) -> Any:
    """Return a value for a field other than the one that it has, MISSING if there is no other."""
    seen = fact(held.schema, path, held.case.level)
    assert seen is not None
    maker = Maker(held.case.level, Random(f"new {seed}"))
    old = at(held.expected, path)
    several = (maker.seen(seen, path.rpartition(".")[2]) for _ in range(20))
    return next((one for one in several if one != old or type(one) is not type(old)), MISSING)


def the_put(api: FakeApi, case: Case) -> Any:
    """Return the body of the one request that changed something, which went to the right place."""
    (sent,) = api.changes
    assert (sent.method, sent.path) == (case.variant.method, path_of(case))
    wraps = _is_list(case.operation.body, case.level)
    assert isinstance(sent.body, list) == wraps
    return sent.body[0] if wraps else sent.body


def unlike(body: Any, expected: Any, free: list[str], path: str = "") -> Iterator[str]:
    """Yield where two bodies differ, but for fields that follow from others."""
    if path in free:
        return
    if isinstance(body, dict) and isinstance(expected, dict):
        for name in {**expected, **body}:
            inner = f"{path}.{name}" if path else name
            pair = body.get(name, MISSING), expected.get(name, MISSING)
            yield from unlike(*pair, free, inner)
    elif isinstance(body, list) and isinstance(expected, list) and len(body) == len(expected):
        for place, pair in enumerate(zip(body, expected, strict=True)):
            yield from unlike(*pair, free, f"{path}[{place}]")
    elif type(body) is not type(expected) or body != expected:
        yield f"{path}: {body!r} instead of {expected!r}"


def given_values(held: Held) -> dict[str, Any]:
    """Return values for what the request must have and no answer gives."""
    maker = Maker(held.case.level, Random(1))
    facts = {path: fact(held.schema, path, held.case.level) for path in held.needed()}
    return {
        path: maker.seen(one, path.rpartition(".")[2])
        for path, one in facts.items()
        if one is not None
    }


@pytest.fixture
def api(monkeypatch):
    # A busy machine must not make an update read again.
    monkeypatch.setattr(update_resource, "FRESH_FOR", inf)
    return FakeApi.instead_of_network(monkeypatch)


@pytest.fixture
def update(ran, api):
    """Run an update with some fields changed."""

    def update(case: Case, changes: dict[str, Any], *more: str):
        parameters, words = options(case), place(case)
        for path, value in changes.items():
            if path in parameters:
                words += typed(parameters[path], value)
            else:
                words += ["--set", f"{path}:={json.dumps(value)}"]
        return ran(case.row.command, *words, *more, env=api.environ)

    return update


@each_update
@few
@given(how=surprises, pick=st.integers(0, 999))
def test_what_is_not_named_is_sent_back_unchanged(case, how, pick, api, update):
    held = hold(api, case, how)
    fields = sorted(held.changeable())
    expected = copy.deepcopy(held.expected)
    path = fields[pick % len(fields)] if fields else next(iter(case.row.list_keys))
    new = new_value(held, path, pick)
    if new is MISSING:
        return
    changes = {**given_values(held), path: new}
    ended = update(case, changes)
    assert ended.code == 0, ended
    for name, value in changes.items():
        added = isinstance(value, list) and name in case.row.list_keys
        value = [*(expected.get(name) or ()), *value] if added else value
        put(expected, name, value, properties(held.schema))
    follow = [p for p in held.derived if at(held.expected, p) in (MISSING, None)]
    follow += [p for p, rule in case.row.derive.items() if str(rule).endswith(f":{path}")]
    assert list(unlike(the_put(api, case), expected, follow)) == []


@each_update
@settings(few, max_examples=3)
@given(how=surprises, pick=st.integers(0, 999))
def test_a_value_that_is_there_already_sends_nothing(case, how, pick, api, update):
    held = hold(api, case, how)
    known = [path for path in sorted(held.changeable()) if has_known_value(held, path)]
    if held.needed() or not known:
        return
    path = known[pick % len(known)]
    ended = update(case, {path: at(held.expected, path)}, "-o", "json")
    assert ended.code == 0, ended
    assert api.changes == []
    assert "Nothing changes" in ended.err


def has_known_value(held: Held, path: str) -> bool:
    """Tell whether a field has a value that can be typed: not null, and on offer."""
    value, seen = at(held.expected, path), fact(held.schema, path, held.case.level)
    return value not in (MISSING, None) and value in (seen or {}).get("enum", [value])


@each_update
def test_a_file_of_what_is_there_sends_nothing(case, api, update, home):
    held = hold(api, case, replace(PLAIN, values=True))
    home.write("body.json", json.dumps(held.expected))
    ended = update(case, {}, "-f", "body.json")
    # What a body needs and the API keeps to itself may have to be given again.
    assert ended.code == 0 or (ended.code == 2 and held.needed()), ended
    assert api.changes == []


@each_update
def test_replace_sends_just_what_is_given(case, api, ran):
    held = hold(api, case, PLAIN)
    body = Maker(case.level, Random(7), whole=False).value(body_schema(case))
    for path, seen in ((one, fact(held.schema, one, case.level)) for one in held.changeable()):
        if not body and seen is not None:
            body = {path: Maker(case.level, Random(7)).seen(seen)}
    for owner, flags in case.row.exclusive.items():
        if all(at(body, f"{owner}.{name}") is MISSING for name in flags):
            inner = fact(held.schema, f"{owner}.{next(iter(flags))}", case.level)
            put(
                body, f"{owner}.{next(iter(flags))}", Maker(case.level, Random(7)).seen(inner or {})
            )
    ended = ran(
        case.row.command, *place(case), *words_for(case, body), "--replace", env=api.environ
    )
    assert ended.code == 0, ended
    assert list(unlike(the_put(api, case), body, held.derived)) == []


@pytest.mark.parametrize(
    ("case", "path"),
    [
        pytest.param(case, name, id=f"{case!r}: {name}")
        for case in UPDATES
        for name in properties(body_schema(case))
        for known in [fact(body_schema(case), name, case.level) or {}]
        if known.get("type") == "array" and not known.get("minItems")
    ],
)
def test_set_to_an_empty_list_clears(case, path, api, update):
    held = hold(api, case, PLAIN)
    back = {new: old for old, new in case.row.renames.items()}
    seen = fact(held.schema, path, case.level)
    held.answer[back.get(path, path)] = Maker(case.level, Random(2)).seen(seen or {})
    ended = update(case, given_values(held), "--set", f"{path}:=[]")
    assert ended.code == 0, ended
    assert the_put(api, case)[path] == []


class Keyed:
    """Three items of a list whose items are told apart by a key, with fields nobody knows."""

    def __init__(self, api: FakeApi, case: Case, path: str) -> None:
        self.held = hold(api, case, PLAIN)
        self.key = case.row.list_keys[path]
        seen = fact(self.held.schema, path, case.level)
        assert seen is not None
        self.item = at_level(seen["items"], case.level) or {}
        self.keys = [self._key(number) for number in range(3)]
        maker = Maker(case.level, Random(3))
        there = [
            {"id": maker.uuid(), **maker.value(seen["items"]), self.key: key, "unheard": [number]}
            for number, key in enumerate(self.keys)
        ]
        back = {new: old for old, new in case.row.renames.items()}
        put(self.held.answer, back.get(path, path), there)
        fetch = catalog.operation(str(case.variant.fetch))
        answers = [fetch.response or {}, case.operation.response or {}]
        below = [one for answer in answers if (one := along(answer, path)) is not None]
        self.items = sent_back(there, below, seen)
        put(self.held.expected, path, copy.deepcopy(self.items))

    def _key(self, number: int) -> Any:
        kind = self.item["properties"][self.key]
        whole = (at_level(kind, self.held.case.level) or {})["type"] == "integer"
        return 8080 + number if whole else some_id(f"item {number}")

    def other(self) -> tuple[str, Any] | None:
        """Return a field of the item that is not its key with a new value, None for none."""
        for name, each in self.item["properties"].items():
            seen = at_level(each, self.held.case.level) or {}
            if name not in {self.key, "id"} and seen["type"] in {"string", "integer", "boolean"}:
                values = (Maker("1.0.4", Random(n)).seen(seen, name) for n in range(20))
                return name, next((v for v in values if v != self.items[1].get(name)), None)
        return None


@pytest.mark.parametrize(("case", "path"), KEYED)
def test_an_item_is_changed_by_its_key_and_the_others_stay(case, path, api, update, home):
    keyed = Keyed(api, case, path)
    changed = keyed.other()
    given = given_values(keyed.held)
    item = {keyed.key: keyed.keys[1], **(dict([changed]) if changed else {})}
    body: dict[str, Any] = {}
    put(body, path, [item])
    home.write("body.json", json.dumps(body))
    ended = update(case, given, "-f", "body.json")
    assert ended.code == 0, ended
    if changed is None and not given:
        # An item that is nothing but its key is there already.
        assert api.changes == []
        return
    keyed.items[1] |= item
    assert at(the_put(api, case), path) == keyed.items


@pytest.mark.parametrize(("case", "path"), KEYED)
def test_an_item_is_removed_by_its_key_and_the_others_stay(case, path, api, update):
    keyed = Keyed(api, case, path)
    (flag,) = [p.flag for p in case.row.parameters if p.where == "cli" and p.field == path]
    ended = update(case, given_values(keyed.held), str(flag), str(keyed.keys[1]))
    assert ended.code == 0, ended
    del keyed.items[1]
    assert at(the_put(api, case), path) == keyed.items


@pytest.mark.parametrize(
    ("kind", "said", "sent_as", "gone"),
    [
        ("AwsStaticClusterCredentials", {"secret_access_key": "k"}, "AWS_STATIC", ()),
        ("AwsRoleClusterCredentials", {}, "AWS_ROLE", ()),
        ("AwsStaticClusterCredentials", {"role_arn": "arn"}, "AWS_ROLE", ("access_key_id",)),
    ],
)
def test_credentials_are_of_the_kind_of_what_is_known_of_them(
    kind, said, sent_as, gone, api, update, monkeypatch
):
    case = next(one for one in UPDATES if repr(one).endswith("--cloud aws at 1.0.4"))
    monkeypatch.setitem(ANSWERED, str(case.variant.fetch), kind)
    held = hold(api, case, replace(PLAIN, unknown=False))
    ended = update(case, {"name": "renamed", **said})
    assert ended.code == 0, ended
    kept = {name: value for name, value in held.expected.items() if name not in gone}
    assert the_put(api, case) == {**kept, **said, "name": "renamed", "type": sent_as}


@pytest.fixture
def slow(api, monkeypatch):
    """Treat what was read as old at once, so that an update reads again before it sends."""
    monkeypatch.setattr(update_resource, "FRESH_FOR", -1.0)


@dataclass
class Clash:
    """An update of one field, and somebody else who changes the resource meanwhile."""

    held: Held
    api: FakeApi
    path: str
    new: Any

    @classmethod
    def of(cls, api: FakeApi, case: Case) -> "Clash":
        """Return an update of the first field that an option can change, or of a list."""
        held = hold(api, case, replace(PLAIN, values=True))
        values = ((path, new_value(held, path, 1)) for path in sorted(held.changeable()))
        path, new = next(
            (pair for pair in values if pair[1] is not MISSING),
            (next(iter(case.row.list_keys), ""), MISSING),
        )
        if new is MISSING:
            seen = fact(held.schema, path, case.level)
            new = Maker(case.level, Random(5)).seen(seen or {})[:1]
        return cls(held, api, path, new)

    @property
    def changes(self) -> dict[str, Any]:
        """The changes that the command line asks for."""
        return {**given_values(self.held), self.path: self.new}

    def third_value(self) -> Any:
        """Return a value of the field that is neither the old nor the new one."""
        if isinstance(self.new, list):
            key = self.held.case.row.list_keys[self.path]
            (item,) = self.new
            other = {name: "other" for name in item if name != key}
            return [*self.held.expected.get(self.path, ()), {**item, **other}]
        several = (new_value(self.held, self.path, seed) for seed in range(2, 60))
        return next((one for one in several if one not in (self.new, MISSING)), MISSING)

    def put(self, path: str, value: Any) -> None:
        """Change a field of the resource as somebody else does."""
        back = {new: old for old, new in self.held.case.row.renames.items()}
        answer = copy.deepcopy(self.api.answers[self.fetch])
        for one in self.resource(answer):
            put(one, back.get(path, path), value, properties(self.held.schema))
        self.api.answers[self.fetch] = answer

    def resource(self, answer: Any) -> list[Any]:
        listed = answer if isinstance(answer, list) else answer.get("results", [answer])
        known = self.held.answer.get("id")
        whole = "results" in properties(catalog.operation(self.fetch).response)
        named = set(self.held.case.operation.path_names) - set(
            catalog.operation(self.fetch).path_names
        )
        if not (named and whole):
            return [answer] if isinstance(answer, dict) else listed
        return [one for one in listed if one["id"] == known]

    @property
    def fetch(self) -> str:
        return str(self.held.case.variant.fetch)

    def when(self, operation: str, count: int, do: Any) -> None:
        """Call something before an operation is answered for the n-th time."""

        def look(asked: Any) -> None:
            if asked.operation == operation and len(self.of_operation(operation)) == count:
                do()

        self.api.before.append(look)

    def of_operation(self, operation: str) -> list[Any]:
        """Return the requests of an operation so far."""
        return [one for one in self.api.asked if one.operation == operation]


@each_update
def test_foreign_change_of_another_field_is_kept_and_reported(case, api, update, slow):
    clash = Clash.of(api, case)
    clash.when(clash.fetch, 2, lambda: clash.put("unheard_of", "theirs"))
    ended = update(case, clash.changes)
    assert ended.code == 0, ended
    body = the_put(api, case)
    assert body["unheard_of"] == "theirs"
    there = at(body, clash.path)
    assert there == clash.new or there[-1:] == clash.new
    assert "Someone else has changed" in ended.err
    assert "unheard_of" in ended.err


@each_update
def test_a_foreign_change_of_the_same_field_ends_with_6_and_sends_nothing(case, api, update, slow):
    clash = Clash.of(api, case)
    value = clash.third_value()
    if value is MISSING:
        return
    clash.when(clash.fetch, 2, lambda: clash.put(clash.path, value))
    ended = update(case, clash.changes)
    assert ended.code == 6, ended
    assert api.changes == []
    assert clash.path in ended.sentence


@each_update
def test_a_change_that_is_not_there_afterwards_ends_with_6(case, api, update):
    clash = Clash.of(api, case)
    old = clash.held.expected.get(clash.path, [])
    value = old if isinstance(clash.new, list) else clash.third_value()
    if value is MISSING or clash.path in clash.held.needed():
        return
    clash.when(clash.fetch, 2, lambda: clash.put(clash.path, value))
    ended = update(case, clash.changes)
    assert len(clash.of_operation(clash.fetch)) == 3
    assert ended.code == 6, ended
    assert clash.path in ended.sentence


@each_update
def test_an_odd_answer_to_the_check_never_fails_what_was_done(case, api, update):
    for odd in (None, "x", 3, [None], {"results": [None, 3, {}]}, {"results": 1}):
        clash = Clash.of(api.at(case.level), case)
        clash.when(clash.fetch, 2, partial(api.answers.update, {clash.fetch: odd}))
        ended = update(case, clash.changes)
        assert ended.code in {0, 6}, ended


@each_update
def test_an_odd_answer_to_the_update_never_fails_what_was_done(case, api, update):
    for odd in (None, "x", 3, [None], {"results": [None, 3, {}]}):
        clash = Clash.of(api.at(case.level), case)
        api.answers[case.operation.key] = odd
        ended = update(case, clash.changes)
        assert ended.code == 0, ended
        assert len(clash.of_operation(clash.fetch)) == 2


@each_update
@pytest.mark.parametrize("status", [403, 404, 500])
def test_an_update_that_cannot_be_checked_is_done(case, status, api, update):
    clash = Clash.of(api, case)
    clash.when(clash.fetch, 2, lambda: api.statuses.update({clash.fetch: status}))
    ended = update(case, clash.changes)
    assert ended.code == 0, ended
    assert "could not be verified" in ended.err


@each_update
def test_others_go_first_while_a_secret_is_requested_and_their_change_is_kept(
    case, api, ran, monkeypatch
):
    held = hold(api, case, replace(PLAIN, values=True))
    parameters = options(case)
    secret = {path for path, each in parameters.items() if each.secret}
    asked = [] if case.row.resend else [path for path in held.needed() if path in secret]
    if not asked:
        return
    clash = Clash(held, api, asked[0], "typed")
    given = {path: value for path, value in given_values(held).items() if path not in asked}
    words = [word for path, value in given.items() for word in typed(parameters[path], value)]
    environ = api.environ

    def hidden(*_args, **_named):
        (lock,) = (ran.home.path / "cache" / "locks").iterdir()
        other = FileLock(str(lock))
        assert other.acquire(), "the lock is not given back"
        other.release()
        clash.put("unheard_of", "theirs")
        return "typed"

    monkeypatch.setattr(secrets, "hidden", hidden)
    ended = ran(case.row.command, *place(case), *words, typed="", env=environ)
    assert ended.code == 0, ended
    assert the_put(api, case)["unheard_of"] == "theirs"


@pytest.mark.parametrize(("name", "code"), [("owner", 0), ("branch", 6)])
def test_what_follows_from_other_fields_is_for_the_server_to_say(name, code, api, update):
    case = next(one for one in UPDATES if repr(one) == "app update at 1.0.4")
    clash = Clash.of(api, case)
    changes = {"git_repository.url": "https://github.com/acme/new", "git_repository.branch": "dev"}
    clash.when(clash.fetch, 2, lambda: clash.put(f"git_repository.{name}", "theirs"))
    ended = update(case, changes)
    assert ended.code == code, ended
