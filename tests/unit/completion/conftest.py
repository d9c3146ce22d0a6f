from pathlib import Path

import pytest

from qovery_cli.completion import cache
from qovery_cli.config.profiles import Profile


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "HOME": str(tmp_path),
        "QOVERY_CACHE_DIR": str(tmp_path / "caches" / "qovery"),
        "QOVERY_CONFIG_DIR": str(tmp_path / "config"),
        "QOVERY_NO_KEYRING": "1",
    }


@pytest.fixture
def folder(environ) -> str:
    """Where the names of the default profile are kept."""
    return cache.folder(environ, Profile("default"), False)


@pytest.fixture
def kept(folder):
    """Return the rows that a list's file has, None without one."""

    def kept(kind: str, parent: str | None = None):
        found = cache.read(cache.names_file(folder, kind, parent) or "")
        return None if found is None else list(found.rows)

    return kept
