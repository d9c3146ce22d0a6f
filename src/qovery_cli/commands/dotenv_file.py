"""Parse dotenv files with python-dotenv, and report invalid lines."""

import io

from dotenv.parser import parse_stream

from qovery_cli.errors import UsageError


def parse(content: str, name: str) -> dict[str, str]:
    """Return the values by key; the last value of a repeated key wins.

    ``${OTHER}`` is not interpolated. Raises UsageError with the number of an invalid line, or if
    there are no variables. ``name`` is the file in messages.
    """
    values: dict[str, str] = {}
    for binding in parse_stream(io.StringIO(content)):
        if binding.error or (binding.key is not None and binding.value is None):
            original = binding.original
            # The original text starts with the blank lines before the variable.
            blank = original.string[: -len(original.string.lstrip())]
            line = original.line + blank.count("\n")
            raise UsageError(
                f"{name}, line {line}: expected KEY=VALUE.",
                hint="Correct the line, or quote it.",
            )
        if binding.key is not None and binding.value is not None:
            values[binding.key] = binding.value
    if not values:
        raise UsageError(
            f"{name} contains no variables.", hint="Use lines such as LOG_LEVEL=debug."
        )
    return values
