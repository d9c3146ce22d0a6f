"""Write the context file, from which shells find the cached names for a command line.

``completion/context`` in the cache directory copies from ``config.json`` the active profile, and
the URL, API level and scope of each profile, but no token. Its first two lines are the
modification time and path of ``config.json``, so that an outdated copy is detected.
"""

import os
from collections.abc import Mapping

from qovery_cli.completion import cache
from qovery_cli.config import paths, profiles
from qovery_cli.config.scope import LEVELS
from qovery_cli.config.validation import DEFAULT_API_LEVEL

VERSION = 2


def refresh(environ: Mapping[str, str]) -> None:
    """Write the context file if ``config.json`` has changed.

    Raises the errors of `profiles.read` and `cache.replace`.
    """
    directory = paths.config_directory(environ)
    config = os.path.join(directory, profiles.NAME)  # noqa: PTH118 - runs at the end of commands
    head = f"qovery {VERSION} {_modified_ns(config)}\nconfig {config}\n"
    path = os.path.join(cache.directory(environ), "context")  # noqa: PTH118 - as above
    prefix = head.encode()
    if cache.read_start(path, len(prefix)) == prefix:
        return
    cache.replace(path, head + _profile_lines(profiles.read(directory)))


def _modified_ns(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 - as above
    except OSError:
        return 0


def _profile_lines(stored: profiles.Profiles) -> str:
    lines = [f"active {stored.active}"]
    for name in dict.fromkeys((*stored.profiles, profiles.DEFAULT)):
        profile = stored.get(name)
        assert profile is not None, "listed names have a profile"
        lines.append(f"profile {name}")
        lines += [f"api_url {profile.api_url}"] if profile.api_url else []
        lines.append(f"api_level {profile.api_level or DEFAULT_API_LEVEL}")
        lines += [f"{level} {profile.scope[level]}" for level in LEVELS if level in profile.scope]
    return "".join(f"{line}\n" for line in lines if line.isprintable())
