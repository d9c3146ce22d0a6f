"""The directories of settings and caches."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from qovery_cli.errors import UsageError

NAME = "qovery"

_CONFIG = ("QOVERY_CONFIG_DIR", "XDG_CONFIG_HOME", ".config", "user_config_path")
_CACHE = ("QOVERY_CACHE_DIR", "XDG_CACHE_HOME", ".cache", "user_cache_path")


def config_directory(environ: Mapping[str, str]) -> Path:
    """Return the absolute directory to write settings to, which may not exist.

    It is QOVERY_CONFIG_DIR, else the default of the platform. Raises UsageError without a home
    directory.
    """
    return _required(_locate(environ, *_CONFIG), "Settings", "QOVERY_CONFIG_DIR")


def cache_directory(environ: Mapping[str, str]) -> Path:
    """Return the absolute directory of the caches, which may not exist; see config_directory."""
    return _required(_locate(environ, *_CACHE), "Caches", "QOVERY_CACHE_DIR")


def readable_config_directory(environ: Mapping[str, str]) -> Path | None:
    """Return the directory to read settings from, or None if this user has no usable one.

    A container may run as an unknown user, or with the home directory of another user
    (HOME=/root). Neither needs settings to use a token from the environment.
    """
    directory = _locate(environ, *_CONFIG)
    home = home_directory(environ)
    if home is not None and directory == home / ".config" / NAME and _is_inaccessible(home):
        return None
    return directory


def home_directory(environ: Mapping[str, str]) -> Path | None:
    """Return the home directory, or None for a user unknown to the system."""
    home = environ.get("USERPROFILE" if sys.platform == "win32" else "HOME")
    if home:
        return Path(home)
    try:
        return Path.home()
    except RuntimeError:
        return None


def _is_inaccessible(directory: Path) -> bool:
    """Return true if the user lacks the permission to enter a directory."""
    try:
        os.stat(f"{directory}/.")  # noqa: PTH116 - a Path would drop the dot, which needs permission
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _required(directory: Path | None, subject: str, variable: str) -> Path:
    if directory is None:
        raise UsageError(
            f"{subject} cannot be written: the home directory is unknown.",
            hint=f"Set {variable} to a directory.",
        )
    return directory


def _locate(
    environ: Mapping[str, str],
    variable: str,
    xdg_variable: str,
    below_home: str,
    platformdirs_function: str,
) -> Path | None:
    if override := environ.get(variable):
        return Path(os.path.abspath(os.path.expanduser(override)))  # noqa: PTH100, PTH111 - neither raises
    if sys.platform in {"win32", "darwin"}:
        # Not on Linux, where the rule is short and the import would cost 13 ms of every command.
        import platformdirs

        directory: Path = getattr(platformdirs, platformdirs_function)(NAME, appauthor=False)
        return directory
    # The XDG specification requires that relative paths are ignored.
    xdg = environ.get(xdg_variable, "")
    if os.path.isabs(xdg):  # noqa: PTH117 - the text may be empty, which Path makes "."
        return Path(xdg) / NAME
    home = home_directory(environ)
    return None if home is None else home / below_home / NAME
