"""Coerces plain values without pydantic, which costs 60 ms of every run.

Typer builds a pydantic adapter for each parameter when a command runs. This module puts a small
coercer in its place, through the one private attribute of Typer that we touch. Where Typer no
longer has it, Typer's own way is used: slower, not broken. ``tests/contract/test_typer_seam.py``
says when that has happened.
"""

from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import typer


class Plain:
    """Stands in for Typer's runtime parameter."""

    def __init__(self, convert: Callable[[Any], Any]) -> None:
        self.convert = convert

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the value in the parameter's type, or raise BadParameter."""
        many = param.multiple or param.nargs == -1
        if value is None:
            return () if many else None
        try:
            return [self.convert(item) for item in value] if many else self.convert(value)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=ctx, param=param) from error


def plain(params: list[Any]) -> list[Any]:
    """Give each parameter of a plain type its coercer, and return the parameters."""
    for param in params:
        annotation = getattr(getattr(param, "type_descriptor", None), "annotation", None)
        convert = converter(annotation)
        if convert and getattr(param, "_runtime_param", True) is None:
            param._runtime_param = Plain(convert)
    return params


def converter(annotation: Any) -> Callable[[Any], Any] | None:
    """Return what turns a word of the command line into the type, or None if it is not plain."""
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        return converter(kinds[0]) if len(kinds) == 1 else None
    if get_origin(annotation) is list:
        return converter(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return _one_of(get_args(annotation))
    plain_types: dict[Any, Callable[[Any], Any]] = {str: str, int: _whole, bool: bool}
    return plain_types.get(annotation)


def _one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    def convert(value: str) -> str:
        wanted = value.casefold()
        found = next((choice for choice in choices if choice.casefold() == wanted), None)
        if found is None:
            raise ValueError(f"{value!r} is not one of {', '.join(choices)}.")
        return found

    return convert


def _whole(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise ValueError(f"{value!r} is not a whole number.") from None
