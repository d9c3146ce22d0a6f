from types import SimpleNamespace

from qovery_cli.cli import command_table
from qovery_cli.cli.advanced_settings import setting_defaults


def test_defaults_from_the_facts_match_the_level():
    row = command_table.command("container settings get")
    session = SimpleNamespace(level="1.0.3")
    defaults = setting_defaults(session, row, "getContainerAdvancedSettings")
    assert defaults["network.ingress.proxy_body_size_mb"] == 100
    assert defaults["liveness_probe.period_seconds"] == 10
