from qovery_cli.codegen.generated_folder import GeneratedFolder


def folder(path, owned="*.json", **files):
    return GeneratedFolder(path, {f"{name}.json": text for name, text in files.items()}, owned)


def test_a_missing_folder_is_created(tmp_path):
    data = folder(tmp_path / "data", a="{}\n")
    assert data.stale() == [tmp_path / "data" / "a.json"]
    data.write()
    assert data.stale() == []
    assert (tmp_path / "data" / "a.json").read_bytes() == b"{}\n"


def test_outdated_and_missing_files_are_stale(tmp_path):
    folder(tmp_path, a="1", b="2").write()
    data = folder(tmp_path, a="1", b="3", c="4")
    assert data.stale() == [tmp_path / "b.json", tmp_path / "c.json"]


def test_another_line_ending_is_stale(tmp_path):
    (tmp_path / "a.json").write_bytes(b"{}\r\n")
    assert folder(tmp_path, a="{}\n").stale() == [tmp_path / "a.json"]


def test_a_file_in_another_encoding_is_stale(tmp_path):
    (tmp_path / "a.json").write_bytes(b"\xff")
    assert folder(tmp_path, a="{}\n").stale() == [tmp_path / "a.json"]


def test_an_owned_file_that_is_no_longer_generated_is_stale_and_removed(tmp_path):
    folder(tmp_path, a="1", gone="2").write()
    data = folder(tmp_path, a="1")
    assert data.stale() == [tmp_path / "gone.json"]
    data.write()
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_folder_that_has_no_file_any_more_is_removed(tmp_path):
    GeneratedFolder(tmp_path, {"a/b/c.json": "1", "a/d.json": "2"}, "**/*.json").write()
    data = GeneratedFolder(tmp_path, {"a/d.json": "2"}, "**/*.json")
    assert data.stale() == [tmp_path / "a" / "b" / "c.json"]
    data.write()
    assert data.stale() == []
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == [
        "a",
        "a/d.json",
    ]


def test_files_that_are_not_owned_are_kept(tmp_path):
    (tmp_path / "README.md").write_text("")
    folder(tmp_path, a="1").write()
    folder(tmp_path, owned=None, b="1").write()
    assert {path.name for path in tmp_path.iterdir()} == {"README.md", "a.json", "b.json"}
