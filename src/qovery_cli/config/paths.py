"""Where settings and caches lie on this machine."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from qovery_cli.errors import UsageError

NAME = "qovery"


def config_directory(environ: Mapping[str, str]) -> Path:
    """Return the absolute directory of the settings, which need not exist.

    It is QOVERY_CONFIG_DIR, else the platform's own. Raises UsageError where no home directory
    is known to put it in.
    """
    return _directory(
        environ, "QOVERY_CONFIG_DIR", "XDG_CONFIG_HOME", ".config", "user_config_path"
    )


def cache_directory(environ: Mapping[str, str]) -> Path:
    """Return the absolute directory of the caches, which need not exist; as config_directory."""
    return _directory(environ, "QOVERY_CACHE_DIR", "XDG_CACHE_HOME", ".cache", "user_cache_path")


def home_directory(environ: Mapping[str, str]) -> Path | None:
    """Return the user's home directory, or None for a user that the system does not know."""
    given = environ.get("USERPROFILE" if sys.platform == "win32" else "HOME")
    if given:
        return Path(given)
    try:
        return Path.home()
    except RuntimeError:
        return None


def _directory(
    environ: Mapping[str, str], own: str, desktop: str, below_home: str, elsewhere: str
) -> Path:
    if chosen := environ.get(own):
        return Path(os.path.abspath(os.path.expanduser(chosen)))  # noqa: PTH100, PTH111 - neither raises
    if sys.platform in {"win32", "darwin"}:
        # Not on Linux, where the rule is short and the import would cost 13 ms of every command.
        import platformdirs

        found: Path = getattr(platformdirs, elsewhere)(NAME, appauthor=False)
        return found
    # The XDG specification asks to ignore a path that is not absolute.
    shared = environ.get(desktop, "")
    if os.path.isabs(shared):  # noqa: PTH117 - the text may be empty, which Path makes "."
        return Path(shared) / NAME
    home = home_directory(environ)
    if home is None:
        raise UsageError(
            "Your home directory is not known, so there is no place for settings.",
            hint=f"Set {own} to a directory.",
        )
    return home / below_home / NAME
