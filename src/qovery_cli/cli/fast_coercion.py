"""Coerce plain values without pydantic, which costs 60 ms of every run.

Typer builds a pydantic adapter for each parameter when a command runs. This module puts a small
coercer in its place, through one private attribute of Typer. If Typer no longer has it, Typer's
own coercion is used, which is slower but correct; ``tests/contract/test_typer_seam.py`` detects
that.
"""

from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import typer


class FastCoercion:
    """Replacement of Typer's runtime parameter."""

    def __init__(self, convert: Callable[[Any], Any]) -> None:
        self.convert = convert

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the value in the parameter's type; raise BadParameter if it is invalid."""
        is_list = param.multiple or param.nargs == -1
        if value is None:
            return () if is_list else None
        try:
            return [self.convert(item) for item in value] if is_list else self.convert(value)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=ctx, param=param) from error


def use_fast_coercion(params: list[Any]) -> list[Any]:
    """Set the coercer of each parameter of a plain type, and return the parameters."""
    for param in params:
        annotation = getattr(getattr(param, "type_descriptor", None), "annotation", None)
        convert = converter(annotation)
        if convert and getattr(param, "_runtime_param", True) is None:
            param._runtime_param = FastCoercion(convert)
    return params


def converter(annotation: Any) -> Callable[[Any], Any] | None:
    """Return a function that converts a word to the type, None for a type that is not plain."""
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        return converter(kinds[0]) if len(kinds) == 1 else None
    if get_origin(annotation) is list:
        return converter(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return _choice_converter(get_args(annotation))
    plain_types: dict[Any, Callable[[Any], Any]] = {str: str, int: _to_integer, bool: bool}
    return plain_types.get(annotation)


def _choice_converter(choices: tuple[str, ...]) -> Callable[[str], str]:
    def convert(value: str) -> str:
        folded = value.casefold()
        choice = next((each for each in choices if each.casefold() == folded), None)
        if choice is None:
            raise ValueError(f"{value!r} is not one of {', '.join(choices)}.")
        return choice

    return convert


def _to_integer(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise ValueError(f"{value!r} is not an integer.") from None
