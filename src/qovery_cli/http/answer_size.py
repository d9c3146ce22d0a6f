"""Maximum size of a response in memory."""

from fractions import Fraction

from qovery_cli.body.units import Unit, parse_quantity
from qovery_cli.errors import UsageError
from qovery_cli.http.receive import MAX_ANSWER, size_text

#: The environment variable for the limit, such as 64MB; a number without a unit is in bytes.
VARIABLE = "QOVERY_MAX_ANSWER"


def max_answer(text: str) -> int:
    """Parse the value of the variable to bytes; raise UsageError if it is invalid."""
    scales = {
        f"{letter}{rest}": Fraction(1024**power)
        for power, letter in enumerate("kmgt", 1)
        for rest in ("", "b", "ib")
    }
    unit = Unit("a size", "SIZE", ("64MB", "1GB"), {"b": Fraction(1), **scales})
    size = parse_quantity(text, unit)
    if not size:
        raise UsageError(
            f"Invalid {VARIABLE} '{text}': expected a size such as 64MB.",
            hint=f"Unset {VARIABLE} for the default of {size_text(MAX_ANSWER)}.",
        )
    return size
