"""Deployment stages and actions on selected services, against a sandbox."""

import csv
import io
import json

import pytest

PLACE = ["--env", "staging", "--project", "storefront"]


@pytest.fixture
def ok(ran, sandbox_104):
    def ok(*words: str) -> str:
        ended = ran(*words, env=sandbox_104.environ)
        assert ended.code == 0, ended
        return ended.out

    return ok


def order(ok) -> list[str]:
    return [stage["name"] for stage in json.loads(ok("env stage list", *PLACE, "-o", "json"))]


def test_stage_moves_before_and_after_another(ok):
    ok("env stage move", "DEFAULT JOB", "--before", "DEFAULT DATABASE", *PLACE)
    assert order(ok)[:2] == ["DEFAULT JOB", "DEFAULT DATABASE"]
    ok("env stage move", "DEFAULT JOB", "--after", "DEFAULT DATABASE", *PLACE)
    assert order(ok)[:2] == ["DEFAULT DATABASE", "DEFAULT JOB"]


def test_move_without_a_place_names_both_options(ran, sandbox_104):
    ended = ran("env stage move", "DEFAULT JOB", *PLACE, env=sandbox_104.environ)
    assert ended.code == 2
    assert "`env stage move` requires --before or --after." in ended.err


def test_service_is_attached_by_name_and_shown_by_name(ok):
    shown = ok(
        *("env stage attach", "web", "--stage", "DEFAULT JOB", *PLACE),
        *("-o", "csv", "--columns", "name,services=services.service_name"),
    )
    # Other services may be in it too: the sandbox is shared by the tests.
    services = dict(csv.reader(io.StringIO(shown)))
    assert "web" in services["DEFAULT JOB"].split(", ")
    stage = json.loads(ok("service stage get", "web", *PLACE, "-o", "json"))
    assert stage["name"] == "DEFAULT JOB"
    ok("env stage attach", "web", "--stage", "DEFAULT APPLICATION", *PLACE)


def test_only_the_selected_services_are_stopped(ok):
    ok("env stop-services", *PLACE, "--app", "web", "--db", "cache", "--wait")
    states = {
        name: json.loads(ok(f"{kind} status", name, *PLACE, "-q", "state"))
        for kind, name in (("app", "web"), ("db", "cache"), ("app", "api"))
    }
    assert states["web"] == states["cache"] == "STOPPED"
    assert states["api"] != "STOPPED"
    ok("env deploy-services", *PLACE, "--deploy-app", "application_id=web", "--deploy-db", "cache")


def test_uninstall_refuses_a_column_that_its_result_lacks(ran, sandbox_104):
    words = ["env uninstall", *PLACE, "--confirm", "staging", "--columns", "nosuch"]
    ended = ran(*words, env=sandbox_104.environ)
    assert ended.code == 2
    assert "Unknown column 'nosuch'." in ended.err
