"""Bad input for every command: its exit code, the flag or field it is about, and nothing sent."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from command_lines import (
    Case,
    body_schema,
    cases,
    fact,
    needed,
    options,
    place,
    selector,
    some_id,
    sure,
    whole_line,
)
from fake_api import FakeApi
from fake_resources import be_there, item_of
from generated import Maker

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES, Resource, by_parameter
from qovery_cli.catalog.schema import at_level, only_item, properties
from qovery_cli.cli.command_table import ParameterSpec, belongs
from qovery_cli.codegen.table.body_fields import Flattening, body_fields

first = [case for case in cases() if case.level == case.variant.api[0]]
#: Each command once, and once for each value that selects an operation, at the first level.
CASES = list({(case.row.command, *selector(case.variant)): case for case in first}.values())
#: Those whose body is built by the engine, which reads files, --set and typed options.
BODIES = [case for case in CASES if case.takes_body and not case.row.handler]

BODIES = [case for case in BODIES if at_level(case.operation.body or {}, case.level) is not None]


@pytest.fixture
def api(monkeypatch):
    return FakeApi.instead_of_network(monkeypatch)


@pytest.fixture
def refused(api, ran):
    """Run a line that must be refused before anything is changed; return how it ended."""

    def refused(case: Case, *words: str, code: int = 2, says=(), environ=None):
        api.asked.clear()
        environ = {**api.environ, **(environ or {})}
        ended = ran(case.row.command, *words, stdin="A=b\n", env=environ)
        shown = f"{words} {ended}"
        assert ended.code == code, shown
        assert ended.out == "", shown
        assert ended.sentence.endswith((".", "?")), shown
        assert ended.hint or "detail" in shown, shown
        assert not [word for word in says if word not in ended.err], shown
        assert api.changes == [], shown
        return ended

    return refused


# Who asks


@pytest.mark.parametrize("case", CASES, ids=repr)
def test_no_token_and_a_refused_one(case, api, ran):
    be_there(api, case)
    line = [*whole_line(case), *the_rest(case)]
    environ = {k: v for k, v in api.environ.items() if k != "QOVERY_API_TOKEN"}
    ended = ran(case.row.command, *line, stdin="A=b\n", env=environ)
    assert ended.code == 3, ended
    assert "qovery auth login" in ended.err
    assert api.asked == []
    api.others = 401
    ended = ran(case.row.command, *line, stdin="A=b\n", env=api.environ)
    assert ended.code == 3, ended
    assert "qovery auth login" in ended.hint
    assert len(api.asked) == len([one for one in api.asked if one.operation])


def the_rest(case: Case) -> list[str]:
    """Return what a command needs beyond what the facts say of each field."""
    more = {"var import": ["-"], "cluster kubeconfig update": ["--file", "-"]}
    return more.get(case.row.command, [])


# Names


def named(case: Case) -> Iterator[tuple[ParameterSpec, Resource]]:
    """Yield what can be named in the path of an operation, with what it is looked up as."""
    for parameter in case.row.parameters:
        if parameter.where == "path" and belongs(parameter, case.position):
            resource = by_parameter(str(parameter.field), case.variant.operation)
            if resource is not None and not resource.singleton:
                yield parameter, resource


def naming(case: Case, parameter: ParameterSpec, name: str) -> list[str]:
    """Return the words of a line with a name for one resource, and ids for all above it."""
    line = [*whole_line(case), *the_rest(case)]
    line[line.index(str(parameter.flag)) + 1] = name
    resource = by_parameter(str(parameter.field), case.variant.operation)
    above = {resource.kind for resource in outer(resource)}
    known = [p for p in case.row.parameters if p.resource in above and p.where != "body"]
    # An option cuts off the variables below it: either all are options, or none.
    for option in known if {p.resource for p in known} == above else ():
        if option.flag not in line:
            line += [str(option.flag), some_id(str(option.resource))]
    return line


def outer(resource: Resource | None) -> list[Resource]:
    """Return what a resource lies in, the nearest first."""
    found: list[Resource] = []
    while resource is not None and resource.parent is not None:
        resource = RESOURCES[resource.parent]
        found.append(resource)
    return found


@pytest.mark.parametrize("case", CASES, ids=repr)
def test_a_name_that_nothing_has_and_one_that_two_have(case, api, refused):
    for parameter, resource in named(case):
        if case.level not in catalog.operation(resource.list_operation).api:
            continue
        api.at(case.level)
        twins = [item_of(resource, case.level, id=some_id(word)) for word in ("one", "other")]
        api.answers[resource.list_operation] = {"results": twins[:1]}
        environ = {str(each.variable): some_id(each.parameter) for each in outer(resource)}
        line = naming(case, parameter, "no-such-thing")
        ended = refused(case, *line, code=4, environ=environ)
        assert "no-such-thing" in ended.sentence
        first = twins[0][resource.items_field][0] if resource.items_field else twins[0]
        name = next((first.get(path) for path in resource.name_fields if path != "id"), None)
        if not isinstance(name, str) or resource.id_field in resource.name_fields:
            continue
        api.answers[resource.list_operation] = {"results": twins}
        both = some_id("one"), some_id("other")
        refused(case, *naming(case, parameter, name), says=both, environ=environ)


# Values


def mistyped(parameter: ParameterSpec, seen: dict[str, Any]) -> tuple[str, str] | None:
    """Return a text that is no value of an option, with what the error has to show beside it."""
    if parameter.is_flag or parameter.resource or parameter.secret:
        return None
    values = (seen.get("items") or seen).get("enum")
    if values and not parameter.format:
        near = str(values[-1])
        return f"{near}~", near if len(near) > 3 else ""
    if parameter.type in {"integer", "number"}:
        return "~", "such as" if parameter.format else "expected a"
    return ("{", "") if parameter.type == "object" and not parameter.format else None


@pytest.mark.parametrize("case", BODIES, ids=repr)
def test_a_value_of_the_wrong_type_is_refused_by_its_flag(case, api, refused):
    be_there(api, case)
    for path, parameter in options(case).items():
        seen = fact(body_schema(case), path, case.level)
        wrong = mistyped(parameter, dict(seen or {}))
        if wrong is not None:
            flag = str(parameter.flag)
            line = [*without_flag(whole_line(case), flag), *the_rest(case)]
            refused(case, *line, f"{flag}={wrong[0]}", says=(flag, wrong[1]))


def without_flag(line: list[str], flag: str) -> list[str]:
    """Return a line without an option and its values."""
    while flag in line:
        place = line.index(flag)
        line = [*line[:place], *line[place + 2 :]]
    return line


@pytest.mark.parametrize("case", BODIES, ids=repr)
def test_a_missing_field_is_named_with_its_flag(case, api, refused):
    be_there(api, case)
    fields = body_fields(body_schema(case), (case.level,), Flattening())
    demanded = {one.path for one in fields if one.required}
    demanded |= {path for path, p in options(case).items() if p.required_by_override}
    flags = {p.flag: path for path, p in options(case).items()}
    for flag in needed(case):
        words = needed(case)
        if words.pop(flag) == [flag] or flags.get(flag) not in demanded:
            continue
        rest = [word for each in words.values() for word in each]
        ended = refused(case, *place(case), *sure(case), *rest)
        assert flag in ended.err, ended


@pytest.mark.parametrize("case", BODIES, ids=repr)
def test_field_of_another_level_is_reported_and_not_sent(case, api, ran):
    be_there(api, case)
    known = options(case).values()
    line = [*whole_line(case), *the_rest(case)]
    for parameter in case.row.parameters:
        ours = parameter.where == "body" and not parameter.same_as and "." not in field(parameter)
        if not ours or not belongs(parameter, case.position) or parameter in known:
            continue
        flag = str(parameter.flag)
        plain = "{}" if parameter.type == "object" else "1"
        value = some_id("any") if parameter.resource else (parameter.enum or (plain,))[0]
        ended = ran(
            case.row.command,
            *[*line, flag if parameter.is_flag else f"{flag}={value}"],
            env=api.environ,
        )
        assert api.changes == [], ended
        told = f"({flag}) is available only in API", f"({flag}) is not a known field"
        assert ended.code == 2 or "Nothing changes" in ended.err
        assert ended.code == 0 or any(words in ended.err for words in told), ended


def field(parameter: ParameterSpec) -> str:
    return str(parameter.field)


# Files and --set


@pytest.mark.parametrize("case", BODIES, ids=repr)
def test_a_file_or_a_setting_that_is_none(case, api, refused, home):
    be_there(api, case)
    home.write("bad.yaml", "name: [unclosed")
    home.write("bad.json", '{"name": ')
    line = [*whole_line(case), *the_rest(case)]
    refused(case, *line, "-f", "nothing.yaml", says=("nothing.yaml",))
    refused(case, *line, "-f", "bad.yaml", says=("bad.yaml",))
    refused(case, *line, "-f", "bad.json", says=("bad.json",))
    refused(case, *line, "--set", "no operator", says=("--set",))


@pytest.mark.parametrize("case", BODIES, ids=repr)
def test_an_unknown_field_shows_the_nearest(case, api, refused, home):
    be_there(api, case)
    schema = body_schema(case)
    seen = at_level(only_item(schema), case.level) or {}
    if "one_of" in seen or seen.get("additional"):
        return
    offered = [name for name, one in properties(schema).items() if at_level(one, case.level)]
    near = max(offered, key=len)
    wrong = f"{near[:-1]}zz" if len(near) < 5 else f"{near[:2]}{near[3:]}"
    home.write("body.json", json.dumps({wrong: "x"}))
    line = [*whole_line(case), *the_rest(case)]
    shown = (wrong, near) if len(near) > 4 else (wrong,)
    refused(case, *line, "-f", "body.json", says=shown)
    escaped = wrong.replace(".", "\\.")
    refused(case, *line, "--set", f"{escaped}=x", says=shown)


# Changes


#: Commands that send several changes, and so account for each of them (``session.changes``).
SEVERAL = {"var set"}


@pytest.mark.parametrize("case", CASES, ids=repr)
def test_a_command_sends_one_change_or_accounts_for_each(case, api, ran):
    be_there(api, case)
    line = [*whole_line(case), *the_rest(case)]
    ended = ran(case.row.command, *line, stdin="A=b\n", env=api.environ)
    assert len(api.changes) <= 1 or case.row.command in SEVERAL, ended


# Prompts


@pytest.mark.parametrize("case", [one for one in CASES if sure(one)], ids=repr)
def test_question_that_cannot_be_answered_names_the_flag(case, api, refused):
    be_there(api, case)
    line = [*place(case), *(word for words in needed(case).values() for word in words)]
    resource = by_parameter(case.operation.path_names[-1], case.variant.operation)
    for parameter in case.row.parameters:
        if parameter.same_as and belongs(parameter, case.position):
            resource = RESOURCES[str(parameter.resource)]
    if resource is not None and case.level in catalog.operation(resource.list_operation).api:
        api.answers[resource.list_operation] = {"results": [item_of(resource, case.level)]}
    if not case.row.confirm:
        environment = catalog.operation("getEnvironment").response or {}
        production = {**Maker(case.level, Random(2)).value(environment), "mode": "PRODUCTION"}
        api.answers["getEnvironment"] = production
    ended = refused(case, *line)
    assert "--yes" in ended.hint or "--confirm" in ended.hint, ended
    refused(case, *line, "--confirm", "another", says=("another",))
