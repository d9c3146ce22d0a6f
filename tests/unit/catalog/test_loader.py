"""Files that the catalog reads, and the time at which it reads them."""

from pathlib import Path

import pytest

from qovery_cli import catalog
from qovery_cli.catalog import loader


@pytest.fixture
def files_read(monkeypatch):
    """Clear the caches and record the files that are read from now on."""
    names = []

    def opened(path, *rest, **more):
        names.append(Path(path).relative_to(loader.DATA).as_posix())
        return Path(path).open(*rest, **more)

    monkeypatch.setattr(loader, "open", opened, raising=False)
    cached = (loader.operation, loader.named_schema, loader.groups, loader.levels, loader._read)
    for function in cached:
        function.cache_clear()
    return names


def test_an_operation_reads_the_index_and_the_file_of_its_group(files_read):
    catalog.operation("createApplication")
    assert files_read == ["operations/index.json", "operations/app.json"]


def test_a_second_operation_of_a_group_reads_nothing(files_read):
    catalog.operation("createApplication")
    catalog.operation("editApplication")
    assert len(files_read) == 2


def test_a_schema_is_read_from_its_own_file(files_read):
    catalog.named_schema("StateEnum")
    assert files_read == ["schemas/index.json", "schemas/shared.json"]


def test_levels_and_groups_are_read_without_operations(files_read):
    assert catalog.LEVELS
    assert files_read == ["levels.json"]
    assert catalog.groups()
    assert files_read[1:] == ["operations/index.json"]


def test_levels_are_in_the_order_of_versions():
    assert catalog.LEVELS == ("1.0.3", "1.0.4")


def test_an_unknown_operation_is_a_key_error():
    with pytest.raises(KeyError):
        catalog.operation("createCastle")


def test_an_unknown_group_is_a_key_error():
    with pytest.raises(KeyError):
        catalog.group("castle")


def test_the_index_and_shared_schemas_are_not_groups():
    assert not {"index", "shared"} & set(catalog.groups())


def test_a_group_holds_its_own_operations():
    assert {operation.group for operation in catalog.group("app").values()} == {"app"}


def test_resolve_leaves_a_schema_without_a_ref_alone():
    schema = {"type": "string"}
    assert catalog.resolve(schema) is schema


def test_resolve_keeps_other_keys_of_the_ref():
    found = catalog.resolve({"ref": "StateEnum", "required": ["1.0.4"]})
    assert found["required"] == ["1.0.4"]
    assert "DEPLOYED" in found["enum"]


def test_resolve_prefers_the_default_of_the_ref(monkeypatch):
    monkeypatch.setattr(
        loader, "named_schema", lambda _: {"type": "string", "default_api": {"1": "a"}}
    )
    assert loader.resolve({"ref": "Any", "default": "b"}) == {"type": "string", "default": "b"}


def test_an_operation_knows_its_success_and_its_answer():
    operation = catalog.operation("createApplication")
    assert operation.success == 201
    assert operation.response == {"ref": "Application"}


def test_an_operation_knows_the_names_in_its_path():
    assert catalog.operation("createApplication").path_names == ("environmentId",)


def test_only_get_and_head_do_not_change():
    assert not catalog.operation("listApplication").changes
    assert catalog.operation("deleteApplication").changes


def test_an_operation_that_a_level_lacks_is_seen_at_the_newest_level_that_has_it():
    assert catalog.operation("restartApplication").level("1.0.4") == "1.0.3"
    assert catalog.operation("createApplication").level("1.0.3") == "1.0.3"
