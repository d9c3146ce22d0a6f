"""The pointer file: what a shell must know of the settings to find the names for a command line.

``completion/context`` below the directory of caches repeats of ``config.json`` the active profile,
and of each profile its URL and scope. It has no token. Its first two lines say of which file, and
of which moment of it, so that a repeat that is behind is noticed.
"""

import os
from collections.abc import Mapping

from qovery_cli.completion import cache
from qovery_cli.config import paths, profiles
from qovery_cli.config.scope import LEVELS

VERSION = 1


def refresh(environ: Mapping[str, str]) -> None:
    """Write the pointer file if ``config.json`` is another one than it repeats.

    Raises what reading the settings and writing the file raise.
    """
    directory = paths.config_directory(environ)
    config = os.path.join(directory, profiles.NAME)  # noqa: PTH118 - runs at the end of commands
    head = f"qovery {VERSION} {_moment(config)}\nconfig {config}\n"
    path = os.path.join(cache.directory(environ), "context")  # noqa: PTH118 - as above
    start = head.encode()
    if cache.start_of(path, len(start)) == start:
        return
    cache.replace(path, head + _repeated(profiles.read(directory)))


def _moment(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 - as above
    except OSError:
        return 0


def _repeated(kept: profiles.Profiles) -> str:
    lines = [f"active {kept.active}"]
    for name in dict.fromkeys((*kept.profiles, profiles.DEFAULT)):
        profile = kept.get(name)
        assert profile is not None, "listed names have a profile"
        lines.append(f"profile {name}")
        lines += [f"api_url {profile.api_url}"] if profile.api_url else []
        lines += [f"{level} {profile.scope[level]}" for level in LEVELS if level in profile.scope]
    return "".join(f"{line}\n" for line in lines if line.isprintable())
