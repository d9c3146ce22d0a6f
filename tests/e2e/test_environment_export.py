"""The export of an environment as Terraform manifests, against a sandbox."""

from io import BytesIO
from zipfile import ZipFile

PLACE = ["staging", "--project", "storefront"]


def test_archive_is_private_and_whole(ran, sandbox_104, tmp_path):
    file = tmp_path / "staging.zip"
    ended = ran("env export terraform", *PLACE, "--to", str(file), env=sandbox_104.environ)
    assert ended.code == 0, ended
    assert file.stat().st_mode & 0o777 == 0o600
    assert ZipFile(BytesIO(file.read_bytes())).testzip() is None
