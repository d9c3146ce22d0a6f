import json
import os
from pathlib import Path

import pytest

from qovery_cli.completion import context


@pytest.fixture
def settings(environ):
    """Write config.json and return its path."""

    def settings(**data) -> Path:
        path = Path(environ["QOVERY_CONFIG_DIR"]) / "config.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"version": 1, **data}), encoding="utf-8")
        return path

    return settings


@pytest.fixture
def pointer(environ) -> Path:
    return Path(environ["QOVERY_CACHE_DIR"]) / "completion" / "context"


def test_default_profile_is_active_without_settings(environ, pointer):
    context.refresh(environ)
    config = Path(environ["QOVERY_CONFIG_DIR"]) / "config.json"
    assert pointer.read_text(encoding="utf-8") == (
        f"qovery 2 0\nconfig {config}\nactive default\nprofile default\napi_level 1.0.4\n"
    )


def test_profiles_are_copied_without_tokens(environ, settings, pointer):
    token = {"storage": "inline", "url": "https://x.test", "value": "canary"}
    path = settings(
        active="work",
        profiles={
            "work": {"api_url": "https://x.test", "project": "my shop", "token": token},
            "play": {"organization": "Acme", "output": "json", "api_level": "1.0.3"},
        },
    )
    context.refresh(environ)
    head, *lines = pointer.read_text(encoding="utf-8").splitlines()
    assert head == f"qovery 2 {path.stat().st_mtime_ns}"
    assert lines == [
        f"config {path}",
        "active work",
        "profile work",
        "api_url https://x.test",
        "api_level 1.0.4",
        "project my shop",
        "profile play",
        "api_level 1.0.3",
        "organization Acme",
        "profile default",
        "api_level 1.0.4",
    ]


def test_unprintable_value_is_skipped(environ, settings, pointer):
    settings(profiles={"x": {"project": "a\nprofile y"}})
    context.refresh(environ)
    assert "profile y" not in pointer.read_text(encoding="utf-8")


def test_file_is_rewritten_only_if_the_settings_changed(environ, settings, pointer):
    path = settings(active="a", profiles={"a": {}})
    context.refresh(environ)
    os.utime(pointer, (1, 1))
    context.refresh(environ)
    assert pointer.stat().st_mtime == 1
    settings(active="b", profiles={"b": {}})
    os.utime(path, ns=(5, 5))
    context.refresh(environ)
    assert "active b" in pointer.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"qovery 1 0\nconfig elsewhere\n"])
def test_invalid_file_is_replaced(environ, pointer, content):
    pointer.parent.mkdir(parents=True)
    pointer.write_bytes(content)
    context.refresh(environ)
    assert "active default" in pointer.read_text(encoding="utf-8")
