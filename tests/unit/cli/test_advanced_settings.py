from types import SimpleNamespace

import pytest

from qovery_cli.cli import command_table
from qovery_cli.cli.advanced_settings import setting_defaults, unwrap_settings
from qovery_cli.cli.generated_command import run

ID = "11111111-1111-4111-8111-111111111111"
PERIOD = "liveness_probe.period_seconds"


def test_defaults_from_the_facts_match_the_level():
    row = command_table.command("container settings get")
    session = SimpleNamespace(level="1.0.3")
    defaults = setting_defaults(session, row, "getContainerAdvancedSettings")
    assert defaults["network.ingress.proxy_body_size_mb"] == 100
    assert defaults["liveness_probe.period_seconds"] == 10


@pytest.mark.parametrize(
    ("data", "settings"),
    [({"a": 1}, {"a": 1}), ([{"a": 1}], {"a": 1}), ([], {}), (None, {}), ("x", {})],
)
def test_settings_may_be_in_a_list(data, settings):
    assert unwrap_settings(data) == settings


@pytest.fixture
def shown(api, open_session):
    """Return a function that returns what `container settings get` prints."""
    api.answers["getContainerAdvancedSettings"] = {PERIOD: 15, "b": 2, "a": 1}

    def shown(**shared):
        opened = open_session(shared=shared)
        run(opened.session, command_table.command("container settings get"), {"container": ID})
        return opened

    return shown


def test_json_is_the_unchanged_object(shown):
    assert shown(output="json").json == {PERIOD: 15, "b": 2, "a": 1}


def test_table_has_a_row_for_each_setting(shown):
    header, *rows = shown(output="csv").out.splitlines()
    assert header.startswith("setting,value")
    assert [row.split(",")[0] for row in rows] == ["a", "b", PERIOD]


def test_json_has_rows_if_an_option_names_a_column(shown):
    rows = {row["setting"]: row for row in shown(output="json", columns="setting,changed").json}
    assert rows[PERIOD]["changed"] is True
    assert rows["a"]["changed"] is None


def test_default_is_shown_with_its_setting(shown):
    rows = {row["setting"]: row for row in shown(output="json", sort_by="setting").json}
    assert (rows[PERIOD]["value"], rows[PERIOD]["default"]) == (15, 10)
