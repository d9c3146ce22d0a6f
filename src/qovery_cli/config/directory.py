"""What the ``.qovery.yaml`` of a directory says about the project in it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qovery_cli.config.scope import SERVICES
from qovery_cli.config.validation import closest
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record

NAME = ".qovery.yaml"
KEYS = ("profile", "organization", "project", "environment", *SERVICES)

_STRING = "tag:yaml.org,2002:str"
_NEVER = ("token", "url", "secret", "password", "key")


@record
class DirectoryFile:
    """One ``.qovery.yaml``: where it is, and its values by key (see KEYS)."""

    path: Path
    values: Mapping[str, str]


def find(cwd: Path, home: Path | None) -> DirectoryFile | None:
    """Return the nearest ``.qovery.yaml`` at or above a directory, or None.

    The search ends at the home directory, or at the root outside of it. Raises UsageError that
    names file and line for a file that is not understood.
    """
    last = home.resolve() if home else None
    here = cwd.resolve()
    for directory in (here, *here.parents):
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
        # A directory that the user may not look into holds no settings for this user.
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
    document = _composed(path, text)
    if document is None:
        return {}
    if document.id != "mapping":
        raise _wrong(path, document, "a key and a value on each line are expected")
    return _values(path, document)


def _composed(path: Path, text: str) -> Any:
    # Nodes instead of values: they know their line, and a duplicate key is still to be seen.
    import yaml

    try:
        return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark else ""
        raise UsageError(f"{path}{place}: this is not valid YAML.", hint=_example()) from error


def _values(path: Path, document: Any) -> dict[str, str]:
    values: dict[str, str] = {}
    for key, value in document.value:
        name = key.value if key.id == "scalar" else None
        if name not in KEYS:
            raise _unknown(path, key)
        if name in values:
            raise _wrong(path, key, f"{name} is there twice")
        if value.id != "scalar" or value.tag != _STRING or not value.value.strip():
            raise _wrong(path, value, f"{name} must be a text; put it in quotes")
        values[name] = value.value.strip()
        services = [kind for kind in SERVICES if kind in values]
        if len(services) > 1:
            raise _wrong(path, key, f"{services[0]} and {services[1]} exclude each other")
    return values


def _unknown(path: Path, key: Any) -> UsageError:
    if key.id != "scalar":
        return _wrong(path, key, "a key must be a text")
    name = key.value
    if any(word in name.lower() for word in _NEVER):
        return _wrong(
            path,
            key,
            f"{name!r} does not belong here",
            "A URL or a token is never read from this file: keep them with `qovery auth login`.",
        )
    hint = closest(name, KEYS) or f"Known are {', '.join(KEYS)}."
    return _wrong(path, key, f"{name!r} is not a known key", hint)


def _wrong(path: Path, node: Any, what: str, hint: str | None = None) -> UsageError:
    line = node.start_mark.line + 1
    return UsageError(f"{path}, line {line}: {what}.", hint=hint or _example())


def _example() -> str:
    return "Write lines such as `project: shop`."
