"""Load the packaged catalog data on demand.

``data/operations/<group>.json`` contains the operations of a group, ``data/operations/index.json``
the group of each operation; ``data/schemas`` has the same files for the schemas.
"""

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from qovery_cli.catalog.model import Operation, Parameter

DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 - pathlib costs 4 ms


@cache
def levels() -> tuple[str, ...]:
    """Return the API levels of the catalog, oldest first."""
    return tuple(_read("levels"))


@cache
def operation(key: str) -> Operation:
    """Return the operation with this key; raise KeyError if it is unknown."""
    return _operation(key, _read("operations", _read("operations", "index")[key])[key])


def group(name: str) -> dict[str, Operation]:
    """Return the operations of a group by key; raise KeyError for an unknown group."""
    if name not in groups():
        raise KeyError(name)
    return {key: operation(key) for key in _read("operations", name)}


@cache
def groups() -> list[str]:
    """Return the names of the groups, sorted."""
    return sorted(set(_read("operations", "index").values()))


def operations() -> dict[str, Operation]:
    """Return every operation by key; reads every file."""
    return {key: operation(key) for key in _read("operations", "index")}


@cache
def named_schema(name: str) -> Mapping[str, Any]:
    """Return the raw schema with this name; raise KeyError if it is unknown."""
    raw: Mapping[str, Any] = _read("schemas", _read("schemas", "index")[name])[name]
    return raw


def schemas() -> list[str]:
    """Return the names of all schemas."""
    return list(_read("schemas", "index"))


def resolve(ref: Mapping[str, Any]) -> Mapping[str, Any]:
    """Resolve one ref; return a schema without a ref unchanged.

    Other keys of the ref (``required``, ``api``, ``default`` ...) override those of its target;
    the levels of ``nullable`` are combined.
    """
    if "ref" not in ref:
        return ref
    target = named_schema(ref["ref"])
    merged = {**target, **{key: value for key, value in ref.items() if key != "ref"}}
    if "default" in ref:
        merged.pop("default_api", None)
    if "nullable" in ref and "nullable" in target:
        merged["nullable"] = sorted({*ref["nullable"], *target["nullable"]}, key=_version)
    return merged


@cache
def _read(*names: str) -> Any:
    path = os.path.join(DATA, *names) + ".json"  # noqa: PTH118 - as above
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        return json.loads(file.read())


def _version(level: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdigit() else 0, part) for part in level.split(".")]


def _operation(key: str, raw: Mapping[str, Any]) -> Operation:
    return Operation(
        key=key,
        method=raw["method"],
        path=raw["path"],
        group=raw["group"],
        section=raw["section"],
        api=tuple(raw["api"]),
        parameters=tuple(
            Parameter(
                name=item["name"],
                where=item["in"],
                schema=item["schema"],
                required=tuple(item["required"]),
                api=tuple(item["api"]),
            )
            for item in raw["parameters"]
        ),
        body=raw.get("body"),
        body_required=tuple(raw.get("body_required", ())),
        body_type=raw.get("body_type"),
        responses={int(status): item for status, item in raw["responses"].items()},
        response_type=raw.get("response_type", "application/json"),
        statuses=tuple(raw["statuses"]),
        deprecated=raw.get("deprecated", False),
        auth=raw.get("auth", True),
    )
