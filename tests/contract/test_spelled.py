"""Options in a form for people: what is documented is accepted, and says what the API's form says.

Secrets stand here too: every field that is one can be given without anybody reading it.
"""

import pytest

from qovery_cli import catalog
from qovery_cli.api import shape
from qovery_cli.api.coerce import Target, coerce_all
from qovery_cli.api.spelled import translated
from qovery_cli.api.units import UNITS
from qovery_cli.catalog.schema import only_item
from qovery_cli.cli import rows
from qovery_cli.cli.help import command_page
from qovery_cli.session.showing import names_secret

WRITTEN = [
    pytest.param(row, parameter, id=f"{row.command} {parameter.flag}")
    for row in rows.commands()
    for parameter in row.parameters
    if parameter.written
]
TYPED = [
    pytest.param(row, parameter, id=f"{row.command} {parameter.field}")
    for row in rows.commands()
    for parameter in row.parameters
    if parameter.where in {"body", "query"} and parameter.type in {"string", "integer"}
]

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
def test_the_examples_of_an_option_are_values_of_its_field(row, parameter):
    for position, variant in enumerate(row.variants):
        if not rows.belongs(parameter, position):
            continue
        operation = catalog.operation(variant.operation)
        target = Target(parameter.spelling, operation.api[-1])
        for example in parameter.such_as:
            value, _ = translated(parameter.written, [example.strip("'")], target)
            found = coerce_all(value, field(row, operation, parameter), target)
            assert found not in ([], {})


def field(row, operation, parameter):
    """Return the schema of what a parameter gives, as a list of values where it is one value."""
    facts = {one.name: one.schema for one in operation.parameters if one.where == "query"}
    schema = facts.get(parameter.field)
    if parameter.where == "body":
        schema = only_item(operation.body) if row.list_of_one else operation.body
        whole = shape.field(schema, parameter.field)
        for name in () if whole else parameter.field.split("."):
            schema = shape.field(schema, name)
        schema = whole or schema
    return schema if parameter.repeatable else {"type": "array", "items": schema}


@pytest.mark.parametrize(("row", "parameter"), WRITTEN)
def test_help_shows_two_examples_of_an_option(row, parameter):
    if parameter.hidden or parameter.same_as:
        return
    page = " ".join(command_page(row, 100).split())
    assert len(parameter.such_as) == 2
    assert f"such as {' or '.join(parameter.such_as)}" in page


@pytest.mark.parametrize(("row", "parameter"), TYPED)
def test_an_option_whose_name_has_a_unit_takes_that_unit(row, parameter):
    endings = ("_sec", "_seconds", "Seconds", "_mb", "_mib", "_gib", "_kb", "_in_milli", "_cpu_m")
    if parameter.type == "integer" and str(parameter.field).endswith(endings):
        assert parameter.written in UNITS


@pytest.mark.parametrize(("row", "parameter"), TYPED)
def test_a_field_that_sounds_secret_can_be_given_unseen(row, parameter):
    name = str(parameter.field).rpartition(".")[2]
    if parameter.where == "body" and parameter.type == "string" and names_secret(name):
        assert parameter.secret or name == "scaleway_access_key"


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
    assert f"'{flag}' takes" in ended.err
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
    assert "'cpuu' is not a field of this body." in ended.err
    assert "cpu" in ended.err


def test_a_changed_secret_is_told_without_its_value(ran, sandbox):
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
