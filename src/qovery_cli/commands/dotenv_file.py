"""Reads dotenv files: what python-dotenv understands, with its mistakes as errors of ours."""

import io

from dotenv.parser import parse_stream

from qovery_cli.errors import UsageError


def parse(content: str, name: str) -> dict[str, str]:
    """Return keys and values, the last one of a key; UsageError naming a line that is neither.

    Nothing is interpolated: ``${OTHER}`` stays as it is written.
    """
    values: dict[str, str] = {}
    for binding in parse_stream(io.StringIO(content)):
        if binding.error or (binding.key is not None and binding.value is None):
            line = binding.original.line
            raise UsageError(
                f"{name}, line {line}: that is not KEY=VALUE.",
                hint="Correct the line, or quote it.",
            )
        if binding.key is not None and binding.value is not None:
            values[binding.key] = binding.value
    if not values:
        raise UsageError(f"{name} holds no variables.", hint="Write lines like LOG_LEVEL=debug.")
    return values
