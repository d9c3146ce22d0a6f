from types import SimpleNamespace

from qovery_cli.cli import command_table
from qovery_cli.cli.body_builder import BodyBuilder


def built(values, level="1.0.4"):
    def find(kind, text, within):
        assert within == {"environmentId": "e1"}
        return SimpleNamespace(id=f"{kind} {text}")

    session = SimpleNamespace(level=level, find=find, flags=SimpleNamespace(validate=False))
    row = command_table.command("env deploy-services")
    return BodyBuilder(session, row, 1, values, {"environmentId": "e1"}).build_new()


def test_resource_names_in_an_object_are_resolved():
    body = built({"deploy_container": ["id=search,image_tag=v2"]})
    assert body["containers"] == [{"id": "container search", "image_tag": "v2"}]


def test_only_resource_keys_are_resolved():
    body = built({"deploy_app": ["git_commit_id=1bdc242,application_id=api"]})
    assert body["applications"] == [
        {"git_commit_id": "1bdc242", "application_id": "application api"}
    ]
