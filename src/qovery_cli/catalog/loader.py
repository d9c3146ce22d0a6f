"""Load the packaged catalog data on demand."""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from qovery_cli import baked
from qovery_cli.catalog.model import Operation, Parameter

DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 - pathlib costs 4 ms
_INDEX = os.path.join(DATA, "index.json")  # noqa: PTH118 - as above


@cache
def levels() -> tuple[str, ...]:
    """Return the API levels of the catalog, oldest first."""
    return tuple(sorted(baked.member(_INDEX, "versions"), key=_version))


@cache
def operation(key: str) -> Operation:
    """Return the operation with this key; raise KeyError if it is unknown."""
    group = baked.member(_INDEX, "operations", key)
    return _operation(key, baked.member(_file(group), "operations", key))


def group(name: str) -> dict[str, Operation]:
    """Return the operations of a group by key; raise KeyError for an unknown group."""
    if name not in groups():
        raise KeyError(name)
    return {key: operation(key) for key in baked.member(_file(name), "operations")}


@cache
def groups() -> list[str]:
    """Return the names of the groups, sorted."""
    return sorted(set(baked.member(_INDEX, "operations").values()))


def operations() -> dict[str, Operation]:
    """Return every operation by key; reads every file."""
    return {key: operation(key) for key in baked.member(_INDEX, "operations")}


@cache
def schema(name: str) -> Mapping[str, Any]:
    """Return the raw schema with this name; raise KeyError if it is unknown."""
    group = baked.member(_INDEX, "schemas", name)
    raw: Mapping[str, Any] = baked.member(_file(group), "schemas", name)
    return raw


def schemas() -> list[str]:
    """Return the names of all schemas."""
    return list(baked.member(_INDEX, "schemas"))


def resolve(ref: Mapping[str, Any]) -> Mapping[str, Any]:
    """Resolve one ref; return a schema without a ref unchanged.

    Other keys of the ref (``required``, ``api``, ``default`` ...) override those of its target;
    the levels of ``nullable`` are combined.
    """
    if "ref" not in ref:
        return ref
    target = schema(ref["ref"])
    merged = {**target, **{key: value for key, value in ref.items() if key != "ref"}}
    if "default" in ref:
        merged.pop("default_api", None)
    if "nullable" in ref and "nullable" in target:
        merged["nullable"] = sorted({*ref["nullable"], *target["nullable"]}, key=_version)
    return merged


def _file(name: str) -> str:
    return os.path.join(DATA, f"{name}.json")  # noqa: PTH118 - as above


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
