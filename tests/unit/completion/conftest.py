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
    """Return the cache folder of the default profile."""
    return cache.folder(environ, Profile("default"), False)


@pytest.fixture
def cached_rows(folder):
    """Return a function that reads the cached rows of a list, None if it is missing."""

    def cached_rows(kind: str, parent: str | None = None):
        names = cache.read(cache.names_file(folder, kind, parent) or "")
        return None if names is None else list(names.rows)

    return cached_rows
