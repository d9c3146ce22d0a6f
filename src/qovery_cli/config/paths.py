"""Where settings and caches lie on this machine."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from qovery_cli.errors import UsageError

NAME = "qovery"

_CONFIG = ("QOVERY_CONFIG_DIR", "XDG_CONFIG_HOME", ".config", "user_config_path")
_CACHE = ("QOVERY_CACHE_DIR", "XDG_CACHE_HOME", ".cache", "user_cache_path")


def config_directory(environ: Mapping[str, str]) -> Path:
    """Return the absolute directory to write settings to, which need not exist.

    It is QOVERY_CONFIG_DIR, else the platform's own. Raises UsageError if no home directory is
    known.
    """
    return _required(_located(environ, *_CONFIG), "Settings", "QOVERY_CONFIG_DIR")


def cache_directory(environ: Mapping[str, str]) -> Path:
    """Return the absolute directory of the caches, which need not exist; as config_directory."""
    return _required(_located(environ, *_CACHE), "Caches", "QOVERY_CACHE_DIR")


def readable_config_directory(environ: Mapping[str, str]) -> Path | None:
    """Return the directory to read settings from, or None if this user cannot have any.

    A container may run as a user that the system does not know, or with the home directory of
    another user (HOME=/root). Neither needs settings to use a token from the environment.
    """
    directory = _located(environ, *_CONFIG)
    home = home_directory(environ)
    if home is not None and directory == home / ".config" / NAME and _is_closed(home):
        return None
    return directory


def home_directory(environ: Mapping[str, str]) -> Path | None:
    """Return the user's home directory, or None for a user that the system does not know."""
    given = environ.get("USERPROFILE" if sys.platform == "win32" else "HOME")
    if given:
        return Path(given)
    try:
        return Path.home()
    except RuntimeError:
        return None


def _is_closed(directory: Path) -> bool:
    """Return whether the user lacks the permission to look into a directory."""
    try:
        os.stat(f"{directory}/.")  # noqa: PTH116 - a Path would drop the dot, which needs permission
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _required(directory: Path | None, what: str, variable: str) -> Path:
    if directory is None:
        raise UsageError(
            f"{what} cannot be written: no home directory is known.",
            hint=f"Set {variable} to a directory.",
        )
    return directory


def _located(
    environ: Mapping[str, str], own: str, desktop: str, below_home: str, elsewhere: str
) -> Path | None:
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
    return None if home is None else home / below_home / NAME
