"""Read the ``.qovery.yaml`` of a project directory."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qovery_cli.catalog.resources import SERVICES
from qovery_cli.config.validation import closest
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record
from qovery_cli.messages import available

NAME = ".qovery.yaml"
KEYS = ("profile", "organization", "project", "environment", *SERVICES)

_STRING = "tag:yaml.org,2002:str"
_FORBIDDEN = ("token", "url", "secret", "password", "key")


@record
class DirectoryFile:
    """A ``.qovery.yaml``: its path, and its values by key (see KEYS)."""

    path: Path
    values: Mapping[str, str]


def find(cwd: Path, home: Path | None) -> DirectoryFile | None:
    """Return the nearest ``.qovery.yaml`` at or above a directory, or None.

    The search ends at the home directory, or at the root outside of it. Raises UsageError with
    file and line for an invalid file.
    """
    last = home.resolve() if home else None
    start = cwd.resolve()
    for directory in (start, *start.parents):
        path = directory / NAME
        if _is_file(path):
            return DirectoryFile(path, _read(path))
        if directory == last:
            return None
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except PermissionError:
        # A directory that the user may not enter has no settings for this user.
        return False


def _read(path: Path) -> dict[str, str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            f"{path} cannot be read: {reason}.", hint="Check its owner and permissions."
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text.", hint=_example()) from error
    document = _compose(path, text)
    if document is None:
        return {}
    if document.id != "mapping":
        raise _invalid(path, document, "expected 'key: value' on each line")
    return _values(path, document)


def _compose(path: Path, text: str) -> Any:
    # Nodes, unlike values, have line numbers and keep duplicate keys.
    import yaml

    try:
        return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        location = f", line {mark.line + 1}" if mark else ""
        raise UsageError(f"{path}{location}: invalid YAML.", hint=_example()) from error


def _values(path: Path, document: Any) -> dict[str, str]:
    values: dict[str, str] = {}
    for key, value in document.value:
        name = key.value if key.id == "scalar" else None
        if name not in KEYS:
            raise _unknown_key(path, key)
        if name in values:
            raise _invalid(path, key, f"duplicate key {name!r}")
        if value.id != "scalar" or value.tag != _STRING or not value.value.strip():
            raise _invalid(path, value, f"{name!r} must be a string; put it in quotes")
        values[name] = value.value.strip()
        services = [kind for kind in SERVICES if kind in values]
        if len(services) > 1:
            raise _invalid(path, key, f"{services[0]!r} and {services[1]!r} are mutually exclusive")
    return values


def _unknown_key(path: Path, key: Any) -> UsageError:
    if key.id != "scalar":
        return _invalid(path, key, "a key must be a string")
    name = key.value
    if any(word in name.lower() for word in _FORBIDDEN):
        return _invalid(
            path,
            key,
            f"{name!r} is not allowed in this file",
            "Store the URL and the token with `qovery auth login`.",
        )
    hint = closest(name, KEYS) or available("keys", KEYS)
    return _invalid(path, key, f"unknown key {name!r}", hint)


def _invalid(path: Path, node: Any, problem: str, hint: str | None = None) -> UsageError:
    line = node.start_mark.line + 1
    return UsageError(f"{path}, line {line}: {problem}.", hint=hint or _example())


def _example() -> str:
    return "Use lines such as `project: shop`."
