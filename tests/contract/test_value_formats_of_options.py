"""Options in a form for people: what is documented is accepted, and says what the API's form says.

Secrets stand here too: every field that is one can be given without anybody reading it.
"""

import pytest
from command_lines import at, body_schema, cases, line_for, options, place, some_id
from fake_api import FakeApi

from qovery_cli import catalog
from qovery_cli.body import schemas
from qovery_cli.body.coerce import coerce_all
from qovery_cli.body.target import Target
from qovery_cli.body.units import UNITS, unit_hint
from qovery_cli.body.value_formats import parse_value
from qovery_cli.catalog.schema import limits_at, only_item
from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import belongs
from qovery_cli.cli.help import command_page
from qovery_cli.session.redaction import names_secret

WRITTEN = [
    pytest.param(row, parameter, id=f"{row.command} {parameter.flag}")
    for row in command_table.commands()
    for parameter in row.parameters
    if parameter.format
]
TYPED = [
    pytest.param(row, parameter, id=f"{row.command} {parameter.field}")
    for row in command_table.commands()
    for parameter in row.parameters
    if parameter.where in {"body", "query"} and parameter.type in {"string", "integer"}
]

#: Fields whose text the API would take for something else, by the end of their path.
STRICT = {
    "domain": (
        {"*.Acme.test": "*.acme.test", "münchen.example": "xn--mnchen-3ya.example"},
        {"https://acme.test/": "acme.test", "acme.test:443": "acme.test", "a.test/x": "a.test"},
    ),
    "git_repository.url": (
        {
            "git@github.com:acme/shop.git": "https://github.com/acme/shop.git",
            "https://github.com/acme/shop?tab=readme#readme": "https://github.com/acme/shop",
        },
        {
            "https://github.com/acme/shop/tree/feat/x": "--branch feat/x",
            "https://git.acme.test/a/b/shop": "https://git.acme.test/a/b/shop.git",
            "https://ada:pw@github.com/acme/shop": "--git-token",
        },
    ),
}
STRICT_CASES = [
    pytest.param(case, path, id=f"{case!r} {path}")
    for case in cases()
    if case.takes_body and not case.row.handler
    for path in options(case)
    for end in STRICT
    if f".{path}".endswith(f".{end}")
]
#: Numbers below which one without a unit cannot be meant, where the documents have no bound.
LEAST = {"millicores": 10, "MB": 16, "MiB": 16}
#: A body of 1 MB is what nginx takes unless told otherwise.
OWN_LEAST = {"network.ingress.proxy_body_size_mb": 1}


def bounded():
    """Yield every option with a unit and a bound, and the bound at each level."""
    for case in cases():
        for parameter in case.row.parameters:
            path, unit = str(parameter.field), parameter.unit
            if parameter.where != "body" or not unit or not belongs(parameter, case.position):
                continue
            if case.level not in (parameter.api or case.variant.api):
                continue
            found = schemas.field_at(body_schema(case), path, case.level)
            documented = limits_at(schemas.resolved(found, case.level), case.level).get("minimum")
            least = OWN_LEAST.get(path, LEAST.get(unit)) if documented is None else documented
            if least is not None:
                yield pytest.param(case, parameter, least, id=f"{case!r} {parameter.flag}")


BOUNDED = [*bounded()]
each_bounded = pytest.mark.parametrize(("case", "parameter", "least"), BOUNDED)

STAGING = "--project storefront --env staging"
APP = f"app update api {STAGING}"
RULE = "project rule create new --project storefront --cluster scw-staging --mode STAGING"
RULE += " --pattern 'x*'"
SAME = [
    (f"{APP} --cpu 0.75", f"{APP} --cpu 750"),
    (f"{APP} --cpu 750m", f"{APP} --cpu 750"),
    (f"{APP} --memory 1GB", f"{APP} --memory 1024"),
    (f"{APP} --port 9000", f"{APP} --port internal_port=9000"),
    (
        f"{APP} --port 9000:444/http,public,name=admin",
        f"{APP} --port internal_port=9000,external_port=444,protocol=HTTP,"
        "publicly_accessible=true,name=admin",
    ),
    (f"{APP} --port 8080,private", f"{APP} --port internal_port=8080,publicly_accessible=no"),
    (
        f"{APP} --storage 10GB:/data",
        f"{APP} --storage mount_point=/data,size=10,type=FAST_SSD",
    ),
    (
        f"app settings update api {STAGING} --build-timeout-max-sec 1h30m",
        f"app settings update api {STAGING} --set build.timeout_max_sec=5400",
    ),
    (
        f"{RULE} --start-time '08:00 Europe/Paris' --stop-time 19:30 --weekday mon-tue",
        f"{RULE} --start-time 1970-01-01T08:00:00Z --stop-time 1970-01-01T19:30:00Z "
        "--timezone Europe/Paris --weekday MONDAY --weekday TUESDAY",
    ),
    (
        "org billing card create --number - --cvv env:CVV --expires 06/29",
        "org billing card create --number - --cvv env:CVV --expiry-month 6 --expiry-year 2029",
    ),
]
WRONG = [
    (f"{APP} --cpu much", "--cpu", "500m or 0.5"),
    (f"{APP} --memory 1KB", "--memory", "512MB or 1GB"),
    (f"{APP} --port web", "--port", "8080 or 8080:443/http,public"),
    (f"{APP} --storage /data", "--storage", "10GB:/data or "),
    (f"{RULE} --start-time noon", "--start-time", "08:00 or '08:00 Europe/Paris'"),
    (f"{RULE} --weekday someday", "--weekday", "mon-fri or mon,wed"),
    ("org billing card create --number - --cvv env:CVV --expires 13/29", "--expires", "06/29 or"),
    (f"app metric cpu api {STAGING} --last-seconds x", "--last-seconds", "90s or 1h30m"),
]


@pytest.mark.parametrize(("row", "parameter"), WRITTEN)
def test_the_examples_of_an_option_are_values_of_its_field(row, parameter, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in parameter.value_examples if parameter.format == "local-file" else ():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("replicas: 2\n")
    for position, variant in enumerate(row.variants):
        if not command_table.belongs(parameter, position):
            continue
        operation = catalog.operation(variant.operation)
        target = Target(parameter.spelling, operation.api[-1])
        for example in parameter.value_examples:
            value, _ = parse_value(parameter.format, [example.strip("'")], target)
            found = coerce_all(value, field(row, operation, parameter), target)
            assert found not in ([], {})


def strict(path):
    """Return what is translated and what is refused, each with what comes of it."""
    return next(words for end, words in STRICT.items() if f".{path}".endswith(f".{end}"))


@pytest.fixture
def api(monkeypatch):
    return FakeApi.instead_of_network(monkeypatch)


def sent_body(case, api, ran, *words):
    """Run a line that sends something; return the body."""
    api.at(case.level)
    if case.variant.fetch and case.operation.path_names[-1] != "applicationId":
        inner = case.operation.path_names[-1]
        if inner not in catalog.operation(case.variant.fetch).path_names:
            api.answers[case.variant.fetch] = {"results": [{"id": some_id(inner)}]}
    ended = ran(case.row.command, *words, env=api.environ)
    (request,) = api.changes or [None]
    return ended, request.body if request else None


@pytest.mark.parametrize(("case", "path"), STRICT_CASES)
def test_a_text_that_means_something_else_is_translated_or_refused(case, path, api, ran):
    flag = str(options(case)[path].flag)
    line = without(line_for(case, path), flag)
    takes, refuses = strict(path)
    for text, form in takes.items():
        ended, body = sent_body(case, api, ran, *line, flag, text)
        assert ended.code == 0, ended
        assert at(body, path) == form
        # What a file or --set says is sent as it is: it has to be in the form of the API.
        ended, body = sent_body(case, api, ran, *line, "--set", f"{path}={text}")
        assert (ended.code, body) == (2, None), ended
        assert ended.hint == f"Use {form}."
        ended, body = sent_body(case, api, ran, *line, "--set", f"{path}={form}")
        assert at(body, path) == form, ended
    for text, hint in refuses.items():
        for words in ([flag, text], ["--set", f"{path}={text}"]):
            ended, body = sent_body(case, api, ran, *line, *words)
            assert (ended.code, body) == (2, None), ended
            assert flag in ended.sentence
            assert hint in ended.hint
            assert "pw" not in ended.err
        ended, body = sent_body(case, api, ran, *line, flag, text, "--no-validate")
        assert at(body, path) == text, ended


def without(line, flag):
    """Return a line without an option and its value."""
    place = line.index(flag) if flag in line else len(line)
    return [*line[:place], *line[place + 2 :]]


def field(row, operation, parameter):
    """Return the schema of what a parameter gives, as a list of values where it is one value."""
    facts = {one.name: one.schema for one in operation.parameters if one.where == "query"}
    schema = facts.get(parameter.field)
    if parameter.where == "body":
        schema = only_item(operation.body) if row.list_of_one else operation.body
        whole = schemas.field(schema, parameter.field)
        for name in () if whole else parameter.field.split("."):
            schema = schemas.field(schema, name)
        schema = whole or schema
    return schema if parameter.repeatable else {"type": "array", "items": schema}


@pytest.mark.parametrize(("row", "parameter"), WRITTEN)
def test_help_shows_two_examples_of_an_option(row, parameter):
    if parameter.hidden or parameter.same_as:
        return
    page = " ".join(command_page(row, 100).split())
    assert len(parameter.value_examples) == 2
    assert f"such as {' or '.join(parameter.value_examples)}" in page


@pytest.mark.parametrize(("row", "parameter"), TYPED)
def test_an_option_whose_name_has_a_unit_takes_that_unit(row, parameter):
    endings = ("_sec", "_seconds", "Seconds", "_mb", "_mib", "_gib", "_kb", "_in_milli", "_cpu_m")
    if parameter.type == "integer" and str(parameter.field).endswith(endings):
        assert parameter.format in UNITS


@pytest.mark.parametrize(("row", "parameter"), TYPED)
def test_a_field_that_sounds_secret_can_be_given_unseen(row, parameter):
    name = str(parameter.field).rpartition(".")[2]
    if parameter.where == "body" and parameter.type == "string" and names_secret(name):
        assert parameter.secret or parameter.enum or name == "scaleway_access_key"


@pytest.mark.parametrize(("short", "exact"), SAME)
def test_the_form_for_people_sends_what_the_form_of_the_api_sends(short, exact, ran, sandbox):
    def sent(line):
        env = {**sandbox.environ, "CVV": "123"}
        ended = ran(f"{line} --dry-run -o json", stdin="4242\n", env=env)
        assert ended.code == 0, ended
        (request,) = ended.json
        return request["body"]

    assert sent(short) == sent(exact)


@pytest.mark.parametrize(("line", "flag", "examples"), WRONG)
def test_a_wrong_text_is_refused_by_its_flag_with_examples(line, flag, examples, ran, sandbox):
    ended = ran(line, stdin="4242\n", env={**sandbox.environ, "CVV": "123"})
    assert ended.code == 2, ended
    assert f"Invalid {flag} '" in ended.err
    assert f"such as {examples}" in ended.err
    assert sandbox.changes == []


def test_two_options_that_disagree_about_a_field_are_refused(ran, sandbox):
    line = f"{RULE} --start-time '08:00 UTC' --timezone Europe/Paris --weekday all"
    ended = ran(line, env=sandbox.environ)
    assert ended.code == 2
    assert "--start-time" in ended.err
    assert "--timezone" in ended.err


def test_a_typing_mistake_in_the_file_of_an_update_is_found(ran, sandbox):
    ended = ran(f"{APP} -f -", stdin="cpuu: 500\n", env=sandbox.environ)
    assert ended.code == 2
    assert "'cpuu' is not a known field." in ended.err
    assert "cpu" in ended.err


def test_changed_secret_is_reported_without_its_value(ran, sandbox):
    line = "db credentials update main-db --project storefront --env staging --password env:PW"
    ended = ran(f"{line} --dry-run", env={**sandbox.environ, "PW": "hunter2"})
    assert ended.code == 0, ended
    assert "~ password  *** -> ***" in ended.err
    assert "hunter2" not in ended.out + ended.err


def test_a_rehearsal_does_not_show_a_secret(ran, sandbox):
    line = "secret create NEW --project storefront --value env:PW --dry-run"
    ended = ran(line, env={**sandbox.environ, "PW": "hunter2"})
    assert ended.code == 0, ended
    assert "hunter2" not in ended.out + ended.err


def test_options_with_a_unit_are_bounded_for_every_kind_of_service():
    flags = {(each.values[0].row.command, each.values[1].flag) for each in BOUNDED}
    for command in ("app create", "app update", "container update", "db create", "db update"):
        assert {(command, "--cpu"), (command, "--memory")} <= flags


@each_bounded
def test_number_that_cannot_be_meant_in_the_unit_of_the_api_is_refused(
    case, parameter, least, ran, monkeypatch
):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    number = int(least) - 1
    ended = ran(case.row.command, *place(case), f"{parameter.flag}={number}", env=api.environ)
    assert ended.code == 2, ended
    assert api.changes == []
    assert f"Invalid {parameter.flag} {number}: expected at least" in ended.sentence
    if number > 0:
        assert unit_hint(number, parameter.unit) == ended.hint
    elif number == 0:
        assert "such as" in ended.hint


@each_bounded
def test_unit_states_the_meaning(case, parameter, least, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    own = UNITS[parameter.unit].shown[-1]
    for text in (str(int(least)), f"{max(int(least) - 1, 0)}{own}"):
        words = [*place(case), f"{parameter.flag}={text}"]
        ended = ran(case.row.command, *words, env=api.environ)
        assert "a number without a unit" not in ended.err, ended


@each_bounded
def test_without_checks_a_number_is_sent_as_it_is(case, parameter, least, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    words = [*place(case), f"{parameter.flag}={int(least) - 1}", "--no-validate"]
    ended = ran(case.row.command, *words, env=api.environ)
    assert "a number without a unit" not in ended.err, ended


@pytest.mark.parametrize(("row", "parameter"), TYPED)
def test_the_units_of_options_are_shown(row, parameter):
    if parameter.where == "body" and parameter.unit:
        assert row.units[parameter.field] == parameter.unit


@pytest.mark.parametrize("level", ["", "_104"])
def test_one_core_is_never_taken_for_one_millicore(level, ran, request):
    sandbox = request.getfixturevalue(f"sandbox{level}")
    ended = ran(f"{APP} --cpu 1", env=sandbox.environ)
    assert ended.code == 2, ended
    assert ended.hint == "Use 1000m or 1.0 for 1 core, or 1m for 1 millicore."
    assert sandbox.changes == []
    (request,) = ran(f"{APP} --cpu 1m --dry-run -o json", env=sandbox.environ).json
    assert request["body"]["cpu"] == 1


def test_a_difference_shows_units(ran, sandbox):
    line = f"{APP} --cpu 2.0 --set memory=2048 --storage 10GB:/data --dry-run"
    ended = ran(line, env=sandbox.environ)
    assert ended.code == 0, ended
    assert "500m -> 2000m" in ended.err
    assert "-> 2GB" in ended.err
    assert '"size": "10GB"' in ended.err


def test_get_shows_units_to_people_only(ran, sandbox):
    line = f"app get api {STAGING}"
    wide = ran(f"{line} --columns cpu,memory", env=sandbox.environ).out
    assert wide.split() == ["cpu:", "500m", "memory:", "512MB"]
    assert ran(f"{line} -o csv --columns cpu,memory", env=sandbox.environ).out.split() == [
        "cpu,memory",
        "500,512",
    ]
    assert ran(f"{line} -q [cpu,memory]", env=sandbox.environ).json == [500, 512]
