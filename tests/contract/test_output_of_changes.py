"""Output options decide before a change, never after it: every command that changes something."""

import json

import pytest
from command_lines import cases, place, some_id, sure, whole_line
from fake_api import FakeApi

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.catalog.schema import at_level

CHANGES = [case for case in cases() if case.row.changes]

#: Options that some or all results cannot follow, with variables of the environment.
OPTIONS = {
    "-o name": (["-o", "name"], {}),
    "-o id": (["-o", "id"], {}),
    "--columns": (["--columns", "nosuch"], {}),
    "--columns of JSON": (["-o", "json", "--columns", "nosuch"], {}),
    "--sort-by": (["--sort-by", "nosuch"], {}),
    "--filter": (["--filter", "nosuch=1"], {}),
    "-q that is no query": (["-q", "bad("], {}),
    "-q that fails": (["-q", "abs(@)"], {}),
    "-q without a name": (["-q", "{a: `1`}", "-o", "name"], {}),
    "QOVERY_OUTPUT": ([], {"QOVERY_OUTPUT": "name"}),
}
IMPOSSIBLE = {"--sort-by", "--filter", "-q that is no query"}


@pytest.fixture
def changing(ran, monkeypatch):
    """Run the command of a case so that it sends a change, with more words and variables."""

    def prepared(case):
        api = FakeApi.instead_of_network(monkeypatch, case.level)
        line = [case.row.command, *whole_line(case)]
        if case.row.kind == "update":
            line = [case.row.command, *place(case), *sure(case)]
        if case.row.command.endswith(" import"):
            line.append("-")
            imported = [{"name": "A", "value": "b", "scope": "APPLICATION"}]
            api.answers[case.variant.operation] = {"successful_imported_variables": imported}
        if case.row.command == "cluster kubeconfig update":
            line += ["--file", "-"]
        body = case.operation.body
        if body is not None and at_level(body, case.level) and case.takes_body:
            line += ["--no-validate", "--set", "of_this_test=1"]
        if case.variant.fetch:
            names = catalog.operation(case.variant.fetch).path_names
            wanted = [name for name in case.operation.path_names if name not in names]
            if wanted:
                api.answers[case.variant.fetch] = {"results": [{"id": some_id(wanted[-1])}]}
            line.append("--replace")
        for parameter in case.row.parameters:
            if parameter.same_as:
                named = RESOURCES[str(parameter.resource)]
                item = {
                    "id": some_id(named.parameter),
                    "name": some_id(case.operation.path_names[-1]),
                }
                api.answers[named.list_operation] = {"results": [item]}

        def run(*words, env=()):
            api.asked.clear()
            return ran(*line, *words, env={**api.environ, **dict(env)}, stdin="A=b\n")

        return api, run

    return prepared


@pytest.mark.parametrize("case", CHANGES, ids=repr)
def test_a_change_is_refused_before_it_or_shown_after_it(case, changing):
    api, run = changing(case)
    plain = run()
    sent = len(api.changes)
    assert (plain.code, bool(sent)) == (0, True), plain
    for name, (words, env) in OPTIONS.items():
        ended = run(*words, env=env)
        if ended.code == 2:
            assert api.changes == [], f"{name}: {ended}"
            assert '"usage"' in ended.err or "error: " in ended.err
        else:
            assert ended.code == plain.code, f"{name}: {ended}"
            assert len(api.changes) == sent, f"{name}: {ended}"
            assert ended.out, f"{name}: {ended}"
            assert name not in IMPOSSIBLE, f"{name}: {ended}"


@pytest.mark.parametrize("case", CHANGES, ids=repr)
def test_declared_fields_can_be_shown_though_the_answer_lacks_them(case, changing):
    api, run = changing(case)
    known = api.answers.get(case.variant.operation, {})
    api.answers[case.variant.operation] = {**known, "of_a_newer_server": 1}
    headers = [spec.partition("=")[0] for spec in (*case.row.columns, *case.row.wide)]
    columns = ["--columns", ",".join(headers)] if headers else []
    for form in ("json", "csv", "table"):
        ended = run("-o", form, *columns)
        assert ended.code == 0, ended
    for form in ("name", "id"):
        ended = run("-o", form)
        assert ended.code == 0 or (ended.code == 2 and api.changes == []), ended


@pytest.mark.parametrize("case", [case for case in CHANGES if not case.row.handler], ids=repr)
def test_fields_of_a_newer_server_can_be_queried(case, changing):
    api, run = changing(case)
    api.answers[case.variant.operation] = {"of_a_newer_server": 1}
    ended = run("-q", "of_a_newer_server")
    assert ended.code == 0, ended
    assert json.loads(ended.out) in {1, None}
