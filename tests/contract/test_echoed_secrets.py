"""A secret that the API sends back, in an answer or in an error, is shown only with --reveal."""

import json
from random import Random
from typing import Any

import httpx
import pytest
from command_lines import Case, cases, place, sure
from fake_api import FakeApi, plain_answer
from generated import Maker

from qovery_cli.catalog.schema import at_level
from qovery_cli.session.redaction import names_secret

CANARY = "canary-4711"
TOKEN = "token-0815"
URL = f"https://user-0816:{CANARY}@git.acme.test/a/b"
FORMATS = ("table", "wide", "json", "ndjson", "yaml", "csv", "tsv")


class Echo(FakeApi):
    """Sends back what it was sent: in its answers, or in the words of its errors."""

    refuses = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        answer = super().handle_request(request)
        if not self.asked[-1].changes or answer.is_error:
            return answer
        content = request.read().decode()
        if self.refuses:
            sent = f"{request.headers['authorization']} {content} {URL}"
            return httpx.Response(400, json={"message": f"Not valid: {sent[:2000]}"})
        return httpx.Response(answer.status_code, json=echoed(answer, json.loads(content or "{}")))


def echoed(answer: httpx.Response, body: Any) -> Any:
    """Return the data of an answer with what was sent on top of it."""
    data = answer.json() if answer.content else {}
    more = {"git_url": URL, "note": f"made with {CANARY}"}
    sent = body if isinstance(body, dict) else {"sent": body}
    if isinstance(data, list):
        return [{**sent, **more, **(item if isinstance(item, dict) else {})} for item in data]
    return {**data, **sent, **more}


def with_canaries(value: Any, name: str = "") -> Any:
    """Return a body with the canary in every field whose name is that of a secret."""
    if isinstance(value, dict):
        return {key: with_canaries(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [with_canaries(inner, name) for inner in value]
    return CANARY if isinstance(value, str) and names_secret(name) else value


def body_of(case: Case, seed: int) -> Any:
    schema = case.operation.body
    if schema is None or at_level(schema, case.level) is None:
        return None
    return with_canaries(Maker(case.level, Random(f"{case!r} {seed}")).value(schema))


#: Bodies with a secret, from a file; those of alternatives are random, so there are several.
CASES = [
    pytest.param(case, body, id=f"{case!r} {seed}")
    for case in cases("create", "update", "action", "custom")
    if any(p.name == "file" for p in case.row.parameters)
    for seed in range(3)
    for body in [body_of(case, seed)]
    if CANARY in json.dumps(body)
]


@pytest.mark.parametrize(("case", "body"), CASES)
def test_what_the_api_sends_back_is_masked_unless_it_is_to_be_revealed(
    case, body, ran, home, monkeypatch
):
    api = Echo.instead_of_network(monkeypatch, case.level)
    environ = {**api.environ, "QOVERY_API_TOKEN": TOKEN}
    home.write("body.json", json.dumps(body))
    words = [*place(case), *sure(case), "-f", "body.json", "--no-validate"]
    if case.row.command == "cluster update":
        # It starts from the list, where it finds itself by its id.
        listed = plain_answer(case.level, case.variant.fetch)
        item = {**listed["results"][0], "id": words[words.index("--cluster") + 1]}
        api.answers[case.variant.fetch] = {"results": [item]}
    before = dict(api.answers)
    for api.refuses in (False, True):
        for form in FORMATS:
            api.asked.clear()
            api.answers = dict(before)
            ended = ran(case.row.command, *words, "-o", form, "--debug", env=environ)
            assert api.changes, ended
            assert ended.code == (2 if api.refuses else 0), ended
            for secret in (CANARY, TOKEN, "user-0816"):
                assert secret not in ended.out + ended.err, ended
    # An update that finds it all there already shows what it has read.
    again = ran(case.row.command, *words, "-o", "json", env=environ)
    assert CANARY not in again.out + again.err, again
    api.refuses, api.answers = False, before
    shown = ran(case.row.command, *words, "-o", "json", "--reveal", env=environ)
    assert CANARY in shown.out, shown
    assert URL in shown.out, shown


def test_the_commands_with_secrets_were_tried():
    tried = {case.row.command for case, _ in (each.values for each in CASES)}
    assert tried >= {
        "cluster create",
        "cluster update",
        "org registry create",
        "org registry update",
        "org credentials create",
        "org webhook create",
    }
